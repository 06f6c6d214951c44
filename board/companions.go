package board

import (
	"time"

	"holdfast/backup"
	"holdfast/store"
	"holdfast/wording"
)

// Companion is a backup of which something is to be told that happened after
// it was made, and whether the file beside it says so now.
type Companion struct {
	// Backup is the name of its file.
	Backup  string
	Written bool
	// Why says why not.
	Why wording.Text
}

// TellBackups writes beside every backup that is there what was erased and
// taken back since it was made, so that a restore elsewhere knows it too. Erase
// does so by itself, and so does every new backup; one that is not there (a
// stick in a drawer) is named, and can be told later.
func (l Leaving) TellBackups() ([]Companion, error) { return l.b.tellBackups() }

func (b *Board) tellBackups() ([]Companion, error) {
	opened, err := b.vault()
	if err != nil {
		return nil, err
	}
	since, err := sinceEver(opened)
	if err != nil {
		return nil, err
	}
	late, err := b.untold()
	if err != nil {
		return nil, err
	}
	var told []Companion
	for _, made := range late {
		c := Companion{Backup: made.File}
		if !made.There() {
			c.Why = wording.T("It is not there now. Bring the place where it lies back, and tell the backups again.")
		} else if err := backup.WriteCompanion(b.env, opened, made.Path(), since); err != nil {
			c.Why = Explain(err).Says[0]
		} else {
			c.Written = true
		}
		told = append(told, c)
	}
	return told, nil
}

// untold are the backups that were made before something was erased or taken
// back.
func (b *Board) untold() (late []Backup, err error) {
	return late, b.view(func(tx *store.Tx) error {
		all, err := registered(tx)
		if err != nil {
			return err
		}
		n, err := erasures(tx)
		for _, made := range all {
			if err != nil {
				return err
			}
			then := made.Made
			if then.After(b.env.Clock()) {
				then = time.Time{} // by a wrong clock
			}
			var back []backup.Withdrawal
			if back, err = withdrawalsSince(tx, then); made.Erased < n || len(back) > 0 {
				late = append(late, made)
			}
		}
		return err
	})
}
