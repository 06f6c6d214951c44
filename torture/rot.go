//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"holdfast/backup"
	"holdfast/board"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// spoilt is a world that lived, its files, what it holds, and every value that
// each record ever had.
type spoilt struct {
	*run
	world *world
	older *world // the same world, some acts earlier
	files []string
	holds map[string]string
	ever  map[string]map[string]bool

	tries, refused, told, same  atomic.Int64
	salvages, saved, mayBeSaved atomic.Int64
	backups, refusedBackups     atomic.Int64
}

// rot spoils files at rest: a flipped bit, a cut, a file in place of another,
// a file twice, an older copy of one file.
func rot(r *run) error {
	before := r.table.harms()
	s, err := r.spoilable()
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	errs := make([]error, max(1, runtime.NumCPU()))
	tries := r.rounds(20_000)
	for i := range errs {
		wg.Go(func() {
			random := rand.New(rand.NewPCG(r.seed, uint64(100+i)))
			for n := i; n < tries && errs[i] == nil && r.ctx.Err() == nil && time.Now().Before(r.until); n += len(errs) {
				errs[i] = s.spoil(fmt.Sprintf("rot-%d", i), random, n)
			}
		})
	}
	wg.Wait()
	if left := tries - int(s.tries.Load()); left > 0 {
		r.table.note("rot left %d of %d tries out: the time was up", left, tries)
	}
	r.table.row("bits flipped, files cut, swapped, doubled, older", int(s.tries.Load()), r.table.harms()-before,
		fmt.Sprintf("%d refused in words, %d opened and said so, %d held everything", s.refused.Load(), s.told.Load(), s.same.Load()))
	r.table.row("  of them in a backup", int(s.backups.Load()), int(s.backups.Load()-s.refusedBackups.Load()), "the others were refused")
	r.table.row("salvaged afterwards", int(s.salvages.Load()), 0,
		fmt.Sprintf("%d of %d records came back", s.saved.Load(), s.mayBeSaved.Load()))
	return errors.Join(append(errs, r.ctx.Err())...)
}

