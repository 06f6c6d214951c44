package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/store/keyring"
)

func TestWhatDoesNotBelongIsSetAsideAndSaid(t *testing.T) {
	const (
		cut     = "The last time, Holdfast was cut off in the middle of a save. What was unfinished was set aside; everything saved before is here."
		damaged = "The end of the journal could not be read and was set aside."
		foreign = "Among the files of the journal lay one that is no part of it. It was set aside, and nothing of the journal is missing by it."
		later   = "Holdfast found records of a later state that these keys do not open, perhaps of a rewrite that was cut off, and set them aside."
	)
	junk := []byte("half an entry")
	for name, c := range map[string]struct {
		plant func(h house)
		kept  string
		want  string
	}{
		"behind the last entry": {func(h house) {
			raw, err := os.ReadFile(h.journal())
			must(t, err)
			must(t, os.WriteFile(h.journal(), append(raw, junk...), 0o600))
		}, "gen-0001-journal-0001.hf-", cut},
		"behind a hole": {func(h house) {
			raw, err := os.ReadFile(h.journal())
			must(t, err)
			must(t, os.WriteFile(h.journal(), append(raw, junk...), 0o600))
			flip(t, h.journal(), 900)
		}, "gen-0001-journal-0001.hf-", damaged},
		"in the next file": {func(h house) {
			must(t, os.WriteFile(segmentPath(folder(h.dir).generation(1), 2), junk, 0o600))
		}, "gen-0001-journal-0002.hf-", cut},
		"in a file after it": {func(h house) {
			must(t, os.WriteFile(segmentPath(folder(h.dir).generation(1), 3), junk, 0o600))
		}, "gen-0001-journal-0003.hf-", foreign},
		"in the last file that can be": {func(h house) {
			must(t, os.WriteFile(segmentPath(folder(h.dir).generation(1), lastSegment), junk, 0o600))
		}, "gen-0001-journal-9999.hf-", foreign},
		"in a later generation": {func(h house) {
			must(t, os.Mkdir(folder(h.dir).generation(2), 0o700))
			must(t, os.WriteFile(segmentPath(folder(h.dir).generation(2), 1), junk, 0o600))
		}, "gen-0002-", later},
	} {
		h, _ := lived(t, EngineMemory)
		c.plant(h)
		s, report := h.reopen(t)
		if len(report.SetAside) != 1 || report.SetAside[0].What.String() != c.want || report.ReadOnly {
			t.Errorf("%s: %+v", name, report.SetAside)
		}
		must(t, s.Close())
		found := false
		for _, file := range h.files(t) {
			if strings.HasPrefix(file, quarantineFolder+"/"+c.kept) {
				raw, err := os.ReadFile(filepath.Join(h.dir, file))
				must(t, err)
				found = bytes.Equal(raw, junk)
			}
		}
		if !found {
			t.Errorf("%s: it is not in the quarantine", name)
		}
		s, report = h.reopen(t)
		if len(report.SetAside) > 0 {
			t.Errorf("%s: said again", name)
		}
		must(t, s.Close())
	}
}

// Two lists of keyholders can both open the vault; the one that the journal
// knows is the vault's.
func TestTheListThatTheJournalKnowsIsTheVaults(t *testing.T) {
	h, s := newHouse(t, Environment{})
	put(t, s, "a", "1")
	must(t, s.Close())
	other := h.copy(t)
	renamed := func(h house, label string) []byte {
		s, _ := h.reopen(t)
		must(t, s.RenameKeyholder(s.Holder(), label))
		must(t, s.Close())
		raw, err := os.ReadFile(filepath.Join(h.dir, headerFile))
		must(t, err)
		return raw
	}
	mine, theirs := renamed(h, "mine"), renamed(other, "theirs")
	for _, c := range []struct {
		file, copy []byte
		label      string
		said       int
	}{
		{mine, mine, "mine", 0}, {mine, theirs, "mine", 0}, {theirs, mine, "mine", 0}, {theirs, theirs, "theirs", 1},
	} {
		tampered := h.copy(t)
		must(t, os.WriteFile(filepath.Join(tampered.dir, headerFile), c.file, 0o600))
		must(t, os.WriteFile(filepath.Join(tampered.dir, headerCopy), c.copy, 0o600))
		check, err := Check(t.Context(), tampered.env, tampered.dir, tampered.key, false)
		must(t, err)
		s, report := tampered.reopen(t)
		holders, err := s.Keyholders()
		if err != nil || holders[0].Label != c.label || len(report.RolledBack) != c.said || len(check.RolledBack) != c.said {
			t.Errorf("%s: %+v, %v, %+v", c.label, holders, err, report.RolledBack)
		}
		must(t, s.Close())
		s, report = tampered.reopen(t)
		if len(report.Notices()) > 0 {
			t.Errorf("said again: %v", report.Notices())
		}
		must(t, s.Close())
	}
}

