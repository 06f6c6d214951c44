package contactpage_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	contactpage "holdfast/app/contact"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
)

const dots = "•••\u00a0••\u00a041" // with spaces at which no line ends

func TestTheTabOpensOnWhatMayBeDoneThisMinute(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.open()
	w.Shows("RIGHT NOW — Saturday 14:20 where Wren is", "You can send a Signal message. Do not call.",
		"Say you are “from the library group”. If anyone else answers: ask about opening hours, then stop.",
		"Until today at 20:00 where Wren is.", "Every day 09:00–20:00", "Disappearing messages on", "OK now", "Not now", "Never",
		"“late fees” means stop and call back tomorrow", "peer support person · Heron", "3 November 2026", "within 90 days")
}

func TestTheTabLooksAgainEveryMinute(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.open()
	w.Pass(time.Minute)
	w.Shows("Saturday 14:21 where Wren is")
	w.Clock.Sleep(6 * time.Hour)
	w.Pass(time.Minute)
	w.Shows("Saturday 20:22 where Wren is", "You can write an email.")
}

func TestLookingAgainLeavesTheCursorWhereItIs(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.open()
	for _, label := range []string{"I contacted Wren", "Ask Wren to check these"} {
		button := w.Button(label)
		w.Window.Canvas().Focus(button)
		w.Pass(2 * time.Minute)
		if w.Focused() != fyne.Focusable(button) || w.Button(label) != button {
			t.Errorf("%s: the focus is on %T", label, w.Focused())
		}
	}
}

func TestATabThatWasLeftStopsLookingAndBeginsAgainWhenShown(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	tab := w.open()
	w.Show(onGround(kit.NewText(kit.Body, "Another page")))
	w.Pass(time.Minute)
	if n := w.Clock.Waiting(); n != 0 {
		t.Errorf("%d timers still wait for a tab that nobody sees", n)
	}
	w.Clock.Sleep(time.Hour)
	w.Show(onGround(tab.Object()))
	w.Shows("Saturday 15:21 where Wren is")
	w.Pass(time.Minute)
	w.Shows("Saturday 15:22 where Wren is")
	tab.Object()
	if n := w.Clock.Waiting(); n != 1 {
		t.Errorf("%d timers wait for one tab", n)
	}
}

func TestNumbersAreMaskedUntilSomebodyAsks(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.open()
	w.Hides("555", "example.org")
	w.Window.Canvas().Focus(w.Spoken(dots).(fyne.Focusable))
	w.Press(fyne.KeySpace)
	w.Shows("+1 202 555 0141")
	w.Pass(kit.ShownFor)
	w.Hides("555")
}

func TestACopiedNumberLeavesTheClipboardAgain(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.open()
	w.Push("Copy")
	if got := w.Clipboard.Content(); got != "+1 202 555 0141" {
		t.Fatalf("copied %q", got)
	}
	if w.desk.Says() != "Copied. It is taken off the clipboard after 15 seconds." {
		t.Errorf("said %q", w.desk.Says())
	}
	w.Pass(15 * time.Second)
	if got := w.Clipboard.Content(); got != "" {
		t.Errorf("the clipboard still holds %q", got)
	}
}

func TestAWayThatIsNeverSafeIsNotOfferedForCopying(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	sheet := w.sheet("2026-11-03")
	sheet.Channels = []contact.Channel{{ID: "phone", Kind: contact.Phone, Value: "+1 202 555 0141", Safe: contact.NeverSafe}}
	w.Must(w.board.SaveSheet(sheet))
	w.open()
	w.Shows("Do not contact Wren: every way on the sheet is marked never.")
	w.Hides(dots)
	if w.HasButton("Copy") {
		t.Error("the number can be copied")
	}
}

func TestTheEmptySheetSaysWhatToDoFirst(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.open()
	w.Shows("Nothing is written down yet about how to reach Wren, so no way is known to be safe.", "Nothing is permitted yet", "First ask Wren")
	w.Hides("Print a card…", "Last confirmed")
	w.Push("Write down what is safe")
	if want := route.Person(string(w.wren.ID), route.EditContact); w.desk.Leads() != want {
		t.Errorf("it leads to %v", w.desk.Leads())
	}
}

func TestTheNextSafeTimeIsSaidWhereTheSentenceDoesNot(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	sheet := w.sheet("2026-11-03")
	sheet.DoNotContactUntil = day("2026-11-24")
	w.Must(w.board.SaveSheet(sheet))
	w.open()
	w.Shows("Do not contact Wren before 24 November 2026.", "The next safe time is Tuesday at 00:00 where Wren is.")
}

