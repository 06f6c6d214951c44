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
	w.Shows("Begin with the way that Wren likes best.")
	w.Choose("Add a way", "Phone")
	w.Type("+1 202 555 0141")
	w.Shows("Reads as +1 202-555-0141.", "May a voicemail be left?")
	w.Choose("Is it safe?", "Only at certain times")
	w.Push("Add hours")
	w.Type("9")
	w.Press(fyne.KeyTab)
	w.Type("17.30")
	w.Tick("Sat")
	w.Tick("Sun")
	w.Fill("Where they are: time zone", "America/Chicago")
	w.Fill("Say you are from", " the library group ")
	w.Fill("Safe word", "late fees")
	w.Fill("Days between check-ins", "14")
	w.Fill("No contact before", "2026-11-24")
	w.Choose("The way they first asked for", "Phone  ••• •• 41")
	w.Push("Save")
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
	if w.desk.Says() != "Saved how to reach Wren." || w.desk.Saves != 1 || w.desk.Leads() != route.Person(string(w.wren.ID), route.Contact) {
		t.Errorf("said %q, saved %d, went to %v", w.desk.Says(), w.desk.Saves, w.desk.Leads())
	}
}

func TestSavingChangesOnlyWhatWasChanged(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	before := w.kept()
	w.form(nil)
	w.Push("Save")
	if diff := cmp.Diff(before, w.kept()); diff != "" {
		t.Error(diff)
	}
}

func TestMistakesStandUnderTheirFieldsAlsoInWaysThatWereFoldedAway(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	screen := w.form(nil)
	w.Push("Change") // Signal, the first
	w.Push("Remove hours")
	w.Push("Fold away")
	w.Fill("Where they are: time zone", "Chicagoland")
	w.Fill("Days between check-ins", "often")
	w.Push("Save")
	w.Shows("There is no such time zone. Choose one from the list, such as America/Chicago.",
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
	w.Fill("Where they are: time zone", "America/Chicago")
	w.Fill("Days between check-ins", "")
	w.Choose("Is it safe?", "Not known")
	w.Push("Save")
	if got := w.kept().Channels[0]; got.Safe != contact.SafetyUnknown || len(got.Hours) != 0 {
		t.Errorf("kept %+v", got)
	}
}

func TestHoursThatAreNoTimesAreRefused(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.Push("Change")
	w.Push("Add hours")
	w.Type("noon")
	w.Push("Save")
	w.Shows("Write the times like 09:30, or 20:00 for eight in the evening.")
}

func TestADayThatIsNoneIsRefused(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.Fill("No contact before", "next week")
	w.Push("Save")
	w.Shows("Write the day as year-month-day, like 2026-11-22.")
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
	w.Push("Change")
	w.Fill("If somebody else answers", "ask for the opening ho")
	w.Push("Add hours")
	w.Type("1")
	w.Fill("Days between check-ins", "often")
	draft := screen.Draft()
	if w.desk.Types == 0 || draft == nil {
		t.Fatal("nothing is kept of what was typed")
	}
	again := w.form(draft)
	w.Shows("Fold away")
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
		w.Shows("Names and times")
	}
}

func TestWaysMoveAndComeBackAfterRemoving(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.Push("Move down") // Signal, below Phone
	w.Push("Remove")    // Phone
	if w.desk.Says() != "Removed. It counts once you save." {
		t.Errorf("said %q", w.desk.Says())
	}
	w.Hides("Weekdays 10:00–15:00")
	w.desk.Undo()
	w.Settle()
	w.Shows("Weekdays 10:00–15:00")
	w.Push("Save")
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
	w.Must(w.board.SaveSheet(s))
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
	w.Push("Central time (Chicago, Houston)")
	if got := w.Entry("Where they are: time zone").Text; got != "America/Chicago" {
		t.Errorf("the field holds %q", got)
	}
	w.Shows("It is Saturday 08:20 there now.")
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
		w.Choose("Add a way", kind)
		w.Shows(asked[0]...)
		w.Hides(asked[1]...)
	}
}

func TestASheetGoneThroughTogetherIsConfirmedBySaving(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.Choose("Add a way", "Email")
	w.Type("wren.reads@example.org")
	w.Choose("Is it safe?", "Yes")
	w.Fill("Holds until", "2027-01-31")
	w.Tick("I went through all of this with Wren today")
	w.Push("Save and close")
	if s := w.kept(); s.Confirmed != day("2026-11-21") || s.ConfirmedBy != "Coordinator" || s.ConfirmBy != day("2027-01-31") {
		t.Errorf("confirmed %v by %q until %v", s.Confirmed, s.ConfirmedBy, s.ConfirmBy)
	}
}

func TestASheetThatOpensNoWayIsAskedAboutBeforeItIsConfirmed(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.Choose("Add a way", "Email")
	w.Type("wren.reads@example.org")
	w.Tick("I went through all of this with Wren today")
	w.Push("Save and close")
	w.Shows("No way on this sheet is known to be safe. Confirmed like this, it opens none.")
	w.Push("Go back")
	if s := w.kept(); len(s.Channels) != 0 {
		t.Error("it was saved without an answer")
	}
	w.Push("Save and close")
	w.Push("Confirm it as it is")
	if s := w.kept(); len(s.Channels) != 1 || s.Confirmed != day("2026-11-21") || w.desk.Leads() != route.Person(string(w.wren.ID), route.Contact) {
		t.Errorf("%+v", s)
	}
}

func TestAFormInWhichNothingWasTypedIsLeftWithoutAQuestion(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.Push("Cancel")
	if w.desk.Leads() != route.Person(string(w.wren.ID), route.Contact) {
		t.Error("it asks about nothing")
	}
}

func TestLeavingWithoutSavingChangesNothing(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	before := w.kept()
	w.form(nil)
	w.Fill("Say you are from", "somewhere else")
	w.Push("Cancel", "Leave without saving")
	if diff := cmp.Diff(before, w.kept()); diff != "" {
		t.Error(diff)
	}
	if w.desk.Saves != 1 || w.desk.Leads() != route.Person(string(w.wren.ID), route.Contact) {
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
	w.Push("Change")
	at("Number or address")
	w.Choose("Is it safe?", "Yes")
	at("Is it safe?")
	w.Choose("Kind of way", "Text message")
	at("Kind of way")
	w.Push("Fold away")
	at("Change")
	w.Push("Move down")
	at("Change")
	w.Push("Remove")
	at("Change")
}

func TestASheetThatCantBeSavedSaysWhy(t *testing.T) {
	w := lockable(t, kittest.NewStage(t, kittest.Variant{}))
	w.form(nil)
	w.Fill("Say you are from", "the book club")
	closed := w.board.Lock()
	t.Cleanup(func() { w.Must(closed.Close()) })
	w.Push("Save")
	w.Shows("This is not saved yet", "The vault was locked meanwhile.")
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
	w.Hides("Save")
}
