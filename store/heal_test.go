package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdfast/record"
	"holdfast/store/keyring"
)

// flip turns one bit of a file.
func flip(t *testing.T, path string, at int64) {
	t.Helper()
	raw, err := os.ReadFile(path)
	must(t, err)
	raw[at] ^= 4
	must(t, os.WriteFile(path, raw, 0o600))
}

func TestAWorkingCopyThatIsRightMendsAJournalThatIsNot(t *testing.T) {
	t.Parallel()
	for name, harm := range map[string]func(t *testing.T, path string, spots []spot){
		"a bit":             func(t *testing.T, path string, spots []spot) { flip(t, path, spots[5].offset+headSize+30) },
		"a length":          func(t *testing.T, path string, spots []spot) { flip(t, path, spots[5].offset+18) },
		"the first":         func(t *testing.T, path string, spots []spot) { flip(t, path, 100) },
		"the end cut off":   func(t *testing.T, path string, spots []spot) { must(t, os.Truncate(path, spots[8].offset)) },
		"the end damaged":   func(t *testing.T, path string, spots []spot) { flip(t, path, spots[len(spots)-1].offset+100) },
		"cut off in an act": func(t *testing.T, path string, spots []spot) { must(t, os.Truncate(path, spots[8].offset+100)) },
	} {
		t.Run(name, func(t *testing.T) {
			h, want := lived(t, EngineDisk)
			gen := folder(h.dir).generation(1)
			segments, err := walkAll(osDisk{}, gen, false)
			must(t, err)
			harm(t, segments[0].path, segments[0].spots)
			s, report := h.reopen(t)
			if got := contents(t, s); !equal(got, want) {
				t.Errorf("%v", got)
			}
			if len(report.Damaged) == 0 || !s.NeedsCompaction() {
				t.Errorf("not a word: %+v", report)
			}
			put(t, s, "later", "x")
			want["thing:later"] = "x"
			crashed := h.copy(t) // no seal: the journal alone has to do
			must(t, s.Close())
			s, report = crashed.reopen(t)
			if got := contents(t, s); !equal(got, want) {
				t.Errorf("after a crash: %v", got)
			}
			for _, f := range report.Damaged {
				if f.What.String() != healedWords().String() {
					t.Errorf("after a crash: %s", f.What)
				}
			}
			must(t, s.Rewrite(t.Context(), Filter{}, nil))
			must(t, s.Close())
			s, report = crashed.reopen(t)
			if got := contents(t, s); !equal(got, want) || len(report.Notices()) > 0 || s.NeedsCompaction() {
				t.Errorf("after a rewrite: %v, %v", got, report.Notices())
			}
			must(t, s.Close())
		})
	}
}

func TestADamagedEngineIsMadeAnewAndSaidOnce(t *testing.T) {
	t.Parallel()
	h, want := lived(t, EngineDisk)
	for _, name := range h.files(t) {
		if !strings.Contains(name, "/engine/") || strings.HasSuffix(name, "LOCK") {
			continue
		}
		path := filepath.Join(h.dir, name)
		info, err := os.Stat(path)
		must(t, err)
		if info.Size() == 0 {
			continue
		}
		flip(t, path, info.Size()/2)
		s, report := h.reopen(t)
		if !report.EngineRebuilt || len(report.Notices()) != 1 || !equal(contents(t, s), want) {
			t.Errorf("%s: %v", name, report.Notices())
		}
		must(t, s.Close())
		s, report = h.reopen(t)
		if len(report.Notices()) != 0 {
			t.Errorf("%s: said again: %v", name, report.Notices())
		}
		must(t, s.Close())
		return
	}
	t.Error("there is no engine")
}

func TestSalvageBringsBackWhatAuthenticates(t *testing.T) {
	t.Parallel()
	h, want := lived(t, EngineMemory)
	segments, err := walkAll(osDisk{}, folder(h.dir).generation(1), false)
	must(t, err)
	spots := segments[0].spots
	flip(t, segments[0].path, spots[4].offset+18)          // the length of one save
	flip(t, segments[0].path, spots[7].offset+headSize+80) // the box of another
	flip(t, filepath.Join(h.dir, headerCopy), 200)
	lost := map[string]bool{}
	for _, i := range []int{4, 7} {
		lost[fmt.Sprintf("thing:m%d/%d", (i-1)%3, i-1)] = true
	}
	_, paper := newKey(t)
	e, p := paper()
	to := filepath.Join(t.TempDir(), "new")
	report, err := Salvage(t.Context(), h.env, h.dir, h.key, to, e)
	must(t, err)
	if len(report.Lost) != 3 || report.Records != len(want)-2 {
		t.Errorf("%+v", report)
	}
	h.dir, h.key = to, p
	s, said := h.reopen(t)
	got := contents(t, s)
	for k, v := range want {
		if got[k] != v && !lost[k] {
			t.Errorf("%s is gone", k)
		}
	}
	if len(said.Notices()) > 0 || len(got) != report.Records {
		t.Errorf("%d, %v", len(got), said.Notices())
	}
	versions, err := s.Versions("thing", "m0/0")
	if err != nil || len(versions) != 2 || versions[0].Kind != "test.put" {
		t.Errorf("versions %+v, %v", versions, err)
	}
	put(t, s, "later", "x")
	must(t, s.Close())
}

func TestSalvageSaysWhatIsMissingOfAJournalThatLooksWhole(t *testing.T) {
	t.Parallel()
	h, _ := lived(t, EngineMemory)
	segments, err := walkAll(osDisk{}, folder(h.dir).generation(1), false)
	must(t, err)
	spots := segments[0].spots
	must(t, os.Truncate(segments[0].path, spots[len(spots)-3].offset))
	_, more := newKey(t)
	e, _ := more()
	report, err := Salvage(t.Context(), h.env, h.dir, h.key, filepath.Join(t.TempDir(), "new"), e)
	must(t, err)
	if len(report.Lost) != 1 || report.Lost[0].Entries != 3 || report.Lost[0].Sequence != spots[len(spots)-3].head.sequence {
		t.Errorf("%+v", report.Lost)
	}
}

