package board

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"holdfast/backup"
	"holdfast/record"
	"holdfast/store"
	"holdfast/synced"
	"holdfast/wording"
)

// BackupWish is what a new backup is to be.
type BackupWish struct {
	// Path is a file that is not there yet, or a folder: then the file in it
	// has a neutral name with the day.
	Path string
	// Others are public keys (age1pq1…) that open it besides the keyholders.
	Others []string
	// Passphrase, where it is not empty, opens it in place of everybody else.
	Passphrase string
}

// Make makes a backup while the board goes on being used, reads it back to its
// last byte, and only then calls it one and keeps it in the register. Ending
// ctx, or locking, leaves nothing behind. It fails as backup.Create does, and
// with a Problem (field "register") where the backup stands and only the vault
// had no room to note it; Explain has the sentences.
func (a Backups) Make(ctx context.Context, wish BackupWish, progress Progress) (Backup, error) {
	return a.make(ctx, wish, false, progress)
}

func (a Backups) make(ctx context.Context, wish BackupWish, automatic bool, progress Progress) (Backup, error) {
	opened, err := a.b.vault()
	if err != nil {
		return Backup{}, err
	}
	now, err := a.b.Now()
	if err != nil {
		return Backup{}, err
	}
	path, err := freePath(wish.Path, record.DateOf(now))
	if err != nil {
		return Backup{}, err
	}
	making := backup.Making{Path: path, Others: wish.Others, Passphrase: wish.Passphrase}
	for again := true; ; again = false {
		if making.Since, err = sinceEver(opened); err != nil {
			return Backup{}, err
		}
		made, err := backup.Create(ctx, a.b.env, opened, making, progress)
		if errors.Is(err, store.ErrRewritten) && again {
			continue // somebody was erased, or a key taken away, meanwhile
		}
		if err != nil {
			return Backup{}, unplugged(err)
		}
		entry, err := a.register(made, wish, automatic)
		if err != nil {
			return entry, unregistered(path, err)
		}
		_, err = a.b.tellBackups() // of what was erased while their place was away
		return entry, err
	}
}

// unregistered is for a backup that is whole but could not be noted. Where the
// disk of the vault is full it may be the only one for a while, so it stays;
// locking leaves nothing behind.
func unregistered(path string, err error) error {
	if errors.Is(err, store.ErrLocked) {
		return errors.Join(err, os.Remove(path))
	}
	return errors.Join(err, wording.Refuse("register",
		"The backup is whole, was read back and stays where it is. Only the vault's own list of backups could not be written: look whether its disk is full or read-only."))
}

// AboutPlace is what to say about a folder or file for backups, before or after
// one is made there; empty where nothing is to be said. It forbids nothing.
func (a Backups) AboutPlace(path string) wording.Text {
	if path == "" {
		return wording.Text{}
	}
	if service, ok := synced.Find(path, a.b.env.Home); ok {
		return service.AboutBackup()
	}
	if filepath.Ext(path) != "" && missing(path) {
		path = filepath.Dir(path) // the file that is to be made
	}
	if opened, err := a.b.vault(); err == nil && opened.Shares(path) {
		return wording.T("This folder lies on the same disk as the vault: if the computer is lost or its disk fails, the backup goes with it. A stick that is kept somewhere else is safer.")
	}
	return wording.Text{}
}

// ErrUnplugged says that the place of a file went away while it was written or
// read. Put the stick in again, or take another one.
var ErrUnplugged = errors.New("the disk or stick does not answer any more")

// unplugged is an error of making a backup in a folder that was there when it
// began: where it is missing now, somebody pulled the stick out.
func unplugged(err error) error {
	if errors.Is(err, fs.ErrNotExist) || isGone(err) {
		return errors.Join(ErrUnplugged, err)
	}
	return err
}

// freePath is the path itself or, in a folder, a neutral name that is free. A
// name without an ending is a folder that is not there, such as that of a stick:
// a file of that name would lie on the wrong disk.
func freePath(path string, on record.Date) (string, error) {
	if path == "" {
		return "", wording.Refuse("file", "Say where the backup is to lie.")
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
	case missing(path) && filepath.Ext(path) == "", missing(filepath.Dir(path)):
		return "", wording.Refuse("file", "There is no such folder. Put the stick in that it lies on, or choose another one.")
	default:
		return path, nil
	}
	name := backup.FileName(on)
	for n := 2; n < 1000; n++ {
		free := filepath.Join(path, name)
		if _, err := os.Lstat(free); errors.Is(err, fs.ErrNotExist) {
			return free, nil
		}
		name = strings.TrimSuffix(backup.FileName(on), ".age") + fmt.Sprintf("-%d.age", n)
	}
	return "", fs.ErrExist
}

