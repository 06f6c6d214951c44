package store

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"filippo.io/age"

	"holdfast/record"
	"holdfast/store/keyring"
)

// exported is all that an Export gives.
type exported struct {
	roster keyring.Roster
	at     Position
	acts   []Past
	live   map[string]string
}

func export(t testing.TB, s *Store) exported {
	t.Helper()
	x, err := s.Export()
	must(t, err)
	defer x.Close()
	out := exported{roster: x.Roster, at: x.Position, live: map[string]string{}}
	must(t, x.Each(t.Context(), nil, func(p Past) error {
		out.acts = append(out.acts, kept(p))
		for _, c := range p.Changes {
			place := c.Collection + ":" + string(c.Key)
			if _, twice := out.live[place]; c.Current && twice {
				t.Errorf("%s is current twice", place)
			}
			if c.Current {
				out.live[place] = string(c.Raw)
			}
		}
		return nil
	}))
	return out
}

func kept(p Past) Past {
	p.Changes = slices.Clone(p.Changes)
	for i := range p.Changes {
		p.Changes[i].Raw = bytes.Clone(p.Changes[i].Raw)
	}
	return p
}

// from restores what was exported.
func (x exported) from() Restoring {
	return Restoring{
		From: func(visit func(Past) error) error {
			for _, p := range x.acts {
				if err := visit(kept(p)); err != nil {
					return err
				}
			}
			return nil
		},
		Acts: int64(len(x.acts)), Generation: x.at.Generation, Retired: append(x.roster.Retired, x.roster.Signer),
	}
}

// bears is an age identity that asks the keyring and keeps what it answers.
type bears struct {
	t      testing.TB
	key    keyring.Key
	vault  record.ID
	bearer *keyring.Bearer
}

func (b *bears) Unwrap(stanzas []*age.Stanza) (fileKey []byte, err error) {
	fileKey, b.bearer, err = keyring.Unwrap(b.t.Context(), b.key, b.vault, nil, stanzas)
	return fileKey, err
}

func (x exported) bearer(t testing.TB, key keyring.Key) *keyring.Bearer {
	t.Helper()
	var file bytes.Buffer
	r, err := keyring.Recipient(x.roster.Holders[0].Recipient)
	must(t, err)
	w, err := age.Encrypt(&file, r)
	must(t, err)
	must(t, w.Close())
	b := &bears{t: t, key: key, vault: x.roster.Vault}
	_, err = age.Decrypt(&file, b)
	must(t, err)
	return b.bearer
}

func TestAnExportHasEverythingOnceAndAsItIs(t *testing.T) {
	t.Parallel()
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		h, want := lived(t, place)
		for range 2 { // from the journal, and from an engine with a seal
			s, _ := h.reopen(t)
			x := export(t, s)
			if !equal(x.live, want) {
				t.Errorf("live: %v", x.live)
			}
			versions, err := s.Versions("", "")
			must(t, err)
			var changes int
			for _, p := range x.acts {
				changes += len(p.Changes)
			}
			if changes != len(versions) {
				t.Errorf("%d changes of %d", changes, len(versions))
			}
			put(t, s, "later", "x")
			want["thing:later"] = "x"
			if again := export(t, s); !equal(again.live, want) || again.at.Sequence != x.at.Sequence+1 {
				t.Errorf("after another act: %v", again.at)
			}
			must(t, s.Close())
		}
	}
}

// Two records of one act, of which a later act changed one.
func TestAnExportSaysWhichRecordsOfAnActAreCurrent(t *testing.T) {
	t.Parallel()
	_, s := newHouse(t, Environment{})
	must(t, s.Act("test.two", func(tx *Tx) error {
		return errors.Join(tx.PutRaw("thing", "a", []byte("old")), tx.PutRaw("thing", "b", []byte("kept")))
	}))
	put(t, s, "a", "new")
	x := export(t, s)
	if !equal(x.live, map[string]string{"thing:a": "new", "thing:b": "kept"}) {
		t.Errorf("live: %v", x.live)
	}
	must(t, s.Close())
}

func TestAnExportOfAMendedVaultHasEverything(t *testing.T) {
	t.Parallel()
	h, want := lived(t, EngineDisk)
	segments, err := walkAll(osDisk{}, folder(h.dir).generation(1), false)
	must(t, err)
	flip(t, segments[0].path, segments[0].spots[5].offset+headSize+30)
	s, _ := h.reopen(t)
	if x := export(t, s); !equal(x.live, want) {
		t.Errorf("%v", x.live)
	}
}

