package store

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"holdfast/record"
	"holdfast/store/keyring"
)

// TestSavingChild is the program that TestNothingAcknowledged… kills: it saves
// for ever and tells of each save that was acknowledged.
func TestSavingChild(t *testing.T) {
	dir, paper := os.Getenv("HOLDFAST_TEST_VAULT"), os.Getenv("HOLDFAST_TEST_KEY")
	if dir == "" {
		t.Skip("started by another test only")
	}
	key, err := keyring.PaperKey(paper)
	must(t, err)
	place, _ := strconv.Atoi(os.Getenv("HOLDFAST_TEST_ENGINE"))
	v, err := Open(Environment{Engine: EnginePlace(place)}, dir)
	must(t, err)
	s, _, err := v.Unlock(t.Context(), key, nil)
	must(t, err)
	first, _ := strconv.Atoi(os.Getenv("HOLDFAST_TEST_FIRST"))
	for i := first; ; i++ {
		err := s.Act("test.save", func(tx *Tx) error {
			for part := range 3 {
				k := record.Key(fmt.Sprintf("%d/%d", i, part))
				if err := tx.PutRaw("thing", k, []byte(strings.Repeat(fmt.Sprint(i, " "), 200))); err != nil {
					return err
				}
			}
			return nil
		})
		must(t, err)
		fmt.Println("saved", i)
	}
}

func TestNothingAcknowledgedIsLostToAKilledProgram(t *testing.T) {
	t.Parallel()
	const saves = 500
	e, paper, err := keyring.NewPaper("paper")
	must(t, err)
	h := house{env: Environment{}, dir: filepath.Join(t.TempDir(), "vault")}
	h.key, err = keyring.PaperKey(paper.Text)
	must(t, err)
	s, err := Create(t.Context(), h.env, h.dir, e)
	must(t, err)
	must(t, s.Close())
	last := -1
	for round := 0; last < saves; round++ {
		h.env.Engine = EngineMemory + EnginePlace(round%2)
		last = killedAfter(t, h, paper.Text, last+1, saves/10+round)
		s, report := h.reopen(t)
		if len(report.Damaged)+len(report.RolledBack) > 0 {
			t.Fatalf("round %d: %v", round, report.Notices())
		}
		got := contents(t, s)
		for i := 0; i <= last; i++ {
			for part := range 3 {
				if got[fmt.Sprintf("thing:%d/%d", i, part)] != strings.Repeat(fmt.Sprint(i, " "), 200) {
					t.Fatalf("round %d: part %d of save %d of %d is gone", round, part, i, last)
				}
			}
		}
		if len(got)%3 != 0 {
			t.Fatalf("round %d: an act came back in part: %d records", round, len(got))
		}
		last = len(got)/3 - 1 // one more may have been saved and not told of
		must(t, s.Close())
	}
}

// killedAfter starts the child, kills it without warning while it saves, and
// gives the last save that it told of.
func killedAfter(t *testing.T, h house, paper string, first, told int) int {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestSavingChild$")
	child.Env = append(os.Environ(), "HOLDFAST_TEST_VAULT="+h.dir, "HOLDFAST_TEST_KEY="+paper,
		"HOLDFAST_TEST_ENGINE="+strconv.Itoa(int(h.env.Engine)), "HOLDFAST_TEST_FIRST="+strconv.Itoa(first))
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	last := first - 1
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); {
		number, ok := strings.CutPrefix(lines.Text(), "saved ")
		if !ok {
			continue
		}
		last, err = strconv.Atoi(number)
		must(t, err)
		if n++; n == told {
			must(t, child.Process.Kill())
		}
	}
	child.Wait() // it was killed
	if last < first {
		t.Fatal("the child saved nothing")
	}
	return last
}

func TestARewriteCutOffAnywhereLeavesAVaultThatIsRight(t *testing.T) {
	t.Parallel()
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		h, want := lived(t, place)
		forget := Filter{Forget: []record.Key{"m1"}}
		after := map[string]string{}
		for k, v := range want {
			if !strings.HasPrefix(k, "thing:m1/") {
				after[k] = v
			}
		}
		type moment struct {
			step string
			house
		}
		var moments []moment
		h.env.step = func(name string) {
			at := h
			at.env.step = nil
			moments = append(moments, moment{name, at.copy(t)})
		}
		s, _ := h.reopen(t)
		must(t, s.Rewrite(t.Context(), forget, nil))
		if got := contents(t, s); !equal(got, after) {
			t.Fatalf("the store goes on with %v", got)
		}
		put(t, s, "later", "x")
		must(t, s.Close())
		var steps []string
		for _, m := range moments {
			steps = append(steps, m.step)
			s, report := m.reopen(t)
			got := contents(t, s)
			done := equal(got, after)
			if !done && !equal(got, want) {
				t.Errorf("cut off when %s: %v", m.step, got)
			}
			if len(report.Damaged)+len(report.RolledBack) > 0 {
				t.Errorf("cut off when %s: %v", m.step, report.Notices())
			}
			if done != (m.step == "header" || m.step == "switched" || m.step == "copied" || m.step == "removed") {
				t.Errorf("cut off when %s: done %v", m.step, done)
			}
			if done {
				m.holdsNothingOld(t)
			}
			put(t, s, "again", "x")
			must(t, s.Close())
			s, _ = m.reopen(t)
			if contents(t, s)["thing:again"] != "x" {
				t.Errorf("cut off when %s: nothing can be saved afterwards", m.step)
			}
			must(t, s.Close())
		}
		if len(steps) != 7 {
			t.Errorf("steps %v", steps)
		}
		h.env.step = nil
		h.holdsNothingOld(t)
		s, _ = h.reopen(t)
		if contents(t, s)["thing:later"] != "x" {
			t.Error("what was saved after the rewrite is gone")
		}
		versions, err := s.Versions("", "m1")
		if err != nil || len(versions) > 0 {
			t.Errorf("versions of what was forgotten: %v, %v", versions, err)
		}
		if d, err := s.Draft(); err != nil || len(d) > 0 {
			t.Errorf("the draft lives on: %q, %v", d, err)
		}
		must(t, s.Close())
	}
}

