package plan_test

import (
	"strings"
	"testing"

	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/plan"
	"holdfast/app/route"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
)

// world is a stage with the invented board, which asked twice.
type world struct {
	*kittest.Stage
	t     testing.TB
	board *board.Board
	desk  *apptest.Desk
}

func newWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	w := emptyWorld(t, s)
	w.must(w.board.FillDemo(t.Context(), board.Demo{Seed: 1, People: 1, Rounds: 2}, nil))
	return w
}

func emptyWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	return &world{Stage: s, t: t, board: apptest.Empty(t), desk: apptest.NewDesk(s)}
}

func stage(t testing.TB) *kittest.Stage { return kittest.NewStage(t, kittest.Variant{}) }

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// open shows a place of the area.
func (w *world) open(at route.Route, draft []byte) kit.Screen {
	screen := plan.New(w.desk, w.board, at, draft)
	w.Show(apptest.Paged(screen))
	return screen
}

func (w *world) shows(words ...string) {
	w.t.Helper()
	for _, word := range words {
		if !strings.Contains(w.Words(), word) {
			w.t.Errorf("%q is not to be read in:\n%s", word, w.Words())
		}
	}
}

func (w *world) hides(words ...string) {
	w.t.Helper()
	for _, word := range words {
		if strings.Contains(w.Words(), word) {
			w.t.Errorf("%q is to be read in:\n%s", word, w.Words())
		}
	}
}

func (w *world) fill(label, text string) {
	w.t.Helper()
	w.Entry(label).SetText(text)
	w.Settle()
}

func (w *world) press(label string) {
	w.t.Helper()
	w.Tap(w.Button(label))
}

func (w *world) says() string {
	if len(w.desk.Said) == 0 {
		return ""
	}
	return w.desk.Said[len(w.desk.Said)-1]
}

func (w *world) went() route.Route {
	if len(w.desk.Went) == 0 {
		return route.Route{}
	}
	return w.desk.Went[len(w.desk.Went)-1]
}

// plan is the plan as the board keeps it.
func (w *world) plan(round record.ID) []assessment.Action {
	w.t.Helper()
	all, err := w.board.Assess().Actions(round)
	w.must(err)
	return all
}

// rounds are the board's, the latest first.
func (w *world) rounds() []board.RoundState {
	w.t.Helper()
	all, err := w.board.Assess().Rounds()
	w.must(err)
	return all
}

// choose picks an answer of the first list with a label.
func (w *world) choose(label, answer string) {
	w.t.Helper()
	for _, s := range kittest.All[*kit.Select](w.Window.Content()) {
		if strings.HasPrefix(s.AccessibilityLabel(), label) {
			w.Tap(s)
			w.Tap(w.Spoken(answer))
			return
		}
	}
	w.t.Fatalf("no list %q in:\n%s", label, w.Words())
}