// spoilable is a world in which some of everything was done.
func (r *run) spoilable() (*spoilt, error) {
	w, err := r.base.copyTo(filepath.Join(r.dir, "lived"))
	if err != nil {
		return nil, err
	}
	w.engine = store.EngineMemory
	s := &spoilt{run: r, world: w}
	if err := r.live(w); err != nil {
		return nil, err
	}
	if s.older, err = w.copyTo(filepath.Join(r.dir, "older")); err != nil {
		return nil, err
	}
	if err := errors.Join(r.live(w), w.tidy()); err != nil {
		return nil, err
	}
	err = filepath.WalkDir(w.dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			s.files = append(s.files, strings.TrimPrefix(path, w.dir))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	s.holds, s.ever, err = contents(r.ctx, w, w.vault())
	return s, err
}

// live lets a child do each kind of act three times.
func (r *run) live(w *world) error {
	c, err := start(w, r.seed, 3*len(acts()))
	if err != nil {
		return err
	}
	if lines, err := c.wait(); err != nil {
		return fmt.Errorf("live a little: %w: %s", err, understood(lines).last)
	}
	return nil
}

// contents are all records of a vault, and every value that each ever had.
func contents(ctx context.Context, w *world, dir string) (now map[string]string, ever map[string]map[string]bool, err error) {
	opened, _, err := unlock(ctx, w, dir)
	if err != nil {
		return nil, nil, err
	}
	now, err = recordsOf(opened)
	ever = map[string]map[string]bool{}
	collections := map[string]bool{}
	for key := range now {
		collection, _, _ := strings.Cut(key, ":")
		collections[collection] = true
	}
	for collection := range collections {
		versions, versionErr := opened.Versions(collection, "")
		err = errors.Join(err, versionErr)
		for _, v := range versions {
			key := collection + ":" + string(v.Key)
			if ever[key] == nil {
				ever[key] = map[string]bool{}
			}
			ever[key][string(v.Raw)] = true
		}
	}
	return now, ever, errors.Join(err, opened.Close())
}

func unlock(ctx context.Context, w *world, dir string) (*store.Store, store.Report, error) {
	key, err := keyring.PaperKey(w.paper)
	if err != nil {
		return nil, store.Report{}, err
	}
	v, err := store.Open(w.env(), dir)
	if err != nil {
		return nil, store.Report{}, err
	}
	s, report, err := v.Unlock(ctx, key, nil)
	if err != nil {
		return nil, report, errors.Join(err, v.Close())
	}
	return s, report, nil
}

func recordsOf(s *store.Store) (map[string]string, error) {
	all := map[string]string{}
	err := s.View(func(tx *store.Tx) error {
		for _, c := range tx.Collections() {
			if err := tx.ScanRaw(c, "", func(k record.Key, raw []byte) error {
				all[c+":"+string(k)] = string(raw)
				return nil
			}); err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}

// spoil spoils one file of a copy and looks what is said about it.
func (s *spoilt) spoil(name string, random *rand.Rand, n int) (err error) {
	w, err := s.world.copyTo(filepath.Join(s.dir, name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(w.dir)) }()
	file := s.files[n%len(s.files)]
	what, err := s.damage(w, file, random)
	if err != nil {
		return err
	}
	s.tries.Add(1)
	what = fmt.Sprintf("try %d: %s of %s", n, what, file)
	defer func() {
		if crash := recover(); crash != nil {
			s.table.hurt("%s: it crashed: %v", what, crash)
		}
	}()
	if file == strings.TrimPrefix(w.good(), w.dir) {
		s.lookAtBackup(w, what)
		return nil
	}
	if n%20 == 0 && strings.HasPrefix(file, "/vault/") { // before opening mends anything
		if err := s.salvage(w, what, filepath.Join(s.dir, name+"-salvaged")); err != nil {
			return err
		}
	}
	s.lookAt(w, what)
	return nil
}

// damage changes one file, in one of five ways, and names it.
func (s *spoilt) damage(w *world, file string, random *rand.Rand) (string, error) {
	path := w.dir + file
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	other := s.files[random.IntN(len(s.files))]
	switch roll := random.IntN(20); {
	case roll == 0 && len(raw) > 0:
		at := random.IntN(len(raw))
		return fmt.Sprintf("cut at byte %d", at), os.WriteFile(path, raw[:at], 0o600)
	case roll == 1:
		theirs, err := os.ReadFile(w.dir + other)
		return "swapped with " + other, errors.Join(err, os.WriteFile(path, theirs, 0o600), os.WriteFile(w.dir+other, raw, 0o600))
	case roll == 2:
		theirs, err := os.ReadFile(w.dir + other)
		return "a copy of " + other + " in place", errors.Join(err, os.WriteFile(path, theirs, 0o600))
	case roll == 3:
		older, err := os.ReadFile(s.older.dir + file)
		if errors.Is(err, fs.ErrNotExist) {
			return "removal", os.Remove(path)
		}
		return "an older copy", errors.Join(err, os.WriteFile(path, older, 0o600))
	case len(raw) == 0:
		return "a byte too many", os.WriteFile(path, []byte{0}, 0o600)
	default:
		bit := random.IntN(len(raw) * 8)
		raw[bit/8] ^= 1 << (bit % 8)
		return fmt.Sprintf("bit %d flipped", bit), os.WriteFile(path, raw, 0o600)
	}
}

// lookAt opens a spoilt vault: it refuses in words, or shows everything, or
// says what is missing.
func (s *spoilt) lookAt(w *world, what string) {
	opened, report, err := unlock(s.ctx, w, w.vault())
	if err != nil {
		s.refused.Add(1)
		if !worded(err) {
			s.table.hurt("%s: nobody has words for: %v", what, err)
		}
		return
	}
	now, err := recordsOf(opened)
	if err := errors.Join(err, opened.Close()); err != nil {
		s.table.hurt("%s: reading: %v", what, err)
	}
	switch said := len(report.Notices()) > 0; {
	case said:
		s.told.Add(1)
	case maps.Equal(now, s.holds):
		s.same.Add(1)
	default:
		s.table.hurt("%s: without a word %d records are shown of %d", what, len(now), len(s.holds))
	}
	for key, value := range now {
		if !s.ever[key][value] {
			s.table.hurt("%s: a value of %s that never was", what, strings.SplitN(key, ":", 2)[0])
		}
	}
}

// worded says whether there is a sentence of its own for what went wrong.
func worded(err error) bool {
	return slices.ContainsFunc([]error{store.ErrDamaged, store.ErrNotVault, store.ErrNewer, store.ErrWrongKey, store.ErrDenied,
		store.ErrLinked, backup.ErrNotBackup, backup.ErrTruncated, backup.ErrAltered, backup.ErrForged, backup.ErrNewer, backup.ErrWrongKey},
		func(known error) bool { return errors.Is(err, known) })
}

// lookAtBackup reads a spoilt backup: there is no bit in it that does not
// matter.
func (s *spoilt) lookAtBackup(w *world, what string) {
	s.backups.Add(1)
	key, err := board.PaperKey(w.paper)
	if err == nil {
		var r *board.Restore
		if r, err = board.OpenBackup(s.ctx, w.env(), w.good(), key, nil, nil); err == nil {
			r.Close()
		}
	}
	same, readErr := sameFile(w.good(), s.world.good())
	switch {
	case readErr != nil:
		s.table.hurt("%s: %v", what, readErr)
	case err == nil && !same:
		s.table.hurt("%s: the backup was taken as it is", what)
	case err != nil && !worded(err):
		s.table.hurt("%s: nobody has words for: %v", what, err)
	default:
		s.refusedBackups.Add(1)
	}
}

func sameFile(one, other string) (bool, error) {
	a, errA := os.ReadFile(one)
	b, errB := os.ReadFile(other)
	return slices.Equal(a, b), errors.Join(errA, errB)
}

// salvage saves what can be read of a spoilt vault into a new one, in which
// every value has to be one that was once true.
func (s *spoilt) salvage(w *world, what, to string) (err error) {
	defer func() { err = errors.Join(err, os.RemoveAll(to)) }()
	key, err := keyring.PaperKey(w.paper)
	if err != nil {
		return err
	}
	more, paper, err := keyring.NewPaper("new")
	if err != nil {
		return err
	}
	report, err := store.Salvage(s.ctx, w.env(), w.vault(), key, to, more)
	if err != nil {
		if !worded(err) {
			s.table.hurt("%s: salvage has no words for: %v", what, err)
		}
		return nil
	}
	s.salvages.Add(1)
	s.mayBeSaved.Add(int64(len(s.holds)))
	fresh := &world{dir: w.dir, paper: paper.Text, engine: w.engine}
	now, _, err := contents(s.ctx, fresh, to)
	if err != nil {
		s.table.hurt("%s: what was salvaged does not open: %v", what, err)
		return nil
	}
	s.saved.Add(int64(len(now)))
	for key, value := range now {
		if !s.ever[key][value] {
			s.table.hurt("%s: salvaged a value of %s that never was", what, strings.SplitN(key, ":", 2)[0])
		}
	}
	if len(now) < len(s.holds) && len(report.Lost) == 0 {
		s.table.hurt("%s: %d records were not salvaged, without a word", what, len(s.holds)-len(now))
	}
	return nil
}
