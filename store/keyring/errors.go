package keyring

import (
	"errors"
	"fmt"
)

var (
	// ErrWrongKey says that the passphrase, paper key or key file does not
	// open this vault (or the key file not with that passphrase). The vault
	// is all right: try again or use another key.
	ErrWrongKey = errors.New("this key does not open the vault")
	// ErrOtherKey is the ErrWrongKey of a key that is whole in itself: a paper
	// key, sheets, a file or hardware of another vault, or taken away from
	// this one.
	ErrOtherKey = fmt.Errorf("it is whole, but %w", ErrWrongKey)
	// ErrForged says that the header reads well but was not written by this
	// vault: its signature, an attestation or the wrapped keys do not fit.
	// Nothing of it was used. Go back to the header's backup.
	ErrForged = errors.New("the list of keyholders was changed by somebody else")
	// ErrWeakened says that the header asks for less work to try a passphrase
	// than any Holdfast writes. Treat it like ErrForged.
	ErrWeakened = errors.New("the protection of the passphrase was weakened by somebody else")
	// ErrDamaged says that the bytes of the header do not make sense, or ask
	// for more memory or time than any Holdfast writes. Go back to its backup.
	ErrDamaged = errors.New("the list of keyholders is damaged")
	// ErrNewer says that a newer Holdfast wrote the header: update the
	// program; nothing is wrong with the vault.
	ErrNewer = errors.New("this vault was written by a newer Holdfast")
	// ErrPassphraseNeeded says that a key file is protected by a passphrase
	// of its own: ask for it and call IdentityFile again.
	ErrPassphraseNeeded = errors.New("this key file is protected by a passphrase of its own")
	// ErrNotKeyFile says that the bytes are not an age identity file that
	// Holdfast can use: ask for another file.
	ErrNotKeyFile = errors.New("this file is not a key file")
	// ErrKeyFileDamaged is the ErrNotKeyFile of a file that was one: it was
	// cut short or changed. Take another copy of it.
	ErrKeyFileDamaged = fmt.Errorf("%w any more: it is damaged", ErrNotKeyFile)
	// ErrOtherHeader says that a Keyset was used with a header whose keys it
	// does not hold. It is a mistake of the program.
	ErrOtherHeader = errors.New("these keys belong to another list of keyholders")
)