func TestAHeadIsTakenForOneOnlyInItsBounds(t *testing.T) {
	for _, c := range []struct {
		head head
		ok   bool
	}{
		{head{sequence: 1, length: seal.Overhead}, true},
		{head{sequence: 1, length: seal.Overhead - 1}, false},
		{head{sequence: 1, length: entryLimit}, true},
		{head{sequence: 1, length: entryLimit + 1}, false},
		{head{sequence: 0, length: seal.Overhead}, false},
	} {
		if got, ok := parseHead(c.head.bytes()); ok != c.ok || ok && got != c.head {
			t.Errorf("%+v: %v", c.head, ok)
		}
	}
	if _, ok := parseHead((head{sequence: 1, length: seal.Overhead}).bytes()[:headSize-1]); ok {
		t.Error("half a head is one")
	}
}

func TestAnAnchorClaimsAGenerationOnlyWhole(t *testing.T) {
	whole := make([]byte, anchorSize)
	whole[0], whole[8] = anchorVersion, 7
	newer := bytes.Clone(whole)
	newer[0]++
	for _, c := range []struct {
		raw  []byte
		want uint64
	}{{whole, 7}, {newer, 0}, {whole[:anchorSize-1], 0}, {append(bytes.Clone(whole), 0), 0}, {nil, 0}} {
		k := newKeeper()
		k.kept["v"] = c.raw
		if got := claimed(c.raw); got != c.want || (Environment{Anchor: k}).known("v") != c.want {
			t.Errorf("%d bytes of version %v claim %d", len(c.raw), c.raw[:min(1, len(c.raw))], got)
		}
	}
}

func TestAFearedPassphraseOfTheFirstKeyholderChangesToo(t *testing.T) {
	t.Parallel()
	first, err := keyring.NewPassphrase("me", "correct horse battery staple")
	must(t, err)
	h := house{env: Environment{Cost: keyring.Lowest()}, dir: filepath.Join(t.TempDir(), "vault"), key: keyring.Passphrase("lantern mosaic pepper drift")}
	s, err := Create(t.Context(), h.env, h.dir, first)
	must(t, err)
	put(t, s, "a", "1")
	must(t, s.ChangePassphrase(t.Context(), s.Holder(), "lantern mosaic pepper drift", true, nil))
	must(t, s.Close())
	s, _ = h.reopen(t)
	if contents(t, s)["thing:a"] != "1" {
		t.Error("the record is gone")
	}
	must(t, s.Close())
}

func TestACheckAddsUpWhatIsWrong(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	segments, err := walkAll(osDisk{}, folder(h.dir).generation(1), false)
	must(t, err)
	spots := segments[0].spots
	raw, err := os.ReadFile(h.journal())
	must(t, err)
	// One entry is cut out, and nobody knows of it; the end is not finished.
	must(t, os.WriteFile(h.journal(), append(append(raw[:spots[3].offset:spots[3].offset], raw[spots[4].offset:]...), "end"...), 0o600))
	report, err := Check(t.Context(), h.env, h.dir, h.key, true)
	must(t, err)
	last := spots[len(spots)-1].head.sequence
	if report.OK || len(report.Damaged)+len(report.Missing) != 2 || report.Damaged[len(report.Damaged)-1].Sequence != last+1 {
		t.Errorf("%+v", report)
	}
	// What a salvage brings over is counted.
	e, _, err := keyring.NewPaper("paper")
	must(t, err)
	salvaged, err := Salvage(t.Context(), h.env, h.dir, h.key, filepath.Join(t.TempDir(), "new"), e)
	must(t, err)
	if want := len(spots) - 3; salvaged.Acts != want { // not the first, which begins, the cut out, and the list of keyholders
		t.Errorf("%d acts, not %d: %s", salvaged.Acts, want, fmt.Sprint(salvaged.Lost))
	}
	if lost := salvaged.Lost; len(lost) != 2 || !slices.ContainsFunc(lost, func(f Finding) bool { return f.Sequence == last+1 }) {
		t.Errorf("%+v", lost)
	}
}

// What is saved lies in memory once, so that it can be wiped: memory that grew
// would leave a copy behind.
func TestWhatIsSealedIsNotCopiedOnTheWay(t *testing.T) {
	for _, n := range []int{0, 1, 100, 5000} {
		c := content{form: formAct, kind: "import", holder: "0d6c7f6e-8a0b-4c3d-9e1f-2a3b4c5d6e7f", number: 1 << 60, revision: 1 << 60}
		es := engineSeal{revision: 1 << 60, folder: strings.Repeat("f", 32), index: &index{collections: map[string][]item{}}}
		es.head.sequence, es.began = 1<<60, 1<<60
		for i := range n {
			key := record.Key(fmt.Sprint(strings.Repeat("k", 60), "/", i))
			c.changes = append(c.changes, change{collection: strings.Repeat("c", 60), key: key, value: make([]byte, i%3*200)})
			name := fmt.Sprint(strings.Repeat("c", 60), i%70)
			es.index.collections[name] = append(es.index.collections[name], item{key: key, size: 1 << 40, act: 1 << 60})
		}
		if got := len(c.bytes()); got > c.room() {
			t.Errorf("%d changes take %d bytes, and have room for %d", n, got, c.room())
		}
		if got := seal.Size + len(es.append(nil)); got > es.room() {
			t.Errorf("a seal of %d records takes %d bytes, and has room for %d", n, got, es.room())
		}
	}
}

