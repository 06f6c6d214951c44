package consents_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/consents"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/attachment"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// On the first day the only one there may be somebody who does not serve yet.
func TestTheFirstPersonIsAskedAboutThoughNobodyServes(t *testing.T) {
	w := emptyWorld(t, stage(t))
	_, err := w.board.AddMember(member.Member{Name: "Ouzel"})
	w.Must(err)
	w.open("", "", nil)
	w.Shows("Ouzel’s choices")
	w.Push("Check")
	w.Shows("Ouzel")
}

func TestTheGateAnswersInASentenceWithWhatItRestsOn(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), "", nil)
	w.Push("Check")
	w.Shows("Ask first.", "Wren agreed to quoting their words", "Agreed 27 May 2026, in writing, notice version 1")
	w.Fill("On", "2027-01-15")
	w.Hides("Ask first.") // the answer was about another day
	w.Push("Check")
	w.Shows("until 27 November 2026")
	w.Choose("Use", "Showing a photo of them")
	w.Choose("Where", "Website")
	w.Push("Check")
	w.Shows("No.")
}

// A green yes that stays on the page after it was taken back is a yes that
// somebody acts on.
func TestAnAnswerDoesNotOutliveTheYesThatItRestsOn(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), "", nil)
	w.Push("Check")
	w.Shows("Wren agreed to quoting their words")
	w.Push("They changed their mind…")
	w.Tick("Everything")
	w.Push("Take it back")
	w.Shows("No. Wren took back their yes")
	w.Hides("Wren agreed to quoting their words")
}

func TestADayThatIsNoneIsSaidUnderItsField(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), "", nil)
	w.Fill("On", "next week")
	w.Push("Check")
	w.Shows("Write the day as year-month-day, like 2026-11-22.")
	if w.Entry("On").Text != "next week" {
		t.Error("what was typed is lost")
	}
}

func TestWhatIsPassedOnIsAskedAboutARecipient(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), "", nil)
	w.Choose("Use", "Sharing facts about them")
	w.Fill("To whom", "County coalition")
	w.Choose("Where", "Meeting list")
	w.Push("Check")
	w.Shows("No. Wren ")
}

func TestChoosingAnotherPersonShowsTheirChoices(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), "", nil)
	w.Shows("Wren’s choices")
	w.Choose("Person", "Finch")
	w.Shows("Finch’s choices")
}

func TestAnEmptyBoardSaysWhatToDoFirst(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open("", "", nil)
	w.Push("Add a person")
	if got := w.desk.Went[0]; got != route.Person(route.NewPerson, "") {
		t.Errorf("it leads to %v", got)
	}
}

func TestTakingBackIsTwoActsAndAsksForNoReason(t *testing.T) {
	w := newWorld(t, stage(t))
	w.tab()
	w.Push("They changed their mind…")
	w.Tick("Quote my words · Annual report and Report to a funder")
	w.Push("Take it back")
	if !strings.HasPrefix(w.desk.Says(), "Taken back, from now on.") {
		t.Errorf("said %q", w.desk.Says())
	}
	a, err := w.board.Consent().May(w.wren, consent.Question{Purpose: consent.QuoteWords, Channel: consent.AnnualReport})
	if err != nil || a.Verdict != consent.No {
		t.Errorf("%v, %v", a.Verdict, err)
	}
	w.Shows("Took back the yes to quoting their words")
}

func TestTakingBackEverythingLeavesNoYes(t *testing.T) {
	w := newWorld(t, stage(t))
	p := consents.NewPerson(w.board, wording.English(), w.wren)
	if o := p.Withdraw("everything", "spoken"); !o.OK() {
		t.Fatal(o.Trouble)
	}
	w.tab()
	w.Shows(", spoken")
	if live := p.Live(); len(live) > 0 {
		t.Errorf("%v still holds", live)
	}
	if o := p.Withdraw("everything", "spoken"); o.OK() || o.Trouble == "" {
		t.Error("a withdrawal of nothing was kept")
	}
}

