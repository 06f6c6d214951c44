// Package history is the page of what was done on the board: who did what
// kind of act when, and nothing of what was written.
//
// A Model reads the journal once and words each entry. What changed about
// one person, with the way to take it back, is on that person's own page
// (app/members).
//
// Promises:
//   - no name of a member and no content is on this page, so it can be shown
//     to somebody who checks how the records are kept;
//   - a keyholder who was removed stays in the list as such.
//
// Example:
//
//	screen := history.New(desk, board)
package history
