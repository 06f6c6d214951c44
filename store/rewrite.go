package store

import (
	"context"
	"errors"
	"maps"
	"os"

	"holdfast/store/internal/seal"
	"holdfast/store/keyring"
)

// Rewrite writes everything that filter keeps anew, under a fresh vault key,
// and then removes the old: the one way in which anything is ever erased, and
// in which holes of a damaged journal are mended. It needs room for a second
// copy. Acts wait while it runs; reading goes on.
//
// Until it is done, the vault stays as it was; ending ctx, or locking, gives
// it up and leaves nothing behind. It fails with ErrNoSpace, ErrLocked,
// ErrReadOnly, or as ctx does. What can't be removed in the end is named by
// Unfinished and tried again at each unlock.
func (s *Store) Rewrite(ctx context.Context, filter Filter, progress Progress) error {
	return s.rewrite(ctx, KindRewritten, keyring.Plan{}, filter, progress)
}

// NeedsCompaction says whether the journal has grown so much longer than what
// is live, or has such holes, that a Rewrite is worth offering, at a quiet
// moment.
func (s *Store) NeedsCompaction() bool {
	s.writer.Lock()
	defer s.writer.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.locked {
		return false
	}
	_, live := s.work.index.size()
	grown := s.journal.size() - s.journal.began
	return s.ahead || grown > 8<<20 && s.journal.size() > 4*live
}

// rewrite is one Rewrite under way.
type rewrite struct {
	*Store
	ctx      context.Context
	filter   Filter
	progress Progress
	kind     string

	header *keyring.Header
	gen    generation
	aside  string // where the new generation lies until it is whole
	// wrote is every live record as the new journal has it.
	wrote   map[place]sum
	entries int
}

func (s *Store) rewrite(ctx context.Context, kind string, plan keyring.Plan, filter Filter, progress Progress) error {
	s.writer.Lock()
	defer s.writer.Unlock()
	h, ks, err := s.headerAndKeys()
	if err != nil {
		return err
	}
	if s.journal.broken {
		return ErrReadOnly
	}
	if err := s.room(); err != nil {
		return err
	}
	ctx, cancel := s.context(ctx)
	defer cancel()
	header, keys, err := h.Rekey(ctx, s.env.keys(), ks, plan)
	if err != nil {
		return ended(ctx, explain("draw fresh keys", err))
	}
	if err := s.holdKeys(keys); err != nil {
		return err
	}
	r := &rewrite{
		Store: s, ctx: ctx, filter: filter, progress: progress, kind: kind,
		header: header, gen: generationOf(s.env, s.dir, header, keys), wrote: map[place]sum{},
	}
	r.aside = r.gen.path + aside
	if err := r.publish(); err != nil {
		keys.Wipe()
		return ended(ctx, err)
	}
	r.takeOver()
	return nil
}

// room says whether a second copy fits.
func (s *Store) room() error {
	free, err := s.env.FreeSpace(string(s.dir))
	if err != nil {
		return explain("look for free space", err)
	}
	if free < uint64(s.journal.size())+spaceGuard {
		return ErrNoSpace
	}
	return nil
}

// publish writes the new generation, reads it back, and then makes it the
// vault's by writing the header. Where it fails, nothing has changed.
func (r *rewrite) publish() error {
	err := r.write()
	r.env.step("written")
	if err == nil {
		err = r.verify()
	}
	r.env.step("verified")
	if err == nil {
		err = r.ctx.Err()
	}
	if err != nil {
		return errors.Join(err, erase(r.aside))
	}
	if err := patiently(func() error { return os.Rename(r.aside, r.gen.path) }); err != nil {
		return errors.Join(explain("name the new generation", err), erase(r.aside))
	}
	if err := syncFolder(string(r.dir)); err != nil {
		return errors.Join(explain("name the new generation", err), erase(r.gen.path))
	}
	r.env.step("named")
	err = r.dir.writeHeader(r.header)
	r.env.step("header")
	if err == nil {
		return nil
	}
	// It may be there all the same. What lies on the disk decides.
	now, readErr := readBounded(r.dir.path(headerFile), keyring.MaxHeader)
	switch {
	case readErr == nil && string(now) == string(r.header.Encode()):
		return nil
	case readErr == nil:
		return errors.Join(err, erase(r.gen.path))
	default:
		// Both generations stay; unlocking takes the one that the header
		// names.
		r.Lock()
		return errors.Join(ErrNotCertain, err)
	}
}

