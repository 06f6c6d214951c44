package board

import (
	"slices"

	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Waiting is how many things about backups need a look. It looks at the register
// alone, not at the files.
func (a Backups) Waiting() (int, error) {
	r, err := a.b.roll()
	if err != nil {
		return 0, err
	}
	holders, err := a.b.Keyholders()
	if err != nil {
		return 0, err
	}
	items, err := a.b.backupItems(r, holders)
	return len(items), err
}

// backupItems remind of backups: one is due, one is not as it was written, one
// may hold somebody who was erased.
func (b *Board) backupItems(r *roll, holders []Keyholder) ([]Item, error) {
	var all []Backup
	erased := 0
	err := b.view(func(tx *store.Tx) (err error) {
		if erased, err = erasures(tx); err == nil {
			all, err = registered(tx)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	today := record.DateOf(b.in(r.settings))
	items := b.dueItems(r, holders, lastVerified(all, b.env.Clock()), today)
	wrong, holding := 0, 0
	for _, made := range all {
		switch {
		case made.Wrong != "":
			wrong++
		case made.Erased < erased:
			holding++
		}
	}
	if wrong > 0 {
		items = append(items, Item{Kind: ItemBackupWrong, Tag: wording.T("Backup"), Urgency: Care, Count: wrong,
			Title:  wording.N(wrong, "{n} backup is not as it was written", "{n} backups are not as they were written"),
			Detail: wording.T("Make another one, and see whether the stick or the disk still holds."),
			Act:    wording.T("Open"), Target: ToBackups})
	}
	if holding > 0 {
		items = append(items, Item{Kind: ItemBackupHolds, Tag: wording.T("Backup"), Urgency: Care, Count: holding,
			Title:  wording.N(holding, "{n} backup may hold somebody who was erased", "{n} backups may hold somebody who was erased"),
			Detail: wording.T("Make a new backup, then destroy the old one."),
			Act:    wording.T("Open"), Target: ToBackups})
	}
	return items, nil
}

// dueItems remind of a backup that is due.
func (b *Board) dueItems(r *roll, holders []Keyholder, last *Backup, today record.Date) []Item {
	days := r.settings.Backup.Days
	if days == 0 || len(r.people) == 0 || len(holders) == 0 {
		return nil
	}
	item := Item{Kind: ItemBackup, Tag: wording.T("Backup"), Urgency: Care,
		Title:  wording.T("There is no backup yet"),
		Detail: wording.T("If this computer is lost, so is everything in it. A backup is one encrypted file on a stick."),
		Act:    wording.T("Back up now"), Target: ToBackups}
	since := slices.MinFunc(holders, func(x, y Keyholder) int { return x.Added.Compare(y.Added) }).Added
	if last != nil {
		if !b.movedOn(*last) {
			return nil
		}
		since = last.Made
		item.Title = wording.T("The last backup is of {date}", "date", record.DateOf(last.Made.In(r.settings.Location())))
		item.Detail = wording.T("What was written down since lies on this computer alone.")
	}
	item.Due = record.DateOf(since.In(r.settings.Location())).AddDays(days)
	if today.Before(item.Due) {
		return nil
	}
	return []Item{item}
}

// movedOn says whether more than the line of the register came after a backup.
func (b *Board) movedOn(last Backup) bool {
	opened, err := b.vault()
	if err != nil {
		return false
	}
	now := opened.Position()
	return now.Generation != last.Generation || now.Sequence > last.Sequence+1
}
