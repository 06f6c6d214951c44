// Package leaving is the window's part of how things end: what is held about
// a person and giving it to them, forgetting, what was kept long enough, legal
// holds, and a change of coordinator.
//
// A Model says what its three pages show and does what they ask: Held is about
// one person, Keeping about the whole board, Handover about the keys. A
// PersonScreen draws the first, an AreaScreen the other two.
//
// Promises:
//   - nothing is erased without a clear word, and before that the page says
//     what stays, and what can't be reached;
//   - a Stop leaves the vault as it was, and what waits to be erased goes on
//     waiting;
//   - a file that is not locked is called that before it leaves the vault.
//
// Example:
//
//	screen := leaving.NewPerson(desk, b, id)
package leaving
