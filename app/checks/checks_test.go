package checks_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/checks"
	"holdfast/app/route"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

func item(at string) route.Route { return route.CheckOf(at, route.CheckItem) }

func TestANewBoardIsAskedWhoPaysForIt(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.Checks(""), nil)
	w.Shows("Who pays for the board?", "Not begun", "What does not apply", "General information, not legal advice.")
	w.Push("Answer them now")
	if w.desk.Leads() != route.CheckOf("", route.AboutBoard) {
		t.Errorf("it leads to %v", w.desk.Leads())
	}
}

func TestALawIsThereOnlyOnceItBinds(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.CheckOf("", route.AboutBoard), nil)
	w.Hides("for a study or for statistics")
	w.Tick("VOCA: often passed on by the state")
	w.Shows("for a study or for statistics") // an answer leads to a further question
	w.Push("Write it down")
	if len(w.list("vawa-voca-fvpsa").Items) == 0 || w.desk.Backs != 1 || w.desk.Saves == 0 {
		t.Errorf("%d items, %d times back", len(w.list("vawa-voca-fvpsa").Items), w.desk.Backs)
	}
	w.open(route.Checks(""), nil)
	w.Hides("Who pays for the board?")
	w.Shows("VOCA: often passed on by the state", "Confidentiality under VAWA, VOCA and FVPSA")
	w.open(route.Checks("vawa-voca-fvpsa"), nil)
	w.Shows("6 items are left out because they do not apply to this board.")
}

func TestWhatIsDueComesFirst(t *testing.T) {
	w := newWorld(t, stage(t))
	s := checks.NewList(w.board, wording.English()).State()
	due := 0
	for i, r := range s.Rows {
		if r.Tone == checks.Look {
			due++
			if i >= due {
				t.Errorf("%s is due and comes after what is not", r.Title)
			}
		}
	}
	if n := checks.Waiting(w.board); due == 0 || n < due {
		t.Errorf("%d lists are due, %d items in the sidebar", due, n)
	}
}

func TestAPageHasTheLawTheOwnerAndTheDay(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(route.Checks("vawa-voca-fvpsa"), nil)
	w.Shows("The basis", "34 U.S.C. 12291(b)(2)", "Chair", "look again by", "signed by Ines", "Look again", "Content last checked on", "not legal advice")
	w.Push("Open")
	if w.desk.Leads() != item("vawa-voca-fvpsa/which") {
		t.Errorf("it leads to %v", w.desk.Leads())
	}
}

func TestAnItemIsAnsweredWithEvidenceOwnerAndSignature(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(item("hipaa/covered"), nil)
	w.Shows("For example:", "This list suggests to look again every", "Law last looked at", "not legal advice")
	w.Push("Write it down")
	w.Shows("Choose how it stands.")
	w.Tick("Done")
	w.Fill("Evidence, or what is left to do", "A letter of the clinic")
	w.Fill("Where it lies", "Blue folder")
	w.Fill("Who looks after it", "Chair")
	w.Fill("Look again by", "2027-03-01")
	w.Fill("Signed by", "Ines")
	w.Push("Write it down")
	m := w.list("hipaa").Items[0].Mark
	if m.Status != assessment.Done || m.Note != "A letter of the clinic" || m.Link != "Blue folder" || m.Owner != "Chair" ||
		m.ReviewBy.String() != "2027-03-01" || m.SignedBy != "Ines" || m.SignedOn.IsZero() || w.desk.Says() != "Written down: Done." {
		t.Errorf("%+v, said %q", m, w.desk.Says())
	}
	w.open(item("hipaa/covered"), nil)
	w.Shows("History", "A letter of the clinic · Blue folder · Chair · signed by Ines, 21 November 2026")
	if w.Entry("Signed by").Text != "" {
		t.Error("a new answer is signed by itself")
	}
}

