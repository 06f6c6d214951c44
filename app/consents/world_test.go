package consents_test

import (
	"strings"
	"testing"

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
	w.must(w.board.FillDemo(t.Context(), board.Demo{Seed: 1, People: 8, Choices: 6}, nil))
	rows, err := w.board.People(board.Filter{Text: "Wren"})
	w.must(err)
	w.wren = rows[0].ID
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
func (w *world) open(id, tab string, draft []byte) kit.Screen {
	screen := consents.New(w.desk, w.board, route.Consent(id, tab), draft)
	w.Show(apptest.Paged(screen))
	return screen
}

// tab shows Wren's Consent tab.
func (w *world) tab() { w.Show(kit.NewScroll(consents.Tab(w.desk, w.board, w.wren))) }

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

func (w *world) fill(label, text string) {
	w.t.Helper()
	w.Entry(label).SetText(text)
	w.Settle()
}

func (w *world) press(label string) {
	w.t.Helper()
	w.Tap(w.Button(label))
}

func (w *world) tick(label string) {
	w.t.Helper()
	w.Tap(w.Spoken(label))
}

func (w *world) says() string {
	if len(w.desk.Said) == 0 {
		return ""
	}
	return w.desk.Said[len(w.desk.Said)-1]
}

// page is Wren's choices as the board keeps them.
func (w *world) page() board.ConsentPage {
	w.t.Helper()
	p, err := w.board.Consent().Page(w.wren)
	w.must(err)
	return p
}
