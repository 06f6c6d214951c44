// Package plan is what the board means to do because of what it found.
//
// Page is the plan of a round, with what is still to be done from earlier
// rounds over the same questions, or the plan of all rounds. NewAction is the
// form of one action: what, about which principle, by whom, by when, with what,
// how it stands, and what was seen when it was looked at again. The files
// called view draw them.
//
// Promises: an action stays in the plan until it is done or let go; nothing
// that was written down after a look is lost.
//
// Example:
//
//	screen := plan.New(desk, board, route.Plan(""), nil)
package plan
