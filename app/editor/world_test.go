package editor_test

import (
	"strings"
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
	w.must(w.board.Assess().SaveInstrument(in))
	return w
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
	screen := editor.New(w.desk, w.board, at, draft)
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

func (w *world) went() route.Route {
	if len(w.desk.Went) == 0 {
		return route.Route{}
	}
	return w.desk.Went[len(w.desk.Went)-1]
}

// kept is a draft as the board keeps it.
func (w *world) kept(id, version string) assessment.Instrument {
	w.t.Helper()
	in, err := w.board.Assess().Instrument(id, version)
	w.must(err)
	return in
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