func TestAnOldSheetAsksToBeConfirmed(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.Must(w.board.SaveSheet(w.sheet("2026-08-01")))
	w.open()
	w.Shows("Last confirmed 112 days ago. Ask Wren whether all of this is still right.", "older than 90 days")
	w.Push("Confirm these with Wren")
	w.Shows("Signal  ••• •• 41", "Safe: only at certain times. Every day 09:00–20:00. Disappearing messages on.",
		"If anyone else answers: ask about opening hours, then stop.", "Safe: no, never.", "“late fees” means stop and call back tomorrow")
	w.Hides("555")
	w.Fill("Who went through it with Wren", "Heron")
	w.Fill("Holds until", "2027-03-01")
	w.Push("Wren says this is right")
	w.Hides("112 days ago", "older than 90 days")
	w.Shows("within 90 days")
	if s := w.kept(); s.Confirmed != day("2026-11-21") || s.ConfirmedBy != "Heron" || s.ConfirmBy != day("2027-03-01") {
		t.Errorf("confirmed %v by %q until %v", s.Confirmed, s.ConfirmedBy, s.ConfirmBy)
	}
	if w.desk.Says() != "Confirmed with Wren." {
		t.Errorf("said %q", w.desk.Says())
	}
}

func TestWaysOfWhichNobodyKnowsAreNotConfirmedInSilence(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	s := w.sheet("2026-08-01")
	for i := range s.Channels {
		s.Channels[i].Safe, s.Channels[i].Hours = contact.SafetyUnknown, nil
	}
	w.Must(w.board.SaveSheet(s))
	w.open()
	w.Push("Confirm these with Wren")
	w.Push("Wren says this is right")
	w.Shows("No way on this sheet is known to be safe.")
	w.Push("Go back")
	if s := w.kept(); s.Confirmed != day("2026-08-01") {
		t.Fatal("it was confirmed without an answer")
	}
	w.Push("Wren says this is right")
	w.Push("Confirm it as it is")
	w.Hides("Wren says this is right", "older than 90 days")
	if s := w.kept(); s.Confirmed != day("2026-11-21") {
		t.Errorf("confirmed on %v", s.Confirmed)
	}
}

func TestALastDayThatIsOverIsRefusedUnderItsField(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.open()
	w.Push("Ask Wren to check these")
	for typed, wrong := range map[string]string{
		"2026-11-01": "The sheet can't end before the day on which it was confirmed.",
		"soon":       "Write the day as year-month-day, like 2026-11-22.",
	} {
		w.Fill("Holds until", typed)
		w.Push("Wren says this is right")
		w.Shows(wrong)
		if w.Entry("Holds until").Text != typed {
			t.Errorf("what was typed is gone: %q", w.Entry("Holds until").Text)
		}
	}
	if s := w.kept(); s.Confirmed != day("2026-11-03") {
		t.Errorf("it was confirmed on %v all the same", s.Confirmed)
	}
}

func TestWhatIsDifferentNowLeadsToTheForm(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.open()
	w.Push("Ask Wren to check these")
	w.Push("Change it first")
	if want := route.Person(string(w.wren.ID), route.EditContact); w.desk.Leads() != want || len(w.Window.Canvas().Overlays().List()) != 0 {
		t.Errorf("it leads to %v", w.desk.Leads())
	}
	if s := w.kept(); s.Confirmed != day("2026-11-03") {
		t.Error("it was confirmed without being confirmed")
	}
}

func TestTheLogTellsTheLatestFirstAndBlamesNobody(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.contacted(49*time.Hour, contact.Entry{Channel: "signal", Purpose: contact.Logistics, Outcome: contact.Sent})
	w.contacted(20*time.Hour, contact.Entry{Channel: "phone", Outcome: contact.Reached, Answered: contact.SomebodyElse, Note: "Stopped at once."})
	w.contacted(time.Hour, contact.Entry{Kind: contact.InPerson, Incoming: true, Outcome: contact.Reached})
	state := contactpage.NewTabModel(w.board, w.Env.Book, w.wren.ID, "Wren").State()
	want := []contactpage.Contact{
		{When: "21 November 2026, 13:20", Way: "In person", Who: "Wren got in touch", How: "We spoke"},
		{When: "20 November 2026, 18:20", Way: "Phone", How: "We spoke · somebody else answered", Note: "Stopped at once.", Outside: "Outside the hours of the sheet"},
		{When: "19 November 2026, 13:20", Way: "Signal", How: "A message was sent · about logistics"},
	}
	for i := range want {
		if i >= len(state.Log) || state.Log[i] != want[i] {
			t.Fatalf("the log is %+v", state.Log)
		}
	}
}

func TestOnlyTheLatestContactsAreShownAtFirst(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	for i := range 12 {
		w.contacted(time.Duration(i+1)*24*time.Hour, contact.Entry{Channel: "email", Outcome: contact.Sent})
	}
	w.open()
	w.Hides("10 November 2026, 14:20")
	w.Push("Show all 12")
	w.Shows("10 November 2026, 14:20", "20 November 2026, 14:20")
}

