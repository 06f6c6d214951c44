package contact_test

import (
	"testing"
	"time"

	"holdfast/contact"
	"holdfast/record"
)

// wren is the sheet of an invented person, as it stood on Saturday,
// 21 November 2026, at 14:20 in Chicago.
func wren() contact.Sheet {
	return contact.Sheet{
		Member: "a", Name: "Wren", NameForOthers: "Ren", From: "the library group", Zone: "America/Chicago",
		EmergencyPlan: "call Heron", Rhythm: 14,
		SafeWord:  contact.Word{Say: "late fees", Means: "stop and call back tomorrow"},
		LaterWord: contact.Word{Say: "overdue"},
		Confirmed: day(2026, 11, 3), ConfirmedBy: "Coordinator",
		Channels: []contact.Channel{
			{ID: "signal", Kind: contact.Signal, Value: "+1 312 555 0141", Safe: contact.SafeAtTimes, Disappearing: true,
				Attachments: true, Hours: hours(contact.EveryDay, "09:00", "20:00"),
				SomeoneElse: "ask about opening hours, then stop"},
			{ID: "phone", Kind: contact.Phone, Value: "+1 312 555 0141", Safe: contact.SafeAtTimes,
				Hours: hours(contact.Weekdays, "10:00", "15:00")},
			{ID: "email", Kind: contact.Email, Value: "wren.k@example.org", Safe: contact.Safe, Subject: "Book club"},
			{ID: "post", Kind: contact.Post, Value: "12 Elm Street", Safe: contact.NeverSafe},
			{ID: "text", Kind: contact.Text, Value: "+1 312 555 0141"},
		},
	}
}

func day(y int, m time.Month, d int) record.Date { return record.Date{Year: y, Month: m, Day: d} }

func hours(days contact.Days, from, to string) []contact.Window {
	return []contact.Window{{Days: days, From: clock(from), To: clock(to)}}
}

func clock(text string) contact.Clock {
	c, err := contact.ParseClock(text)
	if err != nil {
		panic(err)
	}
	return c
}

// in reads a wall clock of a zone: "2026-11-21 14:20".
func in(t *testing.T, zone, wall string) time.Time {
	t.Helper()
	where, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", wall, where)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// way changes one way of a sheet.
func way(s *contact.Sheet, id record.ID, change func(*contact.Channel)) {
	for i := range s.Channels {
		if s.Channels[i].ID == id {
			change(&s.Channels[i])
		}
	}
}
