package contact_test

import (
	"testing"

	"holdfast/contact"
	"holdfast/record"
)

// TestMayAnswersAsTheSheetSays is the specification of May: what is changed on
// Wren's sheet, what is asked, and the answer. The time is Wren's own.
func TestMayAnswersAsTheSheetSays(t *testing.T) {
	const saturday = "2026-11-21 14:20"
	type sheet = contact.Sheet
	type channel = contact.Channel
	yes := contact.NoRule
	rows := []struct {
		given   string
		change  func(*sheet)
		policy  func(*contact.Policy)
		way     record.ID
		purpose contact.Purpose
		at      string
		want    contact.Rule
		// until and next are in Wren's time; "" is zero.
		until, next string
	}{
		// The hours of a day and of a week.
		{given: "Signal in its hours", way: "signal", at: saturday, want: yes, until: "2026-11-21 20:00"},
		{given: "Signal in the first minute", way: "signal", at: "2026-11-21 09:00", want: yes, until: "2026-11-21 20:00"},
		{given: "Signal in the last minute", way: "signal", at: "2026-11-21 19:59", want: yes, until: "2026-11-21 20:00"},
		{given: "Signal at its end", way: "signal", at: "2026-11-21 20:00", want: contact.OutsideTheHours, next: "2026-11-22 09:00"},
		{given: "Signal before it begins", way: "signal", at: "2026-11-21 08:59", want: contact.OutsideTheHours, next: "2026-11-21 09:00"},
		{given: "the phone at the weekend", way: "phone", at: saturday, want: contact.OutsideTheHours, next: "2026-11-23 10:00"},
		{given: "the phone on a weekday", way: "phone", at: "2026-11-20 10:00", want: yes, until: "2026-11-20 15:00"},
		{given: "the phone on Friday evening", way: "phone", at: "2026-11-20 15:00", want: contact.OutsideTheHours, next: "2026-11-23 10:00"},
		{given: "a purpose that they said no to", way: "signal", at: saturday, purpose: contact.Pay, want: contact.SaidNo,
			policy: func(p *contact.Policy) { p.Refused = []contact.Purpose{contact.Pay} }},
		{given: "another purpose than that", way: "signal", at: saturday, purpose: contact.CheckIn, want: yes, until: "2026-11-21 20:00",
			policy: func(p *contact.Policy) { p.Refused = []contact.Purpose{contact.Pay} }},
		{given: "no to everything", way: "signal", at: saturday, want: contact.SaidNo,
			policy: func(p *contact.Policy) { p.Refused = contact.Purposes() }},
		{given: "a yes to this that is over", way: "signal", at: saturday, purpose: contact.Pay, want: contact.YesIsOver,
			policy: func(p *contact.Policy) { p.Lapsed = []contact.Purpose{contact.Pay} }},
		{given: "an email at any time", way: "email", at: "2026-11-21 03:00", want: yes},
		{given: "two windows, between them", way: "phone", at: "2026-11-20 12:30", want: contact.OutsideTheHours, next: "2026-11-20 14:00",
			change: func(s *sheet) {
				way(s, "phone", func(c *channel) {
					c.Hours = append(hours(contact.Weekdays, "10:00", "12:00"), hours(contact.Weekdays, "14:00", "16:00")...)
				})
			}},
		{given: "two windows that touch are one", way: "phone", at: "2026-11-20 11:00", want: yes, until: "2026-11-20 16:00",
			change: func(s *sheet) {
				way(s, "phone", func(c *channel) {
					c.Hours = append(hours(contact.Weekdays, "10:00", "12:00"), hours(contact.Weekdays, "12:00", "16:00")...)
				})
			}},
		{given: "over midnight, on the day that it begins", way: "phone", at: "2026-11-20 23:30", want: yes, until: "2026-11-21 02:00", change: nights},
		{given: "over midnight, on the day after", way: "phone", at: "2026-11-21 01:59", want: yes, until: "2026-11-21 02:00", change: nights},
		{given: "over midnight, not on the day before", way: "phone", at: "2026-11-20 01:00", want: contact.OutsideTheHours, next: "2026-11-20 22:00", change: nights},
		{given: "over midnight, at its end", way: "phone", at: "2026-11-21 02:00", want: contact.OutsideTheHours, next: "2026-11-27 22:00", change: nights},
		{given: "a whole week has no end", way: "phone", at: saturday, want: yes, change: func(s *sheet) {
			way(s, "phone", func(c *channel) { c.Hours = hours(contact.EveryDay, "00:00", "24:00") })
		}},
		{given: "a whole day ends at midnight", way: "phone", at: saturday, want: yes, until: "2026-11-22 00:00", change: func(s *sheet) {
			way(s, "phone", func(c *channel) { c.Hours = hours(contact.On(6), "00:00", "24:00") })
		}},
		{given: "a window without a length", way: "phone", at: "2026-11-21 10:00", want: contact.OutsideTheHours, change: func(s *sheet) {
			way(s, "phone", func(c *channel) { c.Hours = hours(contact.EveryDay, "10:00", "10:00") })
		}},
		{given: "a window without a day", way: "phone", at: "2026-11-21 11:00", want: contact.OutsideTheHours, change: func(s *sheet) {
			way(s, "phone", func(c *channel) { c.Hours = hours(0, "10:00", "15:00") })
		}},
		{given: "hours bind where the way is safe too", way: "email", at: saturday, want: contact.OutsideTheHours, next: "2026-11-23 10:00", change: func(s *sheet) {
			way(s, "email", func(c *channel) { c.Hours = hours(contact.Weekdays, "10:00", "15:00") })
		}},

		// The clocks change: 8 March and 1 November 2026 in Chicago.
		{given: "spring: the hour that is left out", way: "phone", at: "2026-03-08 01:59", want: contact.OutsideTheHours, next: "2026-03-15 02:15", change: quarterPastTwo},
		{given: "spring: a Sunday is skipped, the one after next counts", way: "phone", at: "2026-03-01 02:45", want: contact.OutsideTheHours, next: "2026-03-15 02:15", change: quarterPastTwo},
		{given: "spring: a window that loses its beginning", way: "phone", at: "2026-03-08 01:00", want: contact.OutsideTheHours, next: "2026-03-08 03:00", change: twoToFour},
		{given: "spring: a night that is one hour shorter", way: "phone", at: "2026-03-08 01:30", want: yes, until: "2026-03-08 04:00",
			change: func(s *sheet) { early(s); hoursOf(s, "00:00", "04:00") }},
		{given: "autumn: the hour that comes twice, the first time", way: "phone", at: "2026-11-01 00:30", want: contact.OutsideTheHours, next: "2026-11-01 01:00",
			change: func(s *sheet) { early(s); hoursOf(s, "01:00", "02:00") }},
		{given: "autumn: a window over the change", way: "phone", at: "2026-11-01 00:45", want: yes, until: "2026-11-01 03:00",
			change: func(s *sheet) { early(s); hoursOf(s, "00:30", "03:00") }},
		{given: "no change of clocks: Phoenix", way: "phone", at: "2026-03-08 01:59", want: contact.OutsideTheHours, next: "2026-03-08 02:15",
			change: func(s *sheet) { quarterPastTwo(s); s.Zone = "America/Phoenix" }},

		// What is not known is no.
		{given: "nothing is written down", way: "signal", at: saturday, want: contact.NothingWritten, change: func(s *sheet) { s.Channels = nil }},
		{given: "the empty sheet", way: "signal", at: saturday, want: contact.NothingWritten, change: func(s *sheet) { *s = sheet{} }},
		{given: "a way that is not on the sheet", way: "pigeon", at: saturday, want: contact.NoSuchWay},
		{given: "no way at all", way: "", at: saturday, want: contact.NoSuchWay},
		{given: "a way without an ID", way: "", at: saturday, want: contact.NoSuchWay, change: func(s *sheet) { way(s, "email", func(c *channel) { c.ID = "" }) }},
		{given: "two ways that can't be told apart", way: "email", at: saturday, want: contact.NoSuchWay, change: func(s *sheet) { way(s, "phone", func(c *channel) { c.ID = "email" }) }},
		{given: "a kind that there is not", way: "email", at: saturday, want: contact.NoSuchWay, change: func(s *sheet) { way(s, "email", func(c *channel) { c.Kind = "fax" }) }},
		{given: "safety not known", way: "text", at: saturday, want: contact.SafetyNotKnown},
		{given: "safety that makes no sense", way: "text", at: saturday, want: contact.SafetyNotKnown, change: func(s *sheet) { way(s, "text", func(c *channel) { c.Safe = "maybe" }) }},
		{given: "never", way: "post", at: saturday, want: contact.NeverThisWay},
		{given: "never, in an emergency", way: "post", purpose: contact.Emergency, at: saturday, want: contact.NeverThisWay},
		{given: "only at times, and none written down", way: "phone", at: saturday, want: contact.NoHours, change: func(s *sheet) { way(s, "phone", func(c *channel) { c.Hours = nil }) }},
		{given: "only with the code word", way: "phone", at: "2026-11-20 10:00", want: yes, until: "2026-11-20 15:00", change: func(s *sheet) { way(s, "phone", func(c *channel) { c.Safe = contact.SafeWithWord }) }},
		{given: "only with the code word, and there is none", way: "phone", at: "2026-11-20 10:00", want: contact.NoCodeWord, change: func(s *sheet) {
			s.SafeWord = contact.Word{}
			way(s, "phone", func(c *channel) { c.Safe = contact.SafeWithWord })
		}},
		{given: "hours without a time zone", way: "phone", at: "2026-11-20 10:00", want: contact.ZoneNotKnown, change: func(s *sheet) { s.Zone = "" }},
		{given: "hours are never read in the board's zone", way: "phone", at: "2026-11-20 10:00", want: contact.ZoneNotKnown, change: func(s *sheet) { s.Zone = "" },
			policy: func(p *contact.Policy) { p.Zone = "America/Chicago" }},
		{given: "no hours and no time zone", way: "email", at: saturday, want: yes, change: func(s *sheet) { s.Zone = "" }},
		{given: "a time zone that there is not", way: "email", at: saturday, want: contact.ZoneWrong, change: func(s *sheet) { s.Zone = "America/Atlantis" }},
		{given: "the machine's own time zone", way: "email", at: saturday, want: contact.ZoneWrong, change: func(s *sheet) { s.Zone = "Local" }},
		{given: "a time zone that is a path", way: "email", at: saturday, want: contact.ZoneWrong, change: func(s *sheet) { s.Zone = "../../etc/passwd" }},

		// When the sheet was confirmed.
		{given: "confirmed 90 days ago", way: "email", at: "2027-02-01 12:00", want: yes},
		{given: "confirmed two years ago: allowed, with a warning", way: "email", at: "2028-11-21 12:00", want: yes},
		{given: "never confirmed", way: "email", at: saturday, want: contact.SheetNotConfirmed, change: unconfirmed},
		{given: "never confirmed: the way first asked for", way: "email", at: saturday, want: yes, change: func(s *sheet) { unconfirmed(s); s.FirstAsked = "email" }},
		{given: "never confirmed: another way than first asked for", way: "signal", at: saturday, want: contact.SheetNotConfirmed, change: func(s *sheet) { unconfirmed(s); s.FirstAsked = "email" }},
		{given: "never confirmed: first asked for, safety not known", way: "text", at: saturday, want: yes, change: func(s *sheet) { unconfirmed(s); s.FirstAsked = "text" }},
		{given: "never confirmed: first asked for, but never", way: "post", at: saturday, want: contact.NeverThisWay, change: func(s *sheet) { unconfirmed(s); s.FirstAsked = "post" }},
		{given: "never confirmed: first asked for, outside its hours", way: "phone", at: saturday, want: contact.OutsideTheHours, next: "2026-11-23 10:00", change: func(s *sheet) { unconfirmed(s); s.FirstAsked = "phone" }},
		{given: "confirmed: first asked for, safety not known", way: "text", at: saturday, want: contact.SafetyNotKnown, change: func(s *sheet) { s.FirstAsked = "text" }},
		{given: "confirmed on a day to come", way: "email", at: saturday, want: contact.SheetNotConfirmed, next: "2026-12-24 00:00", change: func(s *sheet) { s.Confirmed = day(2026, 12, 25) }},
		{given: "confirmed tomorrow, which it is where the coordinator is", way: "email", at: saturday, want: yes, change: func(s *sheet) { s.Confirmed = day(2026, 11, 22) }},
		{given: "on the last day of the sheet", way: "email", at: saturday, want: yes, until: "2026-11-22 00:00", change: func(s *sheet) { s.ConfirmBy = day(2026, 11, 21) }},
		{given: "past the last day of the sheet", way: "email", at: saturday, want: contact.SheetExpired, change: func(s *sheet) { s.ConfirmBy = day(2026, 11, 20) }},
		{given: "past the last day: also the way first asked for", way: "email", at: saturday, want: contact.SheetExpired, change: func(s *sheet) {
			unconfirmed(s)
			s.FirstAsked, s.ConfirmBy = "email", day(2026, 11, 20)
		}},

		// What the person asked for.
		{given: "not before a day to come", way: "email", at: saturday, want: contact.NotBefore, next: "2026-12-03 00:00", change: func(s *sheet) { s.DoNotContactUntil = day(2026, 12, 3) }},
		{given: "not before a day to come, and hours", way: "signal", at: saturday, want: contact.NotBefore, next: "2026-12-03 09:00", change: func(s *sheet) { s.DoNotContactUntil = day(2026, 12, 3) }},
		{given: "not before today", way: "email", at: "2026-12-03 00:00", want: yes, change: func(s *sheet) { s.DoNotContactUntil = day(2026, 12, 3) }},
		{given: "not before a day after the sheet's last", way: "email", at: saturday, want: contact.NotBefore, change: func(s *sheet) {
			s.DoNotContactUntil, s.ConfirmBy = day(2026, 12, 3), day(2026, 12, 1)
		}},
		{given: "they get in touch themselves", way: "email", at: saturday, want: contact.TheyGetInTouch, change: func(s *sheet) { s.Initiates = contact.TheyBegin }},
		{given: "either of the two gets in touch", way: "email", at: saturday, want: yes, change: func(s *sheet) { s.Initiates = contact.EitherSide }},
		{given: "letters wait at the office", way: "post", at: saturday, want: contact.HeldAtOffice, change: func(s *sheet) {
			way(s, "post", func(c *channel) { c.Safe, c.HoldAtOffice = contact.Safe, true })
		}},
		{given: "a purpose that the way is for", way: "email", purpose: contact.Pay, at: saturday, want: yes, change: onlyPay},
		{given: "a purpose that the way is not for", way: "email", purpose: contact.BoardWork, at: saturday, want: contact.NotForThis, change: onlyPay},
		{given: "any purpose that there is", way: "email", at: saturday, want: yes, change: onlyPay},
		{given: "a purpose that there is not", way: "email", purpose: "gossip", at: saturday, want: contact.NotForThis},
		{given: "an emergency opens no way", way: "phone", purpose: contact.Emergency, at: saturday, want: contact.OutsideTheHours, next: "2026-11-23 10:00"},

		// Leave.
		{given: "no contact on leave", way: "email", at: saturday, want: contact.OnLeave, policy: leave(contact.LeaveNone)},
		{given: "no contact on leave, not even for logistics", way: "email", purpose: contact.Logistics, at: saturday, want: contact.OnLeave, policy: leave(contact.LeaveNone)},
		{given: "logistics on leave", way: "email", purpose: contact.Logistics, at: saturday, want: yes, policy: leave(contact.LeaveLogistics)},
		{given: "pay on a leave for logistics only", way: "email", purpose: contact.Pay, at: saturday, want: contact.LogisticsOnly, policy: leave(contact.LeaveLogistics)},
		{given: "any purpose on a leave for logistics only", way: "email", at: saturday, want: yes, policy: leave(contact.LeaveLogistics)},
		{given: "logistics only, on a way for pay only", way: "email", at: saturday, want: contact.LogisticsOnly, policy: leave(contact.LeaveLogistics), change: onlyPay},
		{given: "a leave that makes no sense is no contact", way: "email", at: saturday, want: contact.OnLeave, policy: leave("sometimes")},

		// Several reasons at once: the one that counts most is told.
		{given: "never comes before all", way: "post", at: saturday, want: contact.NeverThisWay, policy: leave(contact.LeaveNone), change: func(s *sheet) {
			s.DoNotContactUntil, s.ConfirmBy = day(2026, 12, 3), day(2026, 11, 1)
		}},
		{given: "a request comes before an old sheet", way: "email", at: saturday, want: contact.NotBefore, change: func(s *sheet) {
			s.DoNotContactUntil, s.ConfirmBy = day(2026, 12, 3), day(2026, 11, 1)
		}},
		{given: "the hour comes last", way: "phone", at: saturday, want: contact.SheetNotConfirmed, change: unconfirmed},
	}
	if len(rows) < 60 {
		t.Fatalf("the specification has only %d rows", len(rows))
	}
	for _, row := range rows {
		t.Run(row.given, func(t *testing.T) {
			s, p := wren(), contact.DefaultPolicy()
			if row.change != nil {
				row.change(&s)
			}
			if row.policy != nil {
				row.policy(&p)
			}
			zone := "America/Chicago"
			if s.Zone == "America/Phoenix" {
				zone = s.Zone
			}
			got := contact.May(s, row.way, row.purpose, in(t, zone, row.at), p)
			if got.Rule != row.want || got.Allowed != (row.want == yes) {
				t.Fatalf("allowed %v, rule %q; want %q", got.Allowed, got.Rule, row.want)
			}
			if got.Because.IsZero() {
				t.Error("no reason is given")
			}
			sameInstant(t, "until", got.Until, zone, row.until)
			sameInstant(t, "next safe", got.NextSafe, zone, row.next)
		})
	}
}

func nights(s *contact.Sheet) {
	way(s, "phone", func(c *contact.Channel) { c.Hours = hours(contact.On(5), "22:00", "02:00") })
}

// early moves the confirmation back to where the clocks have not changed yet.
func early(s *contact.Sheet) { s.Confirmed = day(2026, 1, 5) }

func hoursOf(s *contact.Sheet, from, to string) {
	way(s, "phone", func(c *contact.Channel) { c.Hours = hours(contact.EveryDay, from, to) })
}

// quarterPastTwo is a window on Sundays that the clocks of Chicago leave out
// once a year.
func quarterPastTwo(s *contact.Sheet) {
	early(s)
	way(s, "phone", func(c *contact.Channel) { c.Hours = hours(contact.On(0), "02:15", "02:45") })
}

func twoToFour(s *contact.Sheet) { early(s); hoursOf(s, "02:00", "04:00") }

func unconfirmed(s *contact.Sheet) { s.Confirmed = record.Date{} }

func onlyPay(s *contact.Sheet) {
	way(s, "email", func(c *contact.Channel) { c.Purposes = []contact.Purpose{contact.Pay} })
}

func leave(l contact.Leave) func(*contact.Policy) {
	return func(p *contact.Policy) { p.Leave = l }
}
