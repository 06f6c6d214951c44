//go:build linux

// Command torture treats a board as badly as the world does, and counts what
// is lost. It prints a table, and fails where anything is.
//
// A world is a vault with its settings and a folder for backups. A child
// process works in it as a person would, act after act, and tells of each that
// was acknowledged; meanwhile it is killed, its disk fills, or its files are
// spoilt. Afterwards the world is opened again and what is there is counted
// anew, by the same reads that the window uses: an act that was acknowledged
// has to be there, whole; one that was not may be there whole, or not at all.
//
// Parts: crash kills the child at random moments; power replays what the child
// wrote with everything lost that no sync had promised; full shrinks the disk
// around it; crowd has another process fill and empty the disk; rot flips,
// cuts, swaps and doubles files at rest.
//
// Promises: it works only in a folder of its own, which it removes; a part
// that this machine does not allow says so in the table and is never counted
// as passed.
//
// Example:
//
//	make torture
//	bin/torture -only crash,rot -share 0.1
package main
