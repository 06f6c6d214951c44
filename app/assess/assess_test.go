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
	"holdfast/record"
	"holdfast/wording"
)

func TestABoardThatAskedNobodySaysWhatToDoFirst(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.Rounds(), nil)
	w.Shows("Nobody was asked yet")
	w.Push("Begin a round")
	if got := w.desk.Went[0]; got != route.Round("", route.RoundForm) {
		t.Errorf("it leads to %v", got)
	}
}

func TestTheListSaysHowFarEachRoundIs(t *testing.T) {
	w := newWorld(t, stage(t))
	w.answer(w.begin(false), 4)
	w.open(route.Rounds(), nil)
	w.Shows("Taking answers", "4 of 15 have answered", "Autumn self-assessment", "Closed on 14 November 2026")
}

func TestARoundIsBegunByAForm(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(route.Round("", route.RoundForm), nil)
	w.Fill("Members", "")
	w.Push("Begin the round")
	w.Shows("Give the round a short name, like Autumn self-assessment.", "Say how many people are asked.")
	w.Fill("What this round is called", "Winter check")
	w.Fill("Members", "3")
	w.Push("Begin the round")
	w.Shows("With fewer than 5 people nothing of an anonymous round could ever be shown.")
	w.Fill("Members", "many")
	w.Push("Begin the round")
	w.Shows("Write how many people, in figures.")
	w.Fill("Members", "9")
	w.Push("Begin the round")
	if w.desk.Says() != "“Winter check” is open." {
		t.Errorf("said %q", w.desk.Says())
	}
	if r := w.round(0); r.Named || r.Asked[assessment.Members] != 9 {
		t.Errorf("%+v", r)
	}
}

func TestASittingIsBegunFromTheRound(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.Round(string(w.begin(false)), ""), nil)
	w.Push("Begin a sitting")
	if len(w.sat) != 1 || w.sat[0] != (sitting.Who{}) {
		t.Errorf("%+v", w.sat)
	}
}

func TestInARoundByNameAKeyholderChoosesWhoAnswers(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.Round(string(w.begin(true)), ""), nil)
	w.Hides("On another laptop") // packets are for those who stay unknown
	w.Push("Begin a sitting…", "Begin a sitting")
	w.Shows("Choose somebody, or write a name.")
	w.Fill("Their name, if they are not on the board", "Robin of the county office")
	w.Push("Begin a sitting")
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
	w.Shows("2 more have to answer before anything can be shown.")
	if w.HasButton("Close the round…") {
		t.Error("it can be closed")
	}
}

func TestClosingARoundAsksFirstAndLeavesNoSingleAnswer(t *testing.T) {
	w := emptyWorld(t, stage(t))
	id := w.begin(false)
	w.answer(id, 6)
	w.open(route.Round(string(id), ""), nil)
	w.Push("Close the round…")
	w.Shows("nothing can bring them back")
	w.Push("Close the round")
	w.Pass(0)
	w.Settle()
	if w.desk.Says() != "The round is closed." {
		t.Errorf("said %q in:\n%s", w.desk.Says(), w.Words())
	}
	r, err := w.board.Assess().Round(id)
	w.Must(err)
	if r.Open() || r.Traces {
		t.Errorf("%+v", r)
	}
	w.Shows("comments wait to be said in other words")
}

func TestWhatTheBoardWasToldIsWrittenDown(t *testing.T) {
	w := newWorld(t, stage(t))
	id := w.round(0).ID
	w.open(route.Round(string(id), route.RoundTell), nil)
	w.Push("Write it down")
	w.Shows("Write what the board was told.")
	w.Fill("What was told, and what changes because of it", "Meetings end on time from now on.")
	w.Push("Write it down")
	w.open(route.Round(string(id), ""), nil)
	w.Shows("Meetings end on time from now on.")
}

func TestCodesArePrintedThisOnceAndThePacketGivesItsWords(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	id := w.begin(false)
	w.open(route.Round(string(id), ""), nil)
	w.Push("1. Draw codes…")
	w.Fill("How many", "40")
	w.Push("Draw codes")
	w.Shows("There can be as many codes as people are asked; of this group 9 more.")
	w.Fill("How many", "6")
	w.Push("Draw codes")
	w.Pass(0)
	w.Push("Choose where to put it")
	w.Settle()
	w.Push("Save here")
	w.Shows("6 codes are out and not used yet.")
	w.Push("2. Save the packet…")
	w.Settle()
	w.Push("Save here")
	w.Pass(0)
	w.Shows("The packet is saved")
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
	w.Must(err)
	file, words, err := w.board.Assess().Packet(id)
	w.Must(err)
	p, err := board.OpenPacket(file, words)
	w.Must(err)
	in := p.Instrument()
	sealed, err := p.Seal(assessment.Answers{in.Questions()[0].ID: {Values: []string{"3"}}}, codes[0])
	w.Must(err)
	w.Must(board.WriteOut(filepath.Join(w.Env.Home, "answers-a.age"), sealed))
	w.Must(board.WriteOut(filepath.Join(w.Env.Home, "questions.age"), file))
	w.open(route.Round(string(id), ""), nil)
	w.Push("3. Collect answers…", "Take them in")
	w.Pass(0)
	w.Shows("1 answer was taken.", "These files were left out:", "questions.age")
	w.Push("Close")
	w.Shows("1 of 15 has answered")
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
	w.Push("Lay it on the stack")
	w.Shows("Say who answers: members, staff or partners.")
	for range 2 {
		w.Tap(kittest.All[*kit.Select](w.Window.Content())[0])
		w.Tap(w.Spoken("Staff"))
		w.Env.Canvas.Unfocus()
		copied()
		w.Push("Lay it on the stack")
	}
	w.Shows("2 papers are on the stack.")
	w.open(route.Round(string(id), route.PaperAnswers), screen.Draft()) // after a lock
	w.Shows("2 papers are on the stack.")
	w.Push("Take the last one off", "Take the stack in")
	if w.desk.Says() != "1 paper was taken in. Destroy it now." {
		t.Errorf("said %q", w.desk.Says())
	}
	r, err := w.board.Assess().Round(id)
	w.Must(err)
	if r.Answered[assessment.Staff] != 1 {
		t.Errorf("%v", r.Answered)
	}
}

