// Package recovery shows a recovery kit at the one moment at which it can be
// seen, and has it read back.
//
// A Model holds the kit: its ten groups with their check characters, the code
// and the fingerprint. Sheet shows them and writes them out, as a PDF to
// print or as a key file; ReadBack hides them and asks for two groups that
// chance chose, or for the key file. The wizard of a new vault and the
// settings use both.
//
// Three sheets, among which a key is divided, are shown and read back in the
// same way, each of them whole: SheetsModel and AskSheets.
//
// Promises:
//   - a wrong group is named, and whether the slip is on the paper or in the
//     typing;
//   - reading back is never skipped silently: Later is recorded, and the
//     first page reminds of it;
//   - sheets open nothing until every word of all three was typed in again;
//   - a file that is written out is for its owner alone, never replaces
//     another one, and the screen says that it is the key in clear.
//
// Example:
//
//	model := recovery.NewModel(env.Book, theKit, b)
//	recovery.Ask(env, model, closed)
package recovery
