package contactpage_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	contactpage "holdfast/app/contact"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/contact"
	"holdfast/record"
)

func TestASheetIsFilledInFromNothing(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.shows("Begin with the way that Wren likes best.")
	w.choose("Add a way", "Phone")
	w.Type("+1 202 555 0141")
	w.shows("Reads as +1 202-555-0141.", "May a voicemail be left?")
	w.choose("Is it safe?", "Only at certain times")
	w.press("Add hours")
	w.Type("9")
	w.Press(fyne.KeyTab)
	w.Type("17.30")
	w.tick("Sat")
	w.tick("Sun")
	w.fill("Where they are: time zone", "America/Chicago")
	w.fill("Say you are from", " the library group ")
	w.fill("Safe word", "late fees")
	w.fill("Days between check-ins", "14")
	w.fill("No contact before", "2026-11-24")
	w.choose("The way they first asked for", "Phone  ••• •• 41")
	w.press("Save")
	s := w.kept()
	if len(s.Channels) != 1 {
		t.Fatalf("kept %+v", s)
	}
	want := contact.Sheet{Member: w.wren.ID, From: "the library group", Zone: "America/Chicago", Rhythm: 14,
		SafeWord: contact.Word{Say: "late fees"}, DoNotContactUntil: day("2026-11-24"), FirstAsked: s.Channels[0].ID,
		Channels: []contact.Channel{{ID: s.Channels[0].ID, Kind: contact.Phone, Value: "+1 202 555 0141", Safe: contact.SafeAtTimes,
			Hours: []contact.Window{{Days: contact.Weekdays, From: 9 * 60, To: 17*60 + 30}}}}}
	if diff := cmp.Diff(want, s); diff != "" {
		t.Error(diff)
	}
	if w.says() != "Saved how to reach Wren." || w.desk.Saves != 1 || w.went() != route.Person(string(w.wren.ID), route.Contact) {
		t.Errorf("said %q, saved %d, went to %v", w.says(), w.desk.Saves, w.went())
	}
}

func TestSavingChangesOnlyWhatWasChanged(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	before := w.kept()
	w.form(nil)
	w.press("Save")
	if diff := cmp.Diff(before, w.kept()); diff != "" {
		t.Error(diff)
	}
}

func TestMistakesStandUnderTheirFieldsAlsoInWaysThatWereFoldedAway(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	screen := w.form(nil)
	w.press("Change") // Signal, the first
	w.press("Remove hours")
	w.press("Fold away")
	w.fill("Where they are: time zone", "Chicagoland")
	w.fill("Days between check-ins", "often")
	w.press("Save")
	w.shows("There is no such time zone. Choose one from the list, such as America/Chicago.",
		"Write a number of days, such as 14, or leave it empty.",
		"Say at which times this way is safe, or mark it as not known.")
	if note := screen.Head().Note; note != "Not saved yet: 3 things below need a look." {
		t.Errorf("the head says %q", note)
	}
	if e, ok := w.Focused().(*kit.Entry); !ok || e.Label() != "Where they are: time zone" || e.Text != "Chicagoland" {
		t.Errorf("the cursor is in %T", w.Focused())
	}
	if len(w.desk.Went) != 0 || len(w.kept().Channels[0].Hours) != 1 {
		t.Error("it was saved all the same")
	}
	w.fill("Where they are: time zone", "America/Chicago")
	w.fill("Days between check-ins", "")
	w.choose("Is it safe?", "Not known")
	w.press("Save")
	if got := w.kept().Channels[0]; got.Safe != contact.SafetyUnknown || len(got.Hours) != 0 {
		t.Errorf("kept %+v", got)
	}
}

func TestHoursThatAreNoTimesAreRefused(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.press("Change")
	w.press("Add hours")
	w.Type("noon")
	w.press("Save")
	w.shows("Write the times like 09:30, from 00:00 to 24:00.")
}

func TestADayThatIsNoneIsRefused(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.fill("No contact before", "next week")
	w.press("Save")
	w.shows("Write the day as year-month-day, like 2026-11-22.")
	if len(w.desk.Went) != 0 {
		t.Error("it was saved all the same")
	}
}

func TestWhatIsHalfTypedComesBack(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	screen := w.form(nil)
	if screen.Draft() != nil {
		t.Error("there is a draft of nothing")
	}
	w.press("Change")
	w.fill("If somebody else answers", "ask for the opening ho")
	w.press("Add hours")
	w.Type("1")
	w.fill("Days between check-ins", "often")
	draft := screen.Draft()
	if w.desk.Types == 0 || draft == nil {
		t.Fatal("nothing is kept of what was typed")
	}
	again := w.form(draft)
	w.shows("Fold away")
	if w.Entry("If somebody else answers").Text != "ask for the opening ho" || w.Entry("Days between check-ins").Text != "often" {
		t.Error("something typed is gone")
	}
	if string(again.Draft()) != string(draft) {
		t.Errorf("the draft became %s", again.Draft())
	}
}

func TestADraftThatIsNoneOpensTheSheet(t *testing.T) {
	for _, draft := range []string{"", "{", "null", `{"ways":[null,{"spans":[null]}]}`} {
		w := said(t, kittest.NewStage(t, kittest.Variant{}))
		w.form([]byte(draft))
		w.shows("Names and times")
	}
}

func TestWaysMoveAndComeBackAfterRemoving(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.press("Move down") // Signal, below Phone
	w.press("Remove")    // Phone
	if w.says() != "Removed. It counts once you save." {
		t.Errorf("said %q", w.says())
	}
	w.hides("Weekdays 10:00–15:00")
	w.desk.Undo()
	w.Settle()
	w.shows("Weekdays 10:00–15:00")
	w.press("Save")
	var order []record.ID
	for _, c := range w.kept().Channels {
		order = append(order, c.ID)
	}
	if want := []record.ID{"phone", "signal", "email", "post"}; !slices.Equal(order, want) {
		t.Errorf("the order is %v", order)
	}
}

