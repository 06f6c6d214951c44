package consent

import (
	"slices"

	"holdfast/record"
)

// Choice is how it stands with one thing that a person was asked about: a row
// of their page.
type Choice struct {
	Scope
	State State
	// Event is the one by which it stands so; Yes the last yes to it, zero
	// where there was none.
	Event, Yes Event
	// Until is the last day, where there was a yes.
	Until record.Date
}

// Holds says whether the choice is a yes that is in force on a day: one that
// begins later is given, and does not hold yet.
func (c Choice) Holds(day record.Date) bool { return c.State.Live() && !day.Before(c.Yes.Terms.Start) }

// Question asks the gate about the choice itself on a day; of several places
// about the first.
func (c Choice) Question(day record.Date) Question {
	q := Question{Purpose: c.Purpose, Recipient: c.Recipient, Item: c.Item, Version: c.Yes.Terms.Version, Day: day}
	if len(c.Channels) > 0 {
		q.Channel = c.Channels[0]
	}
	return q
}

// DaysLeft is how many days a yes holds after a day; negative once it is over.
func (c Choice) DaysLeft(day record.Date) int { return day.DaysUntil(c.Until) }

// Choices are all choices of a person as they stand on a day, in the order in
// which they were first spoken of. They are what the gate goes by, in rows: a
// yes that a no has taken a part of is two of them.
func (f File) Choices(day record.Date) []Choice {
	rows := f.rows(ThePerson, day)
	slices.SortStableFunc(rows, func(a, b row) int { return inOrder(a.first, b.first) })
	standing, choices := f.Standing(day), make([]Choice, len(rows))
	for i, r := range rows {
		c := Choice{Scope: r.Scope, Event: *r.event}
		if r.yes != nil {
			c.Yes = *r.yes
		}
		c.State, c.Until = c.stands(standing, day)
		choices[i] = c
	}
	return choices
}

// stands is the state of a choice on a day, and the last day of its yes.
func (c *Choice) stands(s Standing, day record.Date) (State, record.Date) {
	until := c.Yes.Terms.End
	if s.outgrown(&c.Yes, s.DecidesFrom) && !until.Before(s.DecidesFrom) {
		until = s.DecidesFrom.AddDays(-1)
	}
	switch {
	case c.Event.Kind.Yes() && day.After(until):
		return StateExpired, until
	case c.Event.Kind == Refused && c.Yes.ID != "":
		return StateWithdrawn, until // a no to what there was a yes to takes it back
	default:
		return State(c.Event.Kind), until
	}
}

// row is a choice while it is being worked out: by which event it stands, the
// last yes to it (nil for none), and when it was first spoken of.
type row struct {
	Scope
	event, yes, first *Event
}

// rows are what one voice said by a day, each thing in the last word about it.
func (f File) rows(voice Voice, day record.Date) []row {
	var rows []row
	each := func(of func(Kind) bool, add func([]row, *Event) []row) {
		for n := range f.Events {
			if e := &f.Events[n]; e.Voice == voice && of(e.Kind) && !e.On.After(day) {
				rows = add(rows, e)
			}
		}
	}
	each(Kind.Yes, func(rows []row, yes *Event) []row { return agree(rows, yes, day) })
	each(Kind.No, refuse)
	each(func(k Kind) bool { return k == Asked || k == Deferred }, wait)
	return rows
}

// agree adds a yes, or lets it take the place of one about the same thing,
// once it has begun.
func agree(rows []row, yes *Event, day record.Date) []row {
	add := row{Scope: yes.Scope, event: yes, yes: yes, first: yes}
	if day.Before(yes.Terms.Start) {
		return append(rows, add)
	}
	return append(slices.DeleteFunc(rows, func(old row) bool {
		replaced := yes.sameThing(old.yes)
		if replaced && inOrder(old.first, add.first) < 0 {
			add.first = old.first
		}
		return replaced
	}), add)
}

// refuse lets a no take every yes that it ends, in whole or in part, and adds
// it by itself where nothing else shows it.
func refuse(rows []row, no *Event) []row {
	shown := no.Purpose == Everything
	for i := range rows {
		r := &rows[i]
		switch {
		case r.yes == nil: // a no before this one
			shown = shown || r.Scope.answers(no.Scope) && no.Scope.answers(r.Scope)
		case !no.Scope.meets(r.Scope):
		case !no.ends(r.yes):
			shown = shown || r.Scope.answers(no.Scope) // they have agreed since
		case no.Scope.answers(r.Scope):
			shown = true
			if !r.event.Kind.No() || r.event.Kind == Ended || no.Kind != Ended {
				r.event = no
			}
		case no.Scope.takesPart(r.Scope):
			r.Channels = no.Scope.left(r.Channels)
		}
	}
	if shown {
		return rows
	}
	return append(rows, row{Scope: no.Scope, event: no, first: no})
}

// answers says whether what is said about s says all about old too: a no to s
// leaves nothing of a yes to old, and a yes to s nothing of a no.
func (s Scope) answers(old Scope) bool {
	return s.Purpose.covers(old.Purpose) && (s.Recipient == "" || same(s.Recipient, old.Recipient)) &&
		(s.Item == "" || same(s.Item, old.Item)) &&
		(len(s.Channels) == 0 || len(old.Channels) > 0 && len(s.left(old.Channels)) == 0)
}

// takesPart says whether a no takes some of the channels of a yes.
func (s Scope) takesPart(yes Scope) bool {
	rest := s
	rest.Channels = nil
	return rest.answers(yes) && len(s.Channels) > 0 && len(s.left(yes.Channels)) < len(yes.Channels)
}

// wait adds what is waiting for an answer, where there is none.
func wait(rows []row, asked *Event) []row {
	for i, r := range rows {
		if r.Scope.answers(asked.Scope) || asked.Scope.answers(r.Scope) {
			if !r.event.Kind.Yes() && !r.event.Kind.No() {
				rows[i].event = asked
			}
			return rows
		}
	}
	return append(rows, row{Scope: asked.Scope, event: asked, first: asked})
}