func TestASalvageOfNothingLeavesNothing(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	raw, err := os.ReadFile(h.journal())
	must(t, err)
	must(t, os.WriteFile(h.journal(), make([]byte, len(raw)), 0o600))
	e, _, err := keyring.NewPaper("paper")
	must(t, err)
	to := filepath.Join(t.TempDir(), "new")
	if _, err := Salvage(t.Context(), h.env, h.dir, h.key, to, e); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Lstat(to); !errors.Is(err, os.ErrNotExist) {
		t.Error("an empty vault is left")
	}
}

// givings counts how often an anchor is given away.
type givings struct {
	*keeper
	times int
}

func (g *givings) Save(id record.ID, a []byte) error {
	g.times++
	return g.keeper.Save(id, a)
}

func TestAnAnchorIsGivenAwayOnceAMinuteAndAtTheEnd(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	g := &givings{keeper: newKeeper()}
	_, s := newHouse(t, Environment{Anchor: g, Clock: func() time.Time { return now }})
	for _, c := range []struct {
		later time.Duration
		want  int
	}{{0, 0}, {59 * time.Second, 0}, {time.Second, 1}, {59 * time.Second, 0}, {-2 * time.Minute, 1}, {time.Minute, 1}} {
		now, g.times = now.Add(c.later), 0
		if put(t, s, "a", "1"); g.times != c.want {
			t.Errorf("after %v it is given away %d times", c.later, g.times)
		}
	}
	g.times = 0
	must(t, s.Close())
	if g.times != 1 {
		t.Errorf("at the end it is given away %d times", g.times)
	}
}

func TestAWorkingCopyThatLostARecordIsFoundByACheck(t *testing.T) {
	h, s := newHouse(t, Environment{Engine: EngineDisk})
	must(t, s.Close())
	s, _ = h.reopen(t)
	put(t, s, "a", "1")
	put(t, s, "b", "2")
	s.work.index = s.work.index.with([]edit{{collection: "thing", item: item{key: "b"}, deleted: true}})
	s.stand()
	must(t, s.Close())
	for full, missing := range map[bool]int{true: 1, false: 0} {
		damaged := h.copy(t)
		report, err := Check(t.Context(), damaged.env, damaged.dir, damaged.key, full)
		must(t, err)
		if len(report.Missing) != missing || report.OK != (missing == 0) {
			t.Errorf("full %v: %+v", full, report)
		}
	}
}

func TestOneActMayChangeSeveralCollections(t *testing.T) {
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		h, s := newHouse(t, Environment{Engine: place})
		must(t, s.Close())
		s, _ = h.reopen(t)
		must(t, s.Act("several", func(tx *Tx) error {
			return errors.Join(tx.PutRaw("pay", "a", []byte("1")), tx.PutRaw("consent", "a", []byte("2")),
				tx.PutRaw("consent", "b", []byte("3")), tx.PutRaw("thing", "a", []byte("4")))
		}))
		must(t, s.Act("several", func(tx *Tx) error {
			return errors.Join(tx.DeleteRaw("consent", "b"), tx.DeleteRaw("thing", "a"), tx.PutRaw("pay", "a", []byte("5")))
		}))
		want := map[string]string{"pay:a": "5", "consent:a": "2"}
		if got := contents(t, s); !equal(got, want) {
			t.Errorf("%v: %v", place, got)
		}
		must(t, s.Close())
		s, _ = h.reopen(t)
		if got := contents(t, s); !equal(got, want) {
			t.Errorf("%v, reopened: %v", place, got)
		}
		must(t, s.Close())
	}
}

func TestAnExportFailsAsWhoeverReadsItDoes(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	s, _ := h.reopen(t)
	odd := errors.New("the stick was pulled out")
	x, err := s.Export()
	must(t, err)
	defer x.Close()
	if err := x.Each(t.Context(), nil, func(Past) error { return odd }); !errors.Is(err, odd) {
		t.Errorf("got %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if err := x.Each(ended, nil, func(Past) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	must(t, x.Each(t.Context(), nil, func(Past) error { return nil }))
	s.Lock()
	if err := x.Each(t.Context(), nil, func(Past) error { return nil }); !errors.Is(err, ErrLocked) {
		t.Errorf("locked: %v", err)
	}
}

func TestACheckThatFoundAnythingIsNotWell(t *testing.T) {
	one := []Finding{{Where: "somewhere"}}
	for found := range 16 {
		var r CheckReport
		if found&1 != 0 {
			r.Damaged = one
		}
		if found&2 != 0 {
			r.Missing = one
		}
		if found&4 != 0 {
			r.RolledBack = one
		}
		if found&8 != 0 {
			r.Intruded = make([]keyring.Holder, 1)
		}
		if r.settle(); r.OK != (found == 0) {
			t.Errorf("%04b found, and well: %v", found, r.OK)
		}
	}
}
