// Package payrun is the two acts that are done for many people at once: a
// meeting, which enters everybody's time in one go, and a pay run, which goes
// through those who are owed one by one.
//
// A Meeting is a table of what is typed, as text; it prices and weighs itself
// while somebody types, and writes everything down in one act or nothing at
// all. A Run holds the queue and where it is; the payment itself is a form of
// package payform.
//
// Promises:
//   - what a person's own limit says is seen before the work is accepted, and
//     asked about;
//   - whoever chose not to be paid, or to wait, is in no run;
//   - the name that a payment needs is read when it is shown, and kept nowhere.
//
// Example:
//
//	screen := payrun.NewMeeting(desk, board, draft)
package payrun