func TestWhatCannotBeKeptStaysUnderItsField(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(item("hipaa/covered"), nil)
	w.Tick("In progress")
	w.Fill("Look again by", "in spring")
	w.Push("Write it down")
	w.Shows("Write the day as year-month-day, like 2026-11-22.", "1 field needs another look.")
	if w.Entry("Look again by").Text != "in spring" || w.list("hipaa").Items[0].Marked {
		t.Error("what was typed is lost, or half of it is kept")
	}
	w.Fill("Look again by", "")
	w.Fill("Signed on", "2026-11-01")
	w.Push("Write it down")
	w.Shows("A signature is a name and a day.")
}

func TestOneGoesThroughAListFromItemToItem(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(item("hipaa/covered"), nil)
	w.Tick("Not yet")
	w.Push("Write it down, and the next")
	at := w.desk.Leads()
	if at.Tab != route.CheckItem || at.ID == "hipaa/covered" || !strings.HasPrefix(at.ID, "hipaa/") {
		t.Errorf("it leads to %v", at)
	}
}

func TestEvidenceIsKeptInTheVaultAndComesOutAgain(t *testing.T) {
	w := newWorld(t, stage(t))
	dir := t.TempDir()
	w.Env.Home = dir
	pdf := []byte("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
	w.Must(os.WriteFile(filepath.Join(dir, "letter.pdf"), pdf, 0o600))
	w.Must(os.WriteFile(filepath.Join(dir, "letter.png"), []byte("no picture"), 0o600))
	f, model := checks.NewItem(w.board, wording.English(), "hipaa/covered", nil)
	if _, wrong := model.Attach(filepath.Join(dir, "letter.png")); wrong == "" {
		t.Error("a file of another kind was kept")
	}
	id, wrong := model.Attach(filepath.Join(dir, "letter.pdf"))
	if wrong != "" {
		t.Fatal(wrong)
	}
	f.Type("files", string(id))
	f.Type("status", assessment.Done)
	if say, _ := f.Save(); say == "" {
		t.Fatal(f.State())
	}
	w.open(item("hipaa/covered"), nil)
	w.Shows("PDF, kept on 21 November 2026")
	w.Push("Take out…")
	w.Fill("File", "copy.pdf")
	w.Push("Save here")
	if out, err := os.ReadFile(filepath.Join(dir, "copy.pdf")); err != nil || string(out) != string(pdf) {
		t.Errorf("%q, %v", out, err)
	}
}

func TestAFileThatIsNotKeptGoesAgain(t *testing.T) {
	w := newWorld(t, stage(t))
	file := filepath.Join(t.TempDir(), "letter.pdf")
	w.Must(os.WriteFile(file, []byte("%PDF-1.4\ntrailer<<>>\n%%EOF\n"), 0o600))
	f, model := checks.NewItem(w.board, wording.English(), "hipaa/covered", nil)
	id, wrong := model.Attach(file)
	if wrong != "" {
		t.Fatal(wrong)
	}
	f.Type("files", string(id))
	model.LetGo(f.Values())
	if all, err := w.board.Attachments().List(board.EvidenceOwner); err != nil || len(all) != 0 {
		t.Errorf("%d files are left, %v", len(all), err)
	}
}

func TestTheCardOfAStateIsFilledByTheBoard(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.Checks("mandatory-reporting"), nil)
	w.Push("Fill in…")
	if w.desk.Leads() != route.CheckOf("mandatory-reporting", route.StateCard) {
		t.Fatalf("it leads to %v", w.desk.Leads())
	}
	w.open(w.desk.Leads(), nil)
	w.Fill("Which state or territory is this card for?", "Oregon")
	w.Fill("Who must report there?", "Ask the county.\nOr the state.")
	w.Fill("On which day was the card last checked?", "2026-11-01")
	w.Push("Write it down")
	w.open(route.Checks("mandatory-reporting"), nil)
	w.Shows("Oregon", "Ask the county.", "Or the state.", "1 November 2026")
}

