package store

import "holdfast/record"

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
	err := s.work.apply(s.journal.head.sequence, edits)
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
	segments, err := walkAll(s.env.disk, s.gen.path, false)
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