func missing(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// sinceEver is everything that was ever erased or taken back. What waits to be
// erased is in a backup's history still, and so not said to be.
func sinceEver(opened *store.Store) (since backup.Since, err error) {
	return since, opened.View(func(tx *store.Tx) (err error) {
		if since.Withdrawals, err = withdrawalsSince(tx, time.Time{}); err != nil {
			return err
		}
		return tombstones(tx, func(t tombstone) {
			if !t.Waiting {
				since.Tombstones = append(since.Tombstones, t.Tombstone)
			}
		})
	})
}

// sinceThen is what was ever erased or taken back, what waits to be erased too.
// What a backup knows of it is in the backup: by the days of the two it can't be
// told, since a clock may have been wrong when one of them was written down.
func sinceThen(tx *store.Tx) (since backup.Since, err error) {
	err = tombstones(tx, func(t tombstone) { since.Tombstones = append(since.Tombstones, t.Tombstone) })
	if err == nil {
		since.Withdrawals, err = withdrawalsSince(tx, time.Time{})
	}
	return since, err
}

// Due says whether a backup should be made by itself now: a place is chosen, it
// is there, so many days have passed since the last one that was verified, and
// something was done since.
func (a Backups) Due() (bool, error) {
	s, all, err := a.state()
	if err != nil || s.Backup.Place == "" || s.Backup.Days == 0 {
		return false, err
	}
	if info, err := os.Stat(s.Backup.Place); err != nil || !info.IsDir() {
		return false, nil
	}
	last := lastVerified(all, a.b.env.Clock())
	if last == nil {
		return true, nil
	}
	if today := record.DateOf(a.b.in(s)); today.Before(record.DateOf(last.Made.In(s.Location())).AddDays(s.Backup.Days)) {
		return false, nil
	}
	n, err := a.doneSince(last.Made, last.Generation, last.Sequence)
	return n > 0, err
}

// state are the settings and the register.
func (a Backups) state() (s Settings, all []Backup, err error) {
	if s, err = a.b.Settings(); err != nil {
		return s, nil, err
	}
	return s, all, a.b.view(func(tx *store.Tx) (err error) { all, err = registered(tx); return err })
}

// lastVerified is the newest backup that was read to its end; nil for none. One
// that a wrong clock dated after tomorrow says nothing about how old it is.
func lastVerified(all []Backup, now time.Time) *Backup {
	for i := range all {
		if all[i].Verified() && all[i].dated(now) {
			return &all[i]
		}
	}
	return nil
}

// dated says whether the day of a backup can be right.
func (b Backup) dated(now time.Time) bool { return b.Made.Before(now.AddDate(0, 0, 1)) }

// doneSince counts the acts since a backup was made, but for those that only
// keep the books about backups and keys. A rewrite numbers acts anew: then
// their times have to do.
func (a Backups) doneSince(made time.Time, generation, sequence uint64) (n int, err error) {
	opened, err := a.b.vault()
	if err != nil {
		return 0, err
	}
	numbered := opened.Position().Generation == generation
	if numbered {
		made = time.Time{}
	}
	return n, opened.Journal(made, func(act store.Act) error {
		if !Kind(act.Kind).bookkeeping() && (!numbered || act.Sequence > sequence) {
			n++
		}
		return nil
	})
}

// bookkeeping says whether an act changes nothing that anybody wrote.
func (k Kind) bookkeeping() bool {
	return strings.HasPrefix(string(k), "backup.") || strings.HasPrefix(string(k), "vault.")
}

// Automatic makes a backup in the chosen place and lets older ones go that the
// settings keep no longer: for a quiet moment when one is Due, or for "Back up
// and close". The last that was verified is never let go. It fails as Make
// does, or with a Problem where no place is chosen.
func (a Backups) Automatic(ctx context.Context, progress Progress) (Backup, error) {
	s, err := a.b.Settings()
	if err != nil {
		return Backup{}, err
	}
	if s.Backup.Place == "" {
		return Backup{}, wording.Refuse("backup_place", "Choose a folder for backups first.")
	}
	made, err := a.make(ctx, BackupWish{Path: s.Backup.Place}, true, progress)
	if err != nil {
		return made, err
	}
	// Another Holdfast may be writing there now; nobody writes for a day.
	return made, errors.Join(a.rotate(s), backup.Sweep(s.Backup.Place, a.b.env.Clock().AddDate(0, 0, -1)))
}

// rotate lets go of what is no longer kept. Only what was made by itself, and
// lies in the chosen place, is ever removed; what a wrong clock dated stays out of
// it, or it would be the newest for years and the others would go.
func (a Backups) rotate(s Settings) error {
	_, all, err := a.state()
	if err != nil {
		return err
	}
	var ours []Backup
	var kept []backup.Kept
	for _, b := range all {
		if b.Automatic && b.Place == s.Backup.Place && b.There() && b.dated(a.b.env.Clock()) {
			ours = append(ours, b)
			kept = append(kept, backup.Kept{On: record.DateOf(b.Made.In(s.Location())), Verified: b.Verified()})
		}
	}
	for i, gone := range s.Backup.Keep.Rotate(kept) {
		if gone {
			err = errors.Join(err, a.remove(ours[i]))
		}
	}
	return err
}
