package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"holdfast/record"
	"holdfast/record/recordtest"
	"holdfast/store/keyring"
)

// house is a vault of a test and what opens it. A paper key needs no slow
// hash.
type house struct {
	env Environment
	dir string
	key keyring.Key
}

// clockOf gives a clock that moves on by a second each time it is asked.
func clockOf() func() time.Time {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	var mu sync.Mutex
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		at = at.Add(time.Second)
		return at
	}
}

func newHouse(t testing.TB, env Environment) (house, *Store) {
	t.Helper()
	env.Cost = keyring.Lowest()
	if env.Clock == nil {
		env.Clock = clockOf()
	}
	e, paper, err := keyring.NewPaper("paper key")
	must(t, err)
	h := house{env: env, dir: filepath.Join(t.TempDir(), "vault")}
	h.key, err = keyring.PaperKey(paper.Text)
	must(t, err)
	s, err := Create(t.Context(), env, h.dir, e)
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return h, s
}

// reopen opens the vault in dir with the key of the house.
func (h house) reopen(t testing.TB) (*Store, Report) {
	t.Helper()
	s, report, err := h.tryOpen(t)
	must(t, err)
	return s, report
}

func (h house) tryOpen(t testing.TB) (*Store, Report, error) {
	v, err := Open(h.env, h.dir)
	if err != nil {
		return nil, Report{}, err
	}
	s, report, err := v.Unlock(t.Context(), h.key, nil)
	if err != nil {
		return nil, report, errors.Join(err, v.Close())
	}
	t.Cleanup(func() { s.Close() })
	return s, report, nil
}

var timeZero time.Time

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// put saves one record as one act.
func put(t testing.TB, s *Store, key record.Key, value string) {
	t.Helper()
	must(t, s.Act("test.put", func(tx *Tx) error { return tx.PutRaw("thing", key, []byte(value)) }))
}

// contents is everything that a store shows.
func contents(t testing.TB, s *Store) map[string]string {
	t.Helper()
	all := map[string]string{}
	must(t, s.View(func(tx *Tx) error {
		for _, c := range tx.Collections() {
			must(t, tx.ScanRaw(c, "", func(k record.Key, raw []byte) error {
				all[c+":"+string(k)] = string(raw)
				return nil
			}))
		}
		return nil
	}))
	return all
}

func TestACollectionKeepsTheContract(t *testing.T) {
	t.Parallel()
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		recordtest.Run(t, func(t *testing.T) recordtest.Records {
			h, s := newHouse(t, Environment{Engine: place})
			must(t, s.Close())
			s, _ = h.reopen(t)
			return acting{t, s}
		})
	}
}

// acting makes one act, or one view, of each call.
type acting struct {
	t *testing.T
	s *Store
}

func (a acting) in(tx *Tx) *Collection[recordtest.Sample] { return In(tx, recordtest.SampleSchema()) }

func (a acting) Get(k record.Key) (v recordtest.Sample, err error) {
	return v, a.s.View(func(tx *Tx) error { v, err = a.in(tx).Get(k); return err })
}
func (a acting) Put(v recordtest.Sample) error {
	return a.s.Act("put", func(tx *Tx) error { return a.in(tx).Put(v) })
}
func (a acting) Delete(k record.Key) error {
	return a.s.Act("delete", func(tx *Tx) error { return a.in(tx).Delete(k) })
}
func (a acting) Scan(p record.Key, each func(recordtest.Sample) error) error {
	return a.s.View(func(tx *Tx) error { return a.in(tx).Scan(p, each) })
}

func TestWhatIsSavedIsThereAfterReopening(t *testing.T) {
	t.Parallel()
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		t.Run(fmt.Sprint(place), func(t *testing.T) {
			h, s := newHouse(t, Environment{Engine: place})
			for i := range 50 {
				put(t, s, record.Key(fmt.Sprintf("m%d/%d", i%7, i)), fmt.Sprint("value ", i))
			}
			must(t, s.Act("test.delete", func(tx *Tx) error { return tx.DeleteRaw("thing", "m0/0") }))
			want := contents(t, s)
			if len(want) != 49 {
				t.Fatalf("%d records", len(want))
			}
			for range 3 {
				must(t, s.Close())
				var report Report
				s, report = h.reopen(t)
				if n := report.Notices(); len(n) != 0 {
					t.Errorf("said %v", n)
				}
				if got := contents(t, s); !equal(got, want) {
					t.Fatalf("got %v, want %v", got, want)
				}
				put(t, s, "again", "x")
				want["thing:again"] = "x"
			}
		})
	}
}

func equal(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return true
}

func TestAnActIsSeenWholeOrNotAtAll(t *testing.T) {
	_, s := newHouse(t, Environment{})
	stop := errors.New("stop")
	err := s.Act("test", func(tx *Tx) error {
		must(t, tx.PutRaw("thing", "a", []byte("1")))
		return stop
	})
	if !errors.Is(err, stop) || len(contents(t, s)) != 0 {
		t.Errorf("%v, %v", err, contents(t, s))
	}
	must(t, s.View(func(tx *Tx) error {
		put(t, s, "b", "2")
		if _, err := tx.Raw("thing", "b"); !errors.Is(err, record.ErrNotFound) {
			t.Errorf("a view saw a later act: %v", err)
		}
		if err := tx.PutRaw("thing", "c", nil); err == nil {
			t.Error("a view saved something")
		}
		return nil
	}))
}

