package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"holdfast/record"
	"holdfast/store/keyring"
)

// fate lets one call of many fail, and says whether it came to that.
type fate struct {
	mu   sync.Mutex
	left int
	met  bool
}

func (f *fate) strikes() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.left--
	f.met = f.met || f.left == 0
	return f.left == 0
}

// faulty is a disk of which one call fails.
type faulty struct {
	osDisk
	*fate
}

type faultyFile struct {
	file
	*fate
}

func (d *faulty) open(path string, flag int) (file, error) {
	if d.strikes() {
		return nil, syscall.EIO
	}
	f, err := d.osDisk.open(path, flag)
	if err != nil {
		return nil, err
	}
	return &faultyFile{f, d.fate}, nil
}

func (f *faultyFile) ReadAt(b []byte, at int64) (int, error) {
	if f.strikes() {
		return 0, syscall.EIO
	}
	return f.file.ReadAt(b, at)
}

func (f *faultyFile) WriteAt(b []byte, at int64) (int, error) {
	if f.strikes() {
		n, _ := f.file.WriteAt(b[:len(b)/2], at)
		return n, syscall.EIO
	}
	return f.file.WriteAt(b, at)
}

func (f *faultyFile) Sync() error {
	if f.strikes() {
		return syscall.EIO
	}
	return f.file.Sync()
}

func (f *faultyFile) Truncate(n int64) error {
	if f.strikes() {
		return syscall.EIO
	}
	return f.file.Truncate(n)
}

// faultyChance is a source of chance of which one reading fails.
type faultyChance struct{ *fate }

func (c faultyChance) Read(p []byte) (int, error) {
	if c.strikes() {
		return 0, io.ErrUnexpectedEOF
	}
	return SystemRandom().Read(p)
}

// Whatever fails once, on the disk or in the source of chance: what was
// acknowledged is there afterwards, what was refused is not, and only of what
// was called uncertain nobody knows.
func TestWhateverFailsOnceLosesNothing(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"disk", "chance"} {
		for n := 1; ; n++ {
			f := &fate{}
			h, s := newHouse(t, Environment{Anchor: newKeeper()})
			must(t, s.Close())
			healthy := h.env
			if kind == "disk" {
				h.env.disk = &faulty{fate: f}
			} else {
				h.env.Random = faultyChance{f}
			}
			f.left = n
			h.liveWith(t, fmt.Sprint(kind, " ", n), healthy)
			must(t, os.RemoveAll(h.dir))
			if !f.met {
				break
			}
			if n > 500 {
				t.Fatal("it never came through")
			}
		}
	}
}

// liveWith does a little of everything and looks afterwards, in a healthy
// environment, whether it is as it was said.
func (h house) liveWith(t *testing.T, what string, healthy Environment) {
	t.Helper()
	want, also := map[string]string{}, map[string]string(nil)
	s, _, err := h.tryOpen(t)
	if err == nil {
		for i := range 4 {
			key, value := record.Key(fmt.Sprint("a/", i%3)), fmt.Sprint(i)
			err := s.Act("test", func(tx *Tx) error { return tx.PutRaw("thing", key, []byte(value)) })
			switch {
			case err == nil:
				want["thing:"+string(key)] = value
			case errors.Is(err, ErrNotCertain):
				also = map[string]string{"thing:" + string(key): value}
			}
			if i == 1 {
				if err := s.Rewrite(t.Context(), Filter{}, nil); err != nil && s.Unfinished() != nil {
					t.Errorf("%s: a rewrite that failed left %v: %v", what, s.Unfinished(), err)
				}
			}
			if i == 2 && s.RenameKeyholder(s.Holder(), "in the safe") != nil {
				break
			}
		}
		s.Close() // it may fail as well
	}
	h.env = healthy
	s, report, err := h.tryOpen(t)
	if err != nil {
		t.Errorf("%s: it does not open any more: %v", what, err)
		return
	}
	got := contents(t, s)
	for key, value := range also {
		if got[key] == value {
			want[key] = value
		}
	}
	if !equal(got, want) || len(report.Damaged)+len(report.RolledBack) > 0 {
		t.Errorf("%s: %v, not %v: %v", what, got, want, report.Notices())
	}
	put(t, s, "later", "x")
	must(t, s.Close())
	for _, name := range h.files(t) {
		if strings.Contains(name, aside) {
			t.Errorf("%s: %s is left", what, name)
		}
	}
}

