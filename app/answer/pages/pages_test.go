package pages_test

import (
	"image"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app/answer"
	"holdfast/app/answer/pages"
	"holdfast/app/kit/kittest"
	"holdfast/app/theme"
	"holdfast/assessment"
	"holdfast/wording"
)

func stage(t testing.TB) *kittest.Stage { return kittest.NewStage(t, kittest.Variant{}) }

// asked is a world at its first question.
func asked(t testing.TB) *world {
	w := newWorld(t, stage(t), instrument(t, "meeting-pulse"))
	w.Push("Begin")
	return w
}

func (w *world) chosen() string {
	for _, c := range w.sheet.State().Choices {
		if c.Chosen {
			return c.Code
		}
	}
	return ""
}

func TestTheFirstPageSaysThatAnythingCanBeLeftOut(t *testing.T) {
	w := newWorld(t, stage(t), instrument(t, "meeting-pulse"))
	w.Shows("Leave out whatever you like", "Nothing here is timed.", "0 to 4 choose an answer")
}

func TestAnswersByKeysAlone(t *testing.T) {
	w := asked(t)
	w.Press(fyne.Key3)
	if w.chosen() != "3" {
		t.Errorf("3 chose %q", w.chosen())
	}
	w.Press(fyne.KeyUp, fyne.KeyReturn)
	if w.chosen() != "2" {
		t.Errorf("up and Enter chose %q", w.chosen())
	}
	first := w.sheet.State().Where
	w.Press(fyne.KeyReturn) // on what is chosen already: go on
	if w.sheet.State().Where == first {
		t.Error("Enter does not go on")
	}
	w.Press(fyne.KeyLeft)
	if w.sheet.State().Where != first || w.chosen() != "2" {
		t.Error("left does not go back")
	}
}

func TestAnswersByPointing(t *testing.T) {
	w := asked(t)
	w.Tap(w.Spoken(w.sheet.State().Choices[1].Label))
	if w.chosen() != w.sheet.State().Choices[1].Code {
		t.Error("a tap chooses nothing")
	}
	w.Push("Next")
	if w.Focused() != nil {
		t.Error("the focus jumps about for who points")
	}
	w.Push("Back")
	if w.chosen() == "" {
		t.Error("the answer is gone")
	}
}

func TestAPaperIsCopiedByTheKeyboardAlone(t *testing.T) {
	in := instrument(t, "meeting-pulse")
	at := slices.IndexFunc(in.Items, func(i assessment.Item) bool { return i.Type == assessment.Choose })
	in.Items[at].Repeats = true // more than one of them may be ticked
	in.Items[at+1].Type, in.Items[at+1].Scale = assessment.Number, ""
	s := stage(t)
	sheet, laid := answer.NewCopy(s.Env.Book, in, nil), 0
	p := pages.New(s.Env, sheet, pages.Around{Finish: func() { laid++ }, FinishLabel: "Lay it on the stack"})
	s.Window.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { p.Key(key) })
	s.Show(p.Object())
	s.Press(fyne.Key1, fyne.Key3, fyne.Key2, fyne.Key3)
	if got := sheet.Answers()[in.Items[at].ID].Values; !slices.Equal(got, []string{"1", "2"}) {
		t.Errorf("ticked by digits: %v", got)
	}
	s.Press(fyne.KeyReturn)
	s.Type("12")
	s.Press(fyne.KeyReturn, fyne.Key4, fyne.Key4, fyne.Key4)
	if got := sheet.Answers()[in.Items[at+1].ID].Values; !slices.Equal(got, []string{"12"}) {
		t.Errorf("typed: %v", got)
	}
	if sheet.State().Page != answer.End || laid != 0 {
		t.Errorf("page %v, laid %d times", sheet.State().Page, laid)
	}
	s.Press(fyne.KeyRight, fyne.KeyReturn)
	if laid != 1 {
		t.Errorf("Enter lays it on the stack %d times", laid)
	}
}

func TestDigitsInANoteAreLetters(t *testing.T) {
	w := asked(t)
	w.Push("Add a note")
	w.Type("3 of us")
	w.Press(fyne.Key4, fyne.KeyRight)
	w.Push("Back to the question")
	if w.chosen() != "" {
		t.Error("typing answered the question")
	}
	w.Shows("3 of us", "Change the note")
}

func TestACalmPageIsOnePressAwayFromEveryPage(t *testing.T) {
	w := newWorld(t, stage(t), instrument(t, "board-self-assessment"))
	for range 70 {
		if w.sheet.State().Page == answer.End {
			break
		}
		if !w.HasButton("A moment for yourself") {
			t.Fatalf("no way to calm from:\n%s", w.Words())
		}
		w.Press(fyne.KeyRight)
	}
	w.Push("A moment for yourself")
	w.Shows("Your answers wait for you.")
	w.Push("Go on")
	w.Shows("Before you hand in")
}

