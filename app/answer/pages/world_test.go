package pages_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/answer"
	"holdfast/app/answer/pages"
	"holdfast/app/kit/kittest"
	"holdfast/assessment"
	"holdfast/assets"
)

// world is a stage with the pages of an instrument.
type world struct {
	*kittest.Stage
	t     testing.TB
	sheet *answer.Sheet
	pages *pages.Pages
	// did are the acts around the questions that were asked for.
	did []string
}

// instrument is one that comes with the program.
func instrument(t testing.TB, id string) assessment.Instrument {
	t.Helper()
	files, err := assets.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		in, err := assessment.ReadInstrument(file)
		if err == nil && in.ID == id {
			return in
		}
	}
	t.Fatalf("no instrument %q", id)
	return assessment.Instrument{}
}

func newWorld(t testing.TB, s *kittest.Stage, in assessment.Instrument) *world {
	t.Helper()
	w := &world{Stage: s, t: t, sheet: answer.NewSheet(s.Env.Book, in, nil)}
	did := func(what string) func() { return func() { w.did = append(w.did, what) } }
	w.pages = pages.New(s.Env, w.sheet, pages.Around{Title: "Autumn self-assessment", Note: s.Env.Say("Your answers are not linked to your name."),
		Anonymous: true, Hide: did("hide"), Pause: did("pause"), Finish: did("finish"), FinishLabel: s.Env.Say("Hand in"), Leave: did("leave")})
	s.Window.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { w.pages.Key(key) })
	s.Show(w.pages.Object())
	return w
}
