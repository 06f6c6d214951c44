package board

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"

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
	if len(steps) == 0 {
		return wording.Refuse("sequence", "There is no such change in this person's history.")
	}
	return b.act(ActUndo, func(w *work) error {
		w.touch(id)
		for _, s := range steps {
			if err := s.undo(w.tx); err != nil {
				return err
			}
		}
		return stillWhole(w, id)
	})
}

// step is one record before and after the act that is taken back.
type step struct{ before, after store.Version }

func stepsOf(versions []store.Version, sequence uint64) []step {
	before := map[place]store.Version{}
	var steps []step
	for _, v := range versions {
		at := place{v.Collection, v.Key}
		if v.Sequence == sequence && ofPeople(v.Collection) && !Kind(v.Kind).erases() {
			steps = append(steps, step{before[at], v})
		}
		before[at] = v
	}
	return steps
}

func (s step) undo(tx *store.Tx) error {
	switch s.after.Collection {
	case member.Schema().Collection:
		return undo(tx, member.Schema(), s)
	case member.NoteSchema().Collection:
		return undo(tx, member.NoteSchema(), s)
	case contact.Schema().Collection:
		return undo(tx, contact.Schema(), s)
	default:
		return undo(tx, contact.EntrySchema(), s)
	}
}

func undo[V any](tx *store.Tx, schema record.Schema[V], s step) error {
	records := store.In(tx, schema)
	now, err := records.Get(s.after.Key)
	gone := errors.Is(err, record.ErrNotFound)
	if err != nil && !gone {
		return err
	}
	existed := s.before.Raw != nil && !s.before.Deleted
	if gone != s.after.Deleted {
		return changedSince()
	}
	former, err := decoded(schema, s.before)
	if err != nil {
		return err
	}
	if s.after.Deleted {
		return records.Put(former)
	}
	after, err := decoded(schema, s.after)
	if err != nil {
		return err
	}
	if !existed {
		same, err := alike(now, after)
		if err == nil && !same {
			err = changedSince()
		}
		if err != nil {
			return err
		}
		return records.Delete(s.after.Key)
	}
	merged, err := merge(former, after, now)
	if err != nil {
		return err
	}
	return records.Put(merged)
}

// merge is now with the fields that differ between before and after as they
// were before.
func merge[V any](before, after, now V) (V, error) {
	var result V
	was, err := fields(before)
	if err != nil {
		return result, err
	}
	became, err := fields(after)
	if err != nil {
		return result, err
	}
	is, err := fields(now)
	if err != nil {
		return result, err
	}
	names := slices.Concat(keysOf(was), keysOf(became))
	for _, name := range names {
		if bytes.Equal(was[name], became[name]) {
			continue
		}
		if !bytes.Equal(is[name], became[name]) && !bytes.Equal(is[name], was[name]) {
			return result, changedSince()
		}
	}
	for _, name := range names {
		if bytes.Equal(was[name], became[name]) {
			continue
		}
		if old, had := was[name]; had {
			is[name] = old
		} else {
			delete(is, name)
		}
	}
	raw, err := json.Marshal(is)
	if err != nil {
		return result, err
	}
	return result, json.Unmarshal(raw, &result)
}

// fields are the parts of a record by their JSON names.
func fields(record any) (map[string]json.RawMessage, error) {
	raw, err := json.Marshal(record)
	if err != nil {
		return nil, err
	}
	var parts map[string]json.RawMessage
	return parts, json.Unmarshal(raw, &parts)
}

func keysOf(parts map[string]json.RawMessage) []string {
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	return names
}

func alike(a, b any) (bool, error) {
	x, err := json.Marshal(a)
	if err != nil {
		return false, err
	}
	y, err := json.Marshal(b)
	return bytes.Equal(x, y), err
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
		contact.EntrySchema().Collection} {
		err := tx.ScanRaw(collection, record.Key(id), func(record.Key, []byte) error {
			return wording.Refuse("sequence", "Something was written about this person afterwards; take that back first.")
		})
		if err != nil {
			return err
		}
	}
	return nil
}
