package editor_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"holdfast/app/editor"
	"holdfast/app/route"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/wording"
)

const draft = "our-meetings/1"

func page(at string) route.Route { return route.Instrument(at, route.QuestionsEditor) }

func question(at string) route.Route { return route.Instrument(at, route.QuestionForm) }

func TestTheLibraryHasWhatShipsAndWhatIsOurs(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(route.Questions(), nil)
	w.Shows("Self-assessments", "Short checks", "Worksheets", "Checklists", "Comes with Holdfast", "60 questions · version 1 · English and Español",
		"How our meetings feel", "Draft")
	w.Push("Write your own")
	if w.desk.Leads() != route.Instrument("", route.NewQuestions) {
		t.Errorf("it leads to %v", w.desk.Leads())
	}
}

func TestWhatShipsCanBeLookedIntoAndCopiedButNotChanged(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(page("board-self-assessment-short/1"), nil)
	w.Shows("Safety", "Not yet = 0 · Sometimes = 1", "I don’t know", "Source", "released on")
	if w.HasButton("Change…") || w.HasButton("Release…") {
		t.Error("what ships can be changed")
	}
	w.Choose("Shown in", "Español")
	w.Shows("Todavía no = 0 · A veces = 1")
	w.Push("Copy and adapt")
	if w.desk.Leads() != page("our-board-self-assessment-short/1") || w.kept("our-board-self-assessment-short", "1").Status != assessment.Draft {
		t.Errorf("it leads to %v", w.desk.Leads())
	}
}

func TestAChecklistItemShowsItsLawAndWhenItApplies(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(page("vawa-voca-fvpsa/1"), nil)
	w.Shows("34 U.S.C. 12291(b)(2)", "Only where this is so:", "OVW: money under VAWA / VOCA")
}

func TestQuestionsOfOnesOwnBeginWithANameAndAQuestion(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(route.Instrument("", route.NewQuestions), nil)
	w.Fill("What it is called (English)", "Our rooms")
	w.Fill("Question (English)", "I can leave at any time.")
	w.Push("Begin")
	w.Shows("Write it in every language of these questions.")
	w.Hides("or in none")
	w.Fill("What it is called (Español)", "Nuestras salas")
	w.Fill("Question (Español)", "Puedo irme cuando quiera.")
	w.Push("Begin")
	in := w.kept("our-rooms", "1")
	if w.desk.Leads() != page("our-rooms/1") || len(in.Questions()) != 1 || in.ChoicesOf(in.Questions()[0].Item)[1].Text["es"] != "A veces" {
		t.Errorf("%v, %+v", w.desk.Leads(), in)
	}
}

func TestADraftTakesAQuestionWithChoicesOfItsOwnAndACondition(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(page(draft), nil)
	before := w.kept("our-meetings", "1").Questions()
	w.Push("Add a question here")
	w.open(w.desk.Leads(), nil)
	w.Fill("What is asked (English)", "How was the room?")
	w.Fill("What is asked (Español)", "¿Cómo estuvo la sala?")
	w.Choose("The choices:", "Choices of its own")
	w.Fill("The choices, one on each line (English)", "Too loud = 0\nGood = 4")
	w.Fill("The choices, one on each line (Español)", "Con mucho ruido")
	w.Choose("Question before it", before[0].Text["en"])
	w.Push("Write it down")
	w.Shows("Choose how its answer has to be.")
	w.Choose("Its answer", "is there")
	w.Push("Write it down")
	w.Shows("Write the same choices here, one on each line: there are 2.")
	w.Fill("The choices, one on each line (Español)", "Con mucho ruido\nBien")
	w.Tick("I don’t know")
	w.Push("Write it down")
	q, found := w.kept("our-meetings", "1").Question("how-was-the-room")
	if !found || len(q.Choices) != 3 || q.Choices[1].Score != 4 || q.Choices[1].Text["es"] != "Bien" || q.Choices[2].Code != assessment.DontKnow || len(q.When) != 1 || q.When[0].Is != assessment.Exists {
		t.Fatalf("%+v\n%s", q, w.Words())
	}
	w.open(page(draft), nil)
	w.Shows("How was the room?", "Too loud = 0 · Good = 4", "is answered")
}