func TestAnExportIsOfOneMomentWhileActsGoOn(t *testing.T) {
	h, want := lived(t, EngineMemory)
	s, _ := h.reopen(t)
	x, err := s.Export()
	must(t, err)
	var wait sync.WaitGroup
	wait.Go(func() {
		for i := range 20 {
			put(t, s, record.Key(fmt.Sprint("meanwhile/", i)), "x")
			put(t, s, "m0/0", fmt.Sprint(i))
		}
	})
	live := map[string]string{}
	err = x.Each(t.Context(), nil, func(p Past) error {
		for _, c := range p.Changes {
			if c.Current {
				live[c.Collection+":"+string(c.Key)] = string(c.Raw)
			}
		}
		return nil
	})
	wait.Wait()
	x.Close()
	must(t, err)
	if !equal(live, want) {
		t.Errorf("%v", live)
	}
}

func TestARewriteEndsAnExportWithItsOwnError(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	s, _ := h.reopen(t)
	x, err := s.Export()
	must(t, err)
	done := make(chan error)
	go func() { done <- s.Rewrite(t.Context(), Filter{}, nil) }()
	for s.Holder() != "" { // until the old keys are wiped
		if err = x.Each(t.Context(), nil, func(Past) error { return nil }); err != nil {
			break
		}
	}
	x.Close()
	must(t, <-done)
	if !errors.Is(err, ErrRewritten) {
		t.Errorf("got %v", err)
	}
	s.Lock()
	if _, err := s.Export(); !errors.Is(err, ErrLocked) {
		t.Errorf("locked: %v", err)
	}
}

