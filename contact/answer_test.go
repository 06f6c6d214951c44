package contact_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/contact"
	"holdfast/record"
	"holdfast/wording"
)

func sameInstant(t *testing.T, what string, got time.Time, zone, want string) {
	t.Helper()
	if want == "" {
		if !got.IsZero() {
			t.Errorf("%s is %v; none is known", what, got)
		}
		return
	}
	if expected := in(t, zone, want); !got.Equal(expected) {
		t.Errorf("%s is %v; want %v", what, got, expected)
	}
}

func said(texts []wording.Text) string {
	var all []string
	for _, text := range texts {
		all = append(all, text.String())
	}
	return strings.Join(all, "\n")
}

func TestAnOpenWaySaysWhichWordsToUse(t *testing.T) {
	now := in(t, "America/Chicago", "2026-11-20 10:00")
	a := contact.May(wren(), "signal", contact.Logistics, now, contact.DefaultPolicy())
	want := "Say you are “from the library group”.\nCall them “Wren”.\n" +
		"Where somebody else may hear or read, say “Ren”.\n" +
		"The safe word is “late fees”: stop and call back tomorrow.\n“overdue” asks to be called later."
	if got := said(a.Say); got != want {
		t.Errorf("say:\n%s", got)
	}
	if got := a.IfSomeoneElse.String(); got != "If anyone else answers: ask about opening hours, then stop." {
		t.Errorf("if someone else: %s", got)
	}
	if got := said(a.Conditions); got != "Do not name the organisation.\nDisappearing messages must be on.\nNo calendar invites." {
		t.Errorf("conditions:\n%s", got)
	}
}

func TestAClosedWaySaysNoWordsToUse(t *testing.T) {
	a := contact.May(wren(), "phone", contact.Logistics, in(t, "America/Chicago", "2026-11-21 14:20"), contact.DefaultPolicy())
	if len(a.Say) != 0 || !a.IfSomeoneElse.IsZero() || len(a.Conditions) != 0 {
		t.Errorf("a no comes with words to use: %v", a)
	}
}

func TestAnEmergencyShowsThePlanWhateverTheAnswer(t *testing.T) {
	for _, channel := range []string{"email", "post"} {
		a := contact.May(wren(), record.ID(channel), contact.Emergency, in(t, "America/Chicago", "2026-11-21 14:20"), contact.DefaultPolicy())
		if !strings.Contains(said(a.Conditions), "Plan for an emergency: call Heron") {
			t.Errorf("%s: no plan in %q", channel, said(a.Conditions))
		}
	}
}

// What nobody wrote down is never a permission.
func TestASafeWayWithoutRulesHasTheStrictestOnes(t *testing.T) {
	cases := map[contact.Kind]string{
		contact.Phone: "Do not name the organisation.\nLeave no voicemail.\nHide your caller ID.\nIf the call breaks off: wait, do not call back.",
		contact.Email: "Do not name the organisation.\nUse a subject that gives nothing away.\nNo attachments.\nNo calendar invites.",
		contact.Text:  "Do not name the organisation.\nNo attachments.\nNo calendar invites.",
		contact.Post:  "Do not name the organisation.\nUse a plain envelope.\nNo return address.",
	}
	for kind, want := range cases {
		s := contact.Sheet{Confirmed: day(2026, 11, 3), Channels: []contact.Channel{{ID: "1", Kind: kind, Safe: contact.Safe}}}
		a := contact.May(s, "1", contact.Logistics, in(t, "UTC", "2026-11-20 10:00"), contact.DefaultPolicy())
		if got := said(a.Conditions); !a.Allowed || got != want {
			t.Errorf("%s: allowed %v, conditions:\n%s", kind, a.Allowed, got)
		}
		if kind != contact.Post && !strings.Contains(said(a.Say), "Do not say where you are from.") {
			t.Errorf("%s: says %q", kind, said(a.Say))
		}
		if kind == contact.Phone && a.IfSomeoneElse.String() != "If anyone else answers: say it is a wrong number, then stop." {
			t.Errorf("%s: if someone else: %s", kind, a.IfSomeoneElse)
		}
	}
}

func TestTheCodeWordComesFirstAmongTheConditions(t *testing.T) {
	s := wren()
	way(&s, "email", func(c *contact.Channel) {
		c.Safe, c.SharedDevice, c.Purposes = contact.SafeWithWord, "a sister", []contact.Purpose{contact.Pay, contact.Logistics}
		c.Naming, c.DisplayName, c.Calendar, c.CalendarTitle, c.Attachments = contact.NamedNeutral, "R", true, "Book club", true
	})
	a := contact.May(s, "email", contact.Pay, in(t, "America/Chicago", "2026-11-21 14:20"), contact.DefaultPolicy())
	want := "Go on only after the code word “late fees”.\nOnly about pay and logistics.\n" +
		"Name the organisation only as “the library group”.\n" +
		"The device is shared with a sister: nothing that they may not know.\nThe subject is “Book club”, always.\n" +
		"Write under the name “R”.\nA calendar invite may only be called “Book club”."
	if got := said(a.Conditions); got != want {
		t.Errorf("conditions:\n%s", got)
	}
}

