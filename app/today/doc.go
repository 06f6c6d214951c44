// Package today is the first page after unlocking: what needs the
// coordinator, who may be reached this minute, and how the board stands.
//
// A Model asks the board once and makes a State of it, worded and in order.
// It decides nothing: which items there are and which come first is the
// board's matter (board.Today, board.ReachNow). The screen looks again every
// minute, because "right now" passes.
//
// Promises:
//   - nothing on this page is red, and nothing counts down;
//   - a list that nobody could finish is never shown: more than a few items
//     of one kind are one line.
//
// Example:
//
//	screen := today.New(desk, board)
package today
