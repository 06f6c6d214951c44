package members_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/members"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
	"holdfast/wording"
)

// show puts a screen of this area onto a stage.
func show(t *testing.T, b *board.Board, where route.Route, draft []byte) (*kittest.Stage, *apptest.Desk, kit.Screen) {
	t.Helper()
	stage := kittest.NewStage(t, kittest.Variant{})
	desk := apptest.NewDesk(stage)
	screen := members.New(desk, b, where, draft, others())
	stage.Show(apptest.Paged(screen))
	return stage, desk, screen
}

func names(s members.ListState) []string {
	var all []string
	for _, p := range s.People {
		all = append(all, p.Name)
	}
	return all
}

func TestAnEmptyBoardSaysWhatToDoFirst(t *testing.T) {
	stage, desk, _ := show(t, apptest.Empty(t), route.Members(), nil)
	stage.Tap(stage.Button("Add a person"))
	stage.Tap(stage.Button("From a spreadsheet"))
	want := []route.Route{route.Person(route.NewPerson, ""), route.Person(route.Import, "")}
	if !slices.Equal(desk.Went, want) {
		t.Errorf("went to %v", desk.Went)
	}
}

func TestALongNameCutsNeitherItselfNorThePronouns(t *testing.T) {
	b := apptest.Empty(t)
	m := member.Member{Name: "Alejandra Fernández Ruiz", Pronouns: "they / them", Roles: []member.Role{{Name: "vice_chair"}, {Name: "note_taker"}}}
	if _, err := b.AddMember(m); err != nil {
		t.Fatal(err)
	}
	stage, _, _ := show(t, b, route.Members(), nil)
	stage.Resize(1280-236, 800) // what the sidebar leaves
	seen := 0
	for _, text := range kittest.All[*kit.Text](stage.Window.Canvas().Content()) {
		if said := text.String(); said == m.Name || said == m.Pronouns {
			seen++
			if text.NaturalWidth() > text.Size().Width {
				t.Errorf("%q asks for %.0f and has %.0f", said, text.NaturalWidth(), text.Size().Width)
			}
		}
	}
	if seen != 2 {
		t.Errorf("%d of them are seen: %s", seen, stage.Words())
	}
}

// slow is a board that takes its time to list people.
type slow struct {
	*board.Board
	ready chan struct{}
}

func (s slow) People(f board.Filter) ([]board.Row, error) {
	<-s.ready
	return s.Board.People(f)
}

func TestAListOfThousandsKeepsNobodyWaiting(t *testing.T) {
	b := slow{apptest.Demo(t, 12), make(chan struct{})}
	stage := kittest.NewStage(t, kittest.Variant{})
	// Were the list worked out on the window's goroutine, this would wait for ever.
	screen := members.New(apptest.NewDesk(stage), b, route.Members(), nil, others())
	if note := screen.Head().Note; note != "12 people" {
		t.Errorf("meanwhile it says %q", note)
	}
	close(b.ready)
	stage.Show(apptest.Paged(screen))
	if !contains(stage.Words(), "Heron") {
		t.Errorf("it never came: %s", stage.Words())
	}
}

func TestAMisspeltNameIsFound(t *testing.T) {
	list := members.NewList(apptest.Demo(t, 12), wording.English(), route.Members())
	for _, text := range []string{"wren", "WREN", "wern", "  wre "} {
		list.Search(text)
		if got := names(list.State()); len(got) == 0 || got[0] != "Wren" {
			t.Errorf("%q finds %v", text, got)
		}
	}
}

func TestTheListShowsOneStageOrOneGroup(t *testing.T) {
	list := members.NewList(apptest.Demo(t, 12), wording.English(), route.Members())
	for who, want := range map[string]int{"": 12, "serving": 10, "joining": 2, string(member.OnLeave): 1, string(member.Alumni): 12} {
		list.Choose(who) // somebody may have left the stage that was chosen: then all are shown
		if got := len(list.State().People); got != want {
			t.Errorf("%q shows %d people", who, got)
		}
	}
}

func TestFilterAndOrderSurviveGoingBack(t *testing.T) {
	b := apptest.Demo(t, 12)
	list := members.NewList(b, wording.English(), route.Members())
	list.Choose("serving")
	list.Sort(string(board.ByTermEnd))
	list.Search("wren")
	again := members.NewList(b, wording.English(), list.At()).State()
	if again.Who != "serving" || again.Order != string(board.ByTermEnd) || len(again.People) != 10 {
		t.Errorf("%v shows %q by %q, %d people", list.At(), again.Who, again.Order, len(again.People))
	}
	if members.NewList(b, wording.English(), route.Route{Area: route.MembersArea, Tab: "nobody,ever"}).State().Who != "" {
		t.Error("a stage that is none was chosen")
	}
}

func TestEnterOpensTheFirstWhoFitsAndArrowsTheOthers(t *testing.T) {
	b := apptest.Demo(t, 12)
	stage, desk, _ := show(t, b, route.Members(), nil)
	stage.Window.Canvas().Focus(stage.Entry("Find"))
	stage.Type("wren")
	stage.Press(fyne.KeyReturn)
	wren := route.Person(string(named(t, b, "Wren").ID), "")
	if len(desk.Went) != 1 || desk.Went[0] != wren {
		t.Fatalf("went to %v", desk.Went)
	}
	for range "wren" {
		stage.Press(fyne.KeyBackspace)
	}
	stage.Press(fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn)
	if len(desk.Went) != 2 || desk.Went[1] != wren { // by name, Wren is the last
		t.Errorf("went to %v", desk.Went)
	}
}

func TestNobodyFittingIsSaid(t *testing.T) {
	stage, _, screen := show(t, apptest.Demo(t, 12), route.Members(), nil)
	stage.Window.Canvas().Focus(stage.Entry("Find"))
	stage.Type("zzzzzz")
	if head := screen.Head(); head.Note != "0 of 12 people" {
		t.Errorf("the note is %q", head.Note)
	}
	if words := stage.Words(); !contains(words, "Nobody fits this") {
		t.Errorf("the page says %s", words)
	}
}

func TestASheetIsAskedAboutOnlyWhereItMatters(t *testing.T) {
	list := members.NewList(apptest.Empty(t), wording.English(), route.Members())
	for _, c := range []struct {
		row  board.Row
		want string
	}{
		{board.Row{Stage: member.Active, Fresh: true}, "Confirmed"},
		{board.Row{Stage: member.Active}, "To confirm"},
		{board.Row{Stage: member.Onboarding}, "To confirm"},
		{board.Row{Stage: member.Declined}, ""},
		{board.Row{Stage: member.Prospect}, ""},
	} {
		if got := list.Word(c.row).Sheet; got != c.want {
			t.Errorf("%s, fresh %v: %q", c.row.Stage, c.row.Fresh, got)
		}
	}
}

func TestThousandsOfPeopleAreShownWithFewLines(t *testing.T) {
	b := apptest.Demo(t, 1200)
	stage, _, screen := show(t, b, route.Members(), nil)
	if note := screen.Head().Note; note != "1,200 people" {
		t.Errorf("the note is %q", note)
	}
	if n := len(kittest.All[kit.Line[board.Row]](stage.Window.Canvas().Content())); n == 0 || n > 40 {
		t.Errorf("%d lines were made", n)
	}
}

// everybody is the filter of nobody.
func everybody() board.Filter { return board.Filter{} }
