package store

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"

	"holdfast/record"
)

// View calls read with the records as they are at this moment; nothing that
// is saved meanwhile changes what it sees. It fails as read does, or with
// ErrLocked.
func (s *Store) View(read func(*Tx) error) error {
	snap, err := s.snapshot()
	if err != nil {
		return err
	}
	defer snap.close()
	tx := &Tx{snap: snap}
	defer tx.end()
	return read(tx)
}

// Act saves what work puts and deletes, all of it or nothing, as one act of a
// person. When it returns nil, the disk has confirmed it. An act that changes
// nothing is not recorded. An Act must not be called inside another.
//
// It fails as work does, or with ErrLocked, ErrNoSpace, ErrTooLarge or
// ErrReadOnly, and then nothing was saved; or with ErrNotCertain.
func (s *Store) Act(kind string, work func(*Tx) error) error {
	s.writer.Lock()
	defer s.writer.Unlock()
	snap, err := s.snapshot()
	if err != nil {
		return err
	}
	defer snap.close()
	tx := &Tx{snap: snap, pending: map[string]map[record.Key]change{}}
	defer tx.end()
	if err := work(tx); err != nil {
		return err
	}
	changes := tx.changes()
	if len(changes) == 0 {
		return nil
	}
	return s.save(content{form: formAct, at: s.env.Clock(), holder: s.Holder(), kind: kind, changes: changes}, snap)
}

// save makes an act durable and then visible. The writer is held.
func (s *Store) save(c content, before *snapshot) error {
	if err := s.guard(c, before); err != nil {
		return err
	}
	// Sealed first: once the journal has the act, nothing may fail any more.
	edits, err := s.work.edits(c.changes)
	if err != nil {
		return err
	}
	if err := s.journal.append(c); err != nil {
		return err
	}
	s.show(edits)
	s.rememberPosition(false)
	return nil
}

// show makes saved edits visible. Where the engine fails, the act stands all
// the same, and the records are read into memory from the journal.
func (s *Store) show(edits []edit) {
	err := s.work.apply(edits)
	if err != nil {
		s.env.Log.Warn("the working copy goes into memory, because the disk failed")
		err = s.fromJournal()
	}
	if err != nil {
		// What is on the disk is right, what could be shown is not: nothing
		// is shown until the vault is unlocked again.
		s.env.Log.Error("the working copy could not be made anew")
		s.Lock()
		return
	}
	s.stand()
}

// fromJournal makes the working copy anew in memory. A failed engine is not
// asked for anything any more.
func (s *Store) fromJournal() error {
	segments, err := walkAll(s.env.disk, s.gen.path)
	if err != nil {
		return err
	}
	_, fresh, err := s.gen.buildInMemory(s.life, segments, nil, nil)
	if err != nil {
		return err
	}
	return s.putWork(fresh)
}

// guard moves the working copy into memory while there is still room: after
// that, a full disk can only refuse a save.
func (s *Store) guard(c content, before *snapshot) error {
	if s.work.engine == nil {
		return nil
	}
	need := uint64(spaceGuard)
	for _, ch := range c.changes {
		need += 2 * uint64(len(ch.value)+len(ch.key)+len(ch.collection))
	}
	if free, err := s.env.FreeSpace(s.gen.path); err == nil && free >= need {
		return nil
	}
	s.env.Log.Warn("the working copy goes into memory, because the disk is nearly full")
	fresh, err := before.inMemory()
	if err != nil {
		return err
	}
	return s.putWork(fresh)
}

// putWork puts a working copy in place of the present one. The engine of that
// is closed once its readers are done; its folder has no seal and is removed
// at the next unlock.
func (s *Store) putWork(fresh *working) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.locked {
		return ErrLocked
	}
	old := s.work
	s.work = fresh
	s.changed.Broadcast()
	go func() {
		if err := old.retire(); err != nil {
			s.env.Log.Warn("the engine did not close")
		}
	}()
	return nil
}

// Tx is what one View or Act sees: the records at its beginning, and in an Act
// also what it has put and deleted itself. It ends with the function that it
// was given to.
type Tx struct {
	snap    *snapshot
	pending map[string]map[record.Key]change // nil in a View
	ended   bool
}