// block puts a folder in the way that can't be written over.
func block(t *testing.T, path string) (free func()) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Join(path, "in the way"), 0o700))
	return func() { must(t, os.RemoveAll(path)) }
}

func TestWhatStandsInTheWayIsSaidAndHarmsNothing(t *testing.T) {
	log := &notes{}
	h, s := newHouse(t, Environment{Log: slog.New(slog.NewTextHandler(log, nil))})
	put(t, s, "a", "1")
	must(t, s.SaveDraft([]byte("half")))
	label := func() string {
		holders, err := s.Keyholders()
		must(t, err)
		return holders[0].Label
	}
	was := label()
	free := block(t, filepath.Join(h.dir, headerFile+aside))
	if err := s.RenameKeyholder(s.Holder(), "in the safe"); err == nil || label() != was {
		t.Errorf("a list that could not be written counts: %v, %s", err, label())
	}
	if err := s.Rewrite(t.Context(), Filter{}, nil); err == nil {
		t.Error("a rewrite whose list could not be written counts")
	}
	free()
	free = block(t, filepath.Join(h.dir, headerCopy+aside))
	must(t, s.RenameKeyholder(s.Holder(), "in the safe"))
	if label() != "in the safe" || !strings.Contains(log.String(), "the copy of the list") {
		t.Errorf("%s, %s", label(), log)
	}
	must(t, s.Rewrite(t.Context(), Filter{}, nil))
	if got := s.Unfinished(); !slices.Equal(got, []string{headerCopy, "gen-0001"}) {
		t.Errorf("without its copy a rewrite left %v", got)
	}
	free()
	must(t, s.Close())
	s, report := h.reopen(t)
	if len(report.Unfinished) > 0 || report.ReadOnly || contents(t, s)["thing:a"] != "1" {
		t.Errorf("%+v", report)
	}
	if _, err := os.Lstat(filepath.Join(h.dir, "gen-0001")); !errors.Is(err, os.ErrNotExist) {
		t.Error("the old generation was not removed")
	}
	free = block(t, filepath.Join(h.dir, draftsFile+aside))
	must(t, s.Rewrite(t.Context(), Filter{Forget: []record.Key{"nobody"}}, nil))
	if got := s.Unfinished(); !slices.Equal(got, []string{draftsFile}) {
		t.Errorf("drafts that could not be erased: %v", got)
	}
	free()
	must(t, s.Close())
	both, err := os.ReadFile(filepath.Join(h.dir, headerFile))
	must(t, err)
	copied, err := os.ReadFile(filepath.Join(h.dir, headerCopy))
	must(t, err)
	if !bytes.Equal(both, copied) {
		t.Error("the copy is another list")
	}
}

func TestASpaceThatIsNotKnownIsNone(t *testing.T) {
	odd := errors.New("no such disk")
	free, unknown := uint64(1<<40), error(nil)
	h, s := newHouse(t, Environment{Engine: EngineDisk, FreeSpace: func(string) (uint64, error) { return free, unknown }})
	put(t, s, "a", "1")
	must(t, s.Close())
	s, _ = h.reopen(t)
	if s.work.engine == nil {
		t.Fatal("not on the disk")
	}
	unknown = odd
	put(t, s, "b", "2")
	if s.work.engine != nil {
		t.Error("the working copy stays on a disk of which nothing is known")
	}
	if err := s.Rewrite(t.Context(), Filter{}, nil); !errors.Is(err, odd) {
		t.Errorf("a rewrite: %v", err)
	}
	must(t, s.Close())
	s, report := h.reopen(t)
	if s.work.engine != nil || len(contents(t, s)) != 2 || len(report.Damaged) > 0 {
		t.Errorf("%+v", report)
	}
	must(t, s.Close())
}