func TestChangingAQuestionKeepsTheCodesOfItsChoices(t *testing.T) {
	w := newWorld(t, stage(t))
	in := w.kept("our-meetings", "1")
	id := in.Questions()[0].ID
	w.open(question(draft+"/"+id), nil)
	w.Fill("What is asked (English)", "I felt at ease.")
	w.Choose("In which part", "In a new part")
	w.Fill("What the part is called (English)", "The room")
	w.Fill("What the part is called (Español)", "La sala")
	w.Push("Write it down")
	q, _ := w.kept("our-meetings", "1").Question(id)
	if q.Text["en"] != "I felt at ease." || q.Section.Text["es"] != "La sala" || q.Scale == "" {
		t.Errorf("%+v", q)
	}
	if w.desk.Says() != "The question is kept." {
		t.Errorf("said %q", w.desk.Says())
	}
}

func TestWhatOthersLookAtStays(t *testing.T) {
	w := newWorld(t, stage(t))
	in := w.kept("our-meetings", "1")
	first, second := in.Questions()[0].ID, in.Questions()[1].ID
	q, _ := in.Question(second)
	q.When = []assessment.Condition{{Question: first, Is: assessment.Exists, Value: "true"}}
	in, err := in.Replace(second, q.Item)
	w.Must(err)
	w.Must(w.board.Assess().SaveInstrument(in))
	p := editor.NewPage(w.board, wording.English(), draft)
	p.State()
	if wrong := p.Take(first); !strings.Contains(wrong, second) {
		t.Errorf("taken out: %q", wrong)
	}
	if wrong := p.Move(second, -1); !strings.Contains(wrong, second) {
		t.Errorf("moved ahead of what it looks at: %q", wrong)
	}
	if wrong := p.Take(second); wrong != "" {
		t.Error(wrong)
	}
}

func TestSharedChoicesChangeForAll(t *testing.T) {
	w := newWorld(t, stage(t))
	scale := w.kept("our-meetings", "1").Scales[0]
	w.open(route.Instrument(draft+"/"+scale.ID, route.ScaleForm), nil)
	typed := w.Entry("The choices, one on each line (English)").Text
	w.Fill("The choices, one on each line (English)", strings.Replace(typed, scale.Choices[0].Text["en"], "Never at all", 1))
	w.Push("Write it down")
	after := w.kept("our-meetings", "1").Scales[0]
	if after.Choices[0].Text["en"] != "Never at all" || after.Choices[0].Code != scale.Choices[0].Code || len(after.Choices) != len(scale.Choices) {
		t.Errorf("%+v", after)
	}
}

func TestWhatIsReleasedNeverChanges(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(page(draft), nil)
	w.Push("Release…")
	w.Push("Release them")
	if w.kept("our-meetings", "1").Status != assessment.Active {
		t.Fatal("it is not released")
	}
	w.open(page(draft), nil)
	if w.HasButton("Change…") || w.HasButton("Up") {
		t.Error("what is released can be changed")
	}
	w.Push("Begin the next version")
	if next := w.kept("our-meetings", "2"); w.desk.Leads() != page("our-meetings/2") || next.Status != assessment.Draft {
		t.Errorf("it leads to %v: %s", w.desk.Leads(), next.Status)
	}
	p := editor.NewPage(w.board, wording.English(), draft)
	p.State()
	if wrong := p.Take(w.kept("our-meetings", "1").Questions()[0].ID); !strings.Contains(wrong, "its words never change") {
		t.Errorf("%q", wrong)
	}
}

func TestTryingShowsWhatDependsOnAnAnswer(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(page("part-22/1"), nil)
	w.Tick("Try it\nAnswer as people would. Nothing is kept.")
	w.Shows("As people are asked")
	w.Hides("for a study or for statistics")
	w.Tick("Other federal money")
	w.Tick("Justice Department: money for research or statistics")
	w.Shows("for a study or for statistics")
	if facts, err := w.board.Assess().Facts(); err != nil || slices.Contains(facts["about.funders"].Values, "doj-research") {
		t.Error("what was tried is kept")
	}
}

