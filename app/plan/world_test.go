package plan_test

import (
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
	w.Must(w.board.FillDemo(t.Context(), board.Demo{Seed: 1, People: 1, Rounds: 2}, nil))
	return w
}

func emptyWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	return &world{Stage: s, t: t, board: apptest.Empty(t), desk: apptest.NewDesk(s)}
}

func stage(t testing.TB) *kittest.Stage { return kittest.NewStage(t, kittest.Variant{}) }

// open shows a place of the area.
func (w *world) open(at route.Route, draft []byte) kit.Screen {
	screen := plan.New(w.desk, w.board, at, draft)
	w.Show(apptest.Paged(screen))
	return screen
}

// plan is the plan as the board keeps it.
func (w *world) plan(round record.ID) []assessment.Action {
	w.t.Helper()
	all, err := w.board.Assess().Actions(round)
	w.Must(err)
	return all
}

// rounds are the board's, the latest first.
func (w *world) rounds() []board.RoundState {
	w.t.Helper()
	all, err := w.board.Assess().Rounds()
	w.Must(err)
	return all
}