// The journal grew when it is four times longer than what is live, and by more
// than a few megabytes.
func TestCompactionIsNotOfferedForWhatIsLive(t *testing.T) {
	_, s := newHouse(t, Environment{})
	large := strings.Repeat("x", 3<<20)
	for i := range 4 {
		put(t, s, record.Key(fmt.Sprint(i)), large)
	}
	if s.NeedsCompaction() {
		t.Error("offered although everything is live")
	}
	for range 2 {
		for i := range 4 {
			put(t, s, record.Key(fmt.Sprint(i)), "")
		}
		put(t, s, "0", large)
	}
	if !s.NeedsCompaction() {
		t.Error("not offered although hardly anything is live")
	}
	must(t, s.Close())
	if s.NeedsCompaction() {
		t.Error("offered for a locked vault")
	}
}

// Whatever fails once while a vault is read: the answer is whole, or it is an
// error, or it says what is missing. It is never shorter without a word.
func TestAReadThatFailsOnceIsNeverShorterWithoutAWord(t *testing.T) {
	t.Parallel()
	f := &fate{}
	h, s := newHouse(t, Environment{Anchor: newKeeper()})
	for i := range 5 {
		put(t, s, record.Key(fmt.Sprint("a/", i)), fmt.Sprint(i))
	}
	must(t, s.Close())
	h.env.disk = &faulty{fate: f}
	s, _ = h.reopen(t)
	for name, look := range map[string]func() (string, error){
		"the journal": func() (string, error) {
			n := 0
			err := s.Journal(time.Time{}, func(Act) error { n++; return nil })
			return fmt.Sprint(n), err
		},
		"the versions": func() (string, error) {
			all, err := s.Versions("thing", "a")
			return fmt.Sprint(len(all)), err
		},
		"an export": func() (string, error) {
			x, err := s.Export()
			if err != nil {
				return "", err
			}
			defer x.Close()
			n := 0
			err = x.Each(t.Context(), nil, func(p Past) error { n += len(p.Changes); return nil })
			return fmt.Sprint(n), err
		},
	} {
		whole, err := look()
		must(t, err)
		f.everyOne(t, name, func() (string, error) {
			got, err := look()
			if err == nil && got != whole {
				return got + ", not " + whole, nil
			}
			return "", err
		})
	}
	must(t, s.Close())
	f.everyOne(t, "a check", func() (string, error) {
		report, err := Check(t.Context(), h.env, h.dir, h.key, true)
		if err == nil && report.OK && report.Records != 5 {
			return fmt.Sprint(report.Records, " records"), nil
		}
		return "", err
	})
	f.everyOne(t, "salvage", func() (string, error) {
		e, _, err := keyring.NewPaper("paper")
		must(t, err)
		report, err := Salvage(t.Context(), h.env, h.dir, h.key, filepath.Join(t.TempDir(), "saved"), e)
		if err == nil && len(report.Lost) == 0 && report.Records != 5 {
			return fmt.Sprint(report.Records, " records"), nil
		}
		return "", err
	})
}

// everyOne lets the first call fail, then the second, until none is left to
// fail; act says what was wrong with an answer.
func (f *fate) everyOne(t *testing.T, what string, act func() (wrong string, err error)) {
	t.Helper()
	for n := 1; ; n++ {
		f.mu.Lock()
		f.left, f.met = n, false
		f.mu.Unlock()
		wrong, err := act()
		if wrong != "" {
			t.Errorf("%s, call %d: %s", what, n, wrong)
		}
		f.mu.Lock()
		met := f.met
		f.left = 0 // nothing fails between
		f.mu.Unlock()
		switch {
		case !met && err != nil:
			t.Fatalf("%s: nothing failed, and it says %v", what, err)
		case !met:
			return
		case n > 500:
			t.Fatal("it never came through")
		}
	}
}
