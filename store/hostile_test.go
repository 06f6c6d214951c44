package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdfast/record"
)

// keeper keeps anchors in memory, as the settings file does on a disk.
type keeper struct{ kept map[record.ID][]byte }

func newKeeper() *keeper { return &keeper{map[record.ID][]byte{}} }

func (k *keeper) Load(id record.ID) ([]byte, error) { return bytes.Clone(k.kept[id]), nil }
func (k *keeper) Save(id record.ID, a []byte) error { k.kept[id] = bytes.Clone(a); return nil }
func (k *keeper) clone() *keeper {
	c := newKeeper()
	for id, a := range k.kept {
		c.kept[id] = bytes.Clone(a)
	}
	return c
}

// lived is a vault with a little of everything in it, closed, and what it
// shows.
func lived(t testing.TB, place EnginePlace) (house, map[string]string) {
	t.Helper()
	h, s := newHouse(t, Environment{Engine: place, Anchor: newKeeper()})
	must(t, s.Close())
	s, _ = h.reopen(t)
	for i := range 12 {
		put(t, s, record.Key(fmt.Sprintf("m%d/%d", i%3, i)), strings.Repeat(fmt.Sprint("value ", i, " "), 20))
	}
	must(t, s.RenameKeyholder(s.Holder(), "the paper in the safe"))
	put(t, s, "m0/0", "newer")
	must(t, s.Act("test.delete", func(tx *Tx) error { return tx.DeleteRaw("thing", "m1/1") }))
	must(t, s.SaveDraft([]byte("half a sentence")))
	must(t, s.SaveDraft([]byte("half a sentence, and more")))
	all := contents(t, s)
	must(t, s.Close())
	return h, all
}

// copy gives a house of its own, with a copy of the files and anchors.
func (h house) copy(t testing.TB) house {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "copy")
	must(t, os.CopyFS(dir, os.DirFS(h.dir)))
	must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if d.IsDir() {
			return os.Chmod(path, 0o700)
		}
		return os.Chmod(path, 0o600)
	}))
	h.dir = dir
	if k, ok := h.env.Anchor.(*keeper); ok {
		h.env.Anchor = k.clone()
	}
	return h
}

// files are all files of the vault, by path within it.
func (h house) files(t testing.TB) []string {
	t.Helper()
	var all []string
	must(t, filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(h.dir, path)
			all = append(all, filepath.ToSlash(name))
		}
		return err
	}))
	return all
}

// sentences are the errors that a caller has words for.
var sentences = []error{ErrDamaged, ErrNotVault, ErrNewer, ErrWrongKey, ErrDenied, ErrLinked, ErrNoSpace}

// neverSilent opens a vault that was tampered with: it must refuse with a
// sentence, or show everything, or say what is missing.
func (h house) neverSilent(t *testing.T, what string, want map[string]string, andAfter bool) {
	t.Helper()
	s, report, err := h.tryOpen(t)
	if err != nil {
		for _, known := range sentences {
			if errors.Is(err, known) {
				return
			}
		}
		t.Errorf("%s: an error that nobody has words for: %v", what, err)
		return
	}
	got := contents(t, s)
	if !equal(got, want) && len(report.Notices()) == 0 {
		t.Errorf("%s: without a word it shows %v", what, got)
	}
	draft, err := s.Draft()
	if string(draft) != "half a sentence, and more" && err == nil && len(report.Draft) == 0 {
		t.Errorf("%s: without a word the draft is %q", what, draft)
	}
	if !andAfter || report.ReadOnly {
		must(t, s.Close())
		return
	}
	put(t, s, "after", "still here")
	must(t, s.Close())
	s, _ = h.reopen(t)
	if got := contents(t, s); got["thing:after"] != "still here" {
		t.Errorf("%s: what was saved afterwards is gone", what)
	}
	must(t, s.Close())
}

func TestNoFlippedBitGoesUnsaid(t *testing.T) {
	for _, c := range []struct {
		place EnginePlace
		flips int
	}{{EngineMemory, 700}, {EngineDisk, 300}} {
		h, want := lived(t, c.place)
		files := h.files(t)
		const shares = 5
		for share := range shares {
			t.Run(fmt.Sprint(c.place, share), func(t *testing.T) {
				t.Parallel()
				seed := rand.Uint64()
				random := rand.New(rand.NewPCG(seed, 0))
				t.Logf("seed %d", seed)
				for i := range c.flips / shares {
					h.flipOne(t, random, files[(i*shares+share)%len(files)], want, i%10 == 0)
				}
			})
		}
	}
}