func TestEachRefusalNamesItsItem(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	for file, c := range map[string]struct{ data, want string }{
		"form.csv":   {"survey,,,\n,type,name,label::English (en)\n,calculate,total,Sum\n,text,why,Why?\n,text,why,Again?\n", "total: questions of the type “calculate”"},
		"torn.json":  {`{"resourceType": "Questionnaire"`, "This is not JSON, or it is cut off."},
		"other.json": {`{"resourceType": "Questionnaire", "id": "x", "subjectType": ["Patient"]}`, "Holdfast does not know “subjectType”"},
		"noise.xlsx": {"no workbook", ""},
	} {
		w.Must(os.WriteFile(filepath.Join(w.Env.Home, file), []byte(c.data), 0o600))
		_, refused := editor.NewLibrary(w.board, wording.English()).Read(t.Context(), filepath.Join(w.Env.Home, file))
		if !strings.Contains(strings.Join(refused, "\n"), c.want) || len(refused) == 0 {
			t.Errorf("%s: %q", file, refused)
		}
	}
	w.open(route.Questions(), nil)
	w.Push("Bring in a file…")
	w.Fill("File", "form.csv")
	w.Push("Bring in")
	w.Settle()
	w.Shows("form.csv was not brought in", "total: questions of the type “calculate”")
}

func TestWhatGoesOutComesIn(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	w.open(page(draft), nil)
	for format, note := range map[string]string{"JSON": "Everything: sources, laws, evidence and scores (FHIR Questionnaire)",
		"XLSX": "An XLSForm for a spreadsheet, without sources, laws and evidence", "CSV": "The same as plain text"} {
		w.Push("Export…")
		w.Tick(format + "\n" + note)
		w.Push("Choose where to put it")
		w.Settle()
		w.Push("Save here")
		file := filepath.Join(w.Env.Home, "questions."+strings.ToLower(format))
		in, refused := editor.NewLibrary(w.board, wording.English()).Read(t.Context(), file)
		if len(refused) > 0 || len(in.Questions()) != len(w.kept("our-meetings", "1").Questions()) {
			t.Errorf("%s: %v, %d questions", format, refused, len(in.Questions()))
		}
	}
	w.open(route.Questions(), nil)
	w.Push("Bring in a file…")
	w.Fill("File", "questions.json")
	w.Push("Bring in")
	w.Settle()
	w.Shows("Replace the draft?")
	w.Push("Replace it")
	if w.desk.Leads() != page(draft) {
		t.Errorf("it leads to %v", w.desk.Leads())
	}
}

func TestAFurtherLanguageIsThereOnceEverythingIsSaid(t *testing.T) {
	w := newWorld(t, stage(t))
	in := assessment.Blank("plain", assessment.Words{"en": "Plain"}, "en")
	in, err := in.Insert("", false, assessment.Item{ID: "q", Type: assessment.YesNo, Text: assessment.Words{"en": "Is it calm?"}})
	w.Must(err)
	w.Must(w.board.Assess().SaveInstrument(in))
	w.open(page("plain/1"), nil)
	w.Push("Add Español…")
	w.open(w.desk.Leads(), nil)
	w.Fill("Plain", "Sencillo")
	w.Push("Write it down")
	w.Shows("Say this one too.")
	w.Fill("Is it calm?", "¿Hay calma?")
	w.Push("Write it down")
	if q := w.kept("plain", "1").Questions()[0]; q.Text["es"] != "¿Hay calma?" {
		t.Errorf("%+v", q)
	}
}

func TestTheHeadIsChangedAndSourcesKeepTheirDays(t *testing.T) {
	w := newWorld(t, stage(t))
	before := w.kept("our-meetings", "1").Sources
	w.open(route.Instrument(draft, route.QuestionHead), nil)
	w.Fill("What it is called (English)", "Our meetings")
	w.Fill("Sources, one on each line", w.Entry("Sources, one on each line").Text+"\nOur own notes https://example.org/notes")
	w.Push("Write it down")
	in := w.kept("our-meetings", "1")
	if in.Title["en"] != "Our meetings" || len(in.Sources) != len(before)+1 || in.Sources[0] != before[0] || in.Sources[len(before)].Address != "https://example.org/notes" {
		t.Errorf("%v %+v", in.Title, in.Sources)
	}
}

func TestADraftCanBeLetGo(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(page(draft), nil)
	w.Push("Let go of this draft…")
	w.Push("Let it go")
	all, err := w.board.Assess().Instruments(wording.InEnglish)
	w.Must(err)
	if slices.ContainsFunc(all, func(l board.Listed) bool { return l.Instrument.ID == "our-meetings" }) {
		t.Error("the draft is still there")
	}
}

func TestQuestionsThatAreNotThereSaySo(t *testing.T) {
	w := newWorld(t, stage(t))
	for _, at := range []route.Route{page("nothing/1"), question(draft + "/nothing"), route.Instrument("nothing/1", route.QuestionHead)} {
		w.open(at, nil)
		w.Shows("There is no such")
	}
}
