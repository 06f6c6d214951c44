package sitting_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit/kittest"
	"holdfast/app/sitting"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// world is a sitting over a real board.
type world struct {
	*kittest.Stage
	t      testing.TB
	board  *board.Board
	round  assessment.Round
	room   *board.Sitting
	model  *sitting.Model
	screen *sitting.Screen
	ended  *board.Board
	spoke  []wording.Language
}

func pulse() assessment.Round {
	return assessment.Round{Title: "After the meeting", Instrument: "meeting-pulse",
		Asked: map[assessment.Side]int{assessment.Members: 9}, From: record.Date{Year: 2026, Month: 11, Day: 1}}
}

func newWorld(t testing.TB, v kittest.Variant, r assessment.Round, who sitting.Who) *world {
	t.Helper()
	w := &world{Stage: kittest.NewStage(t, v), t: t, board: apptest.Empty(t)}
	return w.sit(r, who)
}

func (w *world) sit(r assessment.Round, who sitting.Who) *world {
	var err error
	w.round, err = w.board.Assess().OpenRound(r)
	w.Must(err)
	w.room, err = w.board.Assess().Sit(w.round.ID)
	w.Must(err)
	w.model = sitting.NewModel(w.Env.Book, w.room, who)
	w.screen = sitting.New(apptest.NewDesk(w.Stage), w.model, sitting.Config{
		End:   func(ctx context.Context, key board.Key) (*board.Board, error) { return w.room.End(ctx, key) },
		Ended: func(b *board.Board) { w.ended = b }, Hide: func() {},
		Speak: func(l wording.Language) { w.spoke = append(w.spoke, l) }})
	w.Window.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { w.screen.Key(key) })
	w.Show(w.screen.Content())
	return w
}

// answerAll answers each question that is left by its highest score.
func (w *world) answerAll() {
	w.t.Helper()
	for range 30 {
		if w.HasButton("Hand in") {
			return
		}
		w.Press(fyne.Key4, fyne.KeyRight)
	}
	w.t.Fatal("the questions have no end")
}

func (w *world) state() board.RoundState {
	w.t.Helper()
	s, err := w.board.Assess().Round(w.round.ID)
	w.Must(err)
	return s
}

func TestAnswersAreHandedInAndTheNextPersonSeesNothingOfThem(t *testing.T) {
	w := newWorld(t, kittest.Variant{}, pulse(), sitting.Who{})
	w.Push("Begin")
	w.answerAll()
	w.Push("Hand in")
	w.Shows("Thank you", "Please pass the laptop on.")
	if got := w.state(); got.AnsweredInAll() != 1 || got.Aside != 0 {
		t.Errorf("%+v", got)
	}
	w.Push("The next person", "Begin")
	if w.model.Sheet().Begun() {
		t.Error("somebody else’s answers are there")
	}
}

