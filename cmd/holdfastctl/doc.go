// Command holdfastctl is the house without a window: everything that
// Holdfast does, for a terminal, a screen reader or a script.
//
// It opens a vault through the same package board as the window and holds no
// rule of its own. Each command is one small type with a run method; what a
// command answers is a value that can be printed for a person (plain, aligned
// lines) or as one JSON document with stable names.
//
// Promises:
//   - a passphrase is read from a file, from standard input or from a
//     terminal that does not show it; never from an argument or from the
//     environment;
//   - every failure is one sentence on standard error and one exit code; with
//     --json also {"error": {"code": …, "message": …}};
//   - with --now every answer about time can be given again;
//   - Ctrl+C leaves nothing half-written.
//
// Exit codes, with what stands as "code" in JSON (board.Code):
//
//	  0             done; for a question: yes
//	  1             a question answered with no
//	  2 usage       words that make no command
//	  3 invalid     read and refused: which field, why, what to do
//	 10 passphrase  no key that was given opens it
//	 11 damaged     damaged: what is affected, what to do next
//	 12 in_use      another Holdfast has it open
//	 13 newer       written by a newer Holdfast
//	 14 denied      no permission, read-only
//	 15 space       not enough free space; nothing was changed
//	130 stopped     stopped with Ctrl+C
//
// Example:
//
//	holdfastctl create riverside --board "Riverside advisory board" --passphrase-file pass
//	holdfastctl import members riverside members.xlsx --passphrase-file pass
//	holdfastctl today riverside --passphrase-file pass
package main
