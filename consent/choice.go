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
	// first is when it was first spoken of.
	first Event
}

// Holds says whether the choice is a yes that is in force on a day: one that
// begins later is given, and does not hold yet.
func (c Choice) Holds(day record.Date) bool { return c.State.Live() && !day.Before(c.Yes.Terms.Start) }

// DaysLeft is how many days a yes holds after a day; negative once it is over.
func (c Choice) DaysLeft(day record.Date) int { return day.DaysUntil(c.Until) }

// Choices are all choices of a person as they stand on a day, in the order in
// which they were first spoken of. They are what the gate goes by, in rows: a
// yes that a no has taken a part of is two of them.
func (f File) Choices(day record.Date) []Choice {
	rows := f.rows(ThePerson, day)
	standing := f.Standing(day)
	for i := range rows {
		rows[i].State, rows[i].Until = rows[i].stands(standing, day)
	}
	slices.SortStableFunc(rows, func(a, b Choice) int { return inOrder(a.first, b.first) })
	return rows
}

// rows are what one voice said by a day, each thing in the last word about it.
func (f File) rows(voice Voice, day record.Date) []Choice {
	var rows []Choice
	each := func(of func(Kind) bool, add func([]Choice, Event) []Choice) {
		for _, e := range f.Events {
			if e.Voice == voice && !e.On.After(day) && of(e.Kind) {
				rows = add(rows, e)
			}
		}
	}
	each(Kind.Yes, func(rows []Choice, yes Event) []Choice { return agree(rows, yes, day) })
	each(Kind.No, refuse)
	each(func(k Kind) bool { return k == Asked || k == Deferred }, wait)
	return rows
}

// stands is the state of a row on a day, and the last day of its yes.
func (c Choice) stands(s Standing, day record.Date) (State, record.Date) {
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

// agree adds a yes, or lets it take the place of one about the same thing,
// once it has begun.
func agree(rows []Choice, yes Event, day record.Date) []Choice {
	row := Choice{Scope: yes.Scope, Event: yes, Yes: yes, first: yes}
	if day.Before(yes.Terms.Start) {
		return append(rows, row)
	}
	return append(slices.DeleteFunc(rows, func(old Choice) bool {
		replaced := yes.sameThing(&old.Yes)
		if replaced && inOrder(old.first, row.first) < 0 {
			row.first = old.first
		}
		return replaced
	}), row)
}

// refuse lets a no take every yes that it ends, in whole or in part, and adds
// it by itself where nothing else shows it.
func refuse(rows []Choice, no Event) []Choice {
	shown := no.Purpose == Everything
	for i := range rows {
		row := &rows[i]
		switch {
		case row.Yes.ID == "": // a no before this one
			shown = shown || row.Scope.answers(no.Scope) && no.Scope.answers(row.Scope)
		case !no.ends(&row.Yes):
			shown = shown || row.Scope.answers(no.Scope) // they have agreed since
		case no.Scope.answers(row.Scope):
			shown = true
			if !row.Event.Kind.No() || row.Event.Kind == Ended || no.Kind != Ended {
				row.Event = no
			}
		case no.Scope.takesPart(row.Scope):
			row.Channels = no.Scope.left(row.Channels)
		}
	}
	if shown {
		return rows
	}
	return append(rows, Choice{Scope: no.Scope, Event: no, first: no})
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
func wait(rows []Choice, asked Event) []Choice {
	for i, row := range rows {
		if row.Scope.answers(asked.Scope) || asked.Scope.answers(row.Scope) {
			if !row.Event.Kind.Yes() && !row.Event.Kind.No() {
				rows[i].Event = asked
			}
			return rows
		}
	}
	return append(rows, Choice{Scope: asked.Scope, Event: asked, first: asked})
}