// holdsNothingOld looks for files of another generation.
func (h house) holdsNothingOld(t *testing.T) {
	t.Helper()
	for _, name := range h.files(t) {
		if strings.HasPrefix(name, "gen-0001") || strings.HasPrefix(name, quarantineFolder) || strings.Contains(name, aside) {
			t.Errorf("%s is still there", name)
		}
	}
}

func TestARewriteKeepsTheHistoryThatItIsAskedTo(t *testing.T) {
	_, s := newHouse(t, Environment{})
	put(t, s, "a", "1")
	put(t, s, "a", "2")
	put(t, s, "b", "gone before")
	must(t, s.Act("test.delete", func(tx *Tx) error { return tx.DeleteRaw("thing", "b") }))
	var cut time.Time
	must(t, s.Act("test.put", func(tx *Tx) error { return tx.PutRaw("thing", "c", []byte("1")) }))
	must(t, s.Journal(timeZero, func(a Act) error { cut = a.At.Add(time.Millisecond); return nil }))
	put(t, s, "a", "3")
	put(t, s, "c", "2")
	must(t, s.Rewrite(t.Context(), Filter{}, nil))
	all, err := s.Versions("", "")
	must(t, err)
	if len(all) != 7 {
		t.Fatalf("everything was to be kept: %+v", all)
	}
	if all[0].Kind != "test.put" || all[0].At.IsZero() || all[0].Holder != s.Holder() {
		t.Errorf("the first: %+v", all[0])
	}
	must(t, s.Rewrite(t.Context(), Filter{History: cut}, nil))
	var kept []string
	all, err = s.Versions("", "")
	must(t, err)
	for _, v := range all {
		kept = append(kept, string(v.Key)+"="+string(v.Raw))
	}
	if strings.Join(kept, " ") != "a=2 c=1 a=3 c=2" {
		t.Errorf("kept %v", kept)
	}
	got := contents(t, s)
	if !equal(got, map[string]string{"thing:a": "3", "thing:c": "2"}) {
		t.Errorf("live: %v", got)
	}
}

func TestARewriteChangesAndDropsVersionsOfOthers(t *testing.T) {
	_, s := newHouse(t, Environment{})
	put(t, s, "meeting", "with Ana and Bea")
	put(t, s, "meeting", "with Ana, Bea and Cleo")
	put(t, s, "about/ana", "x")
	must(t, s.Act("test.delete", func(tx *Tx) error { return tx.DeleteRaw("thing", "about/ana") }))
	must(t, s.Rewrite(t.Context(), Filter{Edit: func(_ string, k record.Key, raw []byte) ([]byte, bool) {
		return []byte(strings.ReplaceAll(string(raw), "Ana", "someone")), k != "about/ana"
	}}, nil))
	all, err := s.Versions("", "")
	must(t, err)
	if len(all) != 2 || string(all[0].Raw) != "with someone and Bea" || contents(t, s)["thing:meeting"] != "with someone, Bea and Cleo" {
		t.Errorf("%+v", all)
	}
}

func TestLockingGivesARewriteUp(t *testing.T) {
	h, want := lived(t, EngineMemory)
	s, _ := h.reopen(t)
	progress := func(step Step, done, _ int64) {
		if step == StepWrite && done > 5 {
			s.Lock()
		}
	}
	if err := s.Rewrite(t.Context(), Filter{}, progress); err == nil {
		t.Error("it went on")
	}
	must(t, s.Close())
	for _, name := range h.files(t) {
		if strings.HasPrefix(name, "gen-0002") {
			t.Errorf("%s is left", name)
		}
	}
	s, _ = h.reopen(t)
	if got := contents(t, s); !equal(got, want) {
		t.Errorf("%v", got)
	}
	must(t, s.Close())
}
