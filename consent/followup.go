package consent

import (
	"slices"
	"time"

	"holdfast/record"
)

// FollowUp is what is left to do after a no: every place where the thing was
// used, and telling the person what became of it.
type FollowUp struct {
	No Event
	// Places are the uses that it concerns, by day.
	Places []Use
	// Told is the day on which the person heard how it ended, zero where that
	// has not been yet.
	Told record.Date
	// Forget says that the person took back the yes to keeping their record,
	// so that it should be erased.
	Forget bool
}

// Open says whether something is left to do: after a withdrawal also to tell
// the person.
func (u FollowUp) Open() bool { return u.Left() > 0 || u.No.Kind == Withdrawn && u.Told.IsZero() }

// Left is at how many places something is left to do.
func (u FollowUp) Left() int {
	n := 0
	for _, place := range u.Places {
		if !place.State().Settled() {
			n++
		}
	}
	return n
}

// State is how far a use is taken back.
func (u Use) State() Done {
	if len(u.Steps) == 0 {
		return NothingYet
	}
	return u.Steps[len(u.Steps)-1].Done
}

// FollowUps are what has to be done, or was, after each withdrawal and after
// each other no that meets a use, the latest first. A use that is found and
// written down only later is in it as well; one that several withdrawals meet
// is in that of the first.
func (f File) FollowUps() []FollowUp {
	var all []FollowUp
	taken := map[record.ID]bool{}
	for n := range f.Events {
		no := &f.Events[n]
		if !no.Kind.No() {
			continue
		}
		places := f.met(no, taken)
		if no.Kind != Withdrawn && len(places) == 0 {
			continue
		}
		all = append(all, FollowUp{No: *no, Places: places, Told: f.told(no, places),
			Forget: no.Kind == Withdrawn && no.Purpose.covers(KeepRecord)})
	}
	slices.Reverse(all)
	return all
}

// met are the uses that a no concerns, before it was said or after, and that
// are not taken by one before it.
func (f File) met(no *Event, taken map[record.ID]bool) []Use {
	var places []Use
	for _, u := range f.Uses {
		q := Question{Purpose: u.Purpose, Recipient: u.Recipient, Item: u.Item, Channel: u.Channel}
		if !taken[u.ID] && no.Scope.touches(q) && !f.agreedSince(no, u) {
			taken[u.ID] = true
			places = append(places, u)
		}
	}
	return places
}

// agreedSince says whether a use is of a yes that was given after the no.
func (f File) agreedSince(no *Event, u Use) bool {
	for n := range f.Events {
		if e := &f.Events[n]; e.Kind.Yes() && slices.Contains(u.Under, e.ID) && !no.ends(e) {
			return true
		}
	}
	return false
}

// told is the day on which the person was told after everything was settled.
func (f File) told(no *Event, places []Use) record.Date {
	var settled time.Time
	for _, u := range places {
		for _, step := range u.Steps {
			if step.At.After(settled) {
				settled = step.At
			}
		}
	}
	for n := len(f.Events) - 1; n >= 0; n-- {
		if e := &f.Events[n]; e.Kind == Told && e.About == no.ID && !e.At.Before(settled) {
			return e.On
		}
	}
	return record.Date{}
}
