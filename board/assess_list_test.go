package board_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"holdfast/assessment"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

func TestWhatIsAskedAboutTheBoardIsAskedOnce(t *testing.T) {
	a := newWorld(t).settled().Assess()
	count := func(answers assessment.Answers) map[string]int {
		all, err := a.AboutBoard(answers)
		must(t, err)
		if all[0].ID != "about.funders" {
			t.Errorf("first comes %s", all[0].ID)
		}
		seen := map[string]int{}
		for _, q := range all {
			seen[q.ID]++
		}
		return seen
	}
	nothing := count(nil)
	for id, n := range nothing {
		if n != 1 {
			t.Errorf("%s is asked %d times", id, n)
		}
	}
	if nothing["about.research"] != 0 || count(assessment.Answers{"about.funders": {Values: []string{"vawa"}}})["about.research"] != 1 {
		t.Error("an answer does not lead to what depends on it")
	}
}

func TestFactsAreKeptAllOrNone(t *testing.T) {
	a := newWorld(t).settled().Assess()
	err := a.SaveFacts(map[string]map[string][]string{"vawa-voca-fvpsa": {"about.funders": {"voca"}}, "hipaa": {"about.health-care": {"perhaps"}}})
	facts, err2 := a.Facts()
	must(t, err2)
	if err == nil || len(facts) != 0 {
		t.Errorf("%v, %v", facts, err)
	}
	must(t, a.SaveFacts(map[string]map[string][]string{"vawa-voca-fvpsa": {"about.funders": {"voca"}}, "hipaa": {"about.health-care": {"no"}}}))
	if facts, err = a.Facts(); err != nil || len(facts) != 2 {
		t.Errorf("%v, %v", facts, err)
	}
}

func TestWhatNoLongerAppliesIsNotDue(t *testing.T) {
	w := newWorld(t)
	a := w.settled().Assess()
	must(t, a.SaveFact("vawa-voca-fvpsa", "about.funders", []string{"vawa"}))
	must(t, a.Mark("vawa-voca-fvpsa", "policy", assessment.Mark{Status: assessment.Done, ReviewBy: record.DateOf(w.now).AddDays(1)}))
	due := func(want int) {
		t.Helper()
		if n, err := a.ItemsDue(); err != nil || n != want {
			t.Errorf("%d are due, not %d; %v", n, want, err)
		}
	}
	due(0)
	w.now = w.now.AddDate(0, 0, 2)
	due(1)
	must(t, a.SaveFact("vawa-voca-fvpsa", "about.funders", []string{"private"}))
	due(0)
}

// headingsAlone are headings that may stand at the end of a page.
func headingsAlone(blocks []paper.Block) (alone []string) {
	for _, b := range blocks {
		switch b := b.(type) {
		case paper.Heading:
			alone = append(alone, b.Text)
		case paper.Together:
			if h, last := b[len(b)-1].(paper.Heading); last {
				alone = append(alone, h.Text)
			}
		}
	}
	return alone
}

func TestNoHeadingStandsAlone(t *testing.T) {
	b := newWorld(t).settled()
	must(t, b.FillDemo(t.Context(), board.Demo{Seed: 1, People: 1, Checklists: true}, nil))
	facts, err := b.Assess().Facts()
	must(t, err)
	all, err := b.Assess().Instruments(wording.InEnglish)
	must(t, err)
	for _, l := range all {
		d := board.AnswerPaper(l.Instrument, "x", wording.English(), paper.A4)
		if l.Instrument.Kind == assessment.Checklist {
			state, err := b.Assess().Checklist(l.Instrument.ID)
			must(t, err)
			d = board.ChecklistDocument(state, facts, record.Date{Year: 2026, Month: 11, Day: 22}, wording.English(), paper.A4)
			page := d.HTML(wording.English())
			for _, i := range state.Items {
				if len(l.Instrument.AppliesIf(i.ID, wording.English())) > 0 && !strings.Contains(string(page), ">Applies<") && !strings.Contains(string(page), "applies under a condition") {
					t.Errorf("%s does not print where %s applies", l.Instrument.ID, i.ID)
				}
			}
		}
		if alone := headingsAlone(d.Blocks); len(alone) > 0 {
			t.Errorf("%s: %q", l.Instrument.ID, alone)
		}
	}
}

