package leaving

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
)

// first is the first person of a board.
func first(t *testing.T, b *board.Board) member.ID {
	t.Helper()
	rows, err := b.People(board.Filter{})
	if err != nil || len(rows) == 0 {
		t.Fatalf("nobody is on the board: %v", err)
	}
	return rows[0].ID
}

// stage is one of the two screens on a stage.
type stage struct {
	*kittest.Stage
	desk *apptest.Desk
}

func newStage(t *testing.T) stage {
	s := kittest.NewStage(t, kittest.Variant{})
	return stage{s, apptest.NewDesk(s)}
}

func (s stage) person(b *board.Board, id member.ID, draft []byte) *PersonScreen {
	screen := NewPerson(s.desk, b, id, draft)
	s.Show(apptest.Paged(screen))
	s.Settle()
	s.Pass(0)
	return screen
}

func (s stage) area(b *board.Board, at route.Route) *AreaScreen {
	screen := NewArea(s.desk, b, at, nil, func() {})
	s.Show(apptest.Paged(screen))
	s.Settle()
	return screen
}

func TestForgettingTakesAClearWord(t *testing.T) {
	b := apptest.Demo(t, 3)
	id, s := first(t, b), newStage(t)
	s.person(b, id, nil)
	s.Tap(s.Button("Forget them…"))
	s.Entry("Write “forget” to go on").SetText("yes")
	s.Tap(s.Button("Forget them"))
	s.Shows("so that nobody is forgotten by a slip")
	if _, err := b.Member(id); err != nil {
		t.Fatalf("somebody was forgotten without the word: %v", err)
	}
	s.Entry("Write “forget” to go on").SetText("Forget")
	s.Tap(s.Button("Forget them"))
	s.Pass(0)
	s.Settle()
	if _, err := b.Member(id); err == nil {
		t.Error("somebody who was forgotten is still there")
	}
	if waiting, err := b.Leaving().Waiting(); err != nil || len(waiting) != 0 {
		t.Errorf("%d things still wait: %v", len(waiting), err)
	}
}

func TestALegalHoldTakesForgettingAwayUntilItIsLifted(t *testing.T) {
	b := apptest.Demo(t, 3)
	id, s := first(t, b), newStage(t)
	s.person(b, id, nil)
	s.Tap(s.Button("Set a legal hold…"))
	s.Tap(s.Button("Set it"))
	s.Shows("somebody will ask later")
	s.Entry("What is it needed for?").SetText("A letter of 3 May")
	s.Tap(s.Button("Set it"))
	s.Pass(0)
	s.Settle()
	s.Shows("A legal hold keeps everything as it is.")
	if s.HasButton("Forget them…") {
		t.Error("somebody under a legal hold can be forgotten")
	}
	s.Tap(s.Button("Lift it…"))
	s.Entry("Why may it be lifted?").SetText("The court has answered")
	s.Tap(s.Button("Lift it"))
	s.Pass(0)
	s.Settle()
	if !s.HasButton("Forget them…") {
		t.Error("the hold was lifted, and nobody can be forgotten")
	}
}

func TestACorrectionStaysOpenUntilItIsAnswered(t *testing.T) {
	b := apptest.Demo(t, 3)
	id, s := first(t, b), newStage(t)
	screen := s.person(b, id, nil)
	s.Tap(s.Button("Write one down…"))
	s.Entry("In their own words").SetText("My name is written wrongly")
	if screen.Draft() == nil {
		t.Error("what is half-typed is no draft")
	}
	s.Tap(s.Button("Write it down"))
	s.Pass(0)
	s.Settle()
	if screen.Draft() != nil {
		t.Error("a draft is left of what was saved")
	}
	s.Tap(s.Button("Settle…"))
	s.Tap(s.Button("Settle it"))
	s.Shows("Choose one of the answers on the list.")
	if open := screen.state.Corrections; len(open) != 1 || !open[0].Open {
		t.Errorf("the corrections are %+v", open)
	}
}

func TestHalfTypedWordsComeBack(t *testing.T) {
	b := apptest.Demo(t, 3)
	s := newStage(t)
	s.person(b, first(t, b), Half{Asks: asksCorrection, Text: "My name"}.bytes())
	if got := s.Entry("In their own words").Text; got != "My name" {
		t.Errorf("what came back is %q", got)
	}
}

func TestARecordInTheClearIsCalledThatFirst(t *testing.T) {
	b := apptest.Demo(t, 3)
	id, s := first(t, b), newStage(t)
	s.Env.Home = t.TempDir()
	screen := s.person(b, id, nil)
	screen.giveAs(board.RecordPDF, "")
	s.Settle()
	s.Shows("Whoever finds this file can read it.")
	s.Tap(s.Button("Save here"))
	if raw, err := os.ReadFile(filepath.Join(s.Env.Home, "papers.pdf")); err != nil || !strings.HasPrefix(string(raw), "%PDF") {
		t.Errorf("no page was written: %v", err)
	}
}

