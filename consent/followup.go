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

// Open says whether something is left to do.
func (u FollowUp) Open() bool { return u.Told.IsZero() || u.Left() > 0 }

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
// written down only later is in it as well.
func (f File) FollowUps() []FollowUp {
	var all []FollowUp
	for _, no := range slices.Backward(f.Events) {
		if !no.Kind.No() {
			continue
		}
		places := f.met(no)
		if no.Kind != Withdrawn && len(places) == 0 {
			continue
		}
		all = append(all, FollowUp{No: no, Places: places, Told: f.told(no, places),
			Forget: no.Kind == Withdrawn && no.Purpose.covers(KeepRecord)})
	}
	return all
}

// met are the uses that a no concerns and that no later no concerns again:
// what it is about, before it was said or after.
func (f File) met(no Event) []Use {
	var places []Use
	for _, u := range f.Uses {
		q := Question{Purpose: u.Purpose, Recipient: u.Recipient, Item: u.Item, Channel: u.Channel}
		if no.Scope.touches(q) && !f.agreedBetween(no, u, q) {
			places = append(places, u)
		}
	}
	return places
}

// agreedBetween says whether a use is of a yes that was given after the no.
func (f File) agreedBetween(no Event, u Use, q Question) bool {
	return slices.ContainsFunc(u.Under, func(id record.ID) bool {
		yes, ok := f.Event(id)
		return ok && yes.Kind.Yes() && !no.ends(yes)
	})
}

// told is the day on which the person was told after everything was settled.
func (f File) told(no Event, places []Use) record.Date {
	var settled time.Time
	for _, u := range places {
		for _, step := range u.Steps {
			if step.At.After(settled) {
				settled = step.At
			}
		}
	}
	for _, e := range slices.Backward(f.Events) {
		if e.Kind == Told && e.About == no.ID && !e.At.Before(settled) {
			return e.On
		}
	}
	return record.Date{}
}