func TestAChecklistIsPrintedInBothLanguages(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	w.open(route.Checks("breach-readiness"), nil)
	w.Push("Print…")
	w.Tick("Español")
	w.Push("Choose where to put it")
	w.Settle()
	w.Shows("The file is not locked")
	w.Push("Save here")
	if _, err := os.Stat(filepath.Join(w.Env.Home, "checklist.pdf")); err != nil {
		t.Error(err)
	}
	d, err := checks.NewPage(w.board, wording.English(), "mandatory-reporting").Paper(wording.English())
	w.Must(err)
	html := d.HTML(wording.English())
	for _, word := range []string{"Colorado", "Coordinator", "What would show it", "General information, not legal advice"} {
		if !strings.Contains(string(html), word) {
			t.Errorf("%q is not printed", word)
		}
	}
}

func TestHalfAnAnswerIsADraft(t *testing.T) {
	w := newWorld(t, stage(t))
	s := w.open(item("hipaa/covered"), nil)
	w.Fill("Where it lies", "Blue folder")
	draft := s.Draft()
	w.Push("Cancel")
	w.Shows("Leave without saving?")
	w.Push("Go on typing")
	w.open(item("hipaa/covered"), draft)
	if w.Entry("Where it lies").Text != "Blue folder" {
		t.Error("what was half-typed is gone")
	}
}

func TestWordsThatChangedAreLookedAtAgain(t *testing.T) {
	w := emptyWorld(t, stage(t))
	own := assessment.Blank("ours", assessment.Words{"en": "Ours"}, "en")
	own.Kind = assessment.Checklist
	var choices []assessment.Choice
	for _, code := range assessment.CheckCodes() {
		choices = append(choices, assessment.Choice{Code: code, Text: assessment.Words{"en": code}})
	}
	own, err := own.WithScale(assessment.Scale{ID: assessment.CheckScale, Choices: choices})
	w.Must(err)
	own, err = own.Insert("", false, assessment.Item{ID: "door", Type: assessment.Choose, Scale: assessment.CheckScale, Text: assessment.Words{"en": "The door locks."}})
	w.Must(err)
	release := func(in assessment.Instrument) {
		in, err := in.Release(record.Date{Year: 2026, Month: 11, Day: 1})
		w.Must(err)
		w.Must(w.board.Assess().SaveInstrument(in))
	}
	release(own)
	w.Must(w.board.Assess().Mark("ours", "door", assessment.Mark{Status: assessment.Done}))
	next := own.Next()
	next, err = next.Replace("door", assessment.Item{ID: "door", Type: assessment.Choose, Scale: assessment.CheckScale, Text: assessment.Words{"en": "Both doors lock."}})
	w.Must(err)
	release(next)
	w.open(route.Checks("ours"), nil)
	w.Shows("Words changed", "the words are not those that were answered")
	w.open(item("ours/door"), nil)
	w.Shows("Both doors lock.", "Read them again before you answer.")
	if checks.Waiting(w.board) != 1 {
		t.Error("nobody is told")
	}
}

func TestAChecklistThatIsNotThereSaysSo(t *testing.T) {
	w := emptyWorld(t, stage(t))
	for _, at := range []route.Route{route.Checks("nothing"), item("nothing/door"), item("hipaa/nothing"), route.CheckOf("nothing", route.StateCard)} {
		screen := checks.New(w.desk, w.board, at, nil)
		w.Show(apptest.Paged(screen))
		w.Shows("There is no such")
	}
}

func TestTickingGoesOnWithTheKeyboard(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open(route.CheckOf("", route.AboutBoard), nil)
	w.Tick("VOCA: often passed on by the state") // further questions appear
	w.Press(fyne.KeyTab, fyne.KeySpace)
	w.Push("Write it down")
	facts, err := w.board.Assess().Facts()
	w.Must(err)
	if got := facts["about.funders"].Values; len(got) != 2 || got[1] != "fvpsa" {
		t.Errorf("ticked: %v", got)
	}
}
