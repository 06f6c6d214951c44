package store

import (
	"context"
	"slices"
	"time"

	"holdfast/record"
)

// Act is one line of the journal: who did what kind of thing when, and never
// what it was about.
type Act struct {
	// Sequence numbers the acts; a rewrite numbers them anew.
	Sequence uint64
	// At is in UTC, to the millisecond, by the clock of the computer.
	At time.Time
	// Holder is the keyholder that had opened the vault.
	Holder record.ID
	// Kind is what Store.Act was given, or one of the Kinds of this package.
	Kind string
	// Records is how many records the act changed.
	Records int
}

// Version is a record as an act left it.
type Version struct {
	Act
	Collection string
	Key        record.Key
	// Raw is what Tx.PutRaw takes; nil where the act deleted the record.
	Raw     []byte
	Deleted bool
}

func (e entry) act() Act {
	return Act{Sequence: e.head.sequence, At: e.at, Holder: e.holder, Kind: e.kind, Records: len(e.changes)}
}

// Journal calls each with every act since a time, the oldest first, and stops
// at the first error, which it returns. It reads the whole journal: tens of
// milliseconds for ten thousand acts.
func (s *Store) Journal(since time.Time, each func(Act) error) error {
	var acts []Act
	err := s.readJournal(func(e entry) error {
		if !e.at.Before(since) && e.form != formWhole {
			acts = append(acts, e.act())
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, a := range acts {
		if err := each(a); err != nil {
			return err
		}
	}
	return nil
}

// Versions are all that the journal still has of the records under prefix, in
// one collection or, where it is "", in all: the oldest first.
func (s *Store) Versions(collection string, prefix record.Key) ([]Version, error) {
	var found []Version
	err := s.readJournal(func(e entry) error {
		for _, c := range e.changes {
			if (collection == "" || c.collection == collection) && c.key.Under(prefix) {
				found = append(found, Version{
					Act: e.act(), Collection: c.collection, Key: c.key, Raw: slices.Clone(c.value), Deleted: c.deleted,
				})
			}
		}
		return nil
	})
	return found, err
}

// readJournal visits every entry. A rewrite waits with removing the files.
func (s *Store) readJournal(visit func(entry) error) error {
	s.files.RLock()
	defer s.files.RUnlock()
	s.mu.Lock()
	g, locked := s.gen, s.locked
	s.mu.Unlock()
	if locked {
		return ErrLocked
	}
	segments, err := walkAll(s.env.disk, g.path, false)
	if err != nil {
		return err
	}
	r := g.reader(nil)
	r.visit = visit
	ctx, cancel := s.context(context.Background())
	defer cancel()
	if _, err := r.read(ctx, segments); err != nil {
		return ended(ctx, err)
	}
	return nil
}
