package board

import (
	"cmp"
	"context"
	"slices"

	"holdfast/find"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Touched is somebody about whom a restore would change something.
type Touched struct {
	Member member.ID
	// Name is that of today or, of who comes back, the one in the backup.
	Name string
	// Comes and Goes are for who is in the backup alone, and for who is on the
	// board alone; of everybody else something would be different.
	Comes, Goes bool
}

// Words say what would become of it.
func (t Touched) Words() wording.Text {
	switch {
	case t.Comes:
		return wording.T("would be added")
	case t.Goes:
		return wording.T("would be gone")
	default:
		return wording.T("something of theirs would change")
	}
}

// weight is larger for whom a person looks for first.
func (t Touched) weight() int {
	if t.Comes || t.Goes {
		return 1
	}
	return 0
}

// Names opens the names of those about whom a plan would change something, by
// name, those first who would be added or gone. A plan itself names nobody: this is
// for a person who asks. It reads the backup once more, and fails as Plan does.
func (r *Restore) Names(ctx context.Context, over *Board, p Plan, progress Progress) ([]Touched, error) {
	then, now := map[member.ID]string{}, map[member.ID]string{}
	e, people := newEraser(p.since.Tombstones), member.Schema()
	err := r.opened.Each(ctx, progress, func(act store.Past) error {
		for _, c := range act.Changes {
			if !c.Current || c.Collection != people.Collection {
				continue
			}
			raw, keep := e.edit(c.Collection, c.Key, c.Raw)
			if !keep {
				continue
			}
			m, err := people.Decode(raw)
			if err != nil {
				return err
			}
			then[m.ID] = m.Name
		}
		return nil
	})
	if err == nil && over != nil {
		var on *roll
		if on, err = over.roll(); err == nil {
			for id, m := range on.people {
				now[id] = m.Name
			}
		}
	}
	if err != nil {
		return nil, err
	}
	var all []Touched
	for id := range p.touched {
		was, there := now[id]
		back, comes := then[id]
		if there || comes {
			all = append(all, Touched{Member: id, Name: cmp.Or(was, back), Comes: !there, Goes: !comes})
		}
	}
	slices.SortFunc(all, func(x, y Touched) int {
		return cmp.Or(cmp.Compare(y.weight(), x.weight()), cmp.Compare(find.Fold(x.Name), find.Fold(y.Name)), cmp.Compare(x.Member, y.Member))
	})
	return all, nil
}

// touches keeps that a record under a key would be added, changed or gone. The first
// part of a key is the person whom the record is about, where it is about one.
func (p *Plan) touches(key record.Key) { p.touched[record.ID(key.First())] = true }
