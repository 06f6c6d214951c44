package backup

import (
	"bytes"
	"context"
	"errors"
	"os"

	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// Known is a vault that is at hand, such as an unlocked store.Store: it says
// what it has signed, now or under a key that it has retired.
type Known interface {
	ID() record.ID
	Signed(domain string, message, signature []byte) bool
}

// Opened is a backup that was read to its last byte and is whole.
type Opened struct {
	Manifest
	// Since are the erasures and withdrawals that held when it was made.
	Since Since
	// Size is that of the file.
	Size int64
	// Proven: the key has vouched for the vault that made it. Where not, a
	// person compares Fingerprint with the recovery kit before anything of it
	// is used (ErrUnproven).
	Proven bool
	// HasPassphrase: it opens with a passphrase of its own, and with no
	// keyholder's key.
	HasPassphrase bool

	file     *os.File
	manifest parsed
	fileKey  []byte
	bearer   *keyring.Bearer
}

// Open reads a backup with a key, every byte and record of it. known is a vault
// that is at hand, or nil. Close it.
//
// It fails with ErrNotBackup (or ErrCompanion, which is one), ErrTruncated, ErrAltered, ErrForged, ErrNewer,
// ErrWrongKey, as keyring.Unwrap does, as the disk does, or as ctx does.
func Open(ctx context.Context, path string, key keyring.Key, known Known, progress store.Progress) (*Opened, error) {
	file, err := openFile(path)
	if err != nil {
		return nil, err
	}
	o := &Opened{file: file}
	if err := o.open(ctx, key, known, progress); err != nil {
		o.Close()
		return nil, err
	}
	return o, nil
}

// openFile opens what a person chose: not a pipe, which would wait, nor a
// device, which would never end.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return nil, ErrNotBackup
	}
	var file *os.File
	if err == nil {
		file, err = os.Open(path)
	}
	return file, store.Explained("read a backup", err)
}

func (o *Opened) open(ctx context.Context, key keyring.Key, known Known, progress store.Progress) error {
	var err error
	if o.Size, err = sizeOf(o.file); err != nil {
		return err
	}
	ask := &asker{ctx: ctx, key: key}
	r := reading{ctx: ctx, file: o.file, size: o.Size, ask: ask, progress: progress}
	got, err := r.read(func(store.Past) error { return nil })
	o.fileKey, o.bearer, o.HasPassphrase = ask.fileKey, ask.bearer, ask.typed
	if errors.Is(err, ErrNotBackup) && isCompanion(o.file, o.fileKey) {
		err = ErrCompanion
	}
	if err != nil {
		return err
	}
	o.Manifest, o.Since, o.manifest = got.manifest.Manifest, got.since, got.manifest
	if o.HasPassphrase {
		// Only who knew the passphrase can have made a file that it opens.
		if o.Proven = o.Signed(manifestDomain, o.manifest.body, o.manifest.signature); !o.Proven {
			return ErrForged
		}
		return nil
	}
	o.Proven, err = proven(o.Roster, manifestDomain, signed{Body: o.manifest.body, Signature: o.manifest.signature}, o.bearer, known)
	return err
}

// Bearer is the key that opened the backup; nil where that was a passphrase of
// the file's own.
func (o *Opened) Bearer() *keyring.Bearer { return o.bearer }

// Each reads the backup once more and gives visit every act, the oldest first,
// whose values are valid during the call only. What it gave may be used only
// once Each has returned nil. It fails as Open does.
func (o *Opened) Each(ctx context.Context, progress store.Progress, visit func(store.Past) error) error {
	r := reading{ctx: ctx, file: o.file, size: o.Size, fileKey: o.fileKey, progress: progress}
	got, err := r.read(visit)
	if err == nil && !bytes.Equal(got.manifest.raw, o.manifest.raw) {
		err = ErrAltered
	}
	return err
}

// Restoring is the backup as a vault is restored from it.
func (o *Opened) Restoring(ctx context.Context) store.Restoring {
	return store.Restoring{
		From: func(visit func(store.Past) error) error { return o.Each(ctx, nil, visit) },
		Acts: int64(o.Anchor.Sequence), Bytes: o.Size, Generation: o.Anchor.Generation,
		Retired: append(o.Retired[:len(o.Retired):len(o.Retired)], o.Signer),
	}
}

// Close wipes the keys and lets go of the file.
func (o *Opened) Close() {
	clear(o.fileKey)
	o.bearer.Wipe()
	_ = o.file.Close() // read only: nothing can be lost
}
