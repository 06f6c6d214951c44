package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"holdfast/durable"
	"holdfast/store/keyring"
)

// Create makes a new vault in dir, which must be empty or not be there yet, and
// gives it unlocked. At least one of the first keyholders has its key in hand.
// It fails with ErrExists, ErrLinked, ErrDenied, ErrNoSpace, a wording.Problem
// about a keyholder, or when ctx ends; then nothing is left behind.
func Create(ctx context.Context, env Environment, dir string, first ...*keyring.Enrolment) (*Store, error) {
	env = env.filled()
	f := folder(dir)
	there, err := f.empty()
	if err != nil {
		return nil, err
	}
	h, ks, err := keyring.New(ctx, env.keys(), first...)
	if err != nil {
		return nil, err
	}
	s, mine, err := f.create(ctx, env, h, ks)
	if err != nil {
		ks.Wipe()
		if mine {
			f.discard(h.Generation(), there)
		}
		return nil, err
	}
	return s, nil
}

// empty says whether the folder is there; ErrExists where something is in it
// but a lock, which a program leaves that was ended just after it took it.
func (f folder) empty() (there bool, err error) {
	info, err := os.Lstat(string(f))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, explain("look at the folder", err)
	case info.Mode()&fs.ModeSymlink != 0:
		return false, ErrLinked
	case !info.IsDir():
		return false, ErrExists
	}
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return false, explain("look at the folder", err)
	}
	if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() != lockFile }) {
		return false, ErrExists
	}
	return true, nil
}

// make makes the vault's folder, and those above that are missing, in a way
// that survives a loss of power: without it, everything that is synced inside
// could hang in the air.
func (f folder) make() error {
	above := []string{}
	for at := string(f); ; at = filepath.Dir(at) {
		if _, err := os.Lstat(at); !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		above = append(above, filepath.Dir(at))
	}
	err := os.MkdirAll(string(f), 0o700)
	for _, at := range above {
		if err == nil {
			err = durable.SyncFolder(at)
		}
	}
	return explain("make the vault's folder", err)
}

// create says with mine whether what lies in the folder is its own: where
// somebody else makes a vault there at the same moment, it is theirs.
func (f folder) create(ctx context.Context, env Environment, h *keyring.Header, ks *keyring.Keyset) (s *Store, mine bool, err error) {
	if err := f.make(); err != nil {
		return nil, false, err
	}
	lock, err := f.takeLock()
	if err != nil {
		return nil, !errors.Is(err, ErrInUse), err
	}
	if err := f.onlyLock(lock); err != nil {
		return nil, false, errors.Join(err, letGo(lock))
	}
	v := &Vault{env: env, dir: f, id: h.Vault(), listed: h.Listed(), lock: lock}
	if _, err := f.protect(); err != nil {
		return nil, true, errors.Join(err, letGo(lock))
	}
	v.open, err = v.first(ctx, h, ks)
	if err != nil {
		return nil, true, errors.Join(err, letGo(lock))
	}
	return v.open, true, nil
}

// onlyLock fails with ErrExists where more than the lock lies in the folder,
// and with ErrInUse where another lock lies there than the one taken: while
// keys were made, somebody else made a vault here, or began to.
func (f folder) onlyLock(lock *os.File) error {
	mine, err := lock.Stat()
	if err != nil {
		return explain("look at the vault's lock", err)
	}
	if there, err := os.Lstat(f.path(lockFile)); err != nil || !os.SameFile(mine, there) {
		return ErrInUse
	}
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return explain("look at the folder", err)
	}
	if len(entries) > 1 {
		return ErrExists
	}
	return nil
}

// first writes the first generation and then the header, and opens them.
func (v *Vault) first(ctx context.Context, h *keyring.Header, ks *keyring.Keyset) (*Store, error) {
	g := generationOf(v.env, v.dir, h, ks)
	if err := os.Mkdir(g.path, 0o700); err != nil {
		return nil, explain("make the journal", err)
	}
	j := &journal{disk: v.env.disk, folder: g.path, scope: g.scope, key: ks.Journal(), random: v.env.Random}
	err := j.begin(content{
		at: v.env.Clock(), holder: ks.Holder(), kind: KindCreated, revision: h.Revision(), header: h.Hash(),
	})
	if err == nil {
		err = j.flush()
	}
	if err = errors.Join(err, j.close()); err != nil {
		return nil, err
	}
	if err := errors.Join(v.dir.writeHeader(h), v.dir.copyHeader(h)); err != nil {
		return nil, err
	}
	o := &opened{candidate: candidate{file: headerFile, raw: h.Encode(), header: h}, keys: ks}
	return v.unlocked(ctx, o, &Report{}, nil)
}

// discard removes what an attempt to create a vault left.
func (f folder) discard(generation uint64, there bool) {
	for _, path := range []string{
		f.generation(generation), f.path(headerFile), f.path(headerCopy), f.path(draftsFile), f.path(lockFile),
		f.path(headerFile + aside), f.path(headerCopy + aside), f.path(draftsFile + aside),
	} {
		os.RemoveAll(path) // what stays is an empty vault without a key
	}
	if !there {
		os.Remove(string(f)) // fails where somebody put something in
	}
}
