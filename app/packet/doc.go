// Package packet is answering on a laptop without a vault: a packet of a
// board's questions is opened with the words that came with it, and the answers
// go back in a file that only the board's keyholders can open.
//
// A Model is the packet, the code of the slip and the answers so far. Door asks
// for the words, and is what is shown while the window is locked; Screen asks
// for the code and draws the questions (package answer).
//
// Promises:
//   - answers are in memory alone, or in a file that is sealed: to the board's
//     keyholders when they are handed over, under the words and the person's
//     own code when they are put aside;
//   - a code that is none of the packet's is said before anything is answered;
//   - after hiding or locking, words and code are asked for again, and what was
//     answered is still there.
//
// Example:
//
//	model := packet.NewModel(book, file, board.SystemRandom())
//	door := packet.NewDoor(env, model, opened)
package packet
