// Package outfile lets a file leave the vault: it asks in which language and
// where, and says that the file is not locked before it is written.
//
// Promises: the bytes are made beside the window and cleared once they are
// written; nobody is asked for a place before there is something to put there.
//
// Example:
//
//	outfile.Print(desk, outfile.Paper{Title: title, Name: name, Make: paper})
package outfile
