// Package passphrase is the part of a form in which a new passphrase is
// chosen: six words are offered, or somebody types their own, and types it
// once more.
//
// A Model holds what is offered and what is known of what was typed; a Judge
// draws words and says how hard a passphrase is to guess. The judging takes
// some hundred milliseconds, so it runs beside the window and only after
// typing has paused; the answer is words, never a bar alone. A weak
// passphrase is not refused: whoever wants it says so with a tick.
//
// Promises:
//   - what was typed is handed over only when both fields agree and the
//     passphrase was judged;
//   - nothing typed here is ever kept in a draft.
//
// Example:
//
//	form := passphrase.NewForm(env, board, passphrase.Words{First: "New passphrase", Again: "Once more"})
//	form.Take(func(text string) { change(text) })
package passphrase
