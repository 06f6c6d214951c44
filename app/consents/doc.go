// Package consents is the area about what people agreed to: the question "Can
// I…?", a person's choices, what is left to do after a withdrawal, the form
// for everything that a person says, the library of quotes and stories, the
// agreements, the guides to print, and what was allowed on a day in the past.
//
// A Form is any form of the area: it asks its questions, which ones depends on
// the answers so far, and keeps what is typed until it is saved. A Person, a
// Page and a Library are the models of what is looked at; each asks the board
// when it is asked, and gives a state that is worded and in order. The files
// called view draw them.
//
// Promises:
//   - no screen decides anything: every answer is the board's, and none can be
//     overruled here;
//   - taking something back is two acts from anywhere, holds at once, and asks
//     for no reason;
//   - the words that a person was told stand beside what they answer, in the
//     language that was spoken;
//   - nothing typed is lost: what can't be kept stays, with a line under its
//     field, and a half-typed form is a draft;
//   - a file that leaves the vault is called so before it is written.
//
// Example:
//
//	screen := consents.New(desk, board, route.Consent(id, route.ChoiceForm), draft)
package consents
