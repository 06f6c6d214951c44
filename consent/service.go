package consent

import (
	"errors"
	"io"
	"time"

	"holdfast/record"
)

// Events is where events lie, each under its member and its own ID.
type Events interface {
	Put(Event) error
	Scan(prefix record.Key, each func(Event) error) error
}

// Uses is where uses lie, each under its member and its own ID.
type Uses interface {
	Get(record.Key) (Use, error)
	Put(Use) error
	Scan(prefix record.Key, each func(Use) error) error
}

// Service keeps what people said about themselves.
type Service struct {
	Events Events
	Uses   Uses
	// Random is what identifiers are drawn from.
	Random io.Reader
	Kinds  Kinds
	Limits Limits
	// Now is the instant of the act, Today the person's day then, and Latest
	// the last day that may be written down: today where the person is or
	// where the coordinator is, whichever is later.
	Now           time.Time
	Today, Latest record.Date
}

// File reads all that is known about a person's choices.
func (s Service) File(member record.ID, name string) (File, error) {
	var events []Event
	err := s.Events.Scan(record.Key(member), func(e Event) error {
		events = append(events, e)
		return nil
	})
	var uses []Use
	if err == nil {
		err = s.Uses.Scan(record.Key(member), func(u Use) error {
			uses = append(uses, u)
			return nil
		})
	}
	return Of(name, events, uses, s.Kinds), err
}

// Record keeps an event. One without a day is about today; a yes begins on
// the day on which it was given and ends as the limits say, where nothing else
// was agreed. It fails with the problems of Validate and Admit, and then
// nothing is changed.
func (s Service) Record(e Event) (Event, error) {
	f, err := s.File(e.Member, "")
	if err != nil {
		return e, err
	}
	if e, err = s.dated(e, f); err != nil {
		return e, err
	}
	if err := errors.Join(e.Validate(s.Kinds, s.Limits), f.Admit(e, s.Latest)); err != nil {
		return e, err
	}
	return e, s.Events.Put(e)
}

// dated fills in what an event leaves out. The instant is later than that of
// every event before it, whatever the clock says, so that the order in which
// things were written down is never lost.
func (s Service) dated(e Event, f File) (Event, error) {
	id, err := record.NewID(s.Random)
	if err != nil {
		return e, err
	}
	e.ID, e.At = id, s.Now.UTC().Truncate(time.Millisecond)
	for _, before := range f.Events {
		if !e.At.After(before.At) {
			e.At = before.At.Add(time.Millisecond)
		}
	}
	if e.On.IsZero() || e.On.After(s.Today) && !e.On.After(s.Latest) {
		e.On = s.Today
	}
	e.Late = e.On.Before(s.Today)
	if e.Kind.Yes() {
		if e.Terms.Start.IsZero() {
			e.Terms.Start = e.On
		}
		if e.Terms.End.IsZero() {
			e.Terms.End = s.Limits.End(e.Purpose, e.Terms.Start)
		}
	}
	return e, nil
}

// Used keeps that something was used, and whether the gate had said yes.
func (s Service) Used(u Use) (Use, error) {
	f, err := s.File(u.Member, "")
	if err != nil {
		return u, err
	}
	if u.ID, err = record.NewID(s.Random); err != nil {
		return u, err
	}
	u.At, u.Steps = s.Now.UTC().Truncate(time.Millisecond), nil
	if u.On.IsZero() {
		u.On = s.Today
	}
	if err := u.Validate(s.Kinds, s.Latest); err != nil {
		return u, err
	}
	a := f.May(Question{Purpose: u.Purpose, Recipient: u.Recipient, Channel: u.Channel, Item: u.Item, Version: u.Version, Day: u.On})
	u.Allowed, u.Under = a.Verdict == Yes, a.Rests
	return u, s.Uses.Put(u)
}

// Step keeps what was done about a use after a withdrawal.
func (s Service) Step(member, use record.ID, done Done, note string) (Use, error) {
	u, err := s.Uses.Get(record.Join(member, use))
	if err != nil {
		return u, err
	}
	step := Step{On: s.Today, At: s.Now.UTC().Truncate(time.Millisecond), Done: done, Note: note}
	if err := step.Validate(); err != nil {
		return u, err
	}
	u.Steps = append(u.Steps, step)
	return u, s.Uses.Put(u)
}
