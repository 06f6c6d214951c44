package checks_test

import (
	"testing"

	"holdfast/app/apptest"
	"holdfast/app/checks"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/assessment"
	"holdfast/board"
)

// world is a stage with the invented board, which went through some
// checklists.
type world struct {
	*kittest.Stage
	t     testing.TB
	board *board.Board
	desk  *apptest.Desk
}

func newWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	w := emptyWorld(t, s)
	w.Must(w.board.FillDemo(t.Context(), board.Demo{Seed: 1, People: 3, Checklists: true}, nil))
	return w
}

func emptyWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	return &world{Stage: s, t: t, board: apptest.Empty(t), desk: apptest.NewDesk(s)}
}

func stage(t testing.TB) *kittest.Stage { return kittest.NewStage(t, kittest.Variant{}) }

// open shows a place of the area.
func (w *world) open(at route.Route, draft []byte) kit.Screen {
	screen := checks.New(w.desk, w.board, at, draft)
	w.Show(apptest.Paged(screen))
	return screen
}

// list is a checklist as the board keeps it.
func (w *world) list(id string) assessment.ChecklistState {
	w.t.Helper()
	c, err := w.board.Assess().Checklist(id)
	w.Must(err)
	return c
}
