package assess_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/assess"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/sitting"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/wording"
)

func TestABoardThatAskedNobodySaysWhatToDoFirst(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.Rounds(), nil)
	w.shows("Nobody was asked yet")
	w.press("Begin a round")
	if got := w.desk.Went[0]; got != route.Round("", route.RoundForm) {
		t.Errorf("it leads to %v", got)
	}
}

func TestTheListSaysHowFarEachRoundIs(t *testing.T) {
	w := newWorld(t, stage(t))
	w.answer(w.begin(false), 4)
	w.open(route.Rounds(), nil)
	w.shows("Taking answers", "4 of 15 have answered", "Autumn self-assessment", "Closed on 14 November 2026")
}

func TestARoundIsBegunByAForm(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(route.Round("", route.RoundForm), nil)
	w.press("Begin the round")
	w.shows("Give the round a short name, like Autumn self-assessment.")
	w.fill("What this round is called", "Winter check")
	w.fill("Members", "3")
	w.press("Begin the round")
	w.shows("With fewer than 5 people nothing of an anonymous round could ever be shown.")
	w.fill("Members", "many")
	w.press("Begin the round")
	w.shows("Write how many people, in figures.")
	w.fill("Members", "9")
	w.press("Begin the round")
	if w.says() != "“Winter check” is open." {
		t.Errorf("said %q", w.says())
	}
	if r := w.round(0); r.Named || r.Asked[assessment.Members] != 9 {
		t.Errorf("%+v", r)
	}
}

func TestASittingIsBegunFromTheRound(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.Round(string(w.begin(false)), ""), nil)
	w.press("Begin a sitting")
	if len(w.sat) != 1 || w.sat[0] != (sitting.Who{}) {
		t.Errorf("%+v", w.sat)
	}
}

func TestInARoundByNameAKeyholderChoosesWhoAnswers(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.Round(string(w.begin(true)), ""), nil)
	w.hides("On another laptop") // packets are for those who stay unknown
	w.press("Begin a sitting…", "Begin a sitting")
	w.shows("Choose somebody, or write a name.")
	w.fill("Their name, if they are not on the board", "Robin of the county office")
	w.press("Begin a sitting")
	w.Pass(0)
	if len(w.sat) != 1 || w.sat[0] != (sitting.Who{Name: "Robin of the county office", Side: assessment.Members}) {
		t.Errorf("%+v", w.sat)
	}
}

func TestARoundIsNotClosedWhileTooFewHaveAnswered(t *testing.T) {
	w := emptyWorld(t, stage(t))
	id := w.begin(false)
	w.answer(id, 3)
	w.open(route.Round(string(id), ""), nil)
	w.shows("2 more have to answer before anything can be shown.")
	if w.HasButton("Close the round…") {
		t.Error("it can be closed")
	}
}

func TestClosingARoundAsksFirstAndLeavesNoSingleAnswer(t *testing.T) {
	w := emptyWorld(t, stage(t))
	id := w.begin(false)
	w.answer(id, 6)
	w.open(route.Round(string(id), ""), nil)
	w.press("Close the round…")
	w.shows("nothing can bring them back")
	w.press("Close the round")
	w.Pass(0)
	w.Settle()
	if w.says() != "The round is closed." {
		t.Errorf("said %q in:\n%s", w.says(), w.Words())
	}
	r, err := w.board.Assess().Round(id)
	w.must(err)
	if r.Open() || r.Traces {
		t.Errorf("%+v", r)
	}
	w.shows("comments wait to be said in other words")
}

func TestWhatTheBoardWasToldIsWrittenDown(t *testing.T) {
	w := newWorld(t, stage(t))
	id := w.round(0).ID
	w.open(route.Round(string(id), route.RoundTell), nil)
	w.press("Write it down")
	w.shows("Write what the board was told.")
	w.fill("What was told, and what changes because of it", "Meetings end on time from now on.")
	w.press("Write it down")
	w.open(route.Round(string(id), ""), nil)
	w.shows("Meetings end on time from now on.")
}

func TestCodesArePrintedThisOnceAndThePacketGivesItsWords(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	id := w.begin(false)
	w.open(route.Round(string(id), ""), nil)
	w.press("1. Draw codes…")
	w.fill("How many", "40")
	w.press("Draw codes")
	w.shows("There can be as many codes as people are asked; of this group 9 more.")
	w.fill("How many", "6")
	w.press("Draw codes")
	w.Pass(0)
	w.press("Choose where to put it")
	w.Settle()
	w.press("Save here")
	w.shows("6 codes are out and not used yet.")
	w.press("2. Save the packet…")
	w.Settle()
	w.press("Save here")
	w.Pass(0)
	w.shows("The packet is saved")
	for _, name := range []string{"slips.pdf", "questions.age"} {
		if info, err := os.Stat(filepath.Join(w.Env.Home, name)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v %v", name, info, err)
		}
	}
}

func TestAnswerFilesAreCollectedAndWhatCantBeTakenIsNamed(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	id := w.begin(false)
	codes, _, err := w.board.Assess().Codes(id, assessment.Members, 1, false)
	w.must(err)
	file, words, err := w.board.Assess().Packet(id)
	w.must(err)
	p, err := board.OpenPacket(file, words)
	w.must(err)
	in := p.Instrument()
	sealed, err := p.Seal(assessment.Answers{in.Questions()[0].ID: {Values: []string{"3"}}}, codes[0])
	w.must(err)
	w.must(board.WriteOut(filepath.Join(w.Env.Home, "answers-a.age"), sealed))
	w.must(board.WriteOut(filepath.Join(w.Env.Home, "questions.age"), file))
	w.open(route.Round(string(id), ""), nil)
	w.press("3. Collect answers…", "Take them in")
	w.Pass(0)
	w.shows("1 answer was taken.", "These files were left out:", "questions.age")
	w.press("Close")
	w.shows("1 of 15 has answered")
}

