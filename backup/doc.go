// Package backup makes one encrypted, self-describing file of everything in a
// vault, and brings it back.
//
// The file is a stock age file to the vault's keyholders; in it lies a stock
// tar archive of JSON lines: the records of each collection, the history, and
// a manifest that counts and sums all of it and is signed as the vault. So the
// age tool, tar and any reader of JSON get everything back without this
// program (doc/format.md). Neither the vault key nor the signing key is in it.
// What a passphrase opens in the vault travels in the header of the file, so
// that the passphrase opens it here too.
//
// Create calls a file a backup only when the disk has confirmed it and every
// byte and record of it was read back. Open reads a file to its last byte
// before it says anything about what is in it; an Opened then gives the acts of
// the vault one by one, to restore them or to compare.
//
// Promises:
//   - what is not whole, not as it was written, of another program, of a newer
//     one, or of somebody who only knew the public keys, is refused with an
//     error of its own, and nothing of it is given out;
//   - a failure of the disk is never called a wrong key;
//   - nothing that is read or written lies on a disk in clear, at no moment;
//   - memory does not grow with the size of the vault;
//   - stopping leaves nothing behind, and no file is ever written over.
//
// Example:
//
//	made, err := backup.Create(ctx, env, vault, backup.Making{Path: "/media/stick/holdfast-2026-11-21.age"}, nil)
//
//	opened, err := backup.Open(ctx, made.Path, key, nil, nil)
//	defer opened.Close()
//	err = store.Revive(ctx, env, dir, opened.Roster, opened.Bearer(), opened.Restoring(), nil)
package backup
