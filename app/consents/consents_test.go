package consents_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/consents"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/attachment"
	"holdfast/consent"
	"holdfast/record"
	"holdfast/wording"
)

func TestTheGateAnswersInASentenceWithWhatItRestsOn(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), "", nil)
	w.press("Check")
	w.shows("Ask first.", "Wren agreed to quoting their words", "Agreed 27 May 2026, in writing, notice version 1")
	w.fill("On", "2027-01-15")
	w.hides("Ask first.") // the answer was about another day
	w.press("Check")
	w.shows("until 27 November 2026")
	w.choose("Use", "Showing a photo of them")
	w.choose("Where", "Website")
	w.press("Check")
	w.shows("No.")
}

func TestADayThatIsNoneIsSaidUnderItsField(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), "", nil)
	w.fill("On", "next week")
	w.press("Check")
	w.shows("Write the day as year-month-day, like 2026-11-22.")
	if w.Entry("On").Text != "next week" {
		t.Error("what was typed is lost")
	}
}

func TestWhatIsPassedOnIsAskedAboutARecipient(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), "", nil)
	w.choose("Use", "Sharing facts about them")
	w.fill("To whom", "County coalition")
	w.choose("Where", "Meeting list")
	w.press("Check")
	w.shows("No. Wren ")
}

func TestChoosingAnotherPersonShowsTheirChoices(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), "", nil)
	w.shows("Wren’s choices")
	w.choose("Person", "Finch")
	w.shows("Finch’s choices")
}

func TestAnEmptyBoardSaysWhatToDoFirst(t *testing.T) {
	w := emptyWorld(t, stage(t))
	w.open("", "", nil)
	w.press("Add a person")
	if got := w.desk.Went[0]; got != route.Person(route.NewPerson, "") {
		t.Errorf("it leads to %v", got)
	}
}

func TestTakingBackIsTwoActsAndAsksForNoReason(t *testing.T) {
	w := newWorld(t, stage(t))
	w.tab()
	w.press("They changed their mind…")
	w.tick("Quote my words · Annual report and Report to a funder")
	w.press("Take it back")
	if !strings.HasPrefix(w.says(), "Taken back, from now on.") {
		t.Errorf("said %q", w.says())
	}
	a, err := w.board.Consent().May(w.wren, consent.Question{Purpose: consent.QuoteWords, Channel: consent.AnnualReport})
	if err != nil || a.Verdict != consent.No {
		t.Errorf("%v, %v", a.Verdict, err)
	}
	w.shows("Took back the yes to quoting their words")
}

func TestTakingBackEverythingLeavesNoYes(t *testing.T) {
	w := newWorld(t, stage(t))
	p := consents.NewPerson(w.board, wording.English(), w.wren)
	if o := p.Withdraw("everything", "spoken"); !o.OK() {
		t.Fatal(o.Trouble)
	}
	w.tab()
	w.shows(", spoken")
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
	w.press("They changed their mind…")
	w.press("Take it back")
	w.shows("Choose what they take back.")
}

func TestAfterAWithdrawalEachPlaceIsATaskUntilThePersonIsTold(t *testing.T) {
	w := newWorld(t, stage(t))
	w.tab()
	w.shows("Confirm that it is removed: Row 7 of the coalition’s list")
	w.press("Write down…")
	w.tick("Removed")
	w.press("Write it down")
	if use := w.page().Uses[0]; use.State() != consent.RemovedThere {
		t.Errorf("the use is %q", use.State())
	}
	w.press("They were told")
	if after := w.page().After[0]; after.Open {
		t.Errorf("%+v", after)
	}
	w.shows("Wren was told on 21 November 2026.")
}

