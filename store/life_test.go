package store

import (
	"bytes"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"holdfast/record"
)

// notes is a log that is read afterwards.
type notes struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (n *notes) Write(b []byte) (int, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.text.Write(b)
}

func (n *notes) String() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.text.String()
}

// Whatever a vault goes through when nothing fails, nobody is alarmed, nothing
// is left lying about, and a draft lives until somebody is forgotten.
func TestAnOrdinaryLifeAlarmsNobody(t *testing.T) {
	t.Parallel()
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		log := &notes{}
		h, s := newHouse(t, Environment{Engine: place, Anchor: newKeeper(), Log: slog.New(slog.NewTextHandler(log, nil))})
		calm := func(when, draft string) {
			t.Helper()
			if got, err := s.Draft(); err != nil || string(got) != draft {
				t.Errorf("%v, %s: the draft is %q, %v", place, when, got, err)
			}
			must(t, s.Close())
			var report Report
			s, report = h.reopen(t)
			if said := report.Notices(); len(said)+len(report.Unfinished)+len(s.Unfinished()) > 0 || report.ReadOnly || s.NeedsCompaction() {
				t.Errorf("%v, %s: %v %v", place, when, said, report.Unfinished)
			}
			if got, err := s.Draft(); err != nil || string(got) != draft {
				t.Errorf("%v, %s and reopened: the draft is %q, %v", place, when, got, err)
			}
			if log.String() != "" {
				t.Errorf("%v, %s: %s", place, when, log)
			}
			for _, name := range h.files(t) {
				if strings.HasPrefix(name, quarantineFolder) || strings.Contains(name, aside) {
					t.Errorf("%v, %s: %s is left", place, when, name)
				}
			}
		}
		calm("made", "")
		put(t, s, "m1/a", "1")
		must(t, s.SaveDraft([]byte("half a sentence")))
		calm("saved", "half a sentence")
		must(t, s.RenameKeyholder(s.Holder(), "in the safe"))
		calm("renamed", "half a sentence")
		must(t, s.Rewrite(t.Context(), Filter{}, nil))
		calm("rewritten", "half a sentence")
		x := export(t, s)
		must(t, s.TryRestore(t.Context(), h.key, x.roster, x.bearer(t, h.key), x.from(), func(*Store) error { return nil }, nil))
		calm("tried a restore", "half a sentence")
		must(t, s.Supplant(t.Context(), x.from(), nil))
		calm("restored", "half a sentence")
		must(t, s.Journal(timeZero, func(a Act) error {
			if a.Kind == "" || a.Holder == "" {
				t.Errorf("%v: a restore wrote an act of nobody: %+v", place, a)
			}
			return nil
		}))
		must(t, s.DropReplaced())
		calm("dropped what was replaced", "half a sentence")
		must(t, s.Rewrite(t.Context(), Filter{Forget: []record.Key{"m1"}}, nil))
		calm("forgotten", "")
		must(t, s.Close())
	}
}

// counting is a disk that counts how often it was waited for.
type counting struct {
	osDisk
	mu    sync.Mutex
	syncs int
	wrote int
}

type countingFile struct {
	file
	disk *counting
}

func (d *counting) open(path string, flag int) (file, error) {
	f, err := d.osDisk.open(path, flag)
	if err != nil {
		return nil, err
	}
	return &countingFile{f, d}, nil
}

func (f *countingFile) Sync() error {
	f.disk.mu.Lock()
	f.disk.syncs++
	f.disk.mu.Unlock()
	return f.file.Sync()
}

func (f *countingFile) WriteAt(b []byte, at int64) (int, error) {
	f.disk.mu.Lock()
	f.disk.wrote++
	f.disk.mu.Unlock()
	return f.file.WriteAt(b, at)
}

func (d *counting) waited() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := d.syncs
	d.syncs = 0
	return n
}

func TestTheDiskIsWaitedForBeforeAnythingCounts(t *testing.T) {
	d := &counting{}
	h, s := newHouse(t, Environment{disk: d})
	if n := d.waited(); n != 2 { // for its first entry, and before it is written to
		t.Errorf("a new vault waited for the disk %d times", n)
	}
	put(t, s, "a", "1")
	if n := d.waited(); n != 1 {
		t.Errorf("a save waited for the disk %d times", n)
	}
	must(t, s.Act("nothing", func(*Tx) error { return nil }))
	if n := d.waited(); n != 0 {
		t.Errorf("an act that changes nothing waited %d times", n)
	}
	must(t, s.Rewrite(t.Context(), Filter{}, nil))
	if n := d.waited(); n < 1 {
		t.Error("a rewrite did not wait for the disk")
	}
	must(t, s.Close())
	d.waited()
	d.wrote = 0
	s, _ = h.reopen(t) // without an anchor nobody knows whether the last save was confirmed
	if n := d.waited(); n != 1 || d.wrote != 1 {
		t.Errorf("the last save was written %d times more, and confirmed %d times", d.wrote, n)
	}
	must(t, s.Close())
	h.env.Anchor = newKeeper()
	s, _ = h.reopen(t)
	must(t, s.Close())
	d.waited()
	s, _ = h.reopen(t)
	if n := d.waited(); n != 0 {
		t.Errorf("what the anchor knows was confirmed %d times", n)
	}
	must(t, s.Close())
}