func TestNothingIsTakenBackBeforeOneIsChosen(t *testing.T) {
	w := newWorld(t, stage(t))
	w.tab()
	w.Push("They changed their mind…")
	w.Push("Take it back")
	w.Shows("Choose what they take back.")
}

func TestAfterAWithdrawalEachPlaceIsATaskUntilThePersonIsTold(t *testing.T) {
	w := newWorld(t, stage(t))
	w.tab()
	w.Shows("Confirm that it is removed: Row 7 of the coalition’s list")
	w.Push("Write down…")
	w.Tick("Removed")
	w.Push("Write it down")
	if use := w.page().Uses[0]; use.State() != consent.RemovedThere {
		t.Errorf("the use is %q", use.State())
	}
	w.Push("They were told")
	if after := w.page().After[0]; after.Open {
		t.Errorf("%+v", after)
	}
	w.Shows("Wren was told on 21 November 2026.")
}

func TestTheFormAsksForMoreOnlyWhenItMatters(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), route.ChoiceForm, nil)
	w.Hides("What they said", "Until, this day included")
	w.Choose("Kind of consent", "Share facts about me")
	w.Shows("To whom", "How it is passed on", "Print the form to sign…", "A copy for them")
	if got := w.Entry("Until, this day included").Text; got != "2027-02-18" {
		t.Errorf("a release ends on %q", got)
	}
	w.Choose("Answer", "No")
	w.Hides("Until, this day included", "Why", "A copy for them")
	w.Choose("Answer", "Not now")
	w.Shows("Ask again from")
}

func TestAnAnswerThatWasWaitedForIsWrittenDownWhereItWasAsked(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), route.ChoiceForm, nil)
	w.Choose("Kind of consent", "Record meetings")
	w.Tick("Minutes")
	w.Choose("Answer", "They were asked, and have not answered")
	w.Push("Write it down")
	asked := w.page().Timeline[0].Event
	w.tab()
	w.tapText("Minutes")
	w.Push("They have answered…")
	if want := route.Consent(string(w.wren)+"/"+string(asked.ID), route.ChoiceForm); len(w.desk.Went) != 1 || w.desk.Went[0] != want {
		t.Fatalf("%s leads to %v", w.Words(), w.desk.Went)
	}
	kit.CloseAll(w.Window.Canvas()) // as the shell does
	w.open(string(w.wren)+"/"+string(asked.ID), route.ChoiceForm, nil)
	w.Push("Write it down")
	w.Shows("Choose what they said.") // a question is no yes
	w.Choose("Answer", "No")
	w.Push("Write it down")
	if e := w.page().Timeline[0].Event; e.Kind != consent.Refused || e.Purpose != consent.RecordMeeting || len(e.Channels) != 1 {
		t.Errorf("%+v; %s", e, w.Words())
	}
}

func TestAReleaseOfPayBeginsWithWhatItIsAbout(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), route.PayReleaseForm, nil)
	w.Shows("Share facts about me", "What they were owed and paid", "To whom")
	if got := w.Entry("Until, this day included").Text; got != "2027-02-18" {
		t.Errorf("it ends on %q", got)
	}
}

func TestAChoiceIsWrittenDownAsItWasSaid(t *testing.T) {
	w := newWorld(t, stage(t))
	screen := w.open(string(w.wren), route.ChoiceForm, nil)
	w.Choose("Kind of consent", "Record meetings")
	w.Tick("Minutes")
	w.Push("Write it down")
	w.Shows("Choose what they said.") // no yes stands there by itself
	w.Choose("Answer", "Yes")
	w.Push("Write it down")
	w.Shows("Choose how it was said.")
	w.Choose("How it was said", "In writing")
	w.Fill("Must be left out", "My street\nMy work")
	w.Push("Write it down")
	w.Shows("1 field needs another look. Nothing is saved yet.", "A yes that was a condition is none.")
	w.Tick("They know that neither their place on the board nor their pay depends on it")
	w.Push("Write it down")
	if w.desk.Backs != 1 || w.desk.Saves != 1 || screen.Draft() != nil {
		t.Fatalf("not kept: %s", w.Words())
	}
	e := w.page().Timeline[0].Event
	if e.Purpose != consent.RecordMeeting || len(e.Terms.Excluded) != 2 || e.Terms.Reuse || e.Terms.End.String() != "2027-11-20" || e.How.Notice.Version < 1 {
		t.Errorf("%+v", e)
	}
}