// write fills the new generation.
func (r *rewrite) write() error {
	if err := erase(r.aside); err != nil {
		return err
	}
	if err := os.Mkdir(r.aside, 0o700); err != nil {
		return explain("begin a rewrite", err)
	}
	j := &journal{disk: r.env.disk, folder: r.aside, scope: r.gen.scope, key: r.gen.keys.Journal(), random: r.env.Random}
	at, holder := r.env.Clock(), r.gen.keys.Holder()
	err := j.begin(content{
		at: at, holder: holder, kind: r.kind, revision: r.header.Revision(), header: r.header.Hash(),
	})
	if err == nil {
		err = r.copyActs(j)
	}
	if err == nil {
		err = r.mend(j)
	}
	if err == nil {
		err = j.add(content{form: formWhole, at: at, holder: holder})
	}
	if err == nil {
		err = j.flush()
	}
	r.entries = int(j.head.sequence)
	return errors.Join(err, j.close())
}

// copyActs copies what the filter keeps of every act.
func (r *rewrite) copyActs(j *journal) error {
	last, err := r.lastBefore()
	if err != nil {
		return err
	}
	there := func(p place) bool { _, ok := r.wrote[p]; return ok }
	return r.readOld(func(e entry) error {
		c, keep := r.filter.entry(e, last, there)
		if !keep {
			return nil
		}
		r.progress.tell(StepWrite, int64(e.head.sequence), int64(r.journal.head.sequence))
		return r.put(j, c)
	})
}

// lastBefore are the last acts before Filter.History, by record.
func (r *rewrite) lastBefore() (map[place]uint64, error) {
	if r.filter.History.IsZero() {
		return nil, nil
	}
	last := map[place]uint64{}
	return last, r.readOld(func(e entry) error {
		if e.at.Before(r.filter.History) {
			for _, c := range e.changes {
				last[place{c.collection, c.key}] = e.head.sequence
			}
		}
		return nil
	})
}

func (r *rewrite) readOld(visit func(entry) error) error {
	segments, err := walkAll(r.env.disk, r.Store.gen.path, false)
	if err != nil {
		return err
	}
	old := r.Store.gen.reader(nil)
	old.visit = visit
	_, err = old.read(r.ctx, segments)
	return err
}

// put adds an entry and remembers what is live after it.
func (r *rewrite) put(j *journal, c content) error {
	apply(r.wrote, c.changes)
	return j.add(c)
}

func apply(live map[place]sum, changes []change) {
	for _, c := range changes {
		if p := (place{c.collection, c.key}); c.deleted {
			delete(live, p)
		} else {
			live[p] = seal.Sum(c.value)
		}
	}
}

// mend adds what reading the old journal did not give and the working copy
// has: it decides what is live.
func (r *rewrite) mend(j *journal) error {
	snap, err := r.snapshot()
	if err != nil {
		return err
	}
	defer snap.close()
	return snap.differences(r.wrote, r.filter, func(changes []change) error {
		return r.put(j, content{
			form: formAct, at: r.env.Clock(), holder: r.gen.keys.Holder(), kind: KindHealed, changes: changes,
		})
	})
}

// verify reads the new generation back from the disk: every entry, every live
// record and its hash.
func (r *rewrite) verify() error {
	segments, err := walkAll(r.env.disk, r.aside, false)
	if err != nil {
		return err
	}
	live := map[place]sum{}
	fresh := r.gen.reader(nil)
	fresh.visit = func(e entry) error {
		apply(live, e.changes)
		r.progress.tell(StepVerify, int64(e.head.sequence), int64(r.entries))
		return nil
	}
	found, err := fresh.read(r.ctx, segments)
	if err != nil {
		return err
	}
	whole := found.entries == r.entries && found.tail == found.size && len(found.damaged)+len(found.missing) == 0
	if !whole || !maps.Equal(live, r.wrote) {
		return errors.Join(ErrDamaged, errors.New("what was written anew does not read back"))
	}
	return nil
}
