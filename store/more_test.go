package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdfast/record"
	"holdfast/store/keyring"
)

func TestAVaultOfTheFutureIsLeftAlone(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	path := filepath.Join(h.dir, headerFile)
	raw, err := os.ReadFile(path)
	must(t, err)
	var f describedHeader
	must(t, json.Unmarshal(raw, &f))
	var body bytes.Buffer
	must(t, json.Compact(&body, f.Body))
	f.Version = keyring.Version + 1
	sum := sha256.Sum256(describedBind("header checksum v1", []byte(f.Format), describedNumber(keyring.Version+1), body.Bytes(), f.Signature))
	f.Checksum = sum[:]
	raw, err = json.MarshalIndent(f, "", "  ")
	must(t, err)
	must(t, os.WriteFile(path, append(raw, '\n'), 0o600))
	before := sums(t, h)
	// The copy beside it is of this version; it must not be taken instead.
	if _, err := Open(h.env, h.dir); !errors.Is(err, ErrNewer) {
		t.Errorf("got %v", err)
	}
	if !equal(before, sums(t, h)) {
		t.Error("something was changed")
	}
}

func TestANewVaultTakesNobodysPlace(t *testing.T) {
	dir := t.TempDir()
	e, _, err := keyring.NewPaper("paper")
	must(t, err)
	must(t, os.WriteFile(filepath.Join(dir, "a file"), nil, 0o600))
	if _, err := Create(t.Context(), Environment{}, dir, e); !errors.Is(err, ErrExists) {
		t.Errorf("in a folder with a file: %v", err)
	}
	if _, err := Create(t.Context(), Environment{}, filepath.Join(dir, "a file"), e); !errors.Is(err, ErrExists) {
		t.Errorf("over a file: %v", err)
	}
	if _, err := Open(Environment{}, dir); !errors.Is(err, ErrNotVault) {
		t.Errorf("open: %v", err)
	}
	empty := filepath.Join(dir, "empty")
	must(t, os.Mkdir(empty, 0o755))
	s, err := Create(t.Context(), Environment{}, empty, e)
	must(t, err)
	must(t, s.Close())
	info, err := os.Stat(empty)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder is %v", info.Mode())
	}
}

func TestGivingUpANewVaultLeavesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	e, err := keyring.NewPassphrase("me", "lantern mosaic pepper drift")
	must(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Create(ctx, Environment{Cost: keyring.Lowest()}, dir, e); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Lstat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("something is left")
	}
}

func TestALargeVaultGoesToTheDiskAndBack(t *testing.T) {
	t.Parallel()
	h, s := newHouse(t, Environment{})
	want := map[string]string{}
	for i := range 34 { // grows, shrinks, is replaced: parts must not be mixed up
		k, v := record.Key(fmt.Sprint("a/", i%20)), strings.Repeat(fmt.Sprint(i, " "), 1<<20/(3+i%3))
		put(t, s, k, v)
		want["thing:"+string(k)] = v
	}
	for s.journal.size() <= memoryLimit {
		put(t, s, "filler", strings.Repeat("x", 4<<20))
	}
	put(t, s, "filler", "")
	want["thing:filler"] = ""
	if s.work.engine != nil {
		t.Fatal("it went to the disk under somebody's hands")
	}
	must(t, s.Close())
	s, _ = h.reopen(t)
	if s.work.engine == nil {
		t.Fatal("still in memory")
	}
	for i := range 6 {
		k, v := record.Key(fmt.Sprint("a/", i)), strings.Repeat("y", i*100<<10)
		put(t, s, k, v)
		want["thing:"+string(k)] = v
	}
	must(t, s.Act("test", func(tx *Tx) error { return tx.DeleteRaw("thing", "a/7") }))
	delete(want, "thing:a/7")
	if !equal(contents(t, s), want) {
		t.Error("the working copy on the disk is not right")
	}
	must(t, s.Close())
	s, report := h.reopen(t)
	if !equal(contents(t, s), want) || len(report.Notices()) > 0 {
		t.Errorf("after reopening it is not right: %v", report.Notices())
	}
	must(t, s.Rewrite(t.Context(), Filter{History: s.env.Clock()}, nil))
	if !equal(contents(t, s), want) {
		t.Error("after the rewrite it is not right")
	}
	must(t, s.Close())
}