// sameActs compares acts but for their numbers and whatever the vault itself
// noted first.
func sameActs(t *testing.T, got, want []Past) {
	t.Helper()
	offset := len(got) - len(want)
	if offset < 0 {
		t.Fatalf("%d acts of %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i+1]
		if g.Kind != w.Kind || !g.At.Equal(w.At) || g.Holder != w.Holder || len(g.Changes) != len(w.Changes) {
			t.Errorf("act %d: %s %v, want %s %v", i, g.Kind, g.At, w.Kind, w.At)
			continue
		}
		for c := range w.Changes {
			a, b := g.Changes[c], w.Changes[c]
			if a.Key != b.Key || !bytes.Equal(a.Raw, b.Raw) || a.Deleted != b.Deleted || a.Current != b.Current {
				t.Errorf("act %d: %+v, want %+v", i, a, b)
			}
		}
	}
}

func TestARevivedVaultIsTheOldOneUnderFreshKeys(t *testing.T) {
	t.Parallel()
	h, want := lived(t, EngineMemory)
	s, _ := h.reopen(t)
	signed, err := s.gen.keys.Sign("test", []byte("a manifest"))
	must(t, err)
	must(t, s.AddKeyholder(t.Context(), recipientOnly(t)))
	x := export(t, s)
	old := s.Fingerprint()
	must(t, s.Close())

	there := h
	there.dir = filepath.Join(t.TempDir(), "a", "new")
	var moments []house
	there.env.step = func(string) { at := there; at.env.step = nil; moments = append(moments, at.copy(t)) }
	must(t, Revive(t.Context(), there.env, there.dir, x.roster, x.bearer(t, h.key), x.from(), nil))
	there.env.step = nil
	s, report := there.reopen(t)
	if got := contents(t, s); !equal(got, want) || len(report.Notices()) > 0 {
		t.Fatalf("%v, %v", got, report.Notices())
	}
	sameActs(t, export(t, s).acts, x.acts)
	if s.ID() != x.roster.Vault || s.Fingerprint() == old || !s.header.Verify("test", []byte("a manifest"), signed) {
		t.Error("it is another vault, or under the same signing key, or does not know the one of then")
	}
	holders, err := s.Keyholders()
	must(t, err)
	if len(holders) != 2 || holders[0].Label != "the paper in the safe" || !holders[0].Attested || holders[1].Attested {
		t.Errorf("%+v", holders)
	}
	for i, m := range moments {
		cutOffRevival(t, fmt.Sprint("step ", i), m, x, want)
	}
	if len(moments) != 4 {
		t.Errorf("%d steps", len(moments))
	}
}

// cutOffRevival looks at a folder that a restore was cut off in.
func cutOffRevival(t *testing.T, what string, h house, x exported, want map[string]string) {
	t.Helper()
	s, _, err := h.tryOpen(t)
	if errors.Is(err, ErrNotVault) {
		must(t, Revive(t.Context(), h.env, h.dir, x.roster, x.bearer(t, h.key), x.from(), nil))
		s, _, err = h.tryOpen(t)
	}
	must(t, err)
	if got := contents(t, s); !equal(got, want) {
		t.Errorf("%s: %v", what, got)
	}
	must(t, s.Close())
	for _, name := range h.files(t) {
		if strings.Contains(name, aside) {
			t.Errorf("%s: %s is left", what, name)
		}
	}
}

func recipientOnly(t testing.TB) *keyring.Enrolment {
	t.Helper()
	id, err := age.GenerateHybridIdentity()
	must(t, err)
	e, err := keyring.NewRecipient("somebody", id.Recipient().String())
	must(t, err)
	return e
}

func TestARevivalThatFailsLeavesNothing(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	s, _ := h.reopen(t)
	x := export(t, s)
	must(t, s.Close())
	broken := errors.New("the stick was pulled out")
	what := x.from()
	what.From = func(visit func(Past) error) error { return errors.Join(visit(x.acts[0]), broken) }
	dir := filepath.Join(t.TempDir(), "new")
	if err := Revive(t.Context(), h.env, dir, x.roster, x.bearer(t, h.key), what, nil); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Lstat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Error("something is left")
	}
	must(t, os.Mkdir(dir, 0o700))
	must(t, os.WriteFile(filepath.Join(dir, "photo.jpg"), []byte("mine"), 0o600))
	if err := Revive(t.Context(), h.env, dir, x.roster, x.bearer(t, h.key), x.from(), nil); !errors.Is(err, ErrExists) {
		t.Errorf("over something else: %v", err)
	}
	if raw, err := os.ReadFile(filepath.Join(dir, "photo.jpg")); err != nil || string(raw) != "mine" {
		t.Errorf("%q, %v", raw, err)
	}
	what = x.from()
	what.Bytes = 1 << 40
	h.env.FreeSpace = func(string) (uint64, error) { return 1 << 30, nil }
	if err := Revive(t.Context(), h.env, filepath.Join(dir, "other"), x.roster, x.bearer(t, h.key), what, nil); !errors.Is(err, ErrNoSpace) {
		t.Errorf("without room: %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("without room %v is left, %v", left, err)
	}
}

// A program that is ended just after it took the lock leaves a folder with
// nothing but that.
// Whatever is taken for the rest of a restore is removed: nothing of anybody
// else's may be.
func TestAFolderWithSomethingElseInItIsNoUnfinishedRestore(t *testing.T) {
	for _, c := range []struct {
		there      string
		unfinished bool
	}{
		{"", true},
		{lockFile, true},
		{restoringFolder + "/", true},
		{restoringFolder + "/ " + lockFile + " " + draftsFile + " " + generationPrefix + "0001/ " + headerCopy + aside, true},
		{draftsFile, false},
		{restoringFolder, false},
		{restoringFolder + "/ " + headerFile, false},
		{restoringFolder + "/ photo.jpg", false},
		{restoringFolder + "/ " + draftsFile + " photo.jpg", false},
		{lockFile + " photo.jpg", false},
	} {
		dir := t.TempDir()
		for _, name := range strings.Fields(c.there) {
			if folder, ok := strings.CutSuffix(name, "/"); ok {
				must(t, os.Mkdir(filepath.Join(dir, folder), 0o700))
			} else {
				must(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
			}
		}
		if got := folder(dir).unfinished(); got != c.unfinished {
			t.Errorf("%q: %v", c.there, got)
		}
	}
}

func TestALockThatWasLeftBehindBlocksNoNewVault(t *testing.T) {
	h, want := lived(t, EngineMemory)
	s, _ := h.reopen(t)
	x := export(t, s)
	must(t, s.Close())
	h.dir = t.TempDir()
	must(t, os.WriteFile(filepath.Join(h.dir, lockFile), nil, 0o600))
	cutOffRevival(t, "a lock", h, x, want)
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, lockFile), nil, 0o600))
	_, more := newKey(t)
	e, _ := more()
	first, err := Create(t.Context(), Environment{}, dir, e)
	must(t, err)
	must(t, first.Close())
}

