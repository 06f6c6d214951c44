// Package board is the board as a whole: every service over one unlocked
// vault, and the acts that touch several of them.
//
// Create makes a vault and a Board over it; Open gives a Closed one, of which
// nothing can be read, and Unlock turns that into a *Board. Everything that a
// screen or a command does goes through a Board: it reads (People, RightNow,
// Today, Find, History), and it acts (AddMember, SaveSheet, Contacted,
// Import). One act of a person is one entry of the journal, under a Kind that
// never changes. Lock drops the keys and gives the Closed back.
//
// What belongs to one area hangs on a value of its own: Leaving (forgetting,
// keeping, legal holds), Telling (a person's record), Handing (a change of
// coordinator), and those of consent, pay, assessments and backups. One table
// (held.go) says of each kind of record about people what becomes of it when
// somebody is forgotten, how long it is kept and how it is told: a new kind of
// record gets a row there.
//
// What is shown again and again (names, sheets, settings) is read once and
// kept as a snapshot that acts replace; so reading never waits for saving,
// and a Board may be used from several goroutines.
//
// Promises:
//   - an act is durable before it returns, and happens whole or not at all;
//   - after Lock every method fails with ErrLocked, also one that was under
//     way, and what it was about to keep is not kept;
//   - Lock never waits and never asks;
//   - the clock and chance come from the Environment alone, so that every
//     answer can be reproduced;
//   - whatever goes wrong, Explain has the sentence for it.
//
// Example:
//
//	closed, err := board.Open(env, dir)
//	b, opening, err := closed.Unlock(ctx, keyring.Passphrase(text), nil)
//	for _, item := range must(b.Today()).Items {
//		fmt.Println(book.Render(item.Title))
//	}
//	closed = b.Lock()
package board