func TestARowTellsEverythingAboutItsWay(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.contacted(49*time.Hour, contact.Entry{Channel: "phone", Outcome: contact.BrokeOff})
	w.contacted(24*time.Hour, contact.Entry{Channel: "phone", Outcome: contact.NoAnswer})
	tab := contactpage.NewTabModel(w.board, w.Env.Book, w.wren.ID, "Wren").State()
	if got := strings.Join(tab.Ways[1].Details, "\n"); got != "The next safe time is Monday at 10:00.\nLast used on 20 November 2026.\n"+
		"The last problem was on 19 November 2026: it broke off." {
		t.Errorf("about the phone: %s", got)
	}
	got := strings.Join(tab.Ways[0].Details, "\n")
	for _, part := range []string{"Say you are “from the library group”.", "Where somebody else may hear or read, say “Ren”.",
		"Disappearing messages must be on.", "If anyone else answers: ask about opening hours, then stop.", "Until today at 20:00."} {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not among:\n%s", part, got)
		}
	}
	w.open()
	w.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn)
	w.Shows("Within the hours that Wren gave.", "Disappearing messages must be on.")
	w.Press(fyne.KeyEscape)
	w.Hides("Within the hours that Wren gave.")
}

func TestTheTabLeadsToTheForms(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.open()
	w.Push("I contacted Wren")
	if want := route.Person(string(w.wren.ID), route.LogContact); w.desk.Leads() != want {
		t.Errorf("it leads to %v", w.desk.Leads())
	}
	w.Push("Change")
	if want := route.Person(string(w.wren.ID), route.EditContact); w.desk.Leads() != want {
		t.Errorf("it leads to %v", w.desk.Leads())
	}
}

func TestACardIsWrittenForItsOwnerAlone(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.Env.Home = t.TempDir()
	w.open()
	w.Push("Print a card…")
	w.Shows("whoever finds it can read it", "Only what the numbers end in")
	w.Push("Choose where to put it")
	w.Fill("File", "for me")
	w.Push("Save here")
	path := filepath.Join(w.Env.Home, "for me.pdf")
	pdf, err := os.ReadFile(path)
	w.Must(err)
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || bytes.Contains(pdf, []byte("Wren")) {
		t.Errorf("this is no card: %.40s", pdf)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if w.desk.Says() != "The card is in "+path+". Remove it once it is printed." {
		t.Errorf("said %q", w.desk.Says())
	}
}

func TestACardNeverWritesOverAnotherFile(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.Env.Home = t.TempDir()
	path := filepath.Join(w.Env.Home, "card.pdf")
	w.Must(os.WriteFile(path, []byte("a recipe"), 0o600))
	w.open()
	w.Push("Print a card…")
	w.Push("Choose where to put it")
	w.Push("Save here")
	w.Shows("There is a file of that name already. It was left as it is; choose another name.")
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "a recipe" {
		t.Errorf("the file holds %q, %v", kept, err)
	}
}

func TestALockedBoardShowsASentenceAndNothingElse(t *testing.T) {
	w := lockable(t, kittest.NewStage(t, kittest.Variant{}))
	tab := w.open()
	closed := w.board.Lock()
	t.Cleanup(func() { w.Must(closed.Close()) })
	tab.Look()
	w.Settle()
	w.Shows("The vault was locked meanwhile.")
	w.Hides("Signal", "late fees")
}

func TestNoStateHoldsANumber(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	model := contactpage.NewTabModel(w.board, w.Env.Book, w.wren.ID, "Wren")
	aloud, err := model.ReadAloud()
	w.Must(err)
	for _, way := range model.State().Ways {
		if all := strings.Join(append(way.Details, way.Name, way.Dots, way.Rules, way.Because), " "); strings.Contains(all, "0141") || strings.Contains(all, "example") {
			t.Errorf("%s tells %s", way.Name, all)
		}
	}
	for _, line := range aloud {
		if strings.Contains(line.Label+line.Text, "0141") {
			t.Errorf("read aloud: %+v", line)
		}
	}
	if got := model.Value("signal"); got != "+1 202 555 0141" {
		t.Errorf("asked for, it is %q", got)
	}
	if got := model.Value(record.ID("gone")); got != "" {
		t.Errorf("a way that is gone has %q", got)
	}
}

func TestAPersonWithoutASheetStillHasTheirPeople(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	m, err := w.board.AddMember(member.Member{Name: "Plover", EmergencyName: "Lark", EmergencyMayTell: "a book club", MustNotKnow: "the landlord"})
	w.Must(err)
	state := contactpage.NewTabModel(w.board, w.Env.Book, m.ID, "Plover").State()
	want := []contactpage.Line{{"Name to use", "Plover"}, {"Emergency contact", "Lark"}, {"They may be told", "a book club"}, {"Must not learn of it", "the landlord"}}
	for i := range want {
		if i >= len(state.Words) || state.Words[i] != want[i] {
			t.Fatalf("%+v", state.Words)
		}
	}
}
