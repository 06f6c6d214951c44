package store

import (
	"context"
	"errors"
	"os"
	"strings"

	"holdfast/durable"
	"holdfast/record"
	"holdfast/store/keyring"
)

// KindRestored is the kind of the act with which a restored vault begins.
const KindRestored = "vault.restored"

// restoringFolder is where a vault is put together that is restored into a
// folder of its own. Beside it there is no header yet, so nobody takes what
// lies there for a vault.
const restoringFolder = "restoring" + aside

// Restoring is what a vault is restored from.
type Restoring struct {
	// From gives every act, the oldest first; the values are valid during the
	// call. It may be called more than once. Where it fails, nothing was
	// restored.
	From func(visit func(Past) error) error
	// Acts and Bytes are about how much that is.
	Acts, Bytes int64
	// Filter leaves out what must not come back.
	Filter Filter
	// Last is done after everything else: what lives on from elsewhere. An
	// act without changes and kind is none.
	Last Past
	// Generation is the one that the backup was made of.
	Generation uint64
	// Retired are signing keys whose backups still verify afterwards.
	Retired [][]byte
}

// Supplant restores over this vault: everything in it is replaced, under a
// fresh vault key, while the keyholders stay those of today. What was there
// is kept (see Replaced). Until it is done, the vault stays as it was. It
// fails as Rewrite does.
func (s *Store) Supplant(ctx context.Context, what Restoring, progress Progress) error {
	s.writer.Lock()
	defer s.writer.Unlock()
	r := &rewrite{Store: s, keep: true, fresh: fresh{ctx: ctx, progress: progress}}
	r.fresh.restore(what)
	plan := keyring.Plan{Retired: what.Retired}
	if h, _, err := s.headerAndKeys(); err == nil {
		plan.Generation = max(h.Generation(), what.Generation) + 1
	}
	return r.run(plan, what.Bytes)
}

func (f *fresh) restore(what Restoring) {
	f.kind, f.filter, f.acts = KindRestored, what.Filter, what.Acts
	f.each = func(visit func(entry) error) error {
		return what.From(func(p Past) error {
			return visit(entry{spot: spot{head: head{sequence: p.Sequence}}, content: p.content()})
		})
	}
	f.finally = func(put func(content) error) error {
		if what.Last.Kind == "" && len(what.Last.Changes) == 0 {
			return nil
		}
		c := what.Last.content()
		c.at, c.holder = f.gen.env.Clock(), f.gen.keys.Holder()
		return put(c)
	}
}

func (p Past) content() content {
	c := content{form: formAct, at: p.At, holder: p.Holder, kind: p.Kind, changes: make([]change, len(p.Changes))}
	for i, ch := range p.Changes {
		c.changes[i] = change{collection: ch.Collection, key: ch.Key, value: ch.Raw, deleted: ch.Deleted}
	}
	return c
}

// Revive restores into a folder of its own, which must be empty or not be
// there yet: the same vault again, with the keyholders of the roster, under
// fresh keys (see keyring.Roster.Revive). It is not opened: unlocking it with
// the key proves that it opens. It fails as Create and Restoring.From do, and
// then nothing is left, or only what the next Revive into this folder removes.
func Revive(ctx context.Context, env Environment, dir string, roster keyring.Roster, by *keyring.Bearer, what Restoring, progress Progress, with ...*keyring.Enrolment) error {
	env = env.filled()
	f := folder(dir)
	there, err := f.emptyOrUnfinished()
	if err != nil {
		return err
	}
	if err := f.make(); err != nil {
		return err
	}
	lock, err := f.takeLock()
	if err != nil {
		return err
	}
	err = f.revive(ctx, env, roster, by, what, progress, with)
	err = errors.Join(err, letGo(lock))
	if err != nil {
		return errors.Join(err, f.discardRestored(there))
	}
	return nil
}

func (f folder) revive(ctx context.Context, env Environment, roster keyring.Roster, by *keyring.Bearer, what Restoring, progress Progress, with []*keyring.Enrolment) error {
	if _, err := f.protect(); err != nil {
		return err
	}
	if err := f.discardRestored(true); err != nil {
		return err
	}
	if free, err := env.FreeSpace(string(f)); err == nil {
		if err := Room(free, uint64(what.Bytes)); err != nil {
			return err
		}
	}
	if err := os.Mkdir(f.path(restoringFolder), 0o700); err != nil {
		return explain("begin to restore", err)
	}
	if err := durable.SyncFolder(string(f)); err != nil {
		return explain("begin to restore", err)
	}
	generation := max(what.Generation, env.known(roster.Vault)) + 1
	h, ks, err := roster.Revive(ctx, env.keys(), generation, by, with...)
	if err != nil {
		return err
	}
	defer ks.Wipe()
	r := fresh{
		ctx: ctx, header: h, gen: generationOf(env, f, h, ks), progress: progress, wrote: map[place]sum{},
		aside: folder(f.path(restoringFolder)).generation(generation),
	}
	r.restore(what)
	if err := r.fill(); err != nil {
		return err
	}
	if err := r.name(f); err != nil {
		return err
	}
	d := &drafts{path: f.path(draftsFile), key: ks.Drafts(), scope: r.gen.scope, random: env.Random}
	if err := d.make(); err != nil {
		return err
	}
	err = f.writeHeader(h)
	env.step("header")
	if err != nil {
		return errors.Join(err, erase(f.path(headerFile)))
	}
	// The vault is whole. What is missing now, unlocking puts right.
	if err := errors.Join(f.copyHeader(h), erase(f.path(restoringFolder))); err != nil {
		env.Log.Warn("a restore is finished by unlocking")
	}
	return nil
}

// known is the latest generation of a vault that this computer has seen.
func (e Environment) known(vault record.ID) uint64 {
	if e.Anchor == nil {
		return 0
	}
	raw, err := e.Anchor.Load(vault)
	if err != nil {
		return 0
	}
	return claimed(raw)
}

// emptyOrUnfinished is empty for a folder that a restore was cut off in, too.
func (f folder) emptyOrUnfinished() (there bool, err error) {
	there, err = f.empty()
	if errors.Is(err, ErrExists) && f.unfinished() {
		return true, nil
	}
	return there, err
}

// unfinished says whether everything in the folder is what a restore left that
// was cut off, be it before it began: no header, and nothing of anybody else's.
func (f folder) unfinished() bool {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return false
	}
	begun, locks := false, 0
	for _, e := range entries {
		switch {
		case e.Name() == restoringFolder:
			begun = e.IsDir()
		case e.Name() == lockFile:
			locks++
		case e.Name() == draftsFile, strings.HasSuffix(e.Name(), aside), strings.HasPrefix(e.Name(), generationPrefix):
		default:
			return false
		}
	}
	return begun || len(entries) == locks
}

// discardRestored removes what an attempt to restore left.
func (f folder) discardRestored(there bool) error {
	if !f.unfinished() {
		return nil
	}
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return explain("clear up after a restore", err)
	}
	for _, e := range entries {
		if e.Name() != lockFile && e.Name() != restoringFolder {
			err = errors.Join(err, erase(f.path(e.Name())))
		}
	}
	// Last, so that what a crash leaves here is still known for what it is.
	err = errors.Join(err, erase(f.path(restoringFolder)))
	if there {
		return err
	}
	if err := errors.Join(err, erase(f.path(lockFile))); err != nil {
		return err
	}
	_ = os.Remove(string(f)) // where somebody put something in, it stays
	return nil
}