// flipOne turns one bit of one file of a copy.
func (h house) flipOne(t *testing.T, random *rand.Rand, name string, want map[string]string, andAfter bool) {
	damaged := h.copy(t)
	path := filepath.Join(damaged.dir, name)
	raw, err := os.ReadFile(path)
	must(t, err)
	if len(raw) > 0 {
		bit := random.IntN(len(raw) * 8)
		raw[bit/8] ^= 1 << (bit % 8)
		must(t, os.WriteFile(path, raw, 0o600))
		damaged.neverSilent(t, fmt.Sprintf("bit %d of %s", bit, name), want, andAfter)
	}
	must(t, os.RemoveAll(damaged.dir))
}

func TestNoFileCanBeTakenAwayEmptiedCutOrPutBackUnsaid(t *testing.T) {
	t.Parallel()
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		h, older := lived(t, place)
		before := h.copy(t)
		s, _ := h.reopen(t)
		for i := range 3 {
			put(t, s, record.Key(fmt.Sprint("later/", i)), "x")
		}
		must(t, s.RenameKeyholder(s.Holder(), "moved to the bank"))
		must(t, s.SaveDraft([]byte("half a sentence, and more")))
		want := contents(t, s)
		must(t, s.Close())
		if equal(older, want) {
			t.Fatal("nothing happened")
		}
		ways := map[string]func(path string, raw []byte){
			"missing":   func(path string, _ []byte) { must(t, os.Remove(path)) },
			"empty":     func(path string, _ []byte) { must(t, os.Truncate(path, 0)) },
			"truncated": func(path string, raw []byte) { must(t, os.Truncate(path, int64(len(raw)/2))) },
			"longer":    func(path string, raw []byte) { must(t, os.WriteFile(path, append(raw, "and more"...), 0o600)) },
			"doubled":   func(path string, raw []byte) { must(t, os.WriteFile(path, append(raw, raw...), 0o600)) },
		}
		for _, name := range h.files(t) {
			raw, err := os.ReadFile(filepath.Join(h.dir, name))
			must(t, err)
			for way, harm := range ways {
				damaged := h.copy(t)
				harm(filepath.Join(damaged.dir, name), bytes.Clone(raw))
				damaged.neverSilent(t, name+" "+way, want, true)
			}
			if old, err := os.ReadFile(filepath.Join(before.dir, name)); err == nil {
				damaged := h.copy(t)
				must(t, os.WriteFile(filepath.Join(damaged.dir, name), old, 0o600))
				damaged.neverSilent(t, name+" older", want, true)
			}
		}
	}
}

func TestAnOlderCopyOfTheWholeFolderIsReported(t *testing.T) {
	t.Parallel()
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		h, _ := lived(t, place)
		old := h.copy(t)
		s, _ := h.reopen(t)
		put(t, s, "later", "x")
		must(t, s.Close())
		old.env.Anchor = h.env.Anchor
		check, err := Check(t.Context(), old.env, old.dir, old.key, true)
		must(t, err)
		if check.OK || len(check.RolledBack) == 0 {
			t.Errorf("check: %+v", check)
		}
		s, report := old.reopen(t)
		if len(report.RolledBack) != 1 || report.RolledBack[0].Entries != 1 || report.RolledBack[0].Sequence != 17 {
			t.Errorf("reported %+v", report.RolledBack)
		}
		must(t, s.Close())
		s, report = old.reopen(t)
		if len(report.RolledBack) != 0 {
			t.Error("said a second time")
		}
		kinds := ""
		must(t, s.Journal(timeZero, func(a Act) error { kinds += a.Kind + " "; return nil }))
		if !strings.Contains(kinds, KindRolledBack) {
			t.Errorf("the journal does not tell: %s", kinds)
		}
		must(t, s.Close())
	}
}

