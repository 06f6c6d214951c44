package store

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"holdfast/record"
)

// failing is a disk that refuses when it is told to.
type failing struct {
	osDisk
	mu sync.Mutex
	// write, sync, truncate and make, where not nil, are the answers.
	write, sync, truncate, make error
	// torn is how many bytes of a refused write reach the disk all the same.
	torn int
	// waiting are files of which the disk has not confirmed everything.
	waiting map[*failingFile]bool
}

// owes is how many files were written to and not waited for.
func (d *failing) owes() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.waiting)
}

func (d *failing) open(path string, flag int) (file, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if flag&syscall.O_CREAT != 0 && d.make != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: d.make}
	}
	f, err := d.osDisk.open(path, flag)
	if err != nil {
		return nil, err
	}
	return &failingFile{f, d}, nil
}

func (f *failingFile) Close() error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	delete(f.disk.waiting, f)
	return f.file.Close()
}

func (d *failing) set(write, sync, truncate, make error, torn int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.write, d.sync, d.truncate, d.make, d.torn = write, sync, truncate, make, torn
}

type failingFile struct {
	file
	disk *failing
}

func (f *failingFile) WriteAt(b []byte, at int64) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if f.disk.waiting == nil {
		f.disk.waiting = map[*failingFile]bool{}
	}
	f.disk.waiting[f] = true
	if f.disk.write != nil {
		n, _ := f.file.WriteAt(b[:min(f.disk.torn, len(b))], at)
		return n, f.disk.write
	}
	return f.file.WriteAt(b, at)
}

func (f *failingFile) Sync() error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if err := f.disk.sync; err != nil {
		f.disk.sync = nil // the next file may do better
		return err
	}
	delete(f.disk.waiting, f)
	return f.file.Sync()
}

func (f *failingFile) Truncate(n int64) error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if f.disk.truncate != nil {
		return f.disk.truncate
	}
	return f.file.Truncate(n)
}

func TestASaveThatTheDiskRefusesIsNotThereAndHarmsNothing(t *testing.T) {
	t.Parallel()
	full := syscall.ENOSPC
	for _, c := range []struct {
		name                        string
		write, sync, truncate, make error
		want                        error // of the save
		then                        error // of the next one, on a good disk
		there                       bool  // whether the save is there afterwards
	}{
		{name: "no room", write: full, want: ErrNoSpace},
		{name: "broken", write: syscall.EIO, want: syscall.EIO},
		{name: "no room and no cutting back", write: full, truncate: syscall.EIO, want: ErrNotCertain, then: ErrReadOnly},
		{name: "not confirmed, and then in another file", sync: syscall.EIO, there: true},
		{name: "not confirmed, and no other file", sync: syscall.EIO, make: full, want: ErrNotCertain, then: ErrReadOnly, there: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &failing{}
			h, s := newHouse(t, Environment{disk: d, Anchor: newKeeper()})
			put(t, s, "a", "before")
			save := func(k record.Key) error {
				return s.Act("test", func(tx *Tx) error { return tx.PutRaw("thing", k, []byte(strings.Repeat("x", 4000))) })
			}
			d.set(c.write, c.sync, c.truncate, c.make, 100)
			if err := save("b"); !errors.Is(err, c.want) || (c.want == nil && err != nil) {
				t.Errorf("the save: %v", err)
			}
			if c.want == nil && d.owes() > 0 {
				t.Error("a save counts that the disk has not confirmed")
			}
			d.set(nil, nil, nil, nil, 0)
			if err := save("c"); !errors.Is(err, c.then) || (c.then == nil && err != nil) {
				t.Errorf("the next: %v", err)
			}
			shown := contents(t, s)
			must(t, s.Close())
			s, report := h.reopen(t)
			got := contents(t, s)
			if got["thing:a"] != "before" || (got["thing:c"] != "") != (c.then == nil) {
				t.Errorf("%v", got)
			}
			if (got["thing:b"] != "") != c.there {
				t.Errorf("the save is there: %v", !c.there)
			}
			if c.want == nil && !equal(shown, got) {
				t.Errorf("shown %v, kept %v", shown, got)
			}
			if len(report.Damaged)+len(report.RolledBack) > 0 {
				t.Errorf("%v", report.Notices())
			}
			put(t, s, "d", "after")
			must(t, s.Close())
		})
	}
}

// The list of keyholders is small and may still find room where the journal
// finds none; the next change must not leave it two ahead.
func TestKeyholdersThatAFullDiskKeptOutOfTheJournalRaiseNoAlarm(t *testing.T) {
	d := &failing{}
	h, s := newHouse(t, Environment{disk: d, Anchor: newKeeper()})
	d.set(syscall.ENOSPC, nil, nil, nil, 0)
	must(t, s.RenameKeyholder(s.Holder(), "in the safe"))
	if err := s.RenameKeyholder(s.Holder(), "in the drawer"); !errors.Is(err, ErrNoSpace) {
		t.Errorf("a second one: %v", err)
	}
	d.set(nil, nil, nil, nil, 0)
	must(t, s.RenameKeyholder(s.Holder(), "in the desk"))
	must(t, s.Close())
	s, report := h.reopen(t)
	if len(report.Notices()) > 0 {
		t.Errorf("%v", report.Notices())
	}
	if holders, err := s.Keyholders(); err != nil || holders[0].Label != "in the desk" {
		t.Errorf("%+v, %v", holders, err)
	}
	must(t, s.Close())
}