func TestTheFormAsksForMoreOnlyWhenItMatters(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), route.ChoiceForm, nil)
	w.hides("What they said", "Until, this day included")
	w.choose("Kind of consent", "Share facts about me")
	w.shows("To whom", "How it is passed on", "Print the form to sign…", "A copy for them")
	if got := w.Entry("Until, this day included").Text; got != "2027-02-18" {
		t.Errorf("a release ends on %q", got)
	}
	w.choose("Answer", "No")
	w.hides("Until, this day included", "Why", "A copy for them")
	w.choose("Answer", "Not now")
	w.shows("Ask again from")
}

func TestAChoiceIsWrittenDownAsItWasSaid(t *testing.T) {
	w := newWorld(t, stage(t))
	screen := w.open(string(w.wren), route.ChoiceForm, nil)
	w.choose("Kind of consent", "Record meetings")
	w.tick("Minutes")
	w.fill("Must be left out", "My street\nMy work")
	w.press("Write it down")
	w.shows("1 field needs another look. Nothing is saved yet.", "A yes that was a condition is none.")
	w.tick("They know that neither their place on the board nor their pay depends on it")
	w.press("Write it down")
	if w.desk.Backs != 1 || w.desk.Saves != 1 || screen.Draft() != nil {
		t.Fatalf("not kept: %s", w.Words())
	}
	e := w.page().Timeline[0].Event
	if e.Purpose != consent.RecordMeeting || len(e.Terms.Excluded) != 2 || e.Terms.End.String() != "2027-11-20" || e.How.Notice.Version < 1 {
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
		draft := []byte(`{"purpose":"release","end_chosen":"yes","recipient":"County coalition","what":"x","reason":"x","method":"x",
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
	w.choose("Kind of consent", "Quote my words")
	w.fill("Exactly what", "Only the sentence about the bus")
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
	w.tick("They know that neither their place on the board nor their pay depends on it")
	w.press("Write it down")
	if e := w.page().Timeline[0].Event; e.Kind != consent.Renewed || e.Terms.End.String() != "2027-11-20" {
		t.Errorf("%+v; %s", e, w.Words())
	}
}

func TestTheNoticeIsShownInTheLanguageThatWasSpoken(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), route.ChoiceForm, []byte(`{"purpose":"quote"}`))
	w.shows("You can say no, and you need no reason.")
	w.choose("In which language", "Español")
	w.hides("You can say no, and you need no reason.")
}

func TestAScanIsKeptAndAWrongFileIsSaidInWords(t *testing.T) {
	w := newWorld(t, stage(t))
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		w.must(os.WriteFile(path, data, 0o600))
		return path
	}
	wrong := write("wrong.pdf", []byte("I agree."))
	large := write("large.pdf", nil)
	w.must(os.Truncate(large, attachment.Limit+1))
	good := write("good.pdf", []byte("%PDF-1.7\n%%EOF\n"))
	w.Env.Home = dir
	w.open(string(w.wren), route.ChoiceForm, []byte(`{"purpose":"quote"}`))
	w.press("Attach a scan…")
	for path, says := range map[string]string{wrong: "Only a PDF, a JPEG or a PNG", large: "larger than 20 MB", filepath.Join(dir, "none.pdf"): ""} {
		w.fill("File", filepath.Base(path))
		w.press("Attach")
		w.shows(says)
	}
	w.fill("File", filepath.Base(good))
	w.press("Attach")
	w.shows("A page is in the vault.")
	kept, err := w.board.Attachments().List(w.wren)
	if err != nil || len(kept) != 1 {
		t.Errorf("%d pages, %v", len(kept), err)
	}
}

func TestAGuardianIsAskedForOnlyWhereOneIsNeededAndNeverTheExcludedOne(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), route.ChoiceForm, []byte(`{"purpose":"quote"}`))
	w.hides("Who said it")
	w.open(string(w.wren), route.DecidesForm, nil)
	w.tick("A guardian has to agree too")
	w.fill("Who may give permission", "Aunt Heron")
	w.fill("Who may never decide for them", "Aunt Heron")
	w.press("Write it down")
	if w.page().Standing.Permission {
		t.Error("the excluded person is a guardian")
	}
	w.fill("Who may never decide for them", "An uncle")
	w.press("Write it down")
	if !w.page().Standing.Permission {
		t.Fatalf("not kept: %s", w.Words())
	}
	w.open(string(w.wren), route.ChoiceForm, []byte(`{"purpose":"quote"}`))
	w.shows("Who said it")
}

func TestAUseIsKeptAlsoWhereItWasNotAllowed(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open(string(w.wren), route.UseForm, nil)
	w.choose("What it was", "Showing a photo of them")
	w.choose("Kind of place", "Website")
	w.fill("What and where, in words", "The picture on the front page")
	w.press("Write it down")
	if uses := w.page().Uses; len(uses) != 2 || uses[1].Allowed || !strings.Contains(w.says(), "talk with Wren about it") {
		t.Errorf("%+v, %q", uses, w.says())
	}
}

func TestAQuoteIsApprovedAndOnlyTheLiveGoOut(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open("", route.LibraryPage, nil)
	l := consents.NewLibrary(w.board, wording.English())
	_, before, err := l.Export()
	w.must(err)
	w.press("They approved it") // Heron's
	w.press("They approved it")
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
			w.must(err)
			return len(rows)
		}},
		{route.AgreementForm, `{"parties":"The clinic","purpose":"A room","start":"2026-11-01","end":"2027-10-31"}`, func() int {
			all, err := w.board.Consent().Agreements()
			w.must(err)
			return len(all)
		}},
		{route.KindForm, `{"name":"carrying the banner","says":"It is heavy."}`, func() int {
			all, err := w.board.Consent().Kinds()
			w.must(err)
			return len(all)
		}},
	} {
		before := c.count()
		w.open("", c.tab, []byte(c.draft))
		w.press("Write it down")
		if c.count() != before+1 {
			t.Errorf("%s: %s", c.tab, w.Words())
		}
	}
}

func TestADayThatHasNotBeenHasNoAudit(t *testing.T) {
	w := newWorld(t, stage(t))
	w.open("", route.AuditPage, nil)
	w.fill("On which day", "2030-01-01")
	w.press("Look")
	w.shows("Choose a day that has been.")
	w.fill("On which day", "2026-06-01")
	w.press("Look")
	w.shows("Export without names…")
	w.hides("Wren", "Finch", "County coalition")
}

func TestPapersAreMadeInBothLanguages(t *testing.T) {
	w := newWorld(t, stage(t))
	p := consents.Papers{Board: w.board}
	f := consents.NewChoiceForm(w.board, wording.English(), w.wren, "", []byte(`{"purpose":"release","recipient":"County coalition"}`))
	for _, language := range []string{"en", "es"} {
		for name, make := range map[string]func() ([]byte, error){
			"guide": func() ([]byte, error) { return p.Guide(consent.QuoteWords, language) },
			"sheet": func() ([]byte, error) { return p.Choices(w.wren, language) },
			"form":  func() ([]byte, error) { return p.Release(f.Values(), language) },
		} {
			if pdf, err := make(); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
				t.Errorf("%s in %s: %v", name, language, err)
			}
		}
	}
	if _, _, err := p.Receipt(w.wren, w.page().Rows[0].Choice.Yes.ID, "en"); err == nil {
		t.Error("a receipt was made though they are off")
	}
}

func TestAPaperSaysThatItLeavesTheVaultBeforeItDoes(t *testing.T) {
	w := newWorld(t, stage(t))
	w.Env.Home = t.TempDir()
	w.tab()
	w.press("“My choices” to print…")
	w.shows("The file is not locked: whoever finds it can read it.")
	w.press("Choose where to put it")
	w.Settle()
	w.press("Save here")
	if _, err := os.Stat(filepath.Join(w.Env.Home, "sheet.pdf")); err != nil || !strings.Contains(w.says(), "sheet.pdf") {
		t.Errorf("%v, %q", err, w.says())
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