func TestPapersAreCopiedByDigitsAndTakenInAtOnce(t *testing.T) {
	w := emptyWorld(t, stage(t))
	id := w.begin(false)
	screen := w.open(route.Round(string(id), route.PaperAnswers), nil)
	w.Window.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { screen.(interface{ Key(*fyne.KeyEvent) bool }).Key(key) })
	copied := func() {
		for range 5 {
			w.Press(fyne.Key5) // "I don't know" comes after the scores
		}
	}
	copied()
	w.press("Lay it on the stack")
	w.shows("Say who answers: members, staff or partners.")
	for range 2 {
		w.Tap(kittest.All[*kit.Select](w.Window.Content())[0])
		w.Tap(w.Spoken("Staff"))
		w.Env.Canvas.Unfocus()
		copied()
		w.press("Lay it on the stack")
	}
	w.shows("2 papers are on the stack.")
	w.open(route.Round(string(id), route.PaperAnswers), screen.Draft()) // after a lock
	w.shows("2 papers are on the stack.")
	w.press("Take the last one off", "Take the stack in")
	if w.says() != "1 paper was taken in. Destroy it now." {
		t.Errorf("said %q", w.says())
	}
	r, err := w.board.Assess().Round(id)
	w.must(err)
	if r.Answered[assessment.Staff] != 1 {
		t.Errorf("%v", r.Answered)
	}
}

func TestACommentIsShownOnlyInOtherWords(t *testing.T) {
	w := emptyWorld(t, stage(t))
	id := w.begin(false)
	w.answer(id, 6)
	w.must(w.board.Assess().CloseRound(t.Context(), id, nil))
	w.open(route.Round(string(id), route.RoundResults), nil)
	w.hides("Our own words")
	w.open(route.Round(string(id), route.RoundComments), nil)
	w.shows("“Our own words”")
	w.press("Show it so")
	w.shows("Write it in other words, or leave it out.")
	w.Entry("In other words").SetText("Somebody liked the tea.")
	w.press("Show it so")
	w.open(route.Round(string(id), route.RoundResults), nil)
	w.shows("“Somebody liked the tea.”")
}

func TestTakingBackByNameErasesTheAnswers(t *testing.T) {
	w := emptyWorld(t, stage(t))
	id := w.begin(true)
	r, err := w.board.Assess().Round(id)
	w.must(err)
	in, err := w.board.Assess().Instrument(r.Instrument, r.Version)
	w.must(err)
	w.must(w.board.Assess().Enter(id, []assessment.Response{{Side: assessment.Members, Name: "Robin", Answers: assessment.Answers{in.Questions()[0].ID: {Values: []string{"3"}}}}}))
	w.open(route.Round(string(id), ""), nil)
	w.press("Look at the answers", "Close")
	w.press("Take back…", "Take it back")
	w.Pass(0)
	w.Settle()
	w.hides("Robin")
}

func TestResultsShowTheSixPrinciplesBesideTheLastRound(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(route.Round(string(w.round(0).ID), route.RoundResults), nil)
	w.shows("15 people answered · 60 questions · groups under 5 answers are hidden", "Six principles", "solid: Autumn self-assessment · dashed: Spring self-assessment",
		"Where it is strong and where it is not", "The four Rs", "Group beside group", "“I don’t know”", "Plan from this", "Strongest", "Weakest",
		"Higher than last time", "with so few answers this may be chance")
	for _, grade := range []string{"Overall", "Total", "Grade"} {
		w.hides(grade)
	}
}

func TestEveryChartHasASentenceAndATable(t *testing.T) {
	w := newWorld(t, stage(t))
	s := assess.NewResults(w.board, wording.English(), w.round(0).ID).State(printStyle())
	if len(s.Charts) < 5 {
		t.Errorf("only %d charts", len(s.Charts))
	}
	for _, c := range s.Charts {
		if c.Sentence == "" || len(c.Table.Rows) == 0 || !strings.Contains(c.Drawing.Alt, c.Sentence) {
			t.Errorf("%s: %q, %d rows, %q", c.Name, c.Sentence, len(c.Table.Rows), c.Drawing.Alt)
		}
	}
	w.open(route.Round(string(w.round(0).ID), route.RoundResults), nil)
	w.hides("What changed\nSafety\n2")
	w.press("Show the table")
	w.shows("Hide the table", "Before")
}

func TestResultsLeaveAsFiles(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	w.open(route.Round(string(w.round(0).ID), route.RoundResults), nil)
	w.press("Figures for a spreadsheet…")
	w.Settle()
	w.shows("The file is not locked")
	w.press("Save here", "Print…", "Choose where to put it")
	w.Settle()
	w.press("Save here", "Save the picture…", "As SVG, to be drawn at any size…")
	w.Settle()
	w.press("Save here", "Save the picture…", "As PNG, for a document…")
	w.Settle()
	w.press("Save here")
	for name, begins := range map[string]string{"results.csv": "kind,", "results.pdf": "%PDF", "principles.svg": "<svg", "principles.png": "\x89PNG"} {
		data, err := os.ReadFile(filepath.Join(w.Env.Home, name))
		if err != nil || !strings.HasPrefix(string(data), begins) {
			t.Errorf("%s: %v, %.20q", name, err, data)
		}
	}
}

func TestResultsOfAnOpenRoundAreNotShown(t *testing.T) {
	w := emptyWorld(t, stage(t))
	id := w.begin(false)
	w.answer(id, 6)
	w.open(route.Round(string(id), route.RoundResults), nil)
	w.shows("There are results once the round is closed")
}
