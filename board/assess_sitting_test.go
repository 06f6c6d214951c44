package board_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// interruptedIn is the child: a sitting in which somebody answers, until it
// kills itself. What is asked of it: the vault, the round, the person's code.
const interruptedIn = "HOLDFAST_TEST_SITTING"

// interrupted sits in a round and is killed in the middle of an answer. It
// says how many entries of the journal its answers left.
func interrupted(target string) {
	args := strings.Split(target, "\n")
	closed, err := board.Open(board.Environment{Cost: keyring.Lowest(), Engine: store.EngineMemory}, args[0])
	if err != nil {
		panic(err)
	}
	b, _, err := closed.Unlock(context.Background(), keyring.Passphrase(passphrase), nil)
	if err != nil {
		panic(err)
	}
	s, err := b.Assess().Sit(record.ID(args[1]))
	before := entries(b)
	for n := range 4 {
		r := scores(assessment.Members, fmt.Sprint(n), "")
		err = errors.Join(err, s.Answering(&r, assessment.Code(args[2])), s.Keep())
	}
	late := scores(assessment.Members, "0", "")
	err = errors.Join(err, s.Answering(&late, assessment.Code(args[2]))) // in memory alone
	if err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
	fmt.Println("entries:", entries(b)-before)
	if self, err := os.FindProcess(os.Getpid()); err == nil && self.Kill() == nil {
		select {}
	}
}

func entries(b *board.Board) int {
	acts, err := b.Journal(time.Time{})
	if err != nil {
		return -1
	}
	return len(acts)
}

// Answers are not the keyholder's typing, and do not cost it either.
func TestAPowerCutLosesNoAnswerOfASitting(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	questions(t, b)
	round := asked(t, b, 6, 0)
	must(t, b.SaveDraft(board.Draft{Form: board.FormNote, Values: map[string]string{"text": "half a thought"}}))
	code, err := assessment.NewCode(store.SystemRandom())
	must(t, err)
	must(t, b.Close())

	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), interruptedIn+"="+strings.Join([]string{w.dir, string(round), string(code)}, "\n"))
	out, err := child.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "entries: 0") {
		t.Fatalf("%v: %s", err, out)
	}

	b = w.again()
	state, err := b.Assess().Round(round)
	must(t, err)
	if state.Aside != 1 || state.AnsweredInAll() != 0 {
		t.Errorf("%+v", state)
	}
	if d, ok, err := b.Draft(); err != nil || !ok || d.Values["text"] != "half a thought" || d.Answering != nil {
		t.Errorf("what the keyholder typed is %+v, %v, %v", d, ok, err)
	}
	s, err := b.Assess().Sit(round)
	must(t, err)
	back, err := s.TakeUp(code)
	must(t, err)
	if got := back.Answers["safety"].Values; len(got) != 1 || got[0] != "3" {
		t.Errorf("what comes back is %v", back.Answers)
	}
	must(t, s.Answering(&back, code))
	must(t, s.Keep())
	must(t, s.HandIn(back, code))
	must(t, s.Keep())
	must(t, b.Close())
	b = w.again()
	if state, err = b.Assess().Round(round); err != nil || state.Aside != 0 || state.AnsweredInAll() != 1 {
		t.Errorf("after handing in: %+v, %v", state, err)
	}
	if _, ok, err := b.Draft(); err != nil || !ok {
		t.Errorf("what the keyholder typed is gone: %v", err)
	}
	must(t, b.Close())
}

// Words that are too long for the draft are kept all the same, and so is what
// can't be an answer yet.
func TestWhatIsTooLongForTheDraftIsPutAside(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	questions(t, b)
	round := asked(t, b, 6, 0)
	s, err := b.Assess().Sit(round)
	must(t, err)
	code, err := s.Code()
	must(t, err)
	long := scores(assessment.Members, "1", strings.Repeat("On and on. ", 8000))
	must(t, s.Answering(&long, code))
	must(t, s.Keep())
	back, err := s.TakeUp(code)
	must(t, err)
	if len(back.Answers["else"].Values[0]) < 80000 {
		t.Error("the words were cut")
	}
	must(t, b.Close())
}
