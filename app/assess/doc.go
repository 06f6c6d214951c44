// Package assess is the area about rounds: who was asked what, how many have
// answered, and what came of it.
//
// List is all rounds, Form begins one, Page is one round and everything that
// is done with it, Entry takes answers that were given on paper, Comments says
// them in other words, Results shows what may be shown. Each model asks the
// board when it is asked, and gives a state that is worded and in order. The
// files called view draw them.
//
// Promises:
//   - what a round may show is decided by the board; no screen adds a figure;
//   - every chart stands beside one sentence that says the same, and a table
//     with every figure in it;
//   - nothing is graded;
//   - a code is shown on paper alone, and kept nowhere;
//   - what can't be taken back is asked about first, in words that say what
//     goes.
//
// Example:
//
//	screen := assess.New(desk, board, route.Rounds(), nil, beginSitting)
package assess