func TestBadInputIsOneLineUnderItsFieldAndNothingIsLost(t *testing.T) {
	w := newWorld(t, stage(t))
	for _, c := range []struct{ typed, says string }{
		{`"end":"2026-01-01"`, "The last day lies before the first one."},
		{`"recipient":"everyone"`, "“Everyone” can’t be agreed to."},
		{`"on":"2027-03-01","start":"2027-03-01","end":"2027-04-01"`, "This day has not come yet."},
		{`"on":"soon"`, "Write the day as year-month-day"},
		{`"review":"yes","review_days":"a week"`, "Write a whole number of days"},
	} {
		draft := []byte(`{"purpose":"release","kind":"given","end_chosen":"yes","recipient":"County coalition","what":"x","reason":"x","method":"x",
			"end":"2027-01-01","risks_discussed":"yes","alternatives_discussed":"yes","never_a_condition":"yes","copy":"declined",` + c.typed + `}`)
		f := consents.NewChoiceForm(w.board, wording.English(), w.wren, "", draft)
		before := len(w.page().Timeline)
		if say, _ := f.Save(); say != "" || len(w.page().Timeline) != before {
			t.Errorf("%s was kept", c.typed)
		}
		found := ""
		for _, g := range f.State().Groups {
			for _, in := range g.Inputs {
				found += in.Mistake
			}
		}
		if !strings.Contains(found, c.says) || f.Draft() == nil {
			t.Errorf("%s: says %q", c.typed, found)
		}
	}
}

func TestAHalfTypedChoiceSurvivesLocking(t *testing.T) {
	w := newWorld(t, stage(t))
	screen := w.open(string(w.wren), route.ChoiceForm, nil)
	w.Choose("Kind of consent", "Quote my words")
	w.Fill("Exactly what", "Only the sentence about the bus")
	draft := screen.Draft()
	if draft == nil || w.desk.Types == 0 {
		t.Fatal("nothing would be kept")
	}
	w.open(string(w.wren), route.ChoiceForm, draft)
	if got := w.Entry("Exactly what").Text; got != "Only the sentence about the bus" {
		t.Errorf("it came back as %q", got)
	}
}

func TestAYesThatGoesOnBeginsWithWhatWasAgreed(t *testing.T) {
	w := newWorld(t, stage(t))
	var yes record.ID
	for _, r := range w.page().Rows {
		if r.Choice.Purpose == consent.QuoteWords {
			yes = r.Choice.Yes.ID
		}
	}
	w.open(string(w.wren)+"/"+string(yes), route.ChoiceForm, nil)
	if got := w.Entry("In these words").Text; got != "a board member" {
		t.Errorf("as %q", got)
	}
	w.Choose("How it was said", "In writing")
	w.Tick("They know that neither their place on the board nor their pay depends on it")
	w.Push("Write it down")
	if e := w.page().Timeline[0].Event; e.Kind != consent.Renewed || e.Terms.End.String() != "2027-11-20" {
		t.Errorf("%+v; %s", e, w.Words())
	}
}

func TestTheNoticeIsShownInTheLanguageThatWasSpoken(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), route.ChoiceForm, []byte(`{"purpose":"quote"}`))
	w.Shows("You can say no, and you need no reason.")
	w.Choose("In which language", "Español")
	w.Hides("You can say no, and you need no reason.")
}

