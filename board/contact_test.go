package board_test

import (
	"strings"
	"testing"
	"time"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

func TestTheRulesHoldAtTheHourWhereThePersonIs(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	reachable(t, b, wren.ID, "2026-11-03")
	for _, try := range []struct {
		at      string
		allowed bool
		next    string
	}{
		{"2026-11-21T14:20:00-06:00", true, ""},
		{"2026-11-21T19:59:59-06:00", true, ""},
		{"2026-11-21T20:00:00-06:00", false, "2026-11-22T09:00:00-06:00"},
		{"2026-11-22T08:59:00-06:00", false, "2026-11-22T09:00:00-06:00"},
		{"2027-03-14T08:30:00-05:00", false, "2027-03-14T09:00:00-05:00"}, // the clocks changed in the night
	} {
		w.now = at(t, try.at)
		reach, err := b.May(wren.ID, contact.Logistics)
		must(t, err)
		next := ""
		if !reach.NextSafe.IsZero() {
			next = reach.NextSafe.Format(time.RFC3339)
		}
		if reach.Allowed != try.allowed || next != try.next {
			t.Errorf("%s: allowed %v, next %q; want %v, %q", try.at, reach.Allowed, next, try.allowed, try.next)
		}
		if reach.Ways[1].Answer.Allowed {
			t.Errorf("%s: a call is allowed although it was said never", try.at)
		}
	}
}

func TestSomebodyWithoutASheetMayNotBeReached(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	reach, err := b.May(wren.ID, contact.AnyPurpose)
	must(t, err)
	if reach.Allowed || len(reach.Ways) != 0 {
		t.Errorf("%+v", reach)
	}
}

func TestALeaveClosesWhatWasNotAgreed(t *testing.T) {
	for _, try := range []struct {
		agreed    member.LeaveContact
		logistics bool
		boardWork bool
	}{
		{"", false, false},
		{member.LeaveContactNone, false, false},
		{member.LeaveContactLogistics, true, false},
		{member.LeaveContactNormal, true, true},
	} {
		t.Run("agreed "+string(try.agreed), func(t *testing.T) {
			b := newWorld(t).settled()
			wren := add(t, b, "Wren")
			reachable(t, b, wren.ID, "2026-11-03")
			_, err := b.MoveMember(wren.ID, member.StageChange{Stage: member.OnLeave, Leave: member.Leave{Contact: try.agreed}})
			must(t, err)
			for purpose, want := range map[contact.Purpose]bool{contact.Logistics: try.logistics, contact.BoardWork: try.boardWork} {
				reach, err := b.May(wren.ID, purpose)
				must(t, err)
				if reach.Allowed != want {
					t.Errorf("%s: allowed %v, want %v", purpose, reach.Allowed, want)
				}
			}
		})
	}
}

func TestTheSettingDecidesWhenASheetIsOld(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	reachable(t, b, wren.ID, "2026-11-03")
	for days, fresh := range map[string]bool{"90": true, "18": true, "17": false, "7": false} {
		_, err := b.SetSetting("confirm_days", days)
		must(t, err)
		now, err := b.RightNow(wren.ID)
		must(t, err)
		if now.Fresh != fresh {
			t.Errorf("confirmed 18 days ago, every %s days: fresh %v", days, now.Fresh)
		}
	}
}

func TestTheNamesOfThePersonServeWhereTheSheetHasNone(t *testing.T) {
	b := newWorld(t).settled()
	m, err := b.AddMember(member.Member{Name: "Wren", SpokenName: "Sam"})
	must(t, err)
	reachable(t, b, m.ID, "2026-11-03")
	reach, err := b.May(m.ID, contact.AnyPurpose)
	must(t, err)
	var said []string
	for _, text := range reach.Ways[0].Answer.Say {
		said = append(said, text.String())
	}
	if all := strings.Join(said, " "); !strings.Contains(all, "“Wren”") || !strings.Contains(all, "“Sam”") {
		t.Errorf("what to say: %s", all)
	}
	if s, err := b.Sheet(m.ID); err != nil || s.Name != "" {
		t.Errorf("the sheet as it is kept has the name %q, %v", s.Name, err)
	}
}

func TestAContactOutsideTheRulesIsKeptAsOne(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	s := reachable(t, b, wren.ID, "2026-11-03")
	for _, try := range []struct {
		why   string
		entry contact.Entry
		rule  contact.Rule
	}{
		{"at an hour that was given", contact.Entry{Channel: s.Channels[0].ID, Outcome: contact.Sent}, contact.NoRule},
		{"in the night", contact.Entry{Channel: s.Channels[0].ID, Outcome: contact.Sent, At: at(t, "2026-11-21T03:00:00-06:00")}, contact.OutsideTheHours},
		{"by a call that was never to be", contact.Entry{Channel: s.Channels[1].ID, Outcome: contact.Reached}, contact.NeverThisWay},
		{"in a way that is not on the sheet", contact.Entry{Kind: contact.WhatsApp, Outcome: contact.Sent}, contact.NoSuchWay},
		{"by the person themselves", contact.Entry{Channel: s.Channels[1].ID, Outcome: contact.Reached, Incoming: true}, contact.NoRule},
	} {
		try.entry.Member = wren.ID
		e, err := b.Contacted(try.entry)
		must(t, err)
		if e.Rule != try.rule || e.Within != (try.rule == contact.NoRule) {
			t.Errorf("%s: within %v by rule %q, want rule %q", try.why, e.Within, e.Rule, try.rule)
		}
	}
	log, err := b.ContactLog(wren.ID)
	must(t, err)
	if len(log) != 5 || log[4].Rule != contact.OutsideTheHours {
		t.Errorf("the log: %+v", log)
	}
}

func TestALaterSheetDoesNotRewriteWhatWasWithinTheRules(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	s := reachable(t, b, wren.ID, "2026-11-03")
	_, err := b.Contacted(contact.Entry{Member: wren.ID, Channel: s.Channels[0].ID, Outcome: contact.Sent})
	must(t, err)
	s.Channels[0].Safe, s.Channels[0].Hours = contact.NeverSafe, nil
	must(t, b.SaveSheet(s))
	log, err := b.ContactLog(wren.ID)
	must(t, err)
	if !log[0].Within {
		t.Error("a contact that was allowed is now said not to have been")
	}
}

func TestAContactIsJudgedByTheSheetAsItWasThen(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	s := reachable(t, b, wren.ID, "2026-11-03")
	contacted := w.now
	for _, change := range []func() error{
		func() error { return b.ConfirmSheet(wren.ID, contact.Confirmation{}) },
		func() error {
			s.Channels[0].Safe, s.Channels[0].Hours = contact.NeverSafe, nil
			return b.SaveSheet(s)
		},
		func() error {
			_, err := b.MoveMember(wren.ID, member.StageChange{Stage: member.OnLeave})
			return err
		},
	} {
		w.now = w.now.AddDate(0, 0, 1)
		must(t, change())
	}
	for _, try := range []struct {
		why  string
		at   time.Time
		rule contact.Rule
	}{
		{"three days ago, as it was then", contacted, contact.NoRule},
		{"before anything was written down", contacted.AddDate(0, 0, -2), contact.NoRule},
		{"two days ago, after it was confirmed again", contacted.AddDate(0, 0, 1), contact.NoRule},
		{"yesterday, after it was said never", contacted.AddDate(0, 0, 2), contact.NeverThisWay},
	} {
		e, err := b.Contacted(contact.Entry{Member: wren.ID, Channel: s.Channels[0].ID, Outcome: contact.Sent, At: try.at})
		must(t, err)
		if e.Rule != try.rule {
			t.Errorf("%s: %q, want %q", try.why, e.Rule, try.rule)
		}
	}
	now, err := b.Sheet(wren.ID)
	must(t, err)
	if now.Channels[0].Safe != contact.NeverSafe {
		t.Error("writing a contact down changed the sheet")
	}
}

func TestAContactIsNotWrittenDownBeforeItWas(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	_, err := b.Contacted(contact.Entry{Member: wren.ID, Kind: contact.Phone, Outcome: contact.Reached, At: w.now.Add(time.Minute)})
	if problems := wording.Problems(err); len(problems) != 1 || problems[0].Field != "at" {
		t.Errorf("%v", err)
	}
}

func TestConfirmingSaysWithWhichKeyAndUntilWhen(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	reachable(t, b, wren.ID, "2026-05-01")
	until := record.Date{Year: 2026, Month: time.December, Day: 24}
	must(t, b.ConfirmSheet(wren.ID, contact.Confirmation{Until: until}))
	s, err := b.Sheet(wren.ID)
	must(t, err)
	if s.Confirmed.String() != "2026-11-21" || s.ConfirmedBy != "Recovery kit" || s.ConfirmBy != until {
		t.Errorf("confirmed on %s by %q until %s", s.Confirmed, s.ConfirmedBy, s.ConfirmBy)
	}
}

func TestANewWayGetsAnIdentifierAndAnOldOneKeepsIts(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	s := reachable(t, b, wren.ID, "2026-11-03")
	first := s.Channels[0].ID
	s.Channels = append(s.Channels, contact.Channel{Kind: contact.Email, Value: "w@example.org", Safe: contact.Safe})
	must(t, b.SaveSheet(s))
	s, err := b.Sheet(wren.ID)
	must(t, err)
	if s.Channels[0].ID != first || s.Channels[2].ID == "" || s.Channels[2].ID == first {
		t.Errorf("%+v", s.Channels)
	}
}
