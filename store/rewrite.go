package store

import (
	"context"
	"errors"

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

func (s *Store) rewrite(ctx context.Context, kind string, plan keyring.Plan, filter Filter, progress Progress) error {
	s.writer.Lock()
	defer s.writer.Unlock()
	r := &rewrite{Store: s, fresh: fresh{ctx: ctx, kind: kind, filter: filter, progress: progress, acts: int64(s.journal.head.sequence)}}
	r.fresh.each, r.fresh.finally = r.readOld, r.mend
	return r.run(plan, s.journal.size())
}

// rewrite puts a fresh generation in the place of a Store's present one. The
// writer is held meanwhile.
type rewrite struct {
	*Store
	fresh fresh
	// keep: the old generation is set aside and not removed.
	keep bool
}

// run needs room for so many bytes.
func (r *rewrite) run(plan keyring.Plan, size int64) error {
	s := r.Store
	h, ks, err := s.headerAndKeys()
	if err != nil {
		return err
	}
	if s.journal.broken {
		return ErrReadOnly
	}
	if err := s.env.room(s.dir, size); err != nil {
		return err
	}
	ctx, cancel := s.context(r.fresh.ctx)
	defer cancel()
	header, keys, err := h.Rekey(ctx, s.env.keys(), ks, plan)
	if err != nil {
		return ended(ctx, explain("draw fresh keys", err))
	}
	if err := s.holdKeys(keys); err != nil {
		return err
	}
	f := &r.fresh
	f.ctx, f.header, f.gen, f.wrote = ctx, header, generationOf(s.env, s.dir, header, keys), map[place]sum{}
	f.aside = f.gen.path + aside
	if err := r.publish(h); err != nil {
		keys.Wipe()
		return ended(ctx, err)
	}
	r.takeOver()
	return nil
}

// room says whether so many bytes more fit.
func (e Environment) room(dir folder, size int64) error {
	free, err := e.FreeSpace(string(dir))
	if err != nil {
		return explain("look for free space", err)
	}
	return Room(free, uint64(size)+spaceGuard)
}

// publish writes the new generation, reads it back, and then makes it the
// vault's by writing the header. Where it fails, nothing has changed.
func (r *rewrite) publish(old *keyring.Header) error {
	err := r.fresh.fill()
	if err == nil {
		err = r.fresh.name(r.dir)
	}
	if err == nil && r.keep {
		if err = r.dir.beginKeeping(old); err != nil {
			err = errors.Join(err, erase(r.fresh.gen.path))
		}
		r.env.step("kept")
	}
	if err != nil {
		return err
	}
	err = r.dir.writeHeader(r.fresh.header)
	r.env.step("header")
	if err == nil {
		return nil
	}
	// It may be there all the same. What lies on the disk decides.
	now, readErr := readBounded(r.dir.path(headerFile), keyring.MaxHeader)
	switch {
	case readErr == nil && string(now) == string(r.fresh.header.Encode()):
		return nil
	case readErr == nil:
		return errors.Join(err, erase(r.fresh.gen.path))
	default:
		// Both generations stay; unlocking takes the one that the header
		// names.
		r.Lock()
		return errors.Join(ErrNotCertain, err)
	}
}

func (r *rewrite) readOld(visit func(entry) error) error {
	segments, err := walkAll(r.env.disk, r.gen.path, false)
	if err != nil {
		return err
	}
	old := r.gen.reader(nil)
	old.visit = visit
	_, err = old.read(r.fresh.ctx, segments)
	return err
}

// mend adds what reading the old journal did not give and the working copy
// has: it decides what is live.
func (r *rewrite) mend(put func(content) error) error {
	snap, err := r.snapshot()
	if err != nil {
		return err
	}
	defer snap.close()
	return snap.differences(r.fresh.wrote, r.fresh.filter, func(changes []change) error {
		return put(content{
			form: formAct, at: r.env.Clock(), holder: r.fresh.gen.keys.Holder(), kind: KindHealed, changes: changes,
		})
	})
}
