package board

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"holdfast/backup"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// Backups is about the copies of the board that are kept elsewhere: making
// them, proving that they come back, and which there are.
type Backups struct{ b *Board }

// Backups is about the copies of the board that are kept elsewhere.
func (b *Board) Backups() Backups { return Backups{b} }

// Backup is one line of the register: a backup that was made of this board.
type Backup struct {
	ID record.ID `json:"id"`
	// File is its name, Place the folder in which it was made.
	File  string `json:"file"`
	Place string `json:"place"`
	// Made is when, by the second.
	Made    time.Time `json:"made"`
	Size    int64     `json:"size"`
	Records int       `json:"records"`
	// Generation and Sequence are how far the vault had come.
	Generation uint64 `json:"generation"`
	Sequence   uint64 `json:"sequence"`
	// Keys are the keyholders who open it, Others how many public keys do
	// besides. Passphrase: it opens with a passphrase of its own instead.
	Keys       []BackupKey `json:"keys,omitempty"`
	Others     int         `json:"others,omitempty"`
	Passphrase bool        `json:"passphrase,omitempty"`
	// Automatic: it was made by itself, and may be rotated away.
	Automatic bool `json:"automatic,omitempty"`
	// Erased is how many erasures there had been.
	Erased int `json:"erased,omitempty"`
	// Read is when every byte and record of it was last read; Wrong says
	// what was the matter then, "" for nothing.
	Read  time.Time `json:"read"`
	Wrong Fault     `json:"wrong,omitempty"`
	// Rehearsed is the day on which it was last restored for trial, By the
	// keyholder whose key that was done with.
	Rehearsed record.Date `json:"rehearsed,omitzero"`
	By        record.ID   `json:"rehearsed_by,omitempty"`
}

// BackupKey is a keyholder as it was when a backup was made.
type BackupKey struct {
	ID    record.ID `json:"id"`
	Kind  KeyKind   `json:"kind"`
	Label string    `json:"label"`
}

// Fault is what is the matter with a backup.
type Fault string

// The faults.
const (
	FaultTruncated Fault = "truncated"
	FaultAltered   Fault = "altered"
	FaultForged    Fault = "forged"
	FaultOther     Fault = "not_a_backup"
)

// BackupFault is the fault of the file that an error of reading tells of; ""
// for any other error, such as a wrong key.
func BackupFault(err error) Fault {
	for _, known := range []struct {
		is    error
		fault Fault
	}{{backup.ErrTruncated, FaultTruncated}, {backup.ErrAltered, FaultAltered}, {backup.ErrForged, FaultForged}, {backup.ErrNotBackup, FaultOther}} {
		if errors.Is(err, known.is) {
			return known.fault
		}
	}
	return ""
}

func backupSchema() record.Schema[Backup] {
	return record.Schema[Backup]{
		Collection: "backup", Version: 1,
		Key: func(b Backup) record.Key { return record.Key(b.ID) },
	}
}

// Path is where the file lay when it was made.
func (b Backup) Path() string { return filepath.Join(b.Place, b.File) }

// Verified: it was read to its last byte, and nothing was the matter.
func (b Backup) Verified() bool { return b.Wrong == "" && !b.Read.IsZero() }

// There says whether a file of that name and size lies where it was made. A
// stick that is not plugged in has none.
func (b Backup) There() bool {
	info, err := os.Lstat(b.Path())
	return err == nil && info.Mode().IsRegular() && info.Size() == b.Size
}

// registered are all lines of the register, the newest first.
func registered(tx *store.Tx) ([]Backup, error) {
	var all []Backup
	err := store.In(tx, backupSchema()).Scan("", func(b Backup) error { all = append(all, b); return nil })
	slices.SortStableFunc(all, func(a, b Backup) int {
		return cmp.Or(b.Made.Compare(a.Made), cmp.Compare(b.Sequence, a.Sequence))
	})
	return all, err
}

// register keeps that a backup was made.
func (a Backups) register(made backup.Made, wish BackupWish, automatic bool) (Backup, error) {
	id, err := a.b.NewID()
	if err != nil {
		return Backup{}, err
	}
	place, err := filepath.Abs(filepath.Dir(made.Path))
	if err != nil {
		place = filepath.Dir(made.Path)
	}
	entry := Backup{ID: id, File: filepath.Base(made.Path), Place: place, Made: made.Made, Size: made.Size,
		Records: made.Records(), Generation: made.Anchor.Generation, Sequence: made.Anchor.Sequence,
		Others: len(wish.Others), Passphrase: wish.Passphrase != "", Automatic: automatic, Read: a.b.env.Clock().UTC()}
	if !entry.Passphrase {
		entry.Keys = keysIn(made.Roster)
	}
	err = a.b.act(ActBackup, func(w *work) error {
		entry.Erased, err = erasures(w.tx)
		if err != nil {
			return err
		}
		return store.In(w.tx, backupSchema()).Put(entry)
	})
	return entry, err
}

func keysIn(r keyring.Roster) []BackupKey {
	keys := make([]BackupKey, len(r.Holders))
	for i, h := range r.Holders {
		keys[i] = BackupKey{h.ID, h.Kind, h.Label}
	}
	return keys
}

// erasures counts what was erased. What waits to be is still in the history,
// and in a backup that is made meanwhile.
func erasures(tx *store.Tx) (n int, err error) {
	return n, tombstones(tx, func(t tombstone) {
		if !t.Waiting {
			n++
		}
	})
}

// change changes one line of the register. It fails with a Problem where there
// is none.
func (a Backups) change(kind Kind, id record.ID, change func(*Backup, *work)) (Backup, error) {
	var entry Backup
	err := a.b.act(kind, func(w *work) (err error) {
		in := store.In(w.tx, backupSchema())
		if entry, err = in.Get(record.Key(id)); err != nil {
			return err
		}
		change(&entry, w)
		return in.Put(entry)
	})
	if errors.Is(err, record.ErrNotFound) {
		err = wording.Refuse("backup", "There is no such backup in the register.")
	}
	return entry, err
}

// Remove takes a backup out of the register and, where its file lies there,
// removes that. The last one that was verified is refused: then nothing would
// be left to come back to.
func (a Backups) Remove(id record.ID) error {
	var all []Backup
	err := a.b.view(func(tx *store.Tx) (err error) { all, err = registered(tx); return err })
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(b Backup) bool { return b.ID == id })
	if at < 0 {
		return wording.Refuse("backup", "There is no such backup in the register.")
	}
	others := slices.Delete(slices.Clone(all), at, at+1)
	if all[at].Verified() && all[at].There() && !slices.ContainsFunc(others, func(b Backup) bool { return b.Verified() && b.There() }) {
		return wording.Refuse("backup", "This is the last backup that was read back and is there. Make another one first.")
	}
	return a.remove(all[at])
}

func (a Backups) remove(b Backup) error {
	if b.There() {
		if err := errors.Join(os.Remove(b.Path()), ignoreMissing(os.Remove(backup.CompanionPath(b.Path())))); err != nil {
			return err
		}
	}
	return a.b.act(ActBackupGone, func(w *work) error {
		return store.In(w.tx, backupSchema()).Delete(record.Key(b.ID))
	})
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