func TestARestoreOverAVaultKeepsIt(t *testing.T) {
	t.Parallel()
	h, before := lived(t, EngineMemory)
	s, _ := h.reopen(t)
	x := export(t, s)
	put(t, s, "m9/later", "since the backup")
	put(t, s, "withdrawn", "yes")
	present := contents(t, s)
	what := x.from()
	what.Filter.Forget = []record.Key{"m2"}
	what.Generation = 7 // the backup is of a vault that was rewritten often
	what.Last = Past{Kind: "test.carried", Changes: []Change{{Collection: "thing", Key: "withdrawn", Raw: []byte("yes")}}}
	after := map[string]string{"thing:withdrawn": "yes"}
	for k, v := range before {
		if !strings.HasPrefix(k, "thing:m2/") {
			after[k] = v
		}
	}
	type moment struct {
		step string
		house
	}
	var moments []moment
	must(t, s.Close())
	h.env.step = func(name string) {
		at := h
		at.env.step = nil
		moments = append(moments, moment{name, at.copy(t)})
	}
	s, _ = h.reopen(t)
	must(t, s.Supplant(t.Context(), what, nil))
	if s.gen.scope.generation != 8 {
		t.Errorf("generation %d is not later than that of the backup", s.gen.scope.generation)
	}
	if left := s.Unfinished(); len(left) > 0 {
		t.Errorf("it says that something is still to be removed: %v", left)
	}
	if got := contents(t, s); !equal(got, after) {
		t.Fatalf("%v", got)
	}
	must(t, s.Close())
	for _, m := range moments {
		m.eitherOr(t, m.step, present, after)
	}
	h.env.step = nil
	s, _ = h.reopen(t)
	replaced, err := s.Replaced()
	must(t, err)
	if len(replaced) != 1 {
		t.Fatalf("replaced: %v", replaced)
	}
	then := h
	then.dir, then.env.Anchor = replaced[0], nil
	old, _ := then.reopen(t)
	if got := contents(t, old); !equal(got, present) {
		t.Errorf("what was replaced: %v", got)
	}
	must(t, old.Close())
	must(t, s.DropReplaced())
	for _, name := range h.files(t) {
		if strings.HasPrefix(name, keptPrefix) {
			t.Errorf("%s is left", name)
		}
	}
}

// eitherOr says that a vault that was cut off is the old one or the new one,
// and that nothing of the old one is gone.
func (h house) eitherOr(t *testing.T, step string, old, fresh map[string]string) {
	t.Helper()
	s, report := h.reopen(t)
	got := contents(t, s)
	if !equal(got, old) && !equal(got, fresh) || len(report.RolledBack)+len(report.Damaged)+len(report.Unfinished) > 0 {
		t.Errorf("cut off when %s: %v, %v", step, got, report.Notices())
	}
	replaced, err := s.Replaced()
	must(t, err)
	if equal(got, fresh) != (len(replaced) == 1) {
		t.Errorf("cut off when %s: replaced %v", step, replaced)
	}
	must(t, s.Close())
	for _, name := range h.files(t) {
		if strings.Contains(name, aside) {
			t.Errorf("cut off when %s: %s is left", step, name)
		}
	}
	if len(replaced) == 1 {
		h.dir, h.env.Anchor = replaced[0], nil
		s, _ = h.reopen(t)
		if !maps.Equal(contents(t, s), old) {
			t.Errorf("cut off when %s: what was replaced is not what was there", step)
		}
		must(t, s.Close())
	}
}

func TestForgettingReachesWhatWasReplaced(t *testing.T) {
	h, _ := lived(t, EngineMemory)
	s, _ := h.reopen(t)
	x := export(t, s)
	must(t, s.Supplant(t.Context(), x.from(), nil))
	must(t, s.Rewrite(t.Context(), Filter{Forget: []record.Key{"m1"}}, nil))
	if replaced, err := s.Replaced(); err != nil || len(replaced) > 0 {
		t.Errorf("%v, %v", replaced, err)
	}
}

func TestARestoreIsTriedBesideTheVaultAndLeavesNothing(t *testing.T) {
	h, want := lived(t, EngineMemory)
	s, _ := h.reopen(t)
	x := export(t, s)
	put(t, s, "m9/later", "since")
	must(t, s.TryRestore(t.Context(), h.key, x.roster, x.bearer(t, h.key), x.from(), func(tried *Store) error {
		if got := contents(t, tried); !equal(got, want) {
			t.Errorf("%v", got)
		}
		return nil
	}, nil))
	odd := errors.New("a record is not what it was")
	err := s.TryRestore(t.Context(), h.key, x.roster, x.bearer(t, h.key), x.from(), func(*Store) error { return odd }, nil)
	if !errors.Is(err, odd) {
		t.Errorf("got %v", err)
	}
	for _, name := range h.files(t) {
		if strings.HasPrefix(name, rehearsalFolder) {
			t.Errorf("%s is left", name)
		}
	}
	must(t, os.MkdirAll(filepath.Join(h.dir, rehearsalFolder, "gen-0002"), 0o700)) // of one that was killed
	must(t, s.Close())
	s, _ = h.reopen(t)
	if _, err := os.Lstat(filepath.Join(h.dir, rehearsalFolder)); !errors.Is(err, os.ErrNotExist) || contents(t, s)["thing:m9/later"] != "since" {
		t.Errorf("after a kill: %v", err)
	}
}