func TestAScanIsKeptAndAWrongFileIsSaidInWords(t *testing.T) {
	w := newWorld(t, stage(t))
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		w.Must(os.WriteFile(path, data, 0o600))
		return path
	}
	wrong := write("wrong.pdf", []byte("I agree."))
	large := write("large.pdf", nil)
	w.Must(os.Truncate(large, attachment.Limit+1))
	good := write("good.pdf", []byte("%PDF-1.7\n%%EOF\n"))
	w.Env.Home = dir
	w.open(string(w.wren), route.ChoiceForm, []byte(`{"purpose":"quote"}`))
	w.Push("Attach a scan…")
	for path, says := range map[string]string{wrong: "Only a PDF, a JPEG or a PNG", large: "larger than 20 MB", filepath.Join(dir, "none.pdf"): ""} {
		w.Fill("File", filepath.Base(path))
		w.Push("Attach")
		w.Shows(says)
	}
	w.Fill("File", filepath.Base(good))
	w.Push("Attach")
	w.Shows("A page is in the vault.")
	kept, err := w.board.Attachments().List(w.wren)
	if err != nil || len(kept) != 1 {
		t.Errorf("%d pages, %v", len(kept), err)
	}
}

func TestAGuardianIsAskedForOnlyWhereOneIsNeededAndNeverTheExcludedOne(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), route.ChoiceForm, []byte(`{"purpose":"quote"}`))
	w.Hides("Who said it")
	w.open(string(w.wren), route.DecidesForm, nil)
	w.Tick("A guardian has to agree too")
	w.Fill("Who may give permission", "Aunt Heron")
	w.Fill("Who may never decide for them", "Aunt Heron")
	w.Push("Write it down")
	if w.page().Standing.Permission {
		t.Error("the excluded person is a guardian")
	}
	w.Fill("Who may never decide for them", "An uncle")
	w.Push("Write it down")
	if !w.page().Standing.Permission {
		t.Fatalf("not kept: %s", w.Words())
	}
	w.open(string(w.wren), route.ChoiceForm, []byte(`{"purpose":"quote"}`))
	w.Shows("Who said it")
}

func TestAUseIsKeptAlsoWhereItWasNotAllowed(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), route.UseForm, nil)
	w.Choose("What it was", "Showing a photo of them")
	w.Choose("Kind of place", "Website")
	w.Fill("What and where, in words", "The picture on the front page")
	w.Push("Write it down")
	if uses := w.page().Uses; len(uses) != 2 || uses[1].Allowed || !strings.Contains(w.desk.Says(), "talk with Wren about it") {
		t.Errorf("%+v, %q", uses, w.desk.Says())
	}
}

func TestAQuoteIsApprovedAndOnlyTheLiveGoOut(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open("", route.LibraryPage, nil)
	l := consents.NewLibrary(w.board, wording.English())
	_, before, err := l.Export()
	w.Must(err)
	w.Push("They approved it") // Heron's
	w.Push("They approved it")
	text, after, err := l.Export()
	if err != nil || after != before+1 || !strings.Contains(string(text), "You waited until I was ready") {
		t.Errorf("%d, then %d: %s %v", before, after, text, err)
	}
}

func TestAddedWordsAndAgreementsAndKindsAreKept(t *testing.T) {
	w := newWorld(t, stage(t))
	for _, c := range []struct {
		tab, draft string
		count      func() int
	}{
		{route.QuoteForm, `{"member":"` + string(w.wren) + `","words":"Tea first."}`, func() int {
			rows, err := w.board.Consent().Library("", "")
			w.Must(err)
			return len(rows)
		}},
		{route.AgreementForm, `{"parties":"The clinic","purpose":"A room","start":"2026-11-01","end":"2027-10-31"}`, func() int {
			all, err := w.board.Consent().Agreements()
			w.Must(err)
			return len(all)
		}},
		{route.KindForm, `{"name":"carrying the banner","says":"It is heavy."}`, func() int {
			all, err := w.board.Consent().Kinds()
			w.Must(err)
			return len(all)
		}},
	} {
		before := c.count()
		w.open("", c.tab, []byte(c.draft))
		w.Push("Write it down")
		if c.count() != before+1 {
			t.Errorf("%s: %s", c.tab, w.Words())
		}
	}
}

func TestADayThatHasNotBeenHasNoAudit(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open("", route.AuditPage, nil)
	w.Fill("On which day", "2030-01-01")
	w.Push("Look")
	w.Shows("Choose a day that has been.")
	w.Fill("On which day", "2026-06-01")
	w.Push("Look")
	w.Shows("Export without names…")
	w.Hides("Wren", "Finch", "County coalition")
}

