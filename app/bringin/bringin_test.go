package bringin_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/bringin"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/board"
)

const list = "Full name;Pronouns;Phone;Safe to call?;Joined;SSN\n" +
	"Wren;she/her;+1 555 0141;no;2025-03-04;123-45-6789\n" +
	"Heron;they/them;0555 0142;yes;03/04/2025;\n" +
	"Plover;;555 0143;;2024-11-02;\n"

// page is the screen on a stage, over an empty board.
type page struct {
	*kittest.Stage
	desk   *apptest.Desk
	board  *board.Board
	screen *bringin.Screen
}

func open(t *testing.T, text string) *page {
	t.Helper()
	p := &page{Stage: kittest.NewStage(t, kittest.Variant{}), board: apptest.Empty(t)}
	p.desk = apptest.NewDesk(p.Stage)
	p.screen = bringin.New(p.desk, p.board)
	p.Show(apptest.Paged(p.screen))
	p.screen.Open(file(t, text))
	p.Settle()
	return p
}

func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "board.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func (p *page) people(t *testing.T) int {
	t.Helper()
	rows, err := p.board.People(board.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return len(rows)
}

func TestALookAtAListChangesNothing(t *testing.T) {
	p := open(t, list)
	if n := p.people(t); n != 0 {
		t.Errorf("%d people came in by looking", n)
	}
	for _, said := range []string{"Full name", "What each column means", "Line 3"} {
		if !strings.Contains(p.Words(), said) {
			t.Errorf("%q is missing: %s", said, p.Words())
		}
	}
}

func TestNobodyComesInWhileARowIsRefused(t *testing.T) {
	p := open(t, list)
	p.Tap(p.Button("Bring 2 people in"))
	p.Settle()
	if n := p.people(t); n != 0 {
		t.Errorf("%d people came in", n)
	}
}

func TestRefusedRowsCanBeLeftBehind(t *testing.T) {
	p := open(t, list)
	p.Tap(p.Spoken("Leave behind the rows that are refused or not decided"))
	p.Tap(p.Button("Bring 2 people in"))
	p.Settle()
	if n := p.people(t); n != 2 {
		t.Fatalf("%d people came in: %s", n, p.Words())
	}
	if !strings.Contains(p.Words(), "1 row was left behind") || !strings.Contains(p.Words(), "board.csv") {
		t.Errorf("it does not say what was left behind and where the list lies: %s", p.Words())
	}
	p.Tap(p.Button("Go to the members"))
	if len(p.desk.Went) != 1 || p.desk.Went[0] != route.Members() {
		t.Errorf("went to %v", p.desk.Went)
	}
}

func TestAColumnThatIsSaferNotKeptIsLeftOutAndNamed(t *testing.T) {
	p := open(t, list)
	for _, c := range bringinColumns(p) {
		if c.Header == "SSN" {
			if c.To != "" || c.Why == "" {
				t.Errorf("the column fills %q, because %q", c.To, c.Why)
			}
			if strings.Contains(p.Words(), "123-45-6789") {
				t.Error("what is left out stands on the screen")
			}
			return
		}
	}
	t.Error("the column is not shown")
}

func bringinColumns(p *page) []bringin.Column { return p.screen.State().Check.Columns }

func TestAnEmptyFileIsRefusedInASentence(t *testing.T) {
	p := open(t, "")
	if p.screen.State().Trouble == "" || p.screen.State().Check != nil {
		t.Errorf("it shows %s", p.Words())
	}
	if !p.HasButton("Choose the spreadsheet…") {
		t.Error("there is no way on")
	}
}

func TestAFileThatCantBeReadIsNamedAndTheKeyboardGoesOn(t *testing.T) {
	p := open(t, list)
	p.screen.Open(filepath.Join(t.TempDir(), "people of ours.csv"))
	p.Settle()
	p.Shows("people of ours.csv", "There is no such file or folder.")
	if p.Focused() == nil {
		t.Error("the focus is nowhere")
	}
}

func TestAFileThatIsNotThereIsSaidWhereItsNameIsTyped(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	s.Env.Home = t.TempDir()
	s.Show(apptest.Paged(bringin.New(apptest.NewDesk(s), apptest.Empty(t))))
	s.Push("Choose the spreadsheet…")
	s.Fill("File", "people.csv")
	s.Push("Read it")
	s.Shows("There is no such file or folder.", "Choose the spreadsheet")
	if s.Window.Canvas().Overlays().Top() == nil {
		t.Error("the question is gone, and with it the name")
	}
}

func TestTheFocusGoesOnWhereSomebodyWas(t *testing.T) {
	p := open(t, list)
	if p.Focused() == nil {
		t.Error("after the list was read, the focus is nowhere")
	}
	columns := kittest.All[*kit.Select](p.Window.Content())
	last := len(columns) - 2
	p.Window.Canvas().Focus(columns[last])
	p.Press(fyne.KeyReturn, fyne.KeyUp, fyne.KeyReturn)
	if at := kittest.All[*kit.Select](p.Window.Content())[last]; p.Focused() != fyne.Focusable(at) {
		t.Errorf("after a column was changed, the focus is on %T", p.Focused())
	}
	p.Push("Bring 2 people in")
	if p.Focused() == nil {
		t.Error("the focus is nowhere")
	}
}

func TestTheOrderOfDayAndMonthIsAskedWhereItIsUnclear(t *testing.T) {
	p := open(t, "Name;Joined\nWren;03/04/2025\nHeron;05/06/2025\n")
	if !p.screen.State().Check.AskOrder {
		t.Fatalf("it is not asked: %s", p.Words())
	}
	p.screen.Choose("day-month-year")
	p.Settle()
	s := p.screen.State()
	if len(s.Check.Refused) > 0 {
		t.Errorf("it is still unclear: %+v", s.Check.Refused)
	}
	if !s.Check.AskOrder || !strings.Contains(p.Words(), "Day first") {
		t.Errorf("the answer is not to be seen, nor to be changed: %s", p.Words())
	}
}

func TestWhatIsNotCertainIsNamedBeforeAnybodyComesIn(t *testing.T) {
	p := open(t, "Name;Phone;Best time to call\nWren;555 0141;weekday evenings after 6\n")
	if look := p.screen.State().Check.LookAgain; len(look) != 1 || look[0].Line != "Line 2" || look[0].Column != "Best time to call" {
		t.Errorf("it names %+v", look)
	}
	if !strings.Contains(p.Words(), "Which hours these are is not certain") {
		t.Errorf("it is not on the screen: %s", p.Words())
	}
}

func TestSomebodyWhoIsThereAlreadyIsLeftToThePersonToDecide(t *testing.T) {
	p := open(t, "Name\nWren\nWren\n")
	if len(p.screen.State().Check.Doubts) == 0 {
		t.Fatalf("nothing is asked: %s", p.Words())
	}
	if !strings.Contains(p.Words(), "Line 3") {
		t.Errorf("the row is not named: %s", p.Words())
	}
}

func TestPicturesBringIn(t *testing.T) {
	b := apptest.Empty(t)
	path := file(t, list)
	kittest.Picture(t, "bringin", func(s *kittest.Stage) fyne.CanvasObject {
		screen := bringin.New(apptest.NewDesk(s), b)
		screen.Open(path)
		s.Settle()
		return apptest.Paged(screen)
	})
	kittest.Picture(t, "bringin-empty", func(s *kittest.Stage) fyne.CanvasObject {
		return apptest.Paged(bringin.New(apptest.NewDesk(s), b))
	})
}
