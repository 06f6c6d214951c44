package backup

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// erased is what a companion tells in these tests.
func erased() Since {
	return Since{
		Tombstones:  []Tombstone{{ID: "2f0c1c1e-7d1b-4c39-9a55-6a0f6d1f1a11", Kind: "person", On: record.Date{Year: 2026, Month: time.November, Day: 21}}},
		Withdrawals: []Withdrawal{{Collection: "consent", Key: "m1/e2", Record: []byte(`{"v":1,"d":{"why":"<b>"}}`)}},
	}
}

// beside is a file that stands for a backup.
func (w *world) beside(t *testing.T) string {
	t.Helper()
	path := filepath.Join(w.on, "holdfast-2026-11-21.age")
	must(t, os.WriteFile(path, nil, 0o600))
	return path
}

func TestACompanionTellsWhatWasErasedAndNothingWithoutAKey(t *testing.T) {
	w := newWorld(t)
	path := w.beside(t)
	must(t, WriteCompanion(w.env, w.vault, path, Since{}))
	must(t, WriteCompanion(w.env, w.vault, path, erased()))
	names, err := filepath.Glob(filepath.Join(w.on, "*"))
	must(t, err)
	if len(names) != 2 || CompanionPath(path) != filepath.Join(w.on, "holdfast-2026-11-21.since.age") {
		t.Fatalf("there lie %v", names)
	}
	raw, err := os.ReadFile(CompanionPath(path))
	must(t, err)
	if bytes.Contains(raw, []byte("person")) || bytes.Contains(raw, []byte("2f0c1c1e")) {
		t.Error("it tells something without a key")
	}
	for name, known := range map[string]Known{"at hand": w.vault, "with the key alone": nil} {
		c, err := ReadCompanion(t.Context(), CompanionPath(path), w.paper, known)
		if err != nil || !c.Proven || len(c.Tombstones) != 1 || c.Tombstones[0] != erased().Tombstones[0] ||
			string(c.Withdrawals[0].Record) != `{"v":1,"d":{"why":"\u003cb\u003e"}}` {
			t.Errorf("%s: %+v %v", name, c, err)
		}
	}
	info, err := os.Stat(CompanionPath(path))
	must(t, err)
	must(t, WriteCompanion(w.env, w.vault, path, Since{}))
	if empty, err := os.Stat(CompanionPath(path)); err != nil || empty.Size() != info.Size() || empty.Mode().Perm() != 0o600 {
		t.Errorf("its size tells whether anything is in it: %d and %d (%v)", empty.Size(), info.Size(), err)
	}
	must(t, os.Remove(path))
	if err := WriteCompanion(w.env, w.vault, path, erased()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("beside nothing: %v", err)
	}
}

func TestACompanionOfSomebodyElseErasesNobody(t *testing.T) {
	w, other := newWorld(t), newWorld(t)
	path := CompanionPath(w.beside(t))
	roster := func(s *store.Store) (keyring.Roster, func(string, []byte) ([]byte, error)) {
		x, err := s.Export()
		must(t, err)
		t.Cleanup(x.Close)
		return x.Roster, x.Sign
	}
	ours, _ := roster(w.vault)
	theirs, sign := roster(other.vault)
	forged := func(change func(*keyring.Roster)) {
		r := ours
		r.Holders = append([]keyring.RosterHolder{}, ours.Holders...)
		r.Signer = theirs.Signer
		change(&r)
		raw, err := Companion{Roster: r, Tombstones: erased().Tombstones}.encode(func(domain string, message []byte) ([]byte, error) {
			return sign(domain, message)
		})
		must(t, err)
		to, err := address(w.env.Random, ours, nil)
		must(t, err)
		var out bytes.Buffer
		must(t, seal(&out, to, raw))
		must(t, os.WriteFile(path, out.Bytes(), 0o600))
	}
	cases := []struct {
		name   string
		change func(*keyring.Roster)
		known  Known
		want   error
	}{
		{"their signing key, under our name", func(*keyring.Roster) {}, nil, ErrForged},
		{"their vault, and an attestation of ours", func(r *keyring.Roster) { r.Vault = theirs.Vault }, nil, ErrForged},
		{"their vault, and no attestation", func(r *keyring.Roster) { r.Vault, r.Holders[0].Attestation = theirs.Vault, nil }, nil, nil},
		{"their vault, while ours is at hand", func(r *keyring.Roster) { r.Vault, r.Holders[0].Attestation = theirs.Vault, nil }, w.vault, nil},
		{"no attestation, while ours is at hand", func(r *keyring.Roster) { r.Holders[0].Attestation = nil }, w.vault, ErrForged},
	}
	for _, c := range cases {
		forged(c.change)
		got, err := ReadCompanion(t.Context(), path, w.paper, c.known)
		if !errors.Is(err, c.want) || got.Proven {
			t.Errorf("%s: %v %v", c.name, got.Proven, err)
		}
	}
}

func TestACompanionIsNotTakenForABackup(t *testing.T) {
	w := newWorld(t)
	path := w.beside(t)
	must(t, WriteCompanion(w.env, w.vault, path, erased()))
	if _, err := Open(t.Context(), CompanionPath(path), w.paper, nil, nil); !errors.Is(err, ErrCompanion) || !errors.Is(err, ErrNotBackup) {
		t.Errorf("got %v", err)
	}
	if _, err := ReadCompanion(t.Context(), pipe(t), w.paper, nil); !errors.Is(err, ErrNotBackup) {
		t.Errorf("a pipe: %v", err)
	}
}

func TestADamagedCompanionIsRefused(t *testing.T) {
	w := newWorld(t)
	backup := w.beside(t)
	must(t, WriteCompanion(w.env, w.vault, backup, erased()))
	path := CompanionPath(backup)
	whole, err := os.ReadFile(path)
	must(t, err)
	try := func(what string, raw []byte) {
		t.Helper()
		must(t, os.WriteFile(path, raw, 0o600))
		if c, err := ReadCompanion(t.Context(), path, w.paper, nil); err == nil {
			t.Errorf("%s was taken: %+v", what, c)
		}
	}
	for i := range 60 {
		at := i * len(whole) / 60
		flipped := bytes.Clone(whole)
		flipped[at] ^= 1 << (i % 8)
		try("a flipped bit", flipped)
		try("a cut file", whole[:at])
	}
	other := newWorld(t)
	must(t, os.WriteFile(path, whole, 0o600))
	if _, err := ReadCompanion(t.Context(), path, other.paper, nil); !errors.Is(err, ErrWrongKey) {
		t.Errorf("with another key: %v", err)
	}
	if _, err := ReadCompanion(t.Context(), path+"x", w.paper, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("where there is none: %v", err)
	}
}