func TestAPauseIsTakenUpByItsCodeAlone(t *testing.T) {
	w := newWorld(t, kittest.Variant{}, pulse(), sitting.Who{})
	w.Push("Begin")
	w.Press(fyne.Key3)
	code := string(w.model.Code())
	w.Push("Pause and come back")
	w.Shows("Your answers are put aside", code)
	w.Push("I have it; clear the screen")
	if strings.Contains(w.Words(), code) {
		t.Error("the code is still to be read")
	}
	w.Push("I have a code")
	w.Type("AAAA-AAAA-AAAA")
	w.Push("Go on")
	w.Shows("Nothing was put aside under this code.")
	if w.Entry("Your code").Text != "AAAA-AAAA-AAAA" {
		t.Error("what was typed is lost")
	}
	w.Entry("Your code").SetText(strings.ToLower(code))
	w.Push("Go on")
	if w.model.Page() != sitting.Answering || !w.model.Sheet().Begun() {
		t.Fatalf("not where it was: %s", w.Words())
	}
	w.answerAll()
	w.Push("Hand in")
	if got := w.state(); got.AnsweredInAll() != 1 || got.Aside != 0 {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsHalfAnsweredIsPutAsideWhenTheWindowLocks(t *testing.T) {
	w := newWorld(t, kittest.Variant{}, pulse(), sitting.Who{})
	if w.screen.Draft() != nil {
		t.Error("there is something to keep before anybody sat down")
	}
	w.Push("Begin")
	w.Press(fyne.Key1)
	if w.screen.Draft() == nil {
		t.Fatal("there is nothing to keep")
	}
	w.Must(w.room.Keep())
	code, round := w.model.Code(), w.round.ID
	closed := w.room.Lock()
	b, _, err := closed.Unlock(context.Background(), board.PassphraseKey(apptest.Passphrase), nil)
	w.Must(err)
	w.board = b
	if got := w.state(); got.Aside != 1 {
		t.Fatalf("%+v", got)
	}
	w.room, err = b.Assess().Sit(round)
	w.Must(err)
	if back, err := w.room.TakeUp(code); err != nil || len(back.Answers) != 1 {
		t.Errorf("%+v, %v", back, err)
	}
}

func TestGoingBackToTheDoorLosesNoAnswer(t *testing.T) {
	w := newWorld(t, kittest.Variant{}, pulse(), sitting.Who{})
	w.Push("Begin", "Back", "Back")
	w.Shows("Welcome") // nothing was answered
	w.Push("Begin")
	w.Press(fyne.Key1)
	w.Push("Back", "Back")
	w.Shows("Your answers are put aside")
	if got := w.state(); got.Aside != 1 {
		t.Errorf("%+v", got)
	}
}

func TestWhatWasOnItsWayIsNotPutAsideAfterHandingIn(t *testing.T) {
	w := newWorld(t, kittest.Variant{}, pulse(), sitting.Who{})
	w.Push("Begin")
	w.answerAll()
	late := w.screen.Draft()
	w.Push("Hand in")
	if late == nil || w.screen.Draft() != nil {
		t.Error("it is not told what is left to keep")
	}
	w.Must(w.room.Keep())
	if got := w.state(); got.Aside != 0 {
		t.Errorf("%+v", got)
	}
}

func TestOnlyAKeyholderEndsTheSitting(t *testing.T) {
	w := newWorld(t, kittest.Variant{}, pulse(), sitting.Who{})
	w.Push("For a keyholder: end the sitting")
	w.Type("not the passphrase at all")
	w.Push("End the sitting")
	if w.ended != nil {
		t.Fatal("a wrong passphrase ended it")
	}
	w.Push("Back")
	w.Shows("Welcome")
	w.Push("For a keyholder: end the sitting")
	w.Type(apptest.Passphrase)
	w.Press(fyne.KeyReturn)
	if w.ended != w.board {
		t.Error("the passphrase does not end it")
	}
	if err := w.room.PutAside(assessment.Response{}, ""); err == nil {
		t.Error("the sitting takes answers after its end")
	}
}

func TestOnePressLeadsFromAllThatIsToBeKnownToTheFirstQuestion(t *testing.T) {
	w := newWorld(t, kittest.Variant{}, pulse(), sitting.Who{})
	w.Shows("Nothing here asks what you have lived through.", "Nothing here is timed.", "Your code: "+string(w.model.Code()))
	w.Press(fyne.KeyReturn)
	w.Shows("1 of 5", string(w.model.Sheet().State().Title))
}

func TestWhereSeveralGroupsAreAskedTheirsIsChosenFirst(t *testing.T) {
	r := pulse()
	r.Asked[assessment.Staff] = 6
	w := newWorld(t, kittest.Variant{}, r, sitting.Who{})
	w.Push("Begin")
	w.Shows("Choose one of these first.")
	if w.Focused() == nil {
		t.Error("nothing leads to what is to be chosen")
	}
	w.Tap(w.Spoken("Staff"))
	w.Push("Begin")
	w.answerAll()
	w.Push("Hand in")
	if got := w.state().Answered; got[assessment.Staff] != 1 {
		t.Errorf("%v", got)
	}
}

func TestARoundByNameKeepsWhoWasChosenAndAsksForNoNames(t *testing.T) {
	r := pulse()
	r.Named = true
	w := newWorld(t, kittest.Variant{}, r, sitting.Who{Name: "Wren", Side: assessment.Members})
	w.Shows("Welcome, Wren", "Your answers are kept under your name.")
	w.Push("Begin")
	w.answerAll()
	w.Push("Hand in")
	w.Shows("Please hand the laptop back.")
	named, err := w.board.Assess().ByName(w.round.ID)
	w.Must(err)
	if len(named) != 1 || named[0].Name != "Wren" {
		t.Errorf("%+v", named)
	}
	if w.HasButton("The next person") {
		t.Error("somebody else can answer under that name")
	}
}

func TestTheQuestionsAreThereInTheOtherLanguage(t *testing.T) {
	w := newWorld(t, kittest.Variant{}, pulse(), sitting.Who{})
	w.Push("Español")
	if len(w.spoke) != 1 || w.spoke[0] != wording.InSpanish {
		t.Errorf("%v", w.spoke)
	}
}

func TestARoundThatIsFullSaysSoAndLosesNothing(t *testing.T) {
	r := pulse()
	r.Asked[assessment.Members] = 5
	w := newWorld(t, kittest.Variant{}, r, sitting.Who{})
	for range 5 {
		w.Push("Begin")
		w.answerAll()
		w.Push("Hand in", "The next person")
	}
	w.Push("Begin")
	w.answerAll()
	w.Push("Hand in")
	w.Shows("As many of this group have answered as were asked.")
	if !w.model.Sheet().Begun() {
		t.Error("the answers are lost")
	}
}
