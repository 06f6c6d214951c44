// Package store keeps records encrypted at rest: a vault, its journal, and
// typed collections over them.
//
// A vault is a folder. Its header (vault.json) says who holds a key. Its
// journal is the truth: an act of a person, with all the records that it
// changed, is one sealed entry of it, and the disk has confirmed the entry
// before the act counts as saved. From the journal a working copy of the
// records is made whenever the vault is unlocked, in memory, or for large
// vaults on the disk; it can be thrown away at any time. Vault is the vault
// locked, Store the vault unlocked, and a Tx one look at the records or one act
// upon them. doc/format.md of the project has every byte, doc/security.md what
// is promised to whom.
//
// Promises:
//   - what Act acknowledged survives a killed program, a loss of power and a
//     full disk; what it refused is not there;
//   - nobody reads anything without a key, and nobody changes, moves, drops or
//     puts back a record unnoticed, as far as the vault itself and an anchor
//     kept outside of it can tell; damage is said, never passed over;
//   - Lock wipes every key at once and waits for nobody;
//   - what Rewrite drops is not in the vault's files any more;
//   - errors and logs hold no names, and no path.
//
// Example:
//
//	vault, err := store.Open(store.Environment{}, dir)
//	opened, report, err := vault.Unlock(ctx, keyring.Passphrase(text), nil)
//	err = opened.Act("note.add", func(tx *store.Tx) error {
//		return store.In(tx, member.NoteSchema()).Put(note)
//	})
//	vault = opened.Lock()
package store