func TestHowMuchIsLostIsSaidAndWhere(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	segments, err := walkAll(osDisk{}, folder(h.dir).generation(1), false)
	must(t, err)
	spots := segments[0].spots
	for _, c := range []struct {
		spoilt []int
		want   string
	}{
		{[]int{4}, "gen-0001/journal-0001.hf 5+1: One saved change can no longer be read. What it held may be missing here, or older than it was."},
		{[]int{4, 5, 6}, "gen-0001/journal-0001.hf 5+3: 3 saved changes can no longer be read. What they held may be missing here, or older than it was."},
		{[]int{4, 7}, "gen-0001/journal-0001.hf 5+1: One saved change can no longer be read. What it held may be missing here, or older than it was.; " +
			"gen-0001/journal-0001.hf 8+1: One saved change can no longer be read. What it held may be missing here, or older than it was."},
	} {
		damaged := h.copy(t)
		for _, i := range c.spoilt {
			flip(t, damaged.journal(), spots[i].offset+headSize+30)
		}
		s, report := damaged.reopen(t)
		var said []string
		for _, f := range report.Damaged {
			said = append(said, fmt.Sprintf("%s %d+%d: %s", f.Where, f.Sequence, f.Entries, f.What))
		}
		if got := strings.Join(said, "; "); got != c.want {
			t.Errorf("%v: %s", c.spoilt, got)
		}
		must(t, s.Close())
	}
}

func TestAnAnchorThatDoesNotOpenIsNoSilence(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(anchor []byte) []byte
		said  int
	}{
		"as it is":                   {func(a []byte) []byte { return a }, 0},
		"none":                       {func([]byte) []byte { return nil }, 0},
		"of this generation, spoilt": {func(a []byte) []byte { a[20] ^= 1; return a }, 1},
		"of an earlier generation":   {func(a []byte) []byte { a[8] = 0; return a }, 0},
		"of a later generation":      {func(a []byte) []byte { a[8] = 2; return a }, 1},
		"cut off":                    {func(a []byte) []byte { return a[:len(a)-1] }, 0},
	} {
		h, _ := lived(t, EngineMemory)
		k := h.env.Anchor.(*keeper)
		for id, a := range k.kept {
			k.kept[id] = c.spoil(a)
		}
		s, report := h.reopen(t)
		if len(report.RolledBack) != c.said {
			t.Errorf("%s: %v", name, report.Notices())
		}
		must(t, s.Close())
		s, report = h.reopen(t)
		if len(report.Notices()) > 0 {
			t.Errorf("%s: said again: %v", name, report.Notices())
		}
		must(t, s.Close())
	}
}

func TestAnActOfWhichNothingIsLeftLeavesNoLine(t *testing.T) {
	_, s := newHouse(t, Environment{})
	put(t, s, "ana/1", "x")
	put(t, s, "bea/1", "y")
	must(t, s.Act("both", func(tx *Tx) error {
		return tx.PutRaw("thing", "ana/2", []byte("x"))
	}))
	must(t, s.Rewrite(t.Context(), Filter{Forget: []record.Key{"ana"}}, nil))
	kinds := ""
	must(t, s.Journal(timeZero, func(a Act) error { kinds += fmt.Sprint(a.Kind, a.Records, " "); return nil }))
	if strings.Contains(kinds, "both") || strings.Count(kinds, "test.put") != 1 || strings.Contains(kinds, "put0") {
		t.Errorf("the journal tells %s", kinds)
	}
}

// The room that a save needs is twice what it holds, beyond the guard.
func TestTheWorkingCopyLeavesTheDiskInTime(t *testing.T) {
	t.Parallel()
	value := make([]byte, 1<<10)
	need := spaceGuard + 2*uint64(len(value)+len("a")+len("thing"))
	for free, stays := range map[uint64]bool{need: true, need - 1: false, need + 1: true} {
		now := uint64(1 << 40)
		h, s := newHouse(t, Environment{Engine: EngineDisk, FreeSpace: func(string) (uint64, error) { return now, nil }})
		must(t, s.Close())
		s, _ = h.reopen(t)
		now = free
		put(t, s, "a", string(value))
		if (s.work.engine != nil) != stays {
			t.Errorf("with %d bytes of %d the working copy stays on the disk: %v", free, need, !stays)
		}
		must(t, s.Close())
	}
}

// However the windows fall in which a file is read, the next entry is found.
func TestAnEntryIsFoundWhereverItBegins(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	segments, err := walkAll(osDisk{}, folder(h.dir).generation(1), false)
	must(t, err)
	raw, err := os.ReadFile(h.journal())
	must(t, err)
	first := segments[0].spots[0]
	whole := raw[first.offset:first.end()]
	for _, strays := range []int{0, 1, 7, windowSize - len(entryMagic), windowSize - 1, windowSize, windowSize + 1, 2*windowSize - len(entryMagic) + 1} {
		path := filepath.Join(t.TempDir(), "journal-0001.hf")
		must(t, os.WriteFile(path, append(make([]byte, strays), whole...), 0o600))
		s := segment{number: 1, path: path}
		must(t, s.walk(osDisk{}, true))
		if len(s.spots) != 1 || s.spots[0].offset != int64(strays) || (len(s.strays) == 0) != (strays == 0) {
			t.Errorf("after %d strange bytes: %+v", strays, s.spots)
		}
	}
}
