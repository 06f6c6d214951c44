package plan_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/plan"
	"holdfast/app/route"
	"holdfast/assessment"
	"holdfast/wording"
)

func TestThePlanSaysWhatIsToDoAndWhatIsDone(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(route.Plan(""), nil)
	w.Shows("To do", "Done or let go", "Send every member what was decided", "Trustworthiness", "coordinator", "Under way", "with half an hour before each meeting, paid",
		"Two people used the quiet room")
}

func TestWhatIsLeftToDoIsCarriedToTheNextRound(t *testing.T) {
	w := newWorld(t, stage(t))
	rounds := w.rounds()
	now, before := rounds[0], rounds[1]
	_, err := w.board.Assess().SaveAction(assessment.Action{Round: before.ID, What: "Ask twice"})
	w.Must(err)
	w.open(route.Plan(string(now.ID)), nil)
	w.Shows("Ask twice", "from “"+before.Title+"”")
	w.Hides("Find a room") // it is done
}

func TestAnActionIsAddedFromARound(t *testing.T) {
	w := newWorld(t, stage(t))
	round := w.rounds()[0]
	n := len(w.plan(round.ID))
	w.open(route.Plan(string(round.ID)), nil)
	w.Push("Add an action")
	w.open(w.desk.Leads(), nil)
	w.Push("Write it down")
	w.Shows("Write what is to be done.")
	w.Fill("What is to be done", "Pay for the way home")
	w.Choose("About", "Peer and survivor support")
	w.Fill("Who", "treasurer")
	w.Fill("By when", "2026-12-15")
	w.Fill("With what", "bus passes")
	w.Push("Write it down")
	all := w.plan(round.ID)
	if len(all) != n+1 || w.desk.Says() != "It is in the plan." {
		t.Fatalf("%d actions, said %q", len(all), w.desk.Says())
	}
	for _, a := range all {
		if a.What == "Pay for the way home" && (a.About != "principle:peer-support" || a.Owner != "treasurer" || a.By.String() != "2026-12-15" || a.Resources != "bus passes" || a.Status != assessment.Planned) {
			t.Errorf("%+v", a)
		}
	}
}

func TestWhatWasSeenStaysWhenLookedAtAgain(t *testing.T) {
	w := newWorld(t, stage(t))
	id := string(w.plan("")[0].ID)
	for _, seen := range []string{"Three of four letters went out.", "All of them."} {
		w.open(route.Action(id), nil)
		w.Fill("Looked at again today: what was seen", seen)
		w.Push("Write it down")
	}
	w.open(route.Action(id), nil)
	w.Shows("Looked at again", "21 November 2026: All of them.", "Three of four letters went out.")
	w.open(route.Plan(""), nil)
	w.Shows("21 November 2026: All of them.")
}

func TestADayThatIsNoneStaysUnderItsField(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(route.Action("/"), nil)
	w.Fill("What is to be done", "Mend the door")
	w.Fill("By when", "soon")
	w.Push("Write it down")
	w.Shows("Write the day as year-month-day")
	if w.Entry("By when").Text != "soon" {
		t.Error("what was typed is lost")
	}
}

func TestAnActionIsTakenOutOnlyAfterAsking(t *testing.T) {
	w := newWorld(t, stage(t))
	n := len(w.plan(""))
	w.open(route.Action(string(w.plan("")[0].ID)), nil)
	w.Push("Take it out of the plan…")
	w.Shows("then the board still sees that it tried")
	w.Press(fyne.KeyEscape)
	if len(w.plan("")) != n {
		t.Fatal("it went without a yes")
	}
	w.Push("Take it out of the plan…")
	w.Push("Take it out")
	if len(w.plan("")) != n-1 || w.desk.Backs == 0 {
		t.Error("it is still there")
	}
}

func TestABoardWithoutResultsIsToldWhatComesFirst(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.Plan(""), nil)
	w.Shows("Ask people first, and close the round.")
	if w.HasButton("Add an action") {
		t.Error("an action can be added to nothing")
	}
	w.Push("To the rounds")
	if w.desk.Leads() != route.Rounds() {
		t.Errorf("it leads to %v", w.desk.Leads())
	}
	w.open(route.Action("nothing"), nil)
	w.Shows("There is no such action in the plan.")
}

func TestHalfAnActionIsADraft(t *testing.T) {
	w := newWorld(t, stage(t))
	s := w.open(route.Action("/"), nil)
	w.Fill("What is to be done", "Mend the door")
	w.open(route.Action("/"), s.Draft())
	if w.Entry("What is to be done").Text != "Mend the door" {
		t.Error("what was half-typed is gone")
	}
}

func TestThePlanIsPrinted(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	w.open(route.Plan(""), nil)
	w.Push("Print…")
	w.Push("Choose where to put it")
	w.Settle()
	w.Push("Save here")
	path := filepath.Join(w.Env.Home, "plan.pdf")
	if _, err := os.Stat(path); err != nil || !strings.Contains(w.desk.Says(), path) {
		t.Errorf("%v, and it says %q", err, w.desk.Says())
	}
	d, err := plan.NewPage(w.board, wording.English(), "").Paper(wording.English())
	w.Must(err)
	html := d.HTML(wording.English())
	for _, word := range []string{"coordinator", "Two people used the quiet room", "under way"} {
		if !strings.Contains(string(html), word) {
			t.Errorf("%q is not printed", word)
		}
	}
}
