package board

import (
	"bytes"
	"errors"
	"maps"
	"slices"

	"holdfast/attachment"
	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Undo takes back what one act did about one person: the fields that it
// changed are again as they were before it, and later changes of other fields
// stay. It is an act of its own, so it can be taken back too. Where a later
// change touched the same fields it fails with a Problem, and nothing is
// changed.
func (b *Board) Undo(id member.ID, sequence uint64) error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	versions, err := opened.Versions("", record.Key(id))
	if err != nil {
		return err
	}
	return b.takeBack(id, versions, sequence)
}

// UndoLast is Undo of the latest act about one person, for an offer to take
// back what was just done. Where that is not of the kind, something else was
// done since; then it fails with a Problem, and nothing is changed.
func (b *Board) UndoLast(id member.ID, kind Kind) error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	versions, err := opened.Versions("", record.Key(id))
	if err != nil {
		return err
	}
	versions = slices.DeleteFunc(versions, func(v store.Version) bool { return !ofPeople(v.Collection) })
	if len(versions) == 0 {
		return errNobody(record.ErrNotFound)
	}
	last := versions[len(versions)-1]
	if Kind(last.Kind) != kind {
		return changedSince()
	}
	return b.takeBack(id, versions, last.Sequence)
}

// takeBack is Undo once the versions of a person's records are read.
func (b *Board) takeBack(id member.ID, versions []store.Version, sequence uint64) error {
	steps := stepsOf(versions, sequence)
	if len(steps) == 0 || Kind(steps[0].after.Kind).final() {
		return wording.Refuse("sequence", "There is no such change in this person's history.")
	}
	return b.act(ActUndo, func(w *work) error {
		w.touch(id)
		left := false
		for _, s := range steps {
			now, err := s.shelf.get(w.tx, s.after.Key)
			if err != nil {
				return err
			}
			then, err := s.back(now)
			if err != nil {
				return err
			}
			if then.equal(now) {
				continue
			}
			left = true
			if err := s.shelf.put(w.tx, s.after.Key, then); err != nil {
				return err
			}
		}
		if !left {
			return wording.Refuse("sequence", "This was taken back already, or changed since. Nothing is left of it.")
		}
		return stillWhole(w, id)
	})
}

// step is one record before and after the act that is taken back.
type step struct {
	shelf         shelf
	before, after store.Version
}

func stepsOf(versions []store.Version, sequence uint64) []step {
	before, shelves := map[place]store.Version{}, shelves()
	var steps []step
	for _, v := range versions {
		at := place{v.Collection, v.Key}
		if shelf, known := shelves[v.Collection]; known && v.Sequence == sequence {
			steps = append(steps, step{shelf, before[at], v})
		}
		before[at] = v
	}
	return steps
}

// standingOf says what has become of an act of at least one step, by the last
// version of each record.
func standingOf(steps []step, last map[place]store.Version) (Standing, error) {
	if Kind(steps[0].after.Kind).final() {
		return ForGood, nil
	}
	standing := TakenBack
	for _, s := range steps {
		latest := last[place{s.after.Collection, s.after.Key}]
		now, err := s.shelf.values(latest)
		if err != nil {
			return "", err
		}
		switch then, err := s.back(now); {
		case len(wording.Problems(err)) > 0:
			return ChangedSince, nil
		case err != nil:
			return "", err
		case !then.equal(now):
			standing = Stands
		case standing == TakenBack && Kind(latest.Kind) != ActUndo:
			standing = ChangedSince
		}
	}
	return standing, nil
}

// back is what a record becomes once the step is taken back: the fields that
// it changed are as they were. It fails with a Problem where a later change
// touched them.
func (s step) back(now values) (values, error) {
	was, err := s.shelf.values(s.before)
	if err != nil {
		return nil, err
	}
	became, err := s.shelf.values(s.after)
	switch {
	case err != nil:
		return nil, err
	case was.equal(now):
		return now, nil
	case (now == nil) != (became == nil), was == nil && !now.equal(became):
		return nil, changedSince()
	case was == nil || became == nil:
		return was, nil
	}
	then := maps.Clone(now)
	changed := maps.Clone(was)
	maps.Copy(changed, became)
	for name := range changed {
		old, had := was[name]
		switch {
		case bytes.Equal(old, became[name]):
		case !bytes.Equal(now[name], became[name]) && !bytes.Equal(now[name], old):
			return nil, changedSince()
		case had:
			then[name] = old
		default:
			delete(then, name)
		}
	}
	return then, nil
}

func changedSince() error {
	return wording.Refuse("sequence", "This was changed again afterwards; take the later change back first.")
}

// stillWhole refuses to take back what would leave something that makes no
// sense: a person or a sheet that could not be saved, or notes, a sheet or
// contacts without their person.
func stillWhole(w *work, id member.ID) error {
	m, err := store.In(w.tx, member.Schema()).Get(record.Key(id))
	if errors.Is(err, record.ErrNotFound) {
		return nobodyLeftBehind(w.tx, id)
	}
	if err != nil {
		return err
	}
	if err := m.Validate(w.today()); err != nil {
		return err
	}
	s, err := w.contacts().Sheet(id)
	if err != nil {
		return err
	}
	return s.Validate()
}

func nobodyLeftBehind(tx *store.Tx, id member.ID) error {
	for _, collection := range []string{member.NoteSchema().Collection, contact.Schema().Collection,
		contact.EntrySchema().Collection, consent.EventSchema().Collection, consent.UseSchema().Collection,
		consent.QuoteSchema().Collection, attachment.Schema().Collection,
		compensation.Schema().Collection, compensation.WaySchema().Collection, compensation.PayeeSchema().Collection} {
		err := tx.ScanRaw(collection, record.Key(id), func(record.Key, []byte) error {
			return wording.Refuse("sequence", "Something was written about this person afterwards; take that back first.")
		})
		if err != nil {
			return err
		}
	}
	return nil
}
