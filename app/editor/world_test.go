package editor_test

import (
	"testing"

	"holdfast/app/apptest"
	"holdfast/app/editor"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/assessment"
	"holdfast/board"
)

// world is a stage with the invented board, which is writing questions
// of its own.
type world struct {
	*kittest.Stage
	t     testing.TB
	board *board.Board
	desk  *apptest.Desk
}

func newWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	w := &world{Stage: s, t: t, board: apptest.Empty(t), desk: apptest.NewDesk(s)}
	in := w.kept("meeting-pulse", "1").Adapt("our-meetings")
	in.Title = assessment.Words{"en": "How our meetings feel", "es": "Cómo se sienten nuestras reuniones"}
	w.Must(w.board.Assess().SaveInstrument(in))
	return w
}

func stage(t testing.TB) *kittest.Stage { return kittest.NewStage(t, kittest.Variant{}) }

// open shows a place of the area.
func (w *world) open(at route.Route, draft []byte) kit.Screen {
	screen := editor.New(w.desk, w.board, at, draft)
	w.Show(apptest.Paged(screen))
	return screen
}

// kept is a draft as the board keeps it.
func (w *world) kept(id, version string) assessment.Instrument {
	w.t.Helper()
	in, err := w.board.Assess().Instrument(id, version)
	w.Must(err)
	return in
}
