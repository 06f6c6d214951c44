package board

import (
	"slices"
	"time"

	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Entry is one line of the journal: who did what kind of act when. It holds
// nothing of what was written.
type Entry struct {
	Sequence uint64
	At       time.Time
	// Who is the keyholder's label, or "" for one that is gone.
	Who  string
	Kind Kind
	What wording.Text
	// Records is how many records the act touched.
	Records int
}

// Journal is what was done since an instant, the latest first; everything for
// the zero time.
func (b *Board) Journal(since time.Time) ([]Entry, error) {
	who, err := b.names()
	if err != nil {
		return nil, err
	}
	opened, err := b.vault()
	if err != nil {
		return nil, err
	}
	now, err := b.Now()
	if err != nil {
		return nil, err
	}
	var all []Entry
	err = opened.Journal(since, func(a store.Act) error {
		all = append(all, Entry{
			Sequence: a.Sequence, At: a.At.In(now.Location()), Who: who[a.Holder],
			Kind: Kind(a.Kind), What: Kind(a.Kind).Words(), Records: a.Records,
		})
		return nil
	})
	slices.Reverse(all)
	return all, err
}

// names are the labels of the keyholders.
func (b *Board) names() (map[record.ID]string, error) {
	holders, err := b.Keyholders()
	if err != nil {
		return nil, err
	}
	names := make(map[record.ID]string, len(holders))
	for _, h := range holders {
		names[h.ID] = h.Label
	}
	return names, nil
}