var errEnded = errors.New("this look at the records has ended")

func (tx *Tx) end() { tx.ended = true }

// Collections are the names of all collections that hold a record, sorted.
func (tx *Tx) Collections() []string {
	names := map[string]bool{}
	for name := range tx.snap.index.collections {
		names[name] = true
	}
	for name, changed := range tx.pending {
		for _, c := range changed {
			names[name] = names[name] || !c.deleted
		}
		if len(tx.merged(name, "")) == 0 {
			delete(names, name)
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// Raw reads a record's bytes; record.ErrNotFound where there is none.
func (tx *Tx) Raw(collection string, key record.Key) ([]byte, error) {
	if tx.ended {
		return nil, errEnded
	}
	if c, ok := tx.pending[collection][key]; ok {
		if c.deleted {
			return nil, record.ErrNotFound
		}
		return slices.Clone(c.value), nil
	}
	return tx.snap.find(collection, key)
}

// PutRaw saves bytes as a record: for bringing back a Version, or restoring.
// A malformed key or collection is record.ErrInvalid.
func (tx *Tx) PutRaw(collection string, key record.Key, raw []byte) error {
	return tx.change(change{collection: collection, key: key, value: slices.Clone(raw)})
}

// DeleteRaw takes a record away; record.ErrNotFound where there is none.
func (tx *Tx) DeleteRaw(collection string, key record.Key) error {
	if !tx.has(collection, key) {
		return record.ErrNotFound
	}
	return tx.change(change{collection: collection, key: key, deleted: true})
}

func (tx *Tx) has(collection string, key record.Key) bool {
	if c, ok := tx.pending[collection][key]; ok {
		return !c.deleted
	}
	_, ok := tx.snap.index.find(collection, key)
	return ok
}

func (tx *Tx) change(c change) error {
	switch {
	case tx.ended:
		return errEnded
	case tx.pending == nil:
		return errors.New("nothing can be saved in a View")
	case c.collection == "" || len(c.collection) > 64 || !c.key.Valid():
		return record.ErrInvalid
	}
	if tx.pending[c.collection] == nil {
		tx.pending[c.collection] = map[record.Key]change{}
	}
	tx.pending[c.collection][c.key] = c
	return nil
}

// ScanRaw calls each with every record of a collection under prefix, in the
// order of their keys, and stops at the first error, which it returns. The
// bytes are valid during the call only. What each changes meanwhile may or may
// not come up.
func (tx *Tx) ScanRaw(collection string, prefix record.Key, each func(record.Key, []byte) error) error {
	if tx.ended {
		return errEnded
	}
	var buffer []byte
	for _, it := range tx.merged(collection, prefix) {
		var err error
		if c, ok := tx.pending[collection][it.key]; ok {
			if c.deleted {
				continue
			}
			buffer = append(buffer[:0], c.value...)
		} else if buffer, err = tx.snap.value(buffer[:0], collection, it); err != nil {
			return err
		}
		if err := each(it.key, buffer); err != nil {
			return err
		}
	}
	return nil
}

// merged are the items under prefix with those that this Tx has put. The boxes
// of what it has put are in pending.
func (tx *Tx) merged(collection string, prefix record.Key) []item {
	items := tx.snap.index.under(collection, prefix)
	if len(tx.pending[collection]) == 0 {
		return items
	}
	var edits []edit
	for key, c := range tx.pending[collection] {
		if key.Under(prefix) {
			edits = append(edits, edit{item: item{key: key}, deleted: c.deleted})
		}
	}
	slices.SortFunc(edits, func(a, b edit) int { return strings.Compare(string(a.item.key), string(b.item.key)) })
	return merge(items, edits)
}

// changes are what the act changed, in a fixed order. A record that was put
// and deleted again in the same act was never there.
func (tx *Tx) changes() []change {
	var all []change
	for collection, changed := range tx.pending {
		for key, c := range changed {
			if _, was := tx.snap.index.find(collection, key); was || !c.deleted {
				all = append(all, c)
			}
		}
	}
	slices.SortFunc(all, func(a, b change) int {
		return cmp.Or(strings.Compare(a.collection, b.collection), strings.Compare(string(a.key), string(b.key)))
	})
	return all
}