// A hole in the middle leaves the journal as far as the working copy is.
func TestSalvageFillsAHoleOfTheJournalFromTheWorkingCopy(t *testing.T) {
	t.Parallel()
	h, want := lived(t, EngineDisk)
	segments, err := walkAll(osDisk{}, folder(h.dir).generation(1), false)
	must(t, err)
	flip(t, segments[0].path, segments[0].spots[4].offset+headSize+80)
	_, more := newKey(t)
	e, k := more()
	h.dir, h.key = salvaged(t, h, e), k
	s, said := h.reopen(t)
	if got := contents(t, s); !equal(got, want) || len(said.Notices()) > 0 {
		t.Errorf("%v, %v", got, said.Notices())
	}
	must(t, s.Close())
}

// salvaged is where a vault was salvaged to.
func salvaged(t *testing.T, h house, e *keyring.Enrolment) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "new")
	_, err := Salvage(t.Context(), h.env, h.dir, h.key, to, e)
	must(t, err)
	return to
}

func TestSalvageTakesFromTheWorkingCopyWhatTheJournalLost(t *testing.T) {
	t.Parallel()
	h, want := lived(t, EngineDisk)
	segments, err := walkAll(osDisk{}, folder(h.dir).generation(1), false)
	must(t, err)
	flip(t, segments[0].path, segments[0].spots[4].offset+18)
	must(t, os.Truncate(segments[0].path, segments[0].spots[10].offset+3))
	before := sums(t, h)
	_, more := newKey(t)
	e, k := more()
	to := filepath.Join(t.TempDir(), "new")
	report, err := Salvage(t.Context(), h.env, h.dir, h.key, to, e)
	must(t, err)
	// Ten entries are left: one can't be read, and one begins the journal. What
	// the working copy adds is the ninth act.
	if report.Records != len(want) || len(report.Lost) == 0 || report.Acts != 9 {
		t.Errorf("%+v", report)
	}
	if !equal(before, sums(t, h)) {
		t.Error("the old vault was changed")
	}
	h.dir, h.key = to, k
	s, said := h.reopen(t)
	if got := contents(t, s); !equal(got, want) || len(said.Notices()) > 0 {
		t.Errorf("%v, %v", got, said.Notices())
	}
	must(t, s.Close())
}

func TestCheckFindsWhatIsWrongAndChangesNothing(t *testing.T) {
	t.Parallel()
	h, want := lived(t, EngineDisk)
	report, err := Check(t.Context(), h.env, h.dir, h.key, true)
	must(t, err)
	if !report.OK || report.Records != len(want) || report.JournalEntries != 16 {
		t.Errorf("%+v", report)
	}
	segments, err := walkAll(osDisk{}, folder(h.dir).generation(1), false)
	must(t, err)
	spots := segments[0].spots
	for name, c := range map[string]struct {
		harm             func(h house)
		damaged, missing int
	}{
		"a box":      {func(h house) { flip(t, h.journal(), spots[3].offset+200) }, 1, 0},
		"a head":     {func(h house) { flip(t, h.journal(), spots[3].offset+40) }, 1, 0},
		"the end":    {func(h house) { must(t, os.Truncate(h.journal(), spots[15].offset+5)) }, 1, 0},
		"the header": {func(h house) { flip(t, filepath.Join(h.dir, headerFile), 300) }, 1, 0},
		"a draft":    {func(h house) { flip(t, filepath.Join(h.dir, draftsFile), 300) }, 1, 0},
		"the engine": {func(h house) {
			found, err := filepath.Glob(filepath.Join(h.dir, "gen-0001/engine/*/MANIFEST"))
			must(t, err)
			must(t, os.Remove(found[0]))
		}, 1, 0},
		"cut out": {func(h house) {
			raw, err := os.ReadFile(h.journal())
			must(t, err)
			must(t, os.WriteFile(h.journal(), append(raw[:spots[3].offset:spots[3].offset], raw[spots[5].offset:]...), 0o600))
		}, 0, 1},
	} {
		damaged := h.copy(t)
		c.harm(damaged)
		before := sums(t, damaged)
		report, err := Check(t.Context(), damaged.env, damaged.dir, damaged.key, true)
		must(t, err)
		if report.OK || len(report.Damaged) != c.damaged || len(report.Missing) != c.missing {
			t.Errorf("%s: %+v", name, report)
		}
		if !equal(before, sums(t, damaged)) {
			t.Errorf("%s: the check changed something", name)
		}
	}
}

func (h house) journal() string { return segmentPath(folder(h.dir).generation(1), 1) }

func sums(t *testing.T, h house) map[string]string {
	all := map[string]string{}
	for _, name := range h.files(t) {
		raw, err := os.ReadFile(filepath.Join(h.dir, name))
		must(t, err)
		all[name] = string(raw)
	}
	return all
}

func TestANameWithoutEndIsRefused(t *testing.T) {
	_, s := newHouse(t, Environment{})
	for _, c := range []struct {
		collection, key int
		taken           bool
	}{{64, 512, true}, {1, 513, false}, {65, 1, false}, {0, 1, false}, {1, 0, false}} {
		err := s.Act("test", func(tx *Tx) error {
			return tx.PutRaw(strings.Repeat("c", c.collection), record.Key(strings.Repeat("k", c.key)), nil)
		})
		if (err == nil) != c.taken {
			t.Errorf("%d letters and %d: %v", c.collection, c.key, err)
		}
	}
}
