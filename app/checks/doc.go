// Package checks is the area about checklists: what the law and good practice
// ask of the board, as far as it applies, and what the board has to show for
// it.
//
// List is all of them, Page one, and three forms of package form take what is
// known: About asks once about the board, so that only what binds it is shown;
// Card is filled with what a state asks (mandatory reporting); Item answers
// one item, with its evidence, its owner and a signature. Each model asks the
// board when it is asked, and gives a state that is worded and in order. The
// files called view draw them.
//
// Promises:
//   - a law that does not bind the board is not in the way, and can be seen;
//   - what was answered stays in the history of its item, with who signed it;
//   - evidence lies encrypted in the vault; a file that leaves it is called so;
//   - every page says that it is no legal advice, and when it was last checked.
//
// Example:
//
//	screen := checks.New(desk, board, route.Checks("retention"), nil)
package checks