func TestAQuestionThatIsHardIsShownOnlyWhenAskedFor(t *testing.T) {
	w := newWorld(t, stage(t), instrument(t, "board-self-assessment"))
	for !w.HasButton("Show the question") {
		w.Press(fyne.KeyRight)
	}
	w.Push("Leave it out")
	w.Push("Back") // from the next question, or what announces it
	w.Push("Show the question")
	w.Shows("I’d rather not answer")
}

func TestPausingHandingInAndHidingAreTold(t *testing.T) {
	w := asked(t)
	w.Push("Pause and come back")
	for range 10 {
		w.Press(fyne.KeyRight)
	}
	w.Push("Hand in")
	w.Tap(w.Button("Hide"))
	for _, what := range []string{"pause", "finish", "hide"} {
		if !slices.Contains(w.did, what) {
			t.Errorf("%q was not told: %v", what, w.did)
		}
	}
}

func TestNothingOnTheWayIsRedOrTimed(t *testing.T) {
	w := newWorld(t, stage(t), instrument(t, "board-self-assessment"))
	for range 12 {
		w.Press(fyne.KeyRight)
		w.Pass(3 * time.Hour)
	}
	if w.sheet.State().Page == answer.Begin || len(w.did) > 1 {
		t.Errorf("time did something: %v", w.did)
	}
	if red(w.Capture()) {
		t.Error("there is red")
	}
}

// red says whether a picture holds a strong red.
func red(img image.Image) bool {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y += 2 {
		for x := b.Min.X; x < b.Max.X; x += 2 {
			r, g, bl, _ := img.At(x, y).RGBA()
			if r>>8 > 140 && g>>8 < 90 && bl>>8 < 90 {
				return true
			}
		}
	}
	return false
}

func TestAFieldThatCantBeReadSaysSoInPlace(t *testing.T) {
	in := assessment.Blank("ours", assessment.Words{wording.InEnglish: "Ours"}, wording.InEnglish)
	in.Items = []assessment.Item{{ID: "many", Type: assessment.Number, Text: assessment.Words{wording.InEnglish: "How many?"}}}
	w := newWorld(t, stage(t), in)
	w.Push("Begin")
	w.Entry("Your answer").SetText("a few")
	w.Push("Next")
	w.Shows("Write a whole number, or leave this empty.")
	if w.Entry("Your answer").Text != "a few" {
		t.Error("what was typed is lost")
	}
	if red(w.Capture()) {
		t.Error("it is said in red")
	}
}

func TestNoQuestionIsCutOffInLargeLetters(t *testing.T) {
	for _, language := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		w := newWorld(t, kittest.NewStage(t, kittest.Variant{Look: theme.Look{TextPercent: 200}, Language: language, Size: fyne.NewSize(1024, 640)}), instrument(t, "board-self-assessment"))
		for range 75 {
			if cut := kittest.Clipped(w.Stage); len(cut) > 0 {
				t.Fatalf("%q in %q", cut, language)
			}
			w.Press(fyne.KeyRight)
		}
	}
}

func TestThreeAnswersAreSeenInLargeLettersInASmallWindow(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{Look: theme.Look{TextPercent: 200}, Size: fyne.NewSize(1024, 640)}), instrument(t, "board-self-assessment"))
	for s := w.sheet.State(); len(s.Choices) < 4 || s.Help != "" || len(s.Says) > 0; s = w.sheet.State() {
		w.Press(fyne.KeyRight)
	}
	w.Settle()
	bottom := func(o fyne.CanvasObject, share float32) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y + share*o.Size().Height
	}
	third := w.Spoken(w.sheet.State().Choices[2].Label)
	if got, most := bottom(third, 1), bottom(w.Button("Next"), 0); got > most {
		t.Errorf("the third answer ends at %v, below the buttons at %v", got, most)
	}
}

// BenchmarkNextQuestion is what a step costs, laid out and ready to be painted:
// it has to fit into a frame, 16 ms.
func BenchmarkNextQuestion(b *testing.B) {
	w := newWorld(b, stage(b), instrument(b, "board-self-assessment"))
	w.pages.Key(&fyne.KeyEvent{Name: fyne.KeyRight})
	step := fyne.KeyRight
	for b.Loop() {
		w.pages.Key(&fyne.KeyEvent{Name: step})
		w.Settle() // twice as thorough as the window, which lays out what changed
		switch w.sheet.State().Page {
		case answer.End:
			step = fyne.KeyLeft
		case answer.Begin:
			step = fyne.KeyRight
		}
	}
}