func TestAWayThatWasAskedForFirstAndIsRemovedIsNoLongerAskedForFirst(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	s := w.kept()
	s.FirstAsked = "signal"
	w.must(w.board.SaveSheet(s))
	model := contactpage.NewSheetModel(w.board, w.Env.Book, w.wren.ID, nil)
	undo := model.RemoveWay(0)
	if model.Form().FirstAsked != "" {
		t.Error("it still is")
	}
	if undo(); model.Form().FirstAsked != "signal" {
		t.Error("taking that back forgot it")
	}
}

func TestAZoneIsFoundByACityOrByWhatItIsCalled(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.Window.Canvas().Focus(w.Entry("Where they are: time zone"))
	w.Type("chic")
	w.press("Central time (Chicago, Houston)")
	if got := w.Entry("Where they are: time zone").Text; got != "America/Chicago" {
		t.Errorf("the field holds %q", got)
	}
	w.shows("It is Saturday 08:20 there now.")
}

func TestOnlyTheFieldsOfAKindAreAsked(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	for kind, asked := range map[string][2][]string{
		"Phone":     {{"May a voicemail be left?", "Your caller ID may show"}, {"The only subject to use", "Return address"}},
		"Signal":    {{"Disappearing messages must be on"}, {"May a voicemail be left?", "The only subject to use"}},
		"Email":     {{"The only subject to use", "Attachments are all right"}, {"Your caller ID may show", "Return address"}},
		"Post":      {{"Return address", "The envelope may be marked"}, {"If somebody else answers", "Device shared with"}},
		"In person": {{"Where it is all right to speak in person."}, {"Return address", "Attachments are all right"}},
	} {
		w.form(nil)
		w.choose("Add a way", kind)
		w.shows(asked[0]...)
		w.hides(asked[1]...)
	}
}

func TestASheetGoneThroughTogetherIsConfirmedBySaving(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.choose("Add a way", "Email")
	w.Type("wren.reads@example.org")
	w.choose("Is it safe?", "Yes")
	w.fill("Holds until", "2027-01-31")
	w.tick("I went through all of this with Wren today")
	w.press("Save and close")
	if s := w.kept(); s.Confirmed != day("2026-11-21") || s.ConfirmedBy != "Coordinator" || s.ConfirmBy != day("2027-01-31") {
		t.Errorf("confirmed %v by %q until %v", s.Confirmed, s.ConfirmedBy, s.ConfirmBy)
	}
}

func TestASheetThatOpensNoWayIsAskedAboutBeforeItIsConfirmed(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.choose("Add a way", "Email")
	w.Type("wren.reads@example.org")
	w.tick("I went through all of this with Wren today")
	w.press("Save and close")
	w.shows("No way on this sheet is known to be safe. Confirmed like this, it opens none.")
	w.press("Go back")
	if s := w.kept(); len(s.Channels) != 0 {
		t.Error("it was saved without an answer")
	}
	w.press("Save and close")
	w.press("Confirm it as it is")
	if s := w.kept(); len(s.Channels) != 1 || s.Confirmed != day("2026-11-21") || w.went() != route.Person(string(w.wren.ID), route.Contact) {
		t.Errorf("%+v", s)
	}
}

func TestLeavingWithoutSavingChangesNothing(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	before := w.kept()
	w.form(nil)
	w.fill("Say you are from", "somewhere else")
	w.press("Leave without saving")
	if diff := cmp.Diff(before, w.kept()); diff != "" {
		t.Error(diff)
	}
	if w.desk.Saves != 1 || w.went() != route.Person(string(w.wren.ID), route.Contact) {
		t.Error("the draft is kept, or it led nowhere")
	}
}

func TestEnterSavesTheSheet(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.Window.Canvas().Focus(w.Entry("Danger word"))
	w.Type("Is Martha there?")
	w.Press(fyne.KeyReturn)
	if got := w.kept().DangerWord.Say; got != "Is Martha there?" {
		t.Errorf("kept %q", got)
	}
}

func TestTheCursorStaysNearWhereSomebodyIs(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	at := func(want string) {
		t.Helper()
		part, ok := w.Focused().(fyne.Accessible)
		if !ok || !strings.HasPrefix(part.AccessibilityLabel(), want) || !w.Env.Shows(w.Focused().(fyne.CanvasObject)) {
			t.Errorf("the cursor is in %T, not in %q", w.Focused(), want)
		}
	}
	w.press("Change")
	at("Number or address")
	w.choose("Is it safe?", "Yes")
	at("Is it safe?")
	w.choose("Kind of way", "Text message")
	at("Kind of way")
	w.press("Fold away")
	at("Change")
	w.press("Move down")
	at("Change")
	w.press("Remove")
	at("Change")
}

func TestASheetThatCantBeSavedSaysWhy(t *testing.T) {
	w := lockable(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.fill("Say you are from", "the book club")
	closed := w.board.Lock()
	t.Cleanup(func() { w.must(closed.Close()) })
	w.press("Save")
	w.shows("This is not saved yet", "The vault was locked meanwhile.")
	if len(w.desk.Went) != 0 {
		t.Error("it went on as if it were saved")
	}
}

func TestNobodyOnTheBoardHasNoForm(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.wren.ID = "0b1f3c1e-0000-4000-8000-000000000000"
	for _, screen := range []kit.Screen{w.form(nil), w.logForm(nil)} {
		if screen.Draft() != nil {
			t.Error("there is a draft of a form that there is not")
		}
	}
	w.hides("Save")
}
