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

// DaysLeft is how many days a yes holds after a day; negative once it is over.
func (c Choice) DaysLeft(day record.Date) int { return day.DaysUntil(c.Until) }

// Choices are all choices of a person as they stand on a day, in the order in
// which they were first spoken of. They are what the gate goes by, in rows: a
// yes that a no has taken a part of is two of them.
func (f File) Choices(day record.Date) []Choice {
	var rows []Choice
	standing := f.standing(day)
	for _, e := range f.Events {
		if e.Voice != ThePerson || e.On.After(day) {
			continue
		}
		switch {
		case e.Kind.Yes():
			rows = agree(rows, e)
		case e.Kind.No():
			rows = refuse(rows, e)
		case e.Kind == Asked || e.Kind == Deferred:
			rows = wait(rows, e)
		}
	}
	for i := range rows {
		rows[i].State, rows[i].Until = rows[i].stands(standing, day)
	}
	return rows
}

// stands is the state of a row on a day, and the last day of its yes.
func (c Choice) stands(s Standing, day record.Date) (State, record.Date) {
	until := c.Yes.Terms.End
	if s.outgrown(c.Yes, s.DecidesFrom) && !until.Before(s.DecidesFrom) {
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

// agree lets a yes take the place of what there was about the same thing, and
// of every no that it answers.
func agree(rows []Choice, yes Event) []Choice {
	row := Choice{Scope: yes.Scope, Event: yes, Yes: yes}
	at := len(rows)
	for i := len(rows) - 1; i >= 0; i-- {
		old := rows[i]
		replaces := old.Event.Kind.Yes() && yes.sameThing(old.Event) || !old.Event.Kind.Yes() && yes.Scope.answers(old.Scope)
		if replaces && !(old.Event.Kind.No() && old.Event.ends(yes)) {
			rows, at = slices.Delete(rows, i, i+1), i
		}
	}
	return slices.Insert(rows, at, row)
}

// answers says whether a yes leaves nothing of what was refused or asked.
func (s Scope) answers(old Scope) bool {
	return s.Purpose.covers(old.Purpose) && (s.Recipient == "" || same(s.Recipient, old.Recipient)) &&
		(s.Item == "" || same(s.Item, old.Item)) && (len(s.Channels) == 0 || len(old.Channels) > 0 && len(s.left(old.Channels)) == 0)
}

// refuse lets a no take every row that it is about, in whole or in part, and
// stand by itself where it took none whole.
func refuse(rows []Choice, no Event) []Choice {
	var next []Choice
	whole := false
	for _, row := range rows {
		takes := row.Event.Kind.Yes() && no.ends(row.Event) || !row.Event.Kind.Yes()
		switch {
		case takes && no.Scope.takesAll(row.Scope) && (!row.Event.Kind.No() || row.Event.Kind != Refused || no.Kind != Ended):
			row.Event, whole = no, true
		case takes && row.Event.Kind.Yes() && no.Scope.takesPart(row.Scope):
			row.Scope.Channels = no.Scope.left(row.Scope.Channels)
		}
		next = append(next, row)
	}
	if !whole && no.Purpose != Everything {
		next = append(next, Choice{Scope: no.Scope, Event: no})
	}
	return next
}

// takesPart says whether a no takes some of the channels of a yes.
func (s Scope) takesPart(yes Scope) bool {
	rest := s
	rest.Channels = nil
	return rest.takesAll(yes) && len(s.Channels) > 0 && len(yes.Channels) > 0 && len(s.left(yes.Channels)) < len(yes.Channels)
}

// wait adds what is waiting for an answer, where there is no answer yet.
func wait(rows []Choice, asked Event) []Choice {
	for i, row := range rows {
		if row.Scope.answers(asked.Scope) || asked.Scope.answers(row.Scope) {
			if !row.Event.Kind.Yes() && !row.Event.Kind.No() {
				rows[i].Event = asked
			}
			return rows
		}
	}
	return append(rows, Choice{Scope: asked.Scope, Event: asked})
}
