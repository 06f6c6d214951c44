package pay_test

import (
	"testing"

	"holdfast/app/apptest"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/pay"
	"holdfast/app/payform"
	"holdfast/app/payrun"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
)

// world is a stage with the invented board, which has met and paid.
type world struct {
	*kittest.Stage
	t     testing.TB
	board *board.Board
	desk  *apptest.Desk
}

func newWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	w := &world{Stage: s, t: t, board: apptest.Empty(t), desk: apptest.NewDesk(s)}
	w.Must(w.board.FillDemo(t.Context(), board.Demo{Seed: 1, People: 9, Choices: 6, Meetings: 10}, nil))
	return w
}

func stage(t testing.TB) *kittest.Stage { return kittest.NewStage(t, kittest.Variant{}) }

// who is somebody by name.
func (w *world) who(name string) member.ID {
	w.t.Helper()
	rows, err := w.board.People(board.Filter{Text: name})
	w.Must(err)
	return rows[0].ID
}

// open shows a place of the area, as the window does.
func (w *world) open(id, tab string) kit.Screen {
	w.t.Helper()
	at := route.Pay(id, tab)
	var screen kit.Screen
	switch f, leads := payform.New(w.board, w.Env.Book, at, nil); {
	case tab == route.MeetingAct:
		screen = payrun.NewMeetingScreen(w.desk, w.board, nil)
	case tab == route.PayRunAct:
		screen = payrun.NewRunScreen(w.desk, w.board)
	case f != nil:
		screen = formpage.New(w.desk, f, leads, false)
	default:
		screen = pay.New(w.desk, w.board, at)
	}
	w.Show(apptest.Paged(screen))
	return screen
}

// tab shows somebody's Compensation tab.
func (w *world) tab(name string) { w.Show(kit.NewScroll(pay.Tab(w.desk, w.board, w.who(name)))) }
