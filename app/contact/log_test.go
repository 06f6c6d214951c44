package contactpage_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	contactpage "holdfast/app/contact"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/contact"
)

// logged is the only contact that is written down.
func (w *world) logged() contact.Entry {
	w.t.Helper()
	entries, err := w.board.ContactLog(w.wren.ID)
	w.Must(err)
	if len(entries) != 1 {
		w.t.Fatalf("%d contacts are written down", len(entries))
	}
	return entries[0]
}

func (w *world) nothingLogged() {
	w.t.Helper()
	if entries, err := w.board.ContactLog(w.wren.ID); err != nil || len(entries) != 0 {
		w.t.Errorf("written down: %+v, %v", entries, err)
	}
}

func TestAContactIsWrittenDownInThreeSteps(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.logForm(nil)
	w.Shows("Signal  ••• •• 41 · OK now", "I got in touch")
	w.Choose("What happened", "A message was sent")
	w.Push("Write it down")
	e := w.logged()
	if e.Channel != "signal" || e.Kind != contact.Signal || e.Outcome != contact.Sent || !e.Within || !e.At.Equal(w.Clock.Now()) {
		t.Errorf("%+v", e)
	}
	if w.desk.Says() != "Written down." || w.desk.Saves != 1 || w.desk.Leads() != route.Person(string(w.wren.ID), route.Contact) {
		t.Errorf("said %q, went to %v", w.desk.Says(), w.desk.Leads())
	}
}

func TestAContactOutsideTheRulesIsSaidKindlyAndKeptAsItWas(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.logForm(nil)
	w.Hides("nobody is blamed")
	w.Choose("Which way", "Phone  ••• •• 41 · Not now")
	w.Shows("Outside the hours that Wren gave.", "it is kept as it was, and nobody is blamed for it.")
	w.Fill("Day", "2026-11-20")
	w.Fill("Time", "10:30")
	w.Hides("Outside the hours")
	w.Fill("Time", "15:00")
	w.Shows("Outside the hours that Wren gave.")
	w.Choose("What happened", "No answer")
	w.Push("Write it down")
	e := w.logged()
	if e.Within || e.Rule != contact.OutsideTheHours || !e.At.Equal(time.Date(2026, time.November, 20, 15, 0, 0, 0, time.UTC)) {
		t.Errorf("%+v", e)
	}
	if w.desk.Says() != "Written down as it was: outside the hours of the sheet. Nobody is blamed for it." {
		t.Errorf("said %q", w.desk.Says())
	}
}

func TestWhoGotInTouchThemselvesIsNeverOutsideTheRules(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.logForm(nil)
	w.Choose("Which way", "Post · Never")
	w.Shows("Never this way: Wren asked for that.")
	w.Choose("Who began", "Wren got in touch")
	w.Hides("Never this way")
	w.Choose("What happened", "We spoke")
	w.Push("Write it down")
	if e := w.logged(); !e.Incoming || !e.Within {
		t.Errorf("%+v", e)
	}
}

func TestAWayThatIsNotOnTheSheetAsksForItsKind(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.logForm(nil)
	w.Choose("What happened", "We spoke")
	w.Hides("What kind of way it was")
	w.Choose("Which way", "A way that is not on the sheet")
	w.Shows("This way is not on the sheet.")
	w.Push("Write it down")
	w.Shows("Choose which kind of way this is.")
	w.nothingLogged()
	w.Choose("What kind of way it was", "In person")
	w.Push("Write it down")
	if e := w.logged(); e.Kind != contact.InPerson || e.Channel != "" || e.Rule != contact.NoSuchWay {
		t.Errorf("%+v", e)
	}
}

func TestWhatIsMissingOrStillToComeIsSaidUnderItsField(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.logForm(nil)
	w.Fill("Time", "half past")
	w.Push("Write it down")
	w.Shows("Choose how it went.", "Write the time like 14:20.")
	w.Choose("What happened", "No answer")
	w.Fill("Time", "23:00")
	w.Push("Write it down")
	w.Shows("This time has not come yet")
	w.Fill("Day", "soon")
	w.Push("Write it down")
	w.Shows("Write the day as year-month-day, like 2026-11-22.")
	w.nothingLogged()
	if w.Entry("Time").Text != "23:00" {
		t.Error("what was typed is gone")
	}
}

func TestWithoutAnOpenWayNoneIsChosenForAnybody(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.logForm(nil)
	w.Choose("What happened", "No answer")
	w.Push("Write it down")
	w.Shows("Choose the way that was used.")
	w.nothingLogged()
}

func TestTheDangerWordShowsThePlanAtOnce(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.logForm(nil)
	w.Choose("What happened", "The danger word was said")
	w.Shows("The danger word was said.", "Stop now, and do not get in touch again before you know more.")
	s := w.kept()
	s.EmergencyPlan = "Wait ten minutes, then call Heron."
	w.Must(w.board.SaveSheet(s))
	w.logForm(nil)
	w.Choose("What happened", "The danger word was said")
	w.Shows("What was agreed for an emergency: Wait ten minutes, then call Heron.")
}

func TestWhoAnsweredFollowsFromHowItWent(t *testing.T) {
	for outcome, want := range map[contact.Outcome]contact.Answered{
		contact.Reached: contact.ThePerson, contact.CallLater: contact.ThePerson, contact.NoAnswer: contact.Nobody, contact.Sent: contact.Nobody} {
		w := said(t, kittest.NewStage(t, kittest.Variant{}))
		model := contactpage.NewLogModel(w.board, w.Env.Book, w.wren.ID, nil)
		if model.ChooseOutcome(outcome); model.Form().Answered != want {
			t.Errorf("%s: %q answered", outcome, model.Form().Answered)
		}
		if model.Form().Answered = contact.SomebodyElse; outcome == contact.Reached {
			if model.ChooseOutcome(outcome); model.Form().Answered != contact.SomebodyElse {
				t.Error("what was chosen was changed")
			}
		}
	}
}

func TestAHalfTypedContactComesBackWithItsTime(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	screen := w.logForm(nil)
	if screen.Draft() != nil {
		t.Error("there is a draft of nothing")
	}
	w.Fill("Note", "Will try Sig")
	w.Choose("Which way", "A way that is not on the sheet")
	w.Choose("What kind of way it was", "Text message")
	draft := screen.Draft()
	w.Pass(3 * time.Hour)
	w.logForm(draft)
	w.Shows("What kind of way it was", "Text message")
	if w.Entry("Note").Text != "Will try Sig" || w.Entry("Time").Text != "14:20" {
		t.Errorf("%q at %q", w.Entry("Note").Text, w.Entry("Time").Text)
	}
}

func TestEnterWritesAContactDown(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.logForm(nil)
	w.Choose("What happened", "A message was sent")
	w.Window.Canvas().Focus(w.Entry("Time"))
	w.Press(fyne.KeyReturn)
	w.logged()
}

func TestLeavingTheLogWritesNothing(t *testing.T) {
	w := said(t, kittest.NewStage(t, kittest.Variant{}))
	w.logForm(nil)
	w.Choose("What happened", "We spoke")
	w.Push("Cancel", "Leave without saving")
	w.nothingLogged()
	if w.desk.Saves != 1 || w.desk.Leads() != route.Person(string(w.wren.ID), route.Contact) {
		t.Error("the draft is kept, or it led nowhere")
	}
}
