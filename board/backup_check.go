package board

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"maps"
	"path/filepath"
	"slices"

	"holdfast/backup"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// Read reads a backup of this board once more, to its last byte, with a key,
// and keeps in the register what came of it. It gives the line of the register;
// that is empty for a backup that is not in it. It fails as backup.Open does,
// or with backup.ErrOtherBoard.
func (a Backups) Read(ctx context.Context, path string, key Key, progress Progress) (Backup, error) {
	o, err := a.open(ctx, path, key, progress)
	if err != nil {
		return Backup{}, errors.Join(err, a.wrong(path, BackupFault(err)))
	}
	defer o.Close()
	return a.note(ActBackupRead, o, func(b *Backup, _ *work) {})
}

func (a Backups) open(ctx context.Context, path string, key Key, progress Progress) (*backup.Opened, error) {
	opened, err := a.b.vault()
	if err != nil {
		return nil, err
	}
	o, err := backup.Open(ctx, path, key, opened, progress)
	if err != nil {
		return nil, err
	}
	if o.Vault != opened.ID() {
		o.Close()
		return nil, backup.ErrOtherBoard
	}
	return o, nil
}

// note keeps that a backup was just read and is whole.
func (a Backups) note(kind Kind, o *backup.Opened, more func(*Backup, *work)) (Backup, error) {
	_, all, err := a.state()
	if err != nil {
		return Backup{}, err
	}
	at := slices.IndexFunc(all, func(b Backup) bool {
		return b.Made.Equal(o.Made) && b.Generation == o.Anchor.Generation && b.Sequence == o.Anchor.Sequence
	})
	if at < 0 {
		return Backup{}, nil
	}
	return a.change(kind, all[at].ID, func(b *Backup, w *work) {
		b.Read, b.Wrong = w.env.Clock().UTC(), ""
		more(b, w)
	})
}

// wrong keeps that the file of a registered backup is not as it was written.
func (a Backups) wrong(path string, fault Fault) error {
	path, err := filepath.Abs(path)
	if err != nil || fault == "" {
		return nil // nothing is known about the file
	}
	_, all, err := a.state()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(b Backup) bool { return b.Path() == path })
	if at < 0 {
		return nil
	}
	_, err = a.change(ActBackupRead, all[at].ID, func(b *Backup, w *work) { b.Read, b.Wrong = w.env.Clock().UTC(), fault })
	return err
}

// Rehearsal is what a trial restore found.
type Rehearsal struct {
	// Backup is the line of the register, empty where there is none.
	Backup Backup
	// Holder is whose key it was; empty for a passphrase of the file's own.
	Holder keyring.Holder
	// Records and Acts are how many were compared, one by one.
	Records, Acts int
}

// ErrDiffers says that a vault that was restored for trial is not what the
// backup says. The backup is not to be relied on: make another one, and tell
// those who make Holdfast.
var ErrDiffers = errors.New("what was restored is not what is in the backup")

// Rehearse restores a backup into a vault for trial, opens that with the key
// alone, compares it with the backup record by record, and removes it. It takes
// room for a second copy. It fails as Read does, or with ErrDiffers.
func (a Backups) Rehearse(ctx context.Context, path string, key Key, progress Progress) (Rehearsal, error) {
	var r Rehearsal
	opened, err := a.b.vault()
	if err != nil {
		return r, err
	}
	o, err := a.open(ctx, path, key, progress)
	if err != nil {
		return r, errors.Join(err, a.wrong(path, BackupFault(err)))
	}
	defer o.Close()
	with, err := comesBack(o, key, "Rehearsal")
	if err != nil {
		return r, err
	}
	err = opened.TryRestore(ctx, key, o.Roster, o.Bearer(), o.Restoring(ctx), func(tried *store.Store) error {
		return compared(ctx, o, tried)
	}, progress, with...)
	if err != nil {
		return r, err
	}
	r.Holder, r.Records, r.Acts = holderOf(o), o.Records(), o.Acts
	r.Backup, err = a.note(ActBackupTried, o, func(b *Backup, w *work) {
		b.Rehearsed, b.By = w.today(), r.Holder.ID
	})
	return r, errors.Join(err, a.keyTried(r.Holder.ID))
}

// keyTried keeps that a keyholder's key has proved itself.
func (a Backups) keyTried(holder record.ID) error {
	if _, err := a.b.keyholder(holder); err != nil {
		return nil // nobody of today
	}
	return a.b.changeKit(ActKeyRehearsed, holder, (*kitRecord).tried)
}

// holderOf is the keyholder whose key opened a backup.
func holderOf(o *backup.Opened) keyring.Holder {
	for _, h := range o.Holders {
		if by := o.Bearer(); by != nil && h.Recipient == by.Recipient() {
			return keyring.Holder{ID: h.ID, Kind: h.Kind, Label: h.Label, Added: h.Added, Attested: len(h.Attestation) > 0}
		}
	}
	return keyring.Holder{}
}

// comesBack is the keyholder that a restored vault gets besides, where the key
// that opened the backup is none of its own.
func comesBack(o *backup.Opened, key Key, label string) ([]*keyring.Enrolment, error) {
	if holderOf(o).ID != "" {
		return nil, nil
	}
	e, err := keyring.Again(label, key)
	if err != nil {
		return nil, err
	}
	return []*keyring.Enrolment{e}, nil
}

// compared goes through a restored vault and the backup side by side.
func compared(ctx context.Context, o *backup.Opened, tried *store.Store) error {
	x, err := tried.Export()
	if err != nil {
		return err
	}
	defer x.Close()
	var failed error
	acts := func(yield func(store.Past) bool) {
		failed = x.Each(ctx, nil, func(p store.Past) error {
			if !yield(p) {
				return errors.New("enough was compared")
			}
			return nil
		})
	}
	next, stop := iter.Pull(iter.Seq[store.Past](acts))
	defer stop()
	if begun, ok := next(); !ok || begun.Kind != store.KindRestored {
		return errors.Join(failed, ErrDiffers)
	}
	err = o.Each(ctx, nil, func(want store.Past) error {
		got, ok := next()
		if !ok || !sameAct(got, want) {
			return errors.Join(failed, ErrDiffers)
		}
		return nil
	})
	if _, more := next(); err == nil && more {
		err = ErrDiffers
	}
	return errors.Join(err, recordsCounted(o, tried))
}

// recordsCounted opens every record of the restored vault as the board would.
func recordsCounted(o *backup.Opened, tried *store.Store) error {
	got := map[string]int{}
	err := tried.View(func(tx *store.Tx) error {
		for _, collection := range tx.Collections() {
			err := tx.ScanRaw(collection, "", func(record.Key, []byte) error { got[collection]++; return nil })
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && !maps.Equal(got, o.Collections) {
		err = ErrDiffers
	}
	return err
}

// sameAct says whether two acts did the same.
func sameAct(a, b store.Past) bool {
	return a.Kind == b.Kind && a.At.Equal(b.At) && a.Holder == b.Holder &&
		slices.EqualFunc(a.Changes, b.Changes, func(a, b store.Change) bool {
			return a.Collection == b.Collection && a.Key == b.Key && a.Deleted == b.Deleted && a.Current == b.Current && bytes.Equal(a.Raw, b.Raw)
		})
}