func TestAnUnconfirmedEntryInTheOldFileIsVoid(t *testing.T) {
	d := &failing{}
	h, s := newHouse(t, Environment{disk: d})
	put(t, s, "a", "1")
	d.set(nil, syscall.EIO, nil, nil, 0)
	put(t, s, "a", "2") // lies in both files now
	put(t, s, "a", "3")
	segments, err := walkAll(osDisk{}, s.gen.path, false)
	must(t, err)
	r := s.gen.reader(nil)
	files, err := r.openAll(segments)
	must(t, err)
	void := map[uint64]uint64{segments[1].number: segments[1].spots[0].head.sequence}
	if begins := r.begins(files, segments); !maps.Equal(begins, void) {
		t.Errorf("void from %v on", begins)
	}
	closeAll(files)
	must(t, s.Close())
	s, report := h.reopen(t)
	var n int
	must(t, s.Journal(timeZero, func(a Act) error {
		if a.Kind == "test.put" {
			n++
		}
		return nil
	}))
	if got := contents(t, s); n != 3 || got["thing:a"] != "3" || len(report.Notices()) > 0 {
		t.Errorf("%d saves, %v, %v", n, got, report.Notices())
	}
	must(t, s.Close())
}

func TestANearlyFullDiskMovesTheWorkingCopyIntoMemory(t *testing.T) {
	t.Parallel()
	free := uint64(1 << 40)
	var mu sync.Mutex
	h, s := newHouse(t, Environment{Engine: EngineDisk, FreeSpace: func(string) (uint64, error) {
		mu.Lock()
		defer mu.Unlock()
		return free, nil
	}})
	must(t, s.Close())
	s, _ = h.reopen(t)
	if s.work.engine == nil {
		t.Fatal("not on the disk")
	}
	for i := range 20 {
		put(t, s, record.Key(fmt.Sprint("a/", i)), "1")
	}
	mu.Lock()
	free = spaceGuard
	mu.Unlock()
	must(t, s.View(func(tx *Tx) error {
		put(t, s, "b", "2")
		if s.work.engine != nil {
			t.Error("the engine is still open")
		}
		raw, err := tx.Raw("thing", "a/7") // the old engine serves on
		if err != nil || string(raw) != "1" {
			t.Errorf("%q, %v", raw, err)
		}
		return nil
	}))
	want := contents(t, s)
	if len(want) != 21 {
		t.Errorf("%d records", len(want))
	}
	if err := s.Rewrite(t.Context(), Filter{}, nil); !errors.Is(err, ErrNoSpace) {
		t.Errorf("a rewrite without room: %v", err)
	}
	must(t, s.Close())
	s, report := h.reopen(t)
	if got := contents(t, s); !equal(got, want) || s.work.engine != nil || len(report.Damaged) > 0 {
		t.Errorf("%v, %v", got, report.Notices())
	}
	must(t, s.Close())
}

// Space was there when it was asked for, and something stands in the way.
func TestAWorkingCopyThatTheDiskRefusesGoesIntoMemory(t *testing.T) {
	h, want := lived(t, EngineMemory)
	h.env.Engine = EngineDisk
	h.env.FreeSpace = func(path string) (uint64, error) {
		if path == folder(h.dir).generation(1) {
			must(t, os.WriteFile(filepath.Join(path, engineFolder), nil, 0o600))
		}
		return 1 << 40, nil
	}
	s, report := h.reopen(t)
	if got := contents(t, s); !equal(got, want) || len(report.Notices()) > 0 || s.work.engine != nil {
		t.Errorf("%v, %v", got, report.Notices())
	}
	must(t, s.Close())
}

func TestAnEngineThatFailsHarmsNoSave(t *testing.T) {
	t.Parallel()
	h, s := newHouse(t, Environment{Engine: EngineDisk})
	must(t, s.Close())
	s, _ = h.reopen(t)
	put(t, s, "a", "1")
	old := s.work.engine
	old.limit = time.Second
	// Badger can make no new file any more: its next one fails, and then it
	// does not even close.
	must(t, os.RemoveAll(old.db.Opts().Dir))
	must(t, s.Act("test", func(tx *Tx) error {
		for i := range 100 {
			if err := tx.PutRaw("large", record.Key(fmt.Sprint(i)), make([]byte, 100<<10)); err != nil {
				return err
			}
		}
		return nil
	}))
	if s.work.engine != nil {
		t.Error("the engine did not fail")
	}
	put(t, s, "b", "2")
	want := contents(t, s)
	if len(want) != 102 || want["thing:a"] != "1" || want["thing:b"] != "2" {
		t.Errorf("%d records", len(want))
	}
	must(t, s.Close())
	s, _ = h.reopen(t)
	if got := contents(t, s); !equal(got, want) {
		t.Errorf("%d records after reopening", len(got))
	}
	must(t, s.Close())
}