func TestACommentIsShownOnlyInOtherWords(t *testing.T) {
	w := emptyWorld(t, stage(t))
	id := w.begin(false)
	w.answer(id, 6)
	w.Must(w.board.Assess().CloseRound(t.Context(), id, nil))
	w.open(route.Round(string(id), route.RoundResults), nil)
	w.Hides("Our own words")
	screen := w.open(route.Round(string(id), route.RoundComments), nil)
	w.Shows("“Our own words”")
	w.Push("Show it so")
	w.Shows("Write it in other words, or leave it out.")
	w.Window.Canvas().Focus(screen.(kit.Beginner).First())
	w.Type("Somebody liked the tea.")
	waiting := strings.Count(w.Words(), "“Our own words”")
	screen.(kit.Saver).Save() // as Ctrl+S does
	w.Settle()
	if left := strings.Count(w.Words(), "“Our own words”"); left != waiting-1 || w.Focused() != screen.(kit.Beginner).First() {
		t.Errorf("%d of %d comments are left, and the cursor is in %T", left, waiting, w.Focused())
	}
	w.open(route.Round(string(id), route.RoundResults), nil)
	w.Shows("“Somebody liked the tea.”")
}

func TestTakingBackByNameErasesTheAnswers(t *testing.T) {
	w := emptyWorld(t, stage(t))
	id := w.begin(true)
	r, err := w.board.Assess().Round(id)
	w.Must(err)
	in, err := w.board.Assess().Instrument(r.Instrument, r.Version)
	w.Must(err)
	w.Must(w.board.Assess().Enter(id, []assessment.Response{{Side: assessment.Members, Name: "Robin", Answers: assessment.Answers{in.Questions()[0].ID: {Values: []string{"3"}}}}}))
	w.open(route.Round(string(id), ""), nil)
	w.Push("Look at the answers", "Close")
	w.Push("Take back…", "Take it back")
	w.Pass(0)
	w.Settle()
	w.Hides("Robin")
}

func TestResultsShowTheSixPrinciplesBesideTheLastRound(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(route.Round(string(w.round(0).ID), route.RoundResults), nil)
	w.Shows("15 people answered · 60 questions · groups under 5 answers are hidden", "Six principles", "solid: Autumn self-assessment · dashed: Spring self-assessment",
		"Where it is strong and where it is not", "The four Rs", "Group beside group", "“I don’t know”", "Plan from this", "Strongest", "Weakest",
		"Higher than last time", "with so few answers this may be chance")
	for _, grade := range []string{"Overall", "Total", "Grade"} {
		w.Hides(grade)
	}
}

// Questions of a board's own may be about nothing that a chart shows.
func TestAQuestionWithoutAChartHasAFigure(t *testing.T) {
	w := emptyWorld(t, stage(t))
	say := func(text string) assessment.Words { return assessment.Words{wording.InEnglish: text} }
	in := assessment.Blank("ours", say("Ours"), wording.InEnglish)
	in.Items = []assessment.Item{{ID: "rest", Type: assessment.Choose, Text: say("We could rest."), Choices: []assessment.Choice{
		{Code: "0", Text: say("Not yet"), Scored: true}, {Code: "1", Text: say("Half"), Score: 1, Scored: true}, {Code: "2", Text: say("Always"), Score: 2, Scored: true}}}}
	in, err := in.Release(record.Date{Year: 2026, Month: 11, Day: 1})
	w.Must(err)
	w.Must(w.board.Assess().SaveInstrument(in))
	r, err := w.board.Assess().OpenRound(assessment.Round{Title: "After", Instrument: "ours", Asked: map[assessment.Side]int{assessment.Members: 6}, From: record.Date{Year: 2026, Month: 11, Day: 1}})
	w.Must(err)
	w.answer(r.ID, 6)
	err = w.board.Assess().CloseRound(t.Context(), r.ID, nil)
	w.Must(err)
	w.open(route.Round(string(r.ID), route.RoundResults), nil)
	w.Shows("Question by question", "We could rest.", "1.0 of 2.0", "answers far apart")
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
	w.Hides("What changed\nSafety\n2")
	w.Push("Show the table")
	w.Shows("Hide the table", "Before")
}

func TestResultsLeaveAsFiles(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	w.open(route.Round(string(w.round(0).ID), route.RoundResults), nil)
	w.Push("Figures for a spreadsheet…")
	w.Settle()
	w.Shows("The file is not locked")
	w.Push("Save here", "Print…", "Choose where to put it")
	w.Settle()
	w.Push("Save here", "Save the picture…", "As SVG, to be drawn at any size…")
	w.Settle()
	w.Push("Save here", "Save the picture…", "As PNG, for a document…")
	w.Settle()
	w.Push("Save here")
	for name, begins := range map[string]string{"results.csv": "\ufeffkind,", "results.pdf": "%PDF", "principles.svg": "<svg", "principles.png": "\x89PNG"} {
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
	w.Shows("There are results once the round is closed")
}
