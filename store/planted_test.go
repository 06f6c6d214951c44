package store

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"testing"

	"holdfast/store/keyring"
)

// firstReads does something the first time that randomness is asked for.
type firstReads struct {
	do   func()
	done bool
}

func (r *firstReads) Read(b []byte) (int, error) {
	if !r.done {
		r.done = true
		r.do()
	}
	return rand.Read(b)
}

// Keys take about a second to make: time enough for somebody else.
func TestTwoWhoMakeAVaultInOnePlaceDoNotRemoveEachOthers(t *testing.T) {
	for _, open := range []bool{false, true} {
		dir := t.TempDir()
		enrolled, paper, err := keyring.NewPaper("the first")
		must(t, err)
		key, err := keyring.PaperKey(paper.Text)
		must(t, err)
		env := Environment{Cost: keyring.Lowest(), Clock: clockOf()}
		var first *Store
		late := env
		late.Random = &firstReads{do: func() {
			s, err := Create(t.Context(), env, dir, enrolled)
			must(t, err)
			put(t, s, "a", "kept")
			if first = s; !open {
				must(t, s.Close())
			}
		}}
		other, _, err := keyring.NewPaper("the second")
		must(t, err)
		if s, err := Create(t.Context(), late, dir, other); err == nil {
			must(t, s.Close())
			t.Error("two vaults were made in one folder")
		} else if !errors.Is(err, ErrExists) && !errors.Is(err, ErrInUse) {
			t.Error(err)
		}
		must(t, first.Close())
		s, _ := house{env: env, dir: dir, key: key}.reopen(t)
		if got := contents(t, s); got["thing:a"] != "kept" {
			t.Errorf("the first vault holds %v", got)
		}
		must(t, s.Close())
	}
}

// Somebody puts a file into the vault that looks like the end of the journal.
func TestNothingIsSavedWhereItIsNotRead(t *testing.T) {
	for _, number := range []uint64{2, lastSegment - 1, lastSegment, lastSegment + 1, 1<<32 - 1, 1<<64 - 1} {
		for _, raw := range []string{"", "not an entry", string(head{sequence: 7, length: 40}.bytes()) + fmt.Sprintf("%40d", 0)} {
			h, s := newHouse(t, Environment{Engine: EngineMemory})
			put(t, s, "before", "x")
			must(t, s.Close())
			must(t, os.WriteFile(segmentPath(folder(h.dir).generation(1), number), []byte(raw), 0o600))
			saved := map[string]string{"thing:before": "x"}
			for i := range 3 {
				s, _ := h.reopen(t)
				if got := contents(t, s); !equal(got, saved) {
					t.Fatalf("file %d with %q: %v, want %v", number, raw, got, saved)
				}
				err := s.Act("test", func(tx *Tx) error { return tx.PutRaw("thing", "after", []byte(fmt.Sprint(i))) })
				if err == nil {
					saved["thing:after"] = fmt.Sprint(i)
				} else if !errors.Is(err, ErrReadOnly) {
					t.Error(err)
				}
				must(t, s.Close())
			}
			if number != lastSegment && saved["thing:after"] != "2" {
				t.Errorf("file %d with %q: nothing can be saved any more", number, raw)
			}
		}
	}
}

func TestCheckNamesTheListOfKeyholdersOfAnotherVault(t *testing.T) {
	for _, name := range []string{headerFile, headerCopy} {
		h, s := newHouse(t, Environment{})
		must(t, s.Close())
		other, s := newHouse(t, Environment{})
		must(t, s.Close())
		raw, err := os.ReadFile(folder(other.dir).path(name))
		must(t, err)
		must(t, os.WriteFile(folder(h.dir).path(name), raw, 0o600))
		for i, want := range []bool{false, true} { // unlocking puts it right
			report, err := Check(t.Context(), h.env, h.dir, h.key, false)
			must(t, err)
			if report.OK != want || !want && (len(report.Damaged) != 1 || report.Damaged[0].Where != name) {
				t.Errorf("%s, check %d: %+v", name, i+1, report)
			}
			s, _ := h.reopen(t)
			must(t, s.Close())
		}
	}
}
