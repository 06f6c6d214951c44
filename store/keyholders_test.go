package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"holdfast/record"
	"holdfast/store/keyring"
)

// newKey gives a paper key, and a function that makes further ones.
func newKey(t *testing.T) (keyring.Key, func() (*keyring.Enrolment, keyring.Key)) {
	t.Helper()
	more := func() (*keyring.Enrolment, keyring.Key) {
		e, paper, err := keyring.NewPaper("another key")
		must(t, err)
		k, err := keyring.PaperKey(paper.Text)
		must(t, err)
		return e, k
	}
	_, k := more()
	return k, more
}

func TestKeyholdersComeAndGo(t *testing.T) {
	t.Parallel()
	h, s := newHouse(t, Environment{Anchor: newKeeper()})
	put(t, s, "a", "1")
	_, more := newKey(t)
	e, second := more()
	must(t, s.AddKeyholder(t.Context(), e))
	holders, err := s.Keyholders()
	must(t, err)
	if len(holders) != 2 || holders[1].Label != "another key" {
		t.Fatalf("%+v", holders)
	}
	must(t, s.RenameKeyholder(holders[1].ID, "the deputy"))
	before, fingerprint := h.copy(t), s.Fingerprint()
	must(t, s.RemoveKeyholder(t.Context(), holders[1].ID, nil))
	put(t, s, "a", "2")
	if s.Fingerprint() == fingerprint {
		t.Error("who was removed still knows the signing key")
	}
	must(t, s.Close())

	s, report := h.reopen(t)
	if contents(t, s)["thing:a"] != "2" || len(report.Notices()) != 0 {
		t.Errorf("%v", report.Notices())
	}
	must(t, s.Close())
	removed := h
	removed.key = second
	if _, _, err := removed.tryOpen(t); !errors.Is(err, ErrWrongKey) {
		t.Errorf("who was removed: %v", err)
	}
	// Their old header, put back over the new one.
	for _, name := range []string{headerFile, headerCopy} {
		raw, err := os.ReadFile(filepath.Join(before.dir, name))
		must(t, err)
		must(t, os.WriteFile(filepath.Join(h.dir, name), raw, 0o600))
	}
	if _, _, err := removed.tryOpen(t); !errors.Is(err, ErrDamaged) {
		t.Errorf("with the old header: %v", err)
	}
}

func TestAHeaderPutBackIsReported(t *testing.T) {
	h, s := newHouse(t, Environment{})
	before := h.copy(t)
	put(t, s, "a", "1")
	must(t, s.RenameKeyholder(s.Holder(), "moved"))
	must(t, s.Close())
	for _, name := range []string{headerFile, headerCopy} {
		raw, err := os.ReadFile(filepath.Join(before.dir, name))
		must(t, err)
		must(t, os.WriteFile(filepath.Join(h.dir, name), raw, 0o600))
	}
	s, report := h.reopen(t)
	if len(report.RolledBack) != 1 || contents(t, s)["thing:a"] != "1" {
		t.Errorf("%+v", report)
	}
	must(t, s.Close())
}

func TestAChangeOfKeyholdersCutOffIsFinished(t *testing.T) {
	h, s := newHouse(t, Environment{})
	put(t, s, "a", "1")
	old := h.copy(t)
	must(t, s.RenameKeyholder(s.Holder(), "moved"))
	must(t, s.Close())
	// The header was written, the journal and the copy were not.
	raw, err := os.ReadFile(filepath.Join(h.dir, headerFile))
	must(t, err)
	must(t, os.WriteFile(filepath.Join(old.dir, headerFile), raw, 0o600))
	for range 2 {
		s, report := old.reopen(t)
		if holders, err := s.Keyholders(); err != nil || holders[0].Label != "moved" || len(report.Notices()) != 0 {
			t.Errorf("%+v, %v, %v", holders, err, report.Notices())
		}
		must(t, s.Close())
	}
	copied, err := os.ReadFile(filepath.Join(old.dir, headerCopy))
	if err != nil || string(copied) != string(raw) {
		t.Error("the copy is not the header")
	}
}

func TestAPassphraseChanges(t *testing.T) {
	t.Parallel()
	h, s := newHouse(t, Environment{Anchor: newKeeper()})
	e, err := keyring.NewPassphrase("me", "correct horse battery staple")
	must(t, err)
	must(t, s.AddKeyholder(t.Context(), e))
	holders, err := s.Keyholders()
	must(t, err)
	must(t, s.ChangePassphrase(t.Context(), holders[1].ID, "wander orbit cactus velvet", false, nil))
	if err := s.ChangePassphrase(t.Context(), holders[0].ID, "wander orbit cactus velvet", true, nil); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("of a paper key: %v", err)
	}
	must(t, s.ChangePassphrase(t.Context(), holders[1].ID, "lantern mosaic pepper drift", true, nil))
	must(t, s.Close())
	for text, want := range map[string]error{
		"correct horse battery staple": ErrWrongKey, "wander orbit cactus velvet": ErrWrongKey,
		"lantern mosaic pepper drift": nil,
	} {
		h.key = keyring.Passphrase(text)
		s, report, err := h.tryOpen(t)
		if !errors.Is(err, want) || (want == nil && err != nil) {
			t.Errorf("%q: %v", text, err)
		}
		if err == nil {
			if len(report.Notices()) != 0 {
				t.Errorf("%v", report.Notices())
			}
			must(t, s.Close())
		}
	}
}

func TestAHeaderWrittenBySomebodyElseIsNotUsed(t *testing.T) {
	h, want := lived(t, EngineMemory)
	_, other := newHouse(t, Environment{})
	must(t, other.Close())
	forged, err := os.ReadFile(filepath.Join(string(other.dir), headerFile))
	must(t, err)
	must(t, os.WriteFile(filepath.Join(h.dir, headerFile), forged, 0o600))
	s, report, err := h.tryOpen(t)
	if err == nil {
		if !equal(contents(t, s), want) || len(report.Notices()) == 0 {
			t.Errorf("%v", report.Notices())
		}
		must(t, s.Close())
	} else if !errors.Is(err, ErrWrongKey) && !errors.Is(err, ErrDamaged) {
		t.Errorf("%v", err)
	}
}

func TestARehearsalIsNoChangeUnlessTheKeyHadNotVouched(t *testing.T) {
	t.Parallel()
	h, s := newHouse(t, Environment{Anchor: newKeeper()})
	_, more := newKey(t)
	mine, key := more()
	must(t, s.AddKeyholder(t.Context(), mine))
	file := filepath.Join(h.dir, headerFile)
	before, err := os.ReadFile(file)
	must(t, err)
	holder, err := s.Rehearse(t.Context(), key)
	must(t, err)
	after, err := os.ReadFile(file)
	must(t, err)
	if holder.Label != "another key" || string(after) != string(before) {
		t.Errorf("%+v, changed %v", holder, string(after) != string(before))
	}
	third, _ := more()
	must(t, s.AddKeyholder(t.Context(), third))
	must(t, s.Close())
	s, _ = h.reopen(t) // the paper's key is not in hand any more
	holders, err := s.Keyholders()
	must(t, err)
	must(t, s.RemoveKeyholder(t.Context(), holders[2].ID, nil))
	if _, err := s.Rehearse(t.Context(), key); err != nil {
		t.Fatal(err)
	}
	holders, err = s.Keyholders()
	must(t, err)
	if !holders[1].Attested {
		t.Error("it had the key in hand, and the key did not vouch")
	}
	s.Lock()
	if _, err := s.Rehearse(t.Context(), key); !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
	must(t, s.Close())
}