// Longer than what this computer knows, and not it.
func TestAnOlderCopyThatWasLivedOnWithElsewhereIsReported(t *testing.T) {
	t.Parallel()
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		h, _ := lived(t, place)
		old := h.copy(t)
		s, _ := h.reopen(t)
		put(t, s, "here", "x")
		must(t, s.Close())
		s, _ = old.reopen(t)
		for range 3 {
			put(t, s, "there", "y")
		}
		must(t, s.Close())
		old.env.Anchor = h.env.Anchor
		check, err := Check(t.Context(), old.env, old.dir, old.key, true)
		must(t, err)
		if check.OK || len(check.RolledBack) != 1 {
			t.Errorf("check: %+v", check)
		}
		s, report := old.reopen(t)
		if len(report.RolledBack) != 1 || report.RolledBack[0].Sequence != 17 {
			t.Errorf("reported %+v", report.RolledBack)
		}
		must(t, s.Close())
	}
}

func TestAnOlderGenerationIsReported(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	old := h.copy(t)
	s, _ := h.reopen(t)
	must(t, s.Rewrite(t.Context(), Filter{}, nil))
	must(t, s.Close())
	old.env.Anchor = h.env.Anchor
	s, report := old.reopen(t)
	if len(report.RolledBack) != 1 {
		t.Errorf("reported %+v", report.RolledBack)
	}
	must(t, s.Close())
}

func TestEntriesPutInAnotherOrderAreReadInTheirs(t *testing.T) {
	h, want := lived(t, EngineMemory)
	path := segmentPath(folder(h.dir).generation(1), 1)
	segments, err := walkAll(osDisk{}, folder(h.dir).generation(1), false)
	must(t, err)
	raw, err := os.ReadFile(path)
	must(t, err)
	spots := segments[0].spots
	a, b := spots[3], spots[4]
	swapped := bytes.Clone(raw[:a.offset])
	swapped = append(swapped, raw[b.offset:b.end()]...)
	swapped = append(swapped, raw[a.offset:a.end()]...)
	swapped = append(swapped, raw[b.end():]...)
	must(t, os.WriteFile(path, swapped, 0o600))
	s, report := h.reopen(t)
	if !equal(contents(t, s), want) || len(report.Damaged) == 0 {
		t.Errorf("%v, %+v", contents(t, s), report)
	}
	must(t, s.Close())
}

func TestABoxOfOneRecordIsNoBoxOfAnother(t *testing.T) {
	_, s := newHouse(t, Environment{})
	put(t, s, "a", "1")
	put(t, s, "b", "2")
	items := s.work.index.collections["thing"]
	items[0].box, items[1].box = items[1].box, items[0].box
	must(t, s.View(func(tx *Tx) error {
		if raw, err := tx.Raw("thing", "a"); err == nil {
			t.Errorf("read %q", raw)
		}
		return nil
	}))
}

func TestLinksAreRefused(t *testing.T) {
	t.Parallel()
	h, _ := lived(t, EngineMemory)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(h.dir, link); err != nil {
		t.Skip("links can't be made here")
	}
	if _, err := Open(h.env, link); !errors.Is(err, ErrLinked) {
		t.Errorf("the folder: %v", err)
	}
	if _, err := Create(t.Context(), h.env, link); !errors.Is(err, ErrLinked) {
		t.Errorf("a new vault: %v", err)
	}
	for _, name := range append(h.files(t), "gen-0001") {
		damaged := h.copy(t)
		path := filepath.Join(damaged.dir, name)
		away := filepath.Join(t.TempDir(), "elsewhere")
		must(t, os.Rename(path, away))
		must(t, os.Symlink(away, path))
		if _, _, err := damaged.tryOpen(t); !errors.Is(err, ErrLinked) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAFolderOpenToOthersIsClosedAndSaid(t *testing.T) {
	h, want := lived(t, EngineMemory)
	must(t, os.Chmod(h.dir, 0o755))
	must(t, os.Chmod(filepath.Join(h.dir, headerFile), 0o644))
	s, report := h.reopen(t)
	if report.PermissionsRepaired != 2 || len(report.Notices()) != 1 || !equal(contents(t, s), want) {
		t.Errorf("%+v", report)
	}
	must(t, s.Close())
	must(t, filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is %v", path, info.Mode())
		}
		return err
	}))
}
