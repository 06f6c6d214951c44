package board

import (
	"fmt"
	"time"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
)

// sheet is the contact sheet of the n-th invented person. The first is the
// one that the documentation shows.
func (v *inventor) sheet(n int, m member.Member) (contact.Sheet, error) {
	s := contact.Sheet{Member: m.ID, From: "the library group", Zone: demoZone, Initiates: contact.EitherSide}
	switch {
	case n == 0:
		s = v.wren(s)
	case n%12 == 10 && m.Stage().Joining():
		s.Channels = []contact.Channel{v.email(m)}
	case n > 12 && v.dice.IntN(20) == 0:
		return contact.Sheet{Member: m.ID}, nil
	default:
		s = v.ordinary(s, m)
	}
	for i := range s.Channels {
		id, err := record.NewID(v.chance)
		if err != nil {
			return s, err
		}
		s.Channels[i].ID = id
	}
	s.FirstAsked = s.Channels[0].ID
	v.confirm(n, &s)
	return s, nil
}

func (v *inventor) wren(s contact.Sheet) contact.Sheet {
	s.SafeWord = contact.Word{Say: "late fees", Means: "stop and call back tomorrow"}
	number := v.number()
	s.Channels = []contact.Channel{
		{Kind: contact.Signal, Value: number, Safe: contact.SafeAtTimes, Hours: hours(contact.EveryDay, 9, 20),
			Disappearing: true, SomeoneElse: "ask about opening hours, then stop"},
		{Kind: contact.Phone, Value: number, Safe: contact.SafeAtTimes, Hours: hours(contact.Weekdays, 10, 15),
			SharedDevice: "a cousin at weekends", SomeoneElse: "ask about opening hours, then stop"},
		{Kind: contact.Email, Value: "wren.reads@example.org", Safe: contact.Safe, Subject: "Book club"},
		{Kind: contact.Post, Safe: contact.NeverSafe},
	}
	return s
}

// ordinary is a sheet put together by chance, with what is common.
func (v *inventor) ordinary(s contact.Sheet, m member.Member) contact.Sheet {
	s.From = pick(v, "the library group", "the garden project", "the book club", "el grupo de lectura", "the Tuesday class")
	s.Zone = pick(v, demoZone, demoZone, demoZone, "America/New_York", "America/Denver", "America/Los_Angeles", "America/Phoenix")
	s.Rhythm = pick(v, 0, 0, 0, 0, 0, 30, 45)
	if v.dice.IntN(3) == 0 {
		s.SafeWord = contact.Word{Say: pick(v, "overdue", "la receta", "the blue bag"), Means: pick(v, "stop, and try again tomorrow", "cuelga y espera")}
		s.DangerWord = contact.Word{Say: pick(v, "Is Martha there?", "wrong number, sorry"), Means: "follow the plan for an emergency"}
		s.EmergencyPlan = "Wait ten minutes, then call the support person. Do not come by."
	}
	ways := []contact.Channel{v.phone(), v.message(), v.email(m)}
	for _, at := range v.dice.Perm(len(ways))[:1+v.dice.IntN(len(ways))] {
		s.Channels = append(s.Channels, ways[at])
	}
	if v.dice.IntN(3) == 0 {
		s.Channels = append(s.Channels, contact.Channel{Kind: contact.Post, Safe: pick(v, contact.NeverSafe, contact.SafetyUnknown)})
	}
	return s
}

func (v *inventor) phone() contact.Channel {
	way := contact.Channel{Kind: contact.Phone, Value: v.number(), Safe: contact.SafeAtTimes,
		Hours:     hours(pick(v, contact.Weekdays, contact.EveryDay), pick(v, 8, 9, 10), pick(v, 15, 17, 19)),
		Voicemail: pick(v, contact.NoVoicemail, contact.VagueVoicemail), SomeoneElse: "say that it was a wrong number"}
	if v.dice.IntN(5) == 0 {
		way.Safe, way.Hours = contact.NeverSafe, nil
	}
	return way
}

func (v *inventor) message() contact.Channel {
	return contact.Channel{Kind: pick(v, contact.Signal, contact.Text, contact.WhatsApp), Value: v.number(),
		Safe: contact.SafeAtTimes, Hours: hours(contact.EveryDay, pick(v, 8, 9, 12), pick(v, 18, 20, 21)),
		Disappearing: v.dice.IntN(2) == 0}
}

func (v *inventor) email(m member.Member) contact.Channel {
	return contact.Channel{Kind: contact.Email, Value: fmt.Sprintf("reader.%s@example.org", m.ID.Short()),
		Safe: contact.Safe, Subject: pick(v, "Book club", "Garden plan", "Receta")}
}

// confirm says when the sheet was last gone through.
func (v *inventor) confirm(n int, s *contact.Sheet) {
	ago := 5 + v.dice.IntN(80)
	switch {
	case n == 0:
		ago = 18
	case n == 4:
		ago = 97
	case n == 10:
		return
	case n > 12 && v.dice.IntN(6) == 0:
		ago = 91 + v.dice.IntN(60)
	}
	s.Confirmed, s.ConfirmedBy = v.today.AddDays(-ago), "Coordinator"
	if n == 6 {
		s.DoNotContactUntil = v.today.AddDays(2)
	}
}

// contacted is a contact with a person, mostly at an hour that they gave.
func (v *inventor) contacted(id record.ID, s contact.Sheet, ago int) contact.Entry {
	way := s.Channels[0]
	if other := s.Channels[v.dice.IntN(len(s.Channels))]; other.Value != "" {
		way = other
	}
	hour := 12
	if len(way.Hours) > 0 {
		hour = int(way.Hours[0].From)/60 + 1
	}
	day := v.today.AddDays(-ago)
	zone, err := contact.Zone(s.Zone)
	if err != nil {
		zone = time.UTC
	}
	entry := contact.Entry{ID: id, Member: s.Member, Channel: way.ID, Kind: way.Kind,
		At:      time.Date(day.Year, day.Month, day.Day, hour, 5*v.dice.IntN(12), 0, 0, zone).UTC(),
		Purpose: pick(v, contact.Logistics, contact.CheckIn, contact.BoardWork), Outcome: contact.Sent}
	if way.Kind == contact.Phone {
		entry.Outcome = pick(v, contact.Reached, contact.Reached, contact.NoAnswer, contact.CallLater)
	}
	if entry.Outcome == contact.Reached {
		entry.Answered = contact.ThePerson
	}
	if way.Safe == contact.NeverSafe || way.Safe == contact.SafetyUnknown {
		entry.Incoming, entry.Outcome = true, contact.Reached
	}
	return entry
}

// hours are from one full hour to another.
func hours(days contact.Days, from, to int) []contact.Window {
	return []contact.Window{{Days: days, From: contact.Clock(60 * from), To: contact.Clock(60 * to)}}
}

// number is one of those that are kept free for stories.
func (v *inventor) number() string {
	return fmt.Sprintf("+1 %d 555 01%02d", pick(v, 202, 312, 415, 512, 615, 713), v.dice.IntN(100))
}