func TestAnOldSheetWarnsAndAFreshOneDoesNot(t *testing.T) {
	rows := []struct {
		at    string
		after int
		want  string
	}{
		{"2027-02-01 23:00", 90, ""}, // the ninetieth day
		{"2027-02-02 00:00", 90, "Last confirmed 91 days ago. Ask Wren whether all of this is still right."},
		{"2026-11-05 12:00", 1, "Last confirmed 2 days ago. Ask Wren whether all of this is still right."},
		{"2027-10-01 12:00", 365, ""},
	}
	for _, row := range rows {
		a := contact.May(wren(), "email", contact.Pay, in(t, "America/Chicago", row.at), contact.Policy{StaleAfter: row.after})
		if got := said(a.Warnings); !a.Allowed || got != row.want {
			t.Errorf("%s after %d days: allowed %v, warns %q", row.at, row.after, a.Allowed, got)
		}
	}
	s := wren()
	s.Confirmed, s.FirstAsked = day(0, 0, 0), "email"
	a := contact.May(s, "email", contact.Pay, in(t, "America/Chicago", "2026-11-21 14:20"), contact.DefaultPolicy())
	if got := said(a.Warnings); got != "This sheet was never confirmed. Ask Wren whether this is still right and what else is safe." {
		t.Errorf("never confirmed: warns %q", got)
	}
}

func TestEveryRuleHasItsSentence(t *testing.T) {
	rules := []contact.Rule{contact.NothingWritten, contact.NoSuchWay, contact.NeverThisWay, contact.NotBefore, contact.OnLeave,
		contact.ZoneWrong, contact.SheetExpired, contact.SheetNotConfirmed, contact.SafetyNotKnown, contact.NoCodeWord,
		contact.NoHours, contact.ZoneNotKnown, contact.HeldAtOffice, contact.TheyGetInTouch, contact.NotForThis,
		contact.LogisticsOnly, contact.OutsideTheHours}
	for _, rule := range rules {
		e := contact.Entry{Rule: rule}
		if !rule.Known() || e.InWords().IsZero() || e.InWords().String() == (contact.Entry{}).InWords().String() {
			t.Errorf("%s: known %v, in words %q", rule, rule.Known(), e.InWords())
		}
	}
	if contact.Rule("whim").Known() {
		t.Error("a rule that there is not is known")
	}
}

func TestAFromIsNotSaidTwice(t *testing.T) {
	for _, from := range []string{"the library group", "from the library group", "From the library group. ", "de parte de the library group"} {
		s := wren()
		s.From = from
		a := contact.May(s, "email", contact.Pay, in(t, "America/Chicago", "2026-11-21 14:20"), contact.DefaultPolicy())
		if got := a.Say[0].String(); got != "Say you are “from the library group”." {
			t.Errorf("%q: %s", from, got)
		}
	}
}

func TestNoSentenceHoldsANumberOrAnAddress(t *testing.T) {
	s := wren()
	for _, at := range []string{"2026-11-20 10:00", "2026-11-21 03:00"} {
		now := in(t, "America/Chicago", at)
		for _, purpose := range append(contact.Purposes(), contact.AnyPurpose) {
			for _, c := range s.Channels {
				a := contact.May(s, c.ID, purpose, now, contact.DefaultPolicy())
				all := said(slices.Concat(a.Say, a.Conditions, a.Warnings, []wording.Text{a.Because, a.IfSomeoneElse}))
				for _, secret := range []string{"555", "wren.k", "Elm"} {
					if strings.Contains(all, secret) {
						t.Errorf("%s tells %q:\n%s", c.ID, secret, all)
					}
				}
			}
		}
	}
}

func TestWhereOneIsFromIsSaidOnlyAsItWasAgreed(t *testing.T) {
	for _, c := range []struct {
		naming contact.Naming
		from   string
		want   string
	}{
		{contact.NamedFreely, "", ""},
		{contact.NamedFreely, "the library group", "Say you are “from the library group”."},
		{contact.NamedNeutral, "", "Do not say where you are from."},
	} {
		s := wren()
		s.From = c.from
		way(&s, "signal", func(w *contact.Channel) { w.Naming = c.naming })
		got := ""
		for _, say := range contact.May(s, "signal", contact.Logistics, in(t, "America/Chicago", "2026-11-20 10:00"), contact.DefaultPolicy()).Say {
			if text := say.String(); strings.Contains(text, "from") {
				got += text
			}
		}
		if got != c.want {
			t.Errorf("%s, %q: %q", c.naming, c.from, got)
		}
	}
}
