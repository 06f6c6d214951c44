// Package payform is every form about paying one person, and about what paying
// rests on: work, an expense, a payment, an advance, what came back, a receipt,
// a choice not to be paid or to wait, how somebody wants it, the name that a
// payment needs, funds, rates, gifts in kind, dated numbers, the board's rules.
//
// Each is a form.Form (package form) whose fields have the names that the
// board's problems carry, so that what is refused stands below its field.
//
// Promises:
//   - what to know before work is accepted, or before a payment passes a limit
//     that a person set, is asked about and never skipped;
//   - amounts and times are read in the manner of the language, and never
//     guessed;
//   - nobody is asked why they decline.
//
// Example:
//
//	f := payform.NewWork(board, book, wren, draft)
package payform
