// Package pay is the area about paying people: what is owed and to whom, the
// ledger, the funds, the dated numbers, what goes to the treasurer and to the
// board, and a person's own tab.
//
// Each page has a model that asks the board when it is asked, and gives a state
// that is worded and in order; the files called view draw them. What is typed
// in is in package payform, a whole meeting and the paying itself in payrun.
//
// Promises:
//   - no screen decides anything: amounts, warnings and what may leave the
//     vault are the board's;
//   - what is wrong is taken back with a reason, and never changed;
//   - the name that a payment needs is nowhere on these pages;
//   - a file that anyone could read is asked about first, with No as the
//     answer that Enter gives.
//
// Example:
//
//	screen := pay.New(desk, board, route.Pay("", route.LedgerPage))
package pay
