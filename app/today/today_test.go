package today_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/today"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/member"
	"holdfast/wording"
)

func TestPicturesToday(t *testing.T) {
	b := apptest.Demo(t, 12)
	kittest.Picture(t, "today", func(s *kittest.Stage) fyne.CanvasObject {
		return apptest.Paged(today.New(apptest.NewDesk(s), b))
	})
}

func TestPicturesTodayOfAnEmptyBoard(t *testing.T) {
	b := apptest.Empty(t)
	kittest.Picture(t, "today-empty", func(s *kittest.Stage) fyne.CanvasObject {
		return apptest.Paged(today.New(apptest.NewDesk(s), b))
	})
}

func TestAnEmptyBoardSaysWhatToDoFirst(t *testing.T) {
	stage := kittest.NewStage(t, kittest.Variant{})
	desk := apptest.NewDesk(stage)
	stage.Show(apptest.Paged(today.New(desk, apptest.Empty(t))))
	stage.Tap(stage.Button("Bring people in from a spreadsheet"))
	if len(desk.Went) != 1 || desk.Went[0] != route.Person(route.Import, "") {
		t.Errorf("went to %v", desk.Went)
	}
}

func TestWhoeverAddedTheFirstPersonIsNotToldThatThereIsNobody(t *testing.T) {
	stage := kittest.NewStage(t, kittest.Variant{})
	desk, b := apptest.NewDesk(stage), apptest.Empty(t)
	_, err := b.AddMember(member.Member{Name: "Ouzel"})
	stage.Must(err)
	stage.Show(apptest.Paged(today.New(desk, b)))
	stage.Shows("Nobody serves on the board now.")
	stage.Hides("Nobody is on the board yet.")
	stage.Tap(stage.Button("Members"))
	if len(desk.Went) != 1 || desk.Went[0] != route.Members() {
		t.Errorf("went to %v", desk.Went)
	}
}

func TestEveryPersonOnTodaySaysHowTheyMayBeReached(t *testing.T) {
	state := today.NewModel(apptest.Demo(t, 12), wording.English()).State()
	if len(state.People) == 0 {
		t.Fatal("nobody is shown")
	}
	for _, p := range state.People {
		if p.Line == "" || p.Word == "" || p.ContactPage.Tab != route.Contact {
			t.Errorf("%s: %q %q %v", p.ID, p.Line, p.Word, p.ContactPage)
		}
	}
}

func TestEachNeedLeadsSomewhereOrIsPutAside(t *testing.T) {
	state := today.NewModel(apptest.Demo(t, 40), wording.English()).State()
	if len(state.Needs) == 0 {
		t.Fatal("the invented board needs nothing")
	}
	for _, n := range state.Needs {
		if n.Leads == (route.Route{}) && n.Dismiss == "" {
			t.Errorf("%q leads nowhere", n.Title)
		}
		if n.Word == "" || n.Act == "" {
			t.Errorf("%q has tag %q and act %q", n.Title, n.Word, n.Act)
		}
	}
}

func TestANeedOpensItsPerson(t *testing.T) {
	stage := kittest.NewStage(t, kittest.Variant{})
	desk := apptest.NewDesk(stage)
	b := apptest.Demo(t, 12)
	stage.Show(apptest.Paged(today.New(desk, b)))
	first := today.NewModel(b, wording.English()).State().Needs[0]
	stage.Tap(stage.Button(first.Act))
	if len(desk.Went) != 1 || desk.Went[0] != first.Leads {
		t.Errorf("went to %v, want %v", desk.Went, first.Leads)
	}
}

// slow is a board that takes its time.
type slow struct {
	*board.Board
	ready chan struct{}
}

func (s slow) Today() (board.Today, error) {
	<-s.ready
	return s.Board.Today()
}

func TestAPageAboutThousandsKeepsNobodyWaiting(t *testing.T) {
	b := slow{apptest.Demo(t, 12), make(chan struct{})}
	stage := kittest.NewStage(t, kittest.Variant{})
	// Were it worked out on the window's goroutine, this would wait for ever.
	screen := today.New(apptest.NewDesk(stage), b)
	close(b.ready)
	stage.Show(apptest.Paged(screen))
	if !strings.Contains(stage.Words(), "Who you can reach right now") || screen.Head().Note == "" {
		t.Errorf("it never came: %s", stage.Words())
	}
}

// notice is a board with one notice.
type notice struct{ dismissed []board.ItemKind }

func (n *notice) Now() (time.Time, error) { return kittest.Start(), nil }
func (n *notice) Today() (board.Today, error) {
	today := board.Today{Now: kittest.Start()}
	if n.dismissed == nil {
		today.Items = []board.Item{{Kind: board.ItemHealed, Target: board.ToNotice, Tag: wording.T("Healed"),
			Title: wording.T("The working copy was made anew."), Act: wording.T("All right")}}
	}
	return today, nil
}
func (n *notice) ReachNow(int) ([]board.Reachable, error)  { return nil, nil }
func (n *notice) People(board.Filter) ([]board.Row, error) { return nil, nil }
func (n *notice) DismissNotice(kind board.ItemKind)        { n.dismissed = append(n.dismissed, kind) }

func TestANoticeIsGoneOnceItIsRead(t *testing.T) {
	stage := kittest.NewStage(t, kittest.Variant{})
	n := &notice{}
	stage.Show(apptest.Paged(today.New(apptest.NewDesk(stage), n)))
	stage.Tap(stage.Button("All right"))
	if len(n.dismissed) != 1 || strings.Contains(stage.Words(), "made anew") {
		t.Errorf("dismissed %v; the page says %s", n.dismissed, stage.Words())
	}
}

// later is a board whose people change with the time.
type later struct {
	notice
	asked int
}

func (l *later) ReachNow(int) ([]board.Reachable, error) {
	l.asked++
	return nil, nil
}

func TestRightNowIsLookedAtAgainEveryMinute(t *testing.T) {
	stage := kittest.NewStage(t, kittest.Variant{})
	l := &later{}
	stage.Show(apptest.Paged(today.New(apptest.NewDesk(stage), l)))
	before := l.asked
	for range 3 {
		stage.Pass(time.Minute)
	}
	if l.asked != before+3 {
		t.Errorf("asked %d times in three minutes", l.asked-before)
	}
}

func TestTodayIsNamedInTheLanguageOfThePerson(t *testing.T) {
	book, err := assets.Book(wording.InSpanish)
	if err != nil {
		t.Fatal(err)
	}
	if note := today.NewModel(&notice{}, book).Note(); !strings.HasPrefix(note, "Sábado 21 de noviembre") {
		t.Errorf("the note is %q", note)
	}
}

func TestALockedBoardIsSaidAndNothingElse(t *testing.T) {
	b := apptest.Demo(t, 3)
	if closed := b.Lock(); closed != nil {
		defer closed.Close()
	}
	state := today.NewModel(b, wording.English()).State()
	if state.Trouble == "" || len(state.People)+len(state.Needs)+len(state.Figures) > 0 {
		t.Errorf("a locked board shows %+v", state)
	}
}
