package board

import (
	"bytes"
	"context"
	"errors"

	"holdfast/backup"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Forget erases everything about a person: first what is seen, at once, and
// then, by writing the vault anew, every earlier version. What stays is said
// by Held. Where the rewrite can't be done now (no room, stopped, killed),
// the person waits to be erased; Erase finishes it.
func (l Leaving) Forget(ctx context.Context, id member.ID, progress store.Progress) (Erased, error) {
	if err := l.MarkPerson(id); err != nil {
		return Erased{}, err
	}
	return l.Erase(ctx, progress)
}

// MarkPerson takes a person off the board and has everything about them wait
// for Erase. It fails with a Problem while a legal hold is in force.
func (l Leaving) MarkPerson(id member.ID) error {
	err := l.b.act(ActForget, func(w *work) error {
		if err := errors.Join(free(w.tx, id), known(w.tx, id)); err != nil {
			return err
		}
		w.touch(id)
		return mark(w, backup.Tombstone{ID: id, Kind: personErased, On: w.today()})
	})
	l.b.drop()
	return err
}

// mark puts a tombstone that waits, and takes what it is about out of what is
// seen.
func mark(w *work, stones ...backup.Tombstone) error {
	e := newEraser(stones)
	for _, t := range stones {
		if err := store.In(w.tx, tombstoneSchema()).Put(tombstone{Tombstone: t, Waiting: true, PassedOn: w.passesOn(t)}); err != nil {
			return err
		}
	}
	for _, collection := range w.tx.Collections() {
		if collection == tombstoneSchema().Collection {
			continue
		}
		if err := e.clean(w.tx, collection); err != nil {
			return err
		}
	}
	return nil
}

// passesOn says whether somebody who is taken off lets what is needed to pay
// them be passed on.
func (w *work) passesOn(t backup.Tombstone) bool {
	return t.Kind == personErased && w.before.file(t.ID).May(consent.Question{Purpose: consent.PayData,
		Recipient: w.settings.Pay.PassedTo(), Day: w.before.dayOf(t.ID, w.now)}).Verdict == consent.Yes
}

// clean edits the live records of a collection.
func (e *eraser) clean(tx *store.Tx, collection string) error {
	type change struct {
		key record.Key
		raw []byte
	}
	var changes []change
	err := tx.ScanRaw(collection, "", func(key record.Key, raw []byte) error {
		left, keep := e.edit(collection, key, raw)
		if !keep {
			changes = append(changes, change{key: key})
		} else if !bytes.Equal(left, raw) {
			changes = append(changes, change{key, bytes.Clone(left)})
		}
		return nil
	})
	for _, c := range changes {
		if err != nil {
			return err
		}
		if c.raw == nil {
			err = tx.DeleteRaw(collection, c.key)
		} else {
			err = tx.PutRaw(collection, c.key, c.raw)
		}
	}
	return err
}

// known refuses a number under which nothing is kept.
func known(tx *store.Tx, id member.ID) error {
	for _, collection := range tx.Collections() {
		err := tx.ScanRaw(collection, record.Key(id), func(record.Key, []byte) error { return errFound })
		if id != "" && errors.Is(err, errFound) {
			return nil
		} else if err != nil && !errors.Is(err, errFound) {
			return err
		}
	}
	return errNobody(record.ErrNotFound)
}

var errFound = errors.New("there is one")

// Erased is what an erasing came to.
type Erased struct {
	// Done is how much was erased, in people, records and fields.
	Done int
	// Unfinished names what could not be removed from the disk yet; it is
	// tried again at each unlock, and until then the erasing is not done.
	Unfinished []string
	// Companions is what became of the files beside the backups.
	Companions []Companion
}

// Waiting is something that was taken off and waits to be erased.
type Waiting struct {
	ID    record.ID
	Kind  string
	What  wording.Text
	Since record.Date
}

// Waiting is what waits to be erased, as the vault keeps it.
func (l Leaving) Waiting() ([]Waiting, error) {
	var all []Waiting
	err := l.b.view(func(tx *store.Tx) error {
		return tombstones(tx, func(t tombstone) {
			if t.Waiting {
				all = append(all, Waiting{ID: t.ID, Kind: t.Kind, What: stoneWords(t.Tombstone), Since: t.On})
			}
		})
	})
	return all, err
}

// Erase writes the vault anew without anything that waits to be erased, with
// no earlier version of it and no half-typed form, and tells the backups. It
// needs room for a second copy. Ending ctx, or locking, leaves the vault as it
// was; what waits goes on waiting. Nothing is done where nothing waits.
func (l Leaving) Erase(ctx context.Context, progress store.Progress) (Erased, error) {
	opened, err := l.b.vault()
	if err != nil {
		return Erased{}, err
	}
	e, err := eraserOf(opened)
	if err != nil || len(e.marks) == 0 {
		return Erased{}, err
	}
	if err := opened.ClearDraft(); err != nil {
		return Erased{}, err
	}
	err = opened.Rewrite(ctx, store.Filter{Edit: e.edit}, progress)
	l.b.drop()
	if err != nil {
		return Erased{}, err
	}
	done := Erased{Done: len(e.marks)}
	// A vault that a restore had replaced holds them too.
	if opened.DropReplaced() != nil {
		done.Unfinished = append(done.Unfinished, "replaced")
	}
	done.Unfinished = append(done.Unfinished, opened.Unfinished()...)
	done.Companions, err = l.b.tellBackups()
	return done, err
}

// eraserOf is the eraser of everything that waits in a vault.
func eraserOf(opened *store.Store) (*eraser, error) {
	var e *eraser
	err := opened.View(func(tx *store.Tx) error {
		var stones []backup.Tombstone
		err := tombstones(tx, func(t tombstone) {
			if t.Waiting {
				stones = append(stones, t.Tombstone)
			}
		})
		e = newEraser(stones)
		return err
	})
	if err != nil {
		return nil, err
	}
	for id := range e.people {
		if err := e.called(opened, id); err != nil {
			return nil, err
		}
	}
	if len(e.fields) == 0 && len(e.names.whole) == 0 {
		return e, nil
	}
	return e, opened.View(e.look)
}

// called learns what somebody was called, from every version that the journal
// still has.
func (e *eraser) called(opened *store.Store, id record.ID) error {
	versions, err := opened.Versions("", record.Key(id))
	if err != nil {
		return err
	}
	for _, v := range versions {
		if v.Raw == nil || v.Deleted {
			continue
		}
		if err := e.names.learn(v.Collection, v.Raw); err != nil {
			return err
		}
	}
	return nil
}

// look finds the records that name the forgotten now, and those in which a
// field to erase was filled in again.
func (e *eraser) look(tx *store.Tx) error {
	for _, collection := range tx.Collections() {
		err := tx.ScanRaw(collection, "", func(key record.Key, raw []byte) error {
			at := place{collection, key}
			if e.names.in(raw) {
				e.still[at] = true
			}
			if e.fields[at] != nil {
				e.refilled[at] = bytes.Clone(raw)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