func TestWhatIsMarkedWaitsAndIsErasedOnAWord(t *testing.T) {
	b := apptest.Demo(t, 3)
	id, s := first(t, b), newStage(t)
	if err := b.Leaving().MarkPerson(id); err != nil {
		t.Fatal(err)
	}
	if Waiting(b) != 1 {
		t.Errorf("%d things need a look", Waiting(b))
	}
	s.area(b, route.Keeping())
	s.Tap(s.Button("Erase now…"))
	s.Tap(s.Button("Erase now"))
	s.Pass(0)
	s.Settle()
	s.Shows("Nothing waits to be erased.")
}

func TestAHandingOverIsBegunAndGivenUp(t *testing.T) {
	b := apptest.Demo(t, 3)
	s := newStage(t)
	screen := s.area(b, route.Handover())
	s.Tap(s.Button("Begin"))
	s.Settle()
	s.Shows("Give the next person a key of their own")
	if s.HasButton("Take the old key away…") || s.HasButton("Finish, and print the receipt…") {
		t.Error("the last steps can be done before the first")
	}
	s.Tap(s.Button("We went through it"))
	s.Settle()
	if !screen.handover.Steps[0].Done {
		t.Error("the step that was done is not")
	}
	s.Tap(s.Button("Give it up…"))
	s.Tap(s.Button("Give it up"))
	s.Pass(0)
	s.Settle()
	if screen.handover.Going {
		t.Error("it goes on")
	}
}

func TestOnlyTheNewKeyProvesItself(t *testing.T) {
	b := apptest.Demo(t, 3)
	coming, err := b.AddPassphrase(t.Context(), "Next coordinator", "copper willow tunnel saddle ginger atlas")
	if err != nil {
		t.Fatal(err)
	}
	s := newStage(t)
	screen := s.area(b, route.Handover())
	s.Tap(s.Button("Begin"))
	s.Settle()
	if wrong := screen.model.Comes(string(coming.ID)); wrong != "" {
		t.Fatal(wrong)
	}
	screen.look()
	s.Settle()
	for _, c := range []struct {
		passphrase string
		proved     bool
	}{{apptest.Passphrase, false}, {"copper willow tunnel saddle ginger atlas", true}} {
		screen.proveWith(t.TempDir())
		s.Entry("Passphrase").SetText(c.passphrase)
		s.Tap(s.Button("Make the backup and open it"))
		s.Settle()
		if got := screen.handover.Proof != ""; got != c.proved {
			t.Errorf("with %q it is proved: %v", c.passphrase, got)
		}
		s.Press(fyne.KeyEscape)
		s.Press(fyne.KeyEscape)
	}
	if len(screen.handover.Old) == 0 || !s.HasButton("Lock now") {
		t.Errorf("the old key opens %v, and the board can't be locked to open it with the new one:\n%s", screen.handover.Old, s.Words())
	}
}

func TestAStopWhileErasingLeavesEverythingWaiting(t *testing.T) {
	b := apptest.Demo(t, 3)
	id, s := first(t, b), newStage(t)
	if err := b.Leaving().MarkPerson(id); err != nil {
		t.Fatal(err)
	}
	screen := s.area(b, route.Keeping())
	screen.work("Erasing", "", false, func(ctx context.Context, _ board.Progress) error { <-ctx.Done(); return ctx.Err() }, func(err error) {
		if board.Explain(err).Code != board.CodeStopped {
			t.Errorf("stopping ended with %v", err)
		}
	})
	s.Tap(s.Button("Stop"))
	s.Settle()
	if waiting, err := b.Leaving().Waiting(); err != nil || len(waiting) != 1 {
		t.Errorf("%d things wait: %v", len(waiting), err)
	}
}

func TestWhatIsDueIsMarkedByThePage(t *testing.T) {
	b := invented(t)
	s := newStage(t)
	s.area(b, route.Keeping())
	s.Shows("Everything about the person")
	s.Tap(s.Button("Mark all of it…"))
	s.Tap(s.Button("Mark it"))
	s.Pass(0)
	s.Settle()
	if s.HasButton("Mark all of it…") {
		t.Errorf("something is still due that no hold keeps:\n%s", s.Words())
	}
	if waiting, err := b.Leaving().Waiting(); err != nil || len(waiting) == 0 {
		t.Errorf("%d things wait: %v", len(waiting), err)
	}
}

func TestAHoldOnTheWholeBoardLetsNothingBeMarked(t *testing.T) {
	b := invented(t)
	if _, err := b.Leaving().SetHold("", "A court asked"); err != nil {
		t.Fatal(err)
	}
	s := newStage(t)
	s.area(b, route.Keeping())
	s.Shows("legal hold")
	if s.HasButton("Mark all of it…") || s.HasButton("Mark…") {
		t.Error("what a legal hold keeps can be marked")
	}
}

