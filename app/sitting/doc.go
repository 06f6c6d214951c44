// Package sitting is a sitting: the laptop goes from hand to hand, and each
// person answers the questions of one round.
//
// A Model holds the sitting and the answers of whoever answers now, until they
// are handed in or put aside under the person's own code. Screen draws it over
// the whole window: the door, where the next person begins; the questions
// (package answer); the page after handing in; and the way out, which asks for
// a keyholder's passphrase.
//
// Promises:
//   - nothing here can reach more than a board.Sitting gives: the questions of
//     one round, and saving answers to it;
//   - a person who sits down sees nothing of who sat there before;
//   - when the window locks or the power fails, what was answered is put aside
//     under the code that the person was told, and nobody else can take it up;
//   - a wrong passphrase leaves the sitting as it was.
//
// Example:
//
//	model := sitting.NewModel(book, room, sitting.Who{})
//	screen := sitting.New(desk, model, sitting.Config{End: end, Hide: hide, Speak: speak})
package sitting