func TestAnActSeesWhatItHasDone(t *testing.T) {
	_, s := newHouse(t, Environment{})
	put(t, s, "a/1", "old")
	put(t, s, "a/2", "old")
	must(t, s.Act("test", func(tx *Tx) error {
		must(t, tx.PutRaw("thing", "a/1", []byte("new")))
		must(t, tx.PutRaw("thing", "a/0", []byte("new")))
		must(t, tx.DeleteRaw("thing", "a/2"))
		must(t, tx.PutRaw("other", "x", []byte("gone again")))
		must(t, tx.DeleteRaw("other", "x"))
		var seen []string
		must(t, tx.ScanRaw("thing", "a", func(k record.Key, raw []byte) error {
			seen = append(seen, string(k)+"="+string(raw))
			return nil
		}))
		if !slices.Equal(seen, []string{"a/0=new", "a/1=new"}) {
			t.Errorf("saw %v", seen)
		}
		if c := tx.Collections(); !slices.Equal(c, []string{"thing"}) {
			t.Errorf("collections %v", c)
		}
		return nil
	}))
	must(t, s.Journal(time.Time{}, func(a Act) error {
		if a.Kind == "test" && a.Records != 3 {
			t.Errorf("%d records in the journal", a.Records)
		}
		return nil
	}))
}

func TestTheJournalTellsWhoDidWhatWhenAndTheVersions(t *testing.T) {
	_, s := newHouse(t, Environment{})
	put(t, s, "a/1", "first")
	put(t, s, "a/1", "second")
	must(t, s.Act("test.delete", func(tx *Tx) error { return tx.DeleteRaw("thing", "a/1") }))
	var kinds []string
	must(t, s.Journal(time.Time{}, func(a Act) error {
		if a.Holder != s.Holder() || a.At.Year() != 2026 {
			t.Errorf("%+v", a)
		}
		kinds = append(kinds, a.Kind)
		return nil
	}))
	if !slices.Equal(kinds, []string{KindCreated, "test.put", "test.put", "test.delete"}) {
		t.Errorf("journal %v", kinds)
	}
	versions, err := s.Versions("", "a")
	must(t, err)
	if len(versions) != 3 || string(versions[1].Raw) != "second" || !versions[2].Deleted || versions[0].Kind != "test.put" {
		t.Errorf("versions %+v", versions)
	}
	if none, err := s.Versions("thing", "b"); err != nil || len(none) != 0 {
		t.Errorf("%v, %v", none, err)
	}
}

func TestAWrongKeyOpensNothing(t *testing.T) {
	h, s := newHouse(t, Environment{})
	must(t, s.Close())
	_, paper, err := keyring.NewPaper("another")
	must(t, err)
	h.key, err = keyring.PaperKey(paper.Text)
	must(t, err)
	if _, _, err := h.tryOpen(t); !errors.Is(err, ErrWrongKey) {
		t.Errorf("got %v", err)
	}
}

func TestLockingTakesTheKeysFromEverybodyAtOnce(t *testing.T) {
	t.Parallel()
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		h, s := newHouse(t, Environment{Engine: place})
		must(t, s.Close())
		s, _ = h.reopen(t)
		put(t, s, "a", "1")
		var v *Vault
		err := s.View(func(tx *Tx) error {
			v = s.Lock()
			_, err := tx.Raw("thing", "a")
			return err
		})
		if !errors.Is(err, ErrLocked) {
			t.Errorf("a view read on: %v", err)
		}
		if err := s.Act("test", func(tx *Tx) error { return nil }); !errors.Is(err, ErrLocked) {
			t.Errorf("an act began: %v", err)
		}
		for _, err := range []error{
			s.View(func(*Tx) error { return nil }), s.SaveDraft(nil), s.ClearDraft(), s.Attest(),
			s.Journal(time.Time{}, nil), s.Rewrite(context.Background(), Filter{}, nil),
		} {
			if !errors.Is(err, ErrLocked) {
				t.Errorf("got %v", err)
			}
		}
		s2, report, err := v.Unlock(t.Context(), h.key, nil)
		must(t, err)
		if got := contents(t, s2); got["thing:a"] != "1" || len(report.Notices()) != 0 {
			t.Errorf("after unlocking again: %v, %v", got, report.Notices())
		}
		must(t, s2.Close())
	}
}

func TestLockingInTheMiddleOfAnActSavesNothing(t *testing.T) {
	h, s := newHouse(t, Environment{})
	err := s.Act("test", func(tx *Tx) error {
		must(t, tx.PutRaw("thing", "a", []byte("1")))
		s.Lock()
		return nil
	})
	if !errors.Is(err, ErrLocked) {
		t.Errorf("got %v", err)
	}
	must(t, s.Close())
	s, report := h.reopen(t)
	if got := contents(t, s); len(got) != 0 || len(report.Notices()) != 0 {
		t.Errorf("%v, %v", got, report.Notices())
	}
}

func TestASecondHoldfastIsRefused(t *testing.T) {
	h, s := newHouse(t, Environment{})
	if _, err := Open(h.env, h.dir); !errors.Is(err, ErrInUse) {
		t.Errorf("got %v", err)
	}
	s.Lock()
	if _, err := Open(h.env, h.dir); !errors.Is(err, ErrInUse) {
		t.Errorf("locked, but not closed: %v", err)
	}
	must(t, s.Close())
	// The file is still there, as after a crash.
	v, err := Open(h.env, h.dir)
	must(t, err)
	must(t, v.Close())
}