func TestAPrintedChecklistHasEvidenceOwnerAndSignature(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	must(t, b.Assess().SaveFact("mandatory-reporting", "reporting.state", []string{"Oregon"}))
	must(t, b.Assess().Mark("mandatory-reporting", "first", assessment.Mark{Status: assessment.Done, Note: "On the agenda", Link: "Blue folder", Owner: "Chair",
		SignedBy: "Ines", ReviewBy: record.Date{Year: 2027, Month: 3, Day: 1}}, []byte("%PDF-1.4\ntrailer<<>>\n%%EOF\n")))
	facts, err := b.Assess().Facts()
	must(t, err)
	state, err := b.Assess().Checklist("mandatory-reporting")
	must(t, err)
	page := board.ChecklistDocument(state, facts, record.DateOf(w.now), wording.English(), paper.Letter).HTML(wording.English())
	for _, words := range []string{"Oregon", "On the agenda Blue folder", "Chair", "Ines, ", "1 March 2027", "1 file, kept encrypted in the vault", "What would show it", "Coordinator", "not legal advice"} {
		if !strings.Contains(string(page), words) {
			t.Errorf("%q is not printed", words)
		}
	}
}

func TestAPlanIsPrintedWithWhatWasSeen(t *testing.T) {
	b := newWorld(t).settled()
	must(t, b.FillDemo(t.Context(), board.Demo{Seed: 1, People: 1, Rounds: 2}, nil))
	d, err := b.Assess().PlanDocument("", wording.English(), paper.A4)
	must(t, err)
	page := d.HTML(wording.English())
	for _, words := range []string{"Take turns in writing the agenda", "half an hour before each meeting, paid", "Two people used the quiet room"} {
		if !strings.Contains(string(page), words) {
			t.Errorf("%q is not printed", words)
		}
	}
	if _, err := b.Assess().PlanDocument("nothing", wording.English(), paper.A4); err == nil {
		t.Error("the plan of a round that is not there was made")
	}
}

// Paper can't leave a question out: it says when it is meant.
func TestAPaperSaysWhenAQuestionIsMeant(t *testing.T) {
	in := assessment.Blank("x", assessment.Words{wording.InEnglish: "X"}, wording.InEnglish)
	text := func(s string) assessment.Words { return assessment.Words{wording.InEnglish: s} }
	in.Items = []assessment.Item{{ID: "rest", Type: assessment.YesNo, Text: text("Did you rest?")},
		{ID: "why", Type: assessment.Prose, Text: text("Why?"), When: []assessment.Condition{{Question: "rest", Is: assessment.Equals, Value: "false"}}}}
	said := fmt.Sprint(board.AnswerPaper(in, "x", wording.English(), paper.A4).Blocks)
	if want := "Only where this is so: “Did you rest?” No"; !strings.Contains(said, want) {
		t.Errorf("%q is not on the paper: %s", want, said)
	}
}

func TestAPartBeginsWithAHeadingBesideItsFirstQuestion(t *testing.T) {
	in := assessment.Blank("x", assessment.Words{wording.InEnglish: "X"}, wording.InEnglish)
	note := func(id, text string) assessment.Item {
		return assessment.Item{ID: id, Type: assessment.Display, Text: assessment.Words{wording.InEnglish: text}}
	}
	in.Items = []assessment.Item{note("part", "Safety"), {ID: "rest", Type: assessment.YesNo, Text: assessment.Words{wording.InEnglish: "Did you rest?"}}, note("closing", "Thank you.")}
	blocks := board.AnswerPaper(in, "x", wording.English(), paper.A4).Blocks
	first, closing := blocks[len(blocks)-2].(paper.Together), blocks[len(blocks)-1].(paper.Together)
	if first[0] != (paper.Heading{Text: "Safety", Sub: true}) || len(first) < 3 || len(closing) != 1 || closing[0] != (paper.Paragraph{Text: "Thank you."}) {
		t.Errorf("%+v", blocks)
	}
}

func TestWhatIsNoNameOfALawIsSaidInOneLanguage(t *testing.T) {
	spanish, err := assets.Book(wording.InSpanish)
	must(t, err)
	own := assessment.Rests{Law: "State law", Sources: []assessment.Source{{Title: "Holdfast: our own suggestion"}}}
	for book, want := range map[*wording.Book]string{wording.English(): "State law, Holdfast: our own suggestion", spanish: "Ley estatal, Holdfast: propuesta propia"} {
		if got := own.On(book, ": ") + ", " + own.Sources[0].Named(book); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	if got := (&assessment.Rests{Law: "VAWA", Citation: "34 U.S.C. 12291(b)(2)"}).On(spanish, ": "); got != "VAWA: 34 U.S.C. 12291(b)(2)" {
		t.Errorf("%q", got)
	}
	files, err := assets.Instruments()
	must(t, err)
	for _, file := range files {
		for _, word := range []string{"(ley", "(propuesta"} {
			if bytes.Contains(file, []byte(word)) {
				t.Errorf("two languages in one text: %s", word)
			}
		}
	}
}
