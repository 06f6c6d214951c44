package consents_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/consents"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
)

// world is a stage with the invented board, on which people made choices.
type world struct {
	*kittest.Stage
	t     testing.TB
	board *board.Board
	desk  *apptest.Desk
	wren  member.ID
}

func newWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	w := emptyWorld(t, s)
	w.Must(w.board.FillDemo(t.Context(), board.Demo{Seed: 1, People: 8, Choices: 6}, nil))
	rows, err := w.board.People(board.Filter{Text: "Wren"})
	w.Must(err)
	w.wren = rows[0].ID
	return w
}

func emptyWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	return &world{Stage: s, t: t, board: apptest.Empty(t), desk: apptest.NewDesk(s)}
}

func stage(t testing.TB) *kittest.Stage { return kittest.NewStage(t, kittest.Variant{}) }

// open shows a place of the area.
func (w *world) open(id, tab string, draft []byte) kit.Screen {
	screen := consents.New(w.desk, w.board, route.Consent(id, tab), draft)
	w.Show(apptest.Paged(screen))
	return screen
}

// tab shows Wren's Consent tab.
func (w *world) tab() { w.Show(kit.NewScroll(consents.Tab(w.desk, w.board, w.wren))) }

// page is Wren's choices as the board keeps them.
func (w *world) page() board.ConsentPage {
	w.t.Helper()
	p, err := w.board.Consent().Page(w.wren)
	w.Must(err)
	return p
}

// tapText clicks the row of a table in which a text stands.
func (w *world) tapText(text string) {
	w.t.Helper()
	w.Resize(1280, 1600)
	for _, one := range kittest.All[*kit.Text](w.Window.Content()) {
		if one.String() == text {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(one)
			w.TapAt(at.X+2, at.Y+2)
			return
		}
	}
	w.t.Fatalf("no row %q in:\n%s", text, w.Words())
}