func TestCompactionIsOfferedWhereItHelps(t *testing.T) {
	_, s := newHouse(t, Environment{})
	for i := range 12 {
		put(t, s, "a", strings.Repeat(fmt.Sprint(i%10), 1<<20))
		if i < 6 && s.NeedsCompaction() {
			t.Fatalf("offered after %d saves", i)
		}
	}
	if !s.NeedsCompaction() {
		t.Error("not offered")
	}
	before := s.journal.size()
	must(t, s.Rewrite(t.Context(), Filter{History: s.env.Clock()}, nil))
	if s.NeedsCompaction() || s.journal.size() > before/6 {
		t.Errorf("%d bytes of %d are left", s.journal.size(), before)
	}
	// Who keeps every version is not asked again and again.
	put(t, s, "a", "x")
	if s.NeedsCompaction() {
		t.Error("offered again")
	}
}

func TestCompactionIsOfferedForWhatGrewBeforeUnlocking(t *testing.T) {
	h, s := newHouse(t, Environment{})
	for range 12 {
		put(t, s, "a", strings.Repeat("x", 1<<20))
	}
	must(t, s.Close())
	s, _ = h.reopen(t)
	if !s.NeedsCompaction() {
		t.Error("not offered")
	}
	// What a rewrite kept has not grown, however little of it is live.
	must(t, s.Rewrite(t.Context(), Filter{}, nil))
	put(t, s, "a", "")
	if s.NeedsCompaction() {
		t.Error("offered again")
	}
	must(t, s.Close())
	if s, _ = h.reopen(t); s.NeedsCompaction() {
		t.Error("offered again after unlocking")
	}
	must(t, s.Close())
}

// A disk that does not give back what it was given: the rewrite is refused, and
// the vault is what it was.
func TestARewriteThatDoesNotReadBackChangesNothing(t *testing.T) {
	t.Parallel()
	for name, harm := range map[string]func(t *testing.T, path string){
		"a bit":        func(t *testing.T, path string) { flip(t, path, 1000) },
		"the last act": func(t *testing.T, path string) { cutLast(t, path, 2) },
		"the end":      func(t *testing.T, path string) { cutLast(t, path, 1) },
		"a byte more": func(t *testing.T, path string) {
			raw, err := os.ReadFile(path)
			must(t, err)
			must(t, os.WriteFile(path, append(raw, 0), 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			h, want := lived(t, EngineMemory)
			s, _ := h.reopen(t)
			s.env.step = func(step string) {
				if step == "written" {
					written, err := filepath.Glob(filepath.Join(h.dir, "*"+aside, "journal-*"))
					must(t, err)
					harm(t, written[0])
				}
			}
			if err := s.Rewrite(t.Context(), Filter{}, nil); !errors.Is(err, ErrDamaged) {
				t.Errorf("gave %v", err)
			}
			must(t, s.Close())
			s, report := h.reopen(t)
			if got := contents(t, s); !equal(got, want) || len(report.Notices()) > 0 {
				t.Errorf("%v, %v", got, report.Notices())
			}
			must(t, s.Close())
			if !folder(h.dir).whole(1) || folder(h.dir).whole(2) {
				t.Error("the new generation has a place")
			}
		})
	}
}

// cutLast takes the last n entries off a file of the journal.
func cutLast(t *testing.T, path string, n int) {
	t.Helper()
	segments, err := walkAll(osDisk{}, filepath.Dir(path), false)
	must(t, err)
	spots := segments[0].spots
	must(t, os.Truncate(path, spots[len(spots)-n].offset))
}

func TestAGenerationWithoutABeginningIsNone(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	f := folder(h.dir)
	must(t, os.Mkdir(f.generation(2), 0o700))
	for name, content := range map[string]string{"journal-0001": "", "else": "x"} {
		must(t, os.WriteFile(filepath.Join(f.generation(2), name), []byte(content), 0o600))
		if f.whole(2) {
			t.Errorf("with %s it is one", name)
		}
	}
	if !f.whole(1) {
		t.Error("the present one is none")
	}
}

func TestErrorsHoldNoPath(t *testing.T) {
	h, s := newHouse(t, Environment{})
	must(t, s.Close())
	for _, name := range h.files(t) {
		damaged := h.copy(t)
		path := filepath.Join(damaged.dir, name)
		must(t, os.Remove(path))
		must(t, os.Mkdir(path, 0o700)) // no file can be read or written there
		_, _, err := damaged.tryOpen(t)
		if err != nil && strings.Contains(err.Error(), damaged.dir) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Create(t.Context(), h.env, "/proc/none/such", nil...); err != nil && strings.Contains(err.Error(), "/proc") {
		t.Errorf("%v", err)
	}
}
