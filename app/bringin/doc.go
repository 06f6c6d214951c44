// Package bringin brings people in from the spreadsheet that a board has
// today: choose a file, look at what each column means, look at what would
// happen, accept.
//
// A Model goes through three stages. At first there is no file. Then there is
// a list with a mapping and a plan that is made anew after each change. At
// the end there is what was done, and where the list still lies in clear.
// What a column means and what a row is worth is the roster's matter; here it
// is only shown and chosen.
//
// Promises:
//   - nothing is changed before "Bring in" is pressed, and then everything in
//     one act or nothing;
//   - each row that is refused is named with its line and the reason;
//   - a column that holds what is safer not kept says so.
//
// Example:
//
//	screen := bringin.New(desk, board)
package bringin