func TestAPeriodOfTheBoardsOwnGoesBeforeTheOneThatShips(t *testing.T) {
	b := invented(t)
	s := newStage(t)
	screen := s.area(b, route.Keeping())
	s.Tap(s.Button("Change…"))
	s.Entry("How long").SetText("two")
	s.Entry("From which day on").SetText("tomorrow")
	s.Tap(s.Button("Save"))
	s.Shows("Write the day as year-month-day")
	s.Entry("From which day on").SetText("")
	s.Tap(s.Button("Save"))
	s.Shows("A number here is written like")
	s.Entry("How long").SetText("9")
	s.Tap(s.Button("Save"))
	s.Shows("Write where this was read")
	s.Entry("Where it was read").SetText("Decision of the board, 3 May")
	s.Tap(s.Button("Save"))
	s.Pass(0)
	s.Settle()
	s.Shows("9 years")
	if strings.Contains(s.Words(), "Everything about the person") {
		t.Errorf("somebody is due before nine years are over:\n%s", s.Words())
	}
	s.Tap(s.Button("Undo…"))
	s.Tap(s.Button("Take it away"))
	s.Pass(0)
	s.Settle()
	s.Shows("Everything about the person")
	if screen.Draft() != nil {
		t.Error("something is left as a draft")
	}
}

const next = "copper willow tunnel saddle ginger atlas"

// proved is a handing over that has come as far as the proof, on a board that
// is open with the new key.
func proved(t *testing.T) *board.Board {
	t.Helper()
	b := apptest.Demo(t, 3)
	coming, err := b.AddPassphrase(t.Context(), "Next coordinator", next)
	must(t, err)
	_, err = b.Handing().Begin(b.Opening().Holder.ID)
	must(t, err)
	_, err = b.Handing().Seen()
	must(t, err)
	_, err = b.Handing().Coming(coming.ID)
	must(t, err)
	_, err = b.Handing().Prove(t.Context(), t.TempDir(), board.PassphraseKey(next), nil)
	must(t, err)
	b, _, err = b.Lock().Unlock(t.Context(), board.PassphraseKey(next), nil)
	must(t, err)
	t.Cleanup(func() { _ = b.Close() })
	return b
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheOldKeyIsTakenAwayAndTheReceiptNamesNobody(t *testing.T) {
	b := proved(t)
	s := newStage(t)
	s.Env.Home = t.TempDir()
	screen := s.area(b, route.Handover())
	before := b.Opening().Fingerprint
	s.Tap(s.Button("Note it…"))
	s.Tap(s.Button("Write it down"))
	s.Shows("Choose one of the answers on the list.")
	s.Tap(s.Spoken(screen.model.Replies()[0].Label))
	s.Tap(s.Button("Write it down"))
	s.Pass(0)
	s.Settle()
	for len(screen.handover.Told) > 0 && !screen.handover.Steps[3].Done {
		left := len(screen.handover.Told)
		for _, p := range screen.handover.Told {
			if wrong := screen.model.Reply(p.ID, screen.model.Replies()[0].ID); wrong != "" {
				t.Fatal(wrong)
			}
		}
		screen.look()
		s.Settle()
		if left == 0 {
			break
		}
	}
	s.Tap(s.Button("Take the old key away…"))
	s.Tap(s.Button("Take it away"))
	s.Pass(0)
	s.Settle()
	s.Shows("The vault has a new fingerprint")
	if now, err := b.Fingerprint(); err != nil || now == before {
		t.Errorf("the fingerprint is %s as before: %v", now, err)
	}
	s.Tap(s.Button("Close"))
	if holders, err := b.Keyholders(); err != nil || len(holders) != 1 {
		t.Errorf("%d keys open it: %v", len(holders), err)
	}
	s.Tap(s.Button("Finish, and print the receipt…"))
	s.Settle()
	s.Tap(s.Button("Save here"))
	raw, err := os.ReadFile(filepath.Join(s.Env.Home, "handover.pdf"))
	if err != nil || !strings.HasPrefix(string(raw), "%PDF") {
		t.Errorf("no receipt was written: %v", err)
	}
	if screen.handover.Going || len(screen.handover.Past) != 1 {
		t.Errorf("it is not finished: %+v", screen.handover)
	}
}

func TestALockedRecordOpensWithTheirPassphraseAlone(t *testing.T) {
	b := apptest.Demo(t, 3)
	id, s := first(t, b), newStage(t)
	s.Env.Home = t.TempDir()
	screen := s.person(b, id, nil)
	screen.giveAs(board.RecordLocked, next)
	s.Settle()
	s.Tap(s.Button("Save here"))
	files, err := os.ReadDir(s.Env.Home)
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	raw, err := os.ReadFile(filepath.Join(s.Env.Home, files[0].Name()))
	must(t, err)
	identity, err := age.NewScryptIdentity(next)
	must(t, err)
	if _, err := age.Decrypt(bytes.NewReader(raw), identity); err != nil {
		t.Errorf("their passphrase does not open it: %v", err)
	}
	if who, err := b.Member(id); err != nil || bytes.Contains(raw, []byte(who.Name)) {
		t.Errorf("their name stands in the file: %v", err)
	}
}
