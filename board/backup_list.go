package board

import (
	"slices"

	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// BackupLine is a backup as a list shows it.
type BackupLine struct {
	Backup
	// On is the day it was made, in the coordinator's zone.
	On record.Date
	// ReadOn is the day it was last read to its last byte.
	ReadOn record.Date
	// Found says whether its file lies where it was made, now.
	Found bool
	// HoldsErased: somebody was erased since, and it may still hold them.
	HoldsErased bool
	// Removed are the labels of keys that open it and were taken away since.
	Removed []string
	// Opens is what it opens with: "2 keys". State is how it is, in a word or
	// two, and Urgency how that is coloured.
	Opens, State wording.Text
	Urgency      Urgency
}

// List is the register of backups, the newest first.
func (a Backups) List() ([]BackupLine, error) {
	s, all, err := a.state()
	if err != nil {
		return nil, err
	}
	holders, err := a.b.Keyholders()
	if err != nil {
		return nil, err
	}
	opened, err := a.b.vault()
	if err != nil {
		return nil, err
	}
	erased := 0
	if err := opened.View(func(tx *store.Tx) (err error) { erased, err = erasures(tx); return err }); err != nil {
		return nil, err
	}
	lines := make([]BackupLine, len(all))
	for i, b := range all {
		l := BackupLine{Backup: b, On: record.DateOf(b.Made.In(s.Location())), ReadOn: record.DateOf(b.Read.In(s.Location())), Found: b.There(), HoldsErased: b.Erased < erased}
		for _, k := range b.Keys {
			if !slices.ContainsFunc(holders, func(h Keyholder) bool { return h.ID == k.ID }) {
				l.Removed = append(l.Removed, k.Label)
			}
		}
		l.Opens = b.opens()
		l.State, l.Urgency = l.state(l.ReadOn)
		lines[i] = l
	}
	return lines, nil
}

// opens says in a word what a backup opens with.
func (b Backup) opens() wording.Text {
	if b.Passphrase {
		return wording.T("its own passphrase")
	}
	return wording.N(len(b.Keys)+b.Others, "{n} key", "{n} keys")
}

// state says in a word how a backup is; the gravest thing alone.
func (l BackupLine) state(read record.Date) (wording.Text, Urgency) {
	switch {
	case l.Wrong != "":
		return l.Wrong.words(read), Care
	case l.HoldsErased:
		return wording.T("may hold an erased person: destroy"), Care
	case len(l.Removed) > 0:
		return wording.N(len(l.Removed), "opens with a key that was taken away: destroy it", "opens with {n} keys that were taken away: destroy it"), Care
	default:
		return wording.T("{date}, intact", "date", read), Calm
	}
}

// words says what is the matter with a backup.
func (f Fault) words(on record.Date) wording.Text {
	switch f {
	case FaultTruncated:
		return wording.T("{date}: its end is missing", "date", on)
	case FaultForged:
		return wording.T("{date}: somebody else made it", "date", on)
	case FaultOther:
		return wording.T("{date}: it is no backup any more", "date", on)
	default:
		return wording.T("{date}: it was changed or is damaged", "date", on)
	}
}