func TestPapersAreMadeInBothLanguages(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	for name, open := range map[string]func(){
		"sheet": func() { w.tab(); w.Push("“My choices” to print…") },
		"guide": func() { w.open("", route.GuidesPage, nil); w.Push("Print…") },
		"form": func() {
			w.open(string(w.wren), route.ChoiceForm, []byte(`{"purpose":"release","recipient":"County coalition"}`))
			w.Push("Print the form to sign…")
		},
	} {
		for _, language := range []string{"English", "Español"} {
			open()
			w.Tap(w.Spoken(language))
			w.Push("Choose where to put it")
			w.Settle()
			w.Fill("File", name+language+".pdf")
			w.Push("Save here")
			if pdf, err := os.ReadFile(filepath.Join(w.Env.Home, name+language+".pdf")); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
				t.Errorf("%s in %s: %v", name, language, err)
			}
		}
	}
	if _, _, err := w.board.Consent().Receipt(w.wren, w.page().Rows[0].Choice.Yes.ID, wording.English(), false); err == nil {
		t.Error("a receipt was made though they are off")
	}
}

// A table that is exported is wiped; the next export is of the same table.
func TestAnAuditCanBeExportedTwice(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	w.open("", route.AuditPage, nil)
	w.Push("Look")
	var files [2][]byte
	for n := range files {
		w.Push("Export without names…")
		w.Settle()
		name := strconv.Itoa(n) + ".csv"
		w.Fill("File", name)
		w.Push("Save here")
		files[n], _ = os.ReadFile(filepath.Join(w.Env.Home, name))
	}
	if len(files[0]) == 0 || string(files[0]) != string(files[1]) {
		t.Errorf("%q\n%q", files[0], files[1])
	}
}

// A page that was attached to a form that nobody saved can be taken away; one
// of a choice stays.
func TestAPageOfNothingCanBeRemoved(t *testing.T) {
	w := newWorld(t, stage(t))
	if _, err := w.board.Attachments().Add(record.ID(w.wren), []byte("%PDF-1.7\n%%EOF\n")); err != nil {
		t.Fatal(err)
	}
	w.tab()
	w.Push("Remove it…")
	w.Push("Remove it")
	w.Shows("No signed page is kept.")
}

func TestAPaperSaysThatItLeavesTheVaultBeforeItDoes(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	w.tab()
	w.Push("“My choices” to print…")
	w.Push("Choose where to put it")
	w.Settle()
	w.Shows("The file is not locked: whoever finds it can read it.")
	w.Push("Save here")
	if _, err := os.Stat(filepath.Join(w.Env.Home, "sheet.pdf")); err != nil || !strings.Contains(w.desk.Says(), "sheet.pdf") {
		t.Errorf("%v, %q", err, w.desk.Says())
	}
}

func TestAFormIsFilledInFromTheKeyboard(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open("", route.KindForm, nil)
	w.Window.Canvas().Focus(w.Entry("Name"))
	w.Type("carrying the banner")
	w.Press(fyne.KeyTab)
	w.Type("It is heavy.")
	w.Window.Canvas().Focus(w.Entry("Name"))
	w.Press(fyne.KeyReturn)
	if w.desk.Backs != 1 {
		t.Errorf("Enter did not save: %s", w.Words())
	}
}

func TestNothingIsClippedAtTwiceTheTextSize(t *testing.T) {
	for _, v := range kittest.Variants() {
		if !strings.HasSuffix(v.Name, "200") {
			continue
		}
		w := newWorld(t, kittest.NewStage(t, v.Variant))
		for _, tab := range []string{"", route.LibraryPage, route.AgreementsPage, route.GuidesPage, route.ChoiceForm} {
			id := string(w.wren)
			w.open(id, tab, nil)
			if cut := kittest.Clipped(w.Stage); len(cut) > 0 {
				t.Errorf("%s %q: %q", v.Name, tab, cut)
			}
		}
	}
}
