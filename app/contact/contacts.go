package contactpage

import (
	"time"

	"holdfast/contact"
	"holdfast/record"
	"holdfast/wording"
)

// Contact is one line of the log.
type Contact struct {
	// When is the day and the time at the coordinator's.
	When string
	// Way is how, and Who began where it was the person.
	Way, Who string
	// How is how it went; Note says more.
	How, Note string
	// Outside names the rule where it was outside the rules of the sheet, and
	// is empty where it was within.
	Outside string
}

// contacts are the contacts so far, the latest first.
func (m *TabModel) contacts(entries []contact.Entry, sheet contact.Sheet, zone *time.Location) []Contact {
	list := make([]Contact, len(entries))
	for i, e := range entries {
		list[i] = m.contact(e, sheet, zone)
	}
	return list
}

// used says when a way was last used, and what last went wrong on it.
func (m *TabModel) used(u contact.Use, zone *time.Location) []string {
	var said []string
	if !u.Last.IsZero() {
		said = append(said, m.book.Say("Last used on {date}.", "date", record.DateOf(u.Last.In(zone))))
	}
	if !u.Problem.At.IsZero() {
		said = append(said, m.book.Say("The last problem was on {date}: {outcome}.",
			"date", record.DateOf(u.Problem.At.In(zone)), "outcome", u.Problem.Outcome.Name()))
	}
	return said
}

// clock is the time of day that a wall clock shows.
func clock(at time.Time) wording.Clock { return wording.Clock(at.Hour()*60 + at.Minute()) }

func (m *TabModel) contact(e contact.Entry, sheet contact.Sheet, zone *time.Location) Contact {
	at := e.At.In(zone)
	c := Contact{
		When: m.book.Say("{date}, {time}", "date", record.DateOf(at), "time", clock(at)),
		Way:  m.book.Render(e.Kind.Name()), How: wording.Capital(m.book.Render(e.Outcome.Name())), Note: e.Note,
	}
	if way, ok := sheet.Channel(e.Channel); ok {
		c.Way = m.book.Render(way.Name())
	}
	if e.Incoming {
		c.Who = m.book.Say("{name} got in touch", "name", m.name)
	}
	if e.Answered != contact.Nobody {
		c.How = m.book.Say("{outcome} · {who} answered", "outcome", c.How, "who", e.Answered.Name())
	}
	if e.Purpose != contact.AnyPurpose {
		c.How = m.book.Say("{outcome} · about {purpose}", "outcome", c.How, "purpose", e.Purpose.Name())
	}
	if !e.Within {
		c.Outside = wording.Capital(m.book.Render(e.InWords()))
	}
	return c
}
