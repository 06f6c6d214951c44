// Command holdfast opens the window.
//
//	holdfast [VAULT]       opens the vault in the folder VAULT, or the one in
//	                       the usual place, or begins a new one
//	holdfast answer FILE   answers a board's questions without a vault: FILE is
//	                       the packet, and the answers are saved in a file that
//	                       only the board's keyholders can open
//	holdfast --demo        opens an invented board in a vault that is removed
//	                       when the window closes
//
// All that it does is to say what the window is put together from
// (app/desktop), to listen to the machine, and to let go of everything in the
// end.
package main
