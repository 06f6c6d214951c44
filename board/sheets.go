package board

import (
	"time"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
)

// Sheet is a person's contact sheet as it is kept, as a copy that may be
// changed; who has none gets the empty one, which permits nothing.
func (b *Board) Sheet(id member.ID) (contact.Sheet, error) {
	r, err := b.roll()
	if err != nil {
		return contact.Sheet{}, err
	}
	if _, known := r.people[id]; !known {
		return contact.Sheet{}, errNobody(record.ErrNotFound)
	}
	return copied(r.kept(id))
}

// kept is the sheet as it is kept, or the empty one.
func (r *roll) kept(id member.ID) contact.Sheet {
	if s, ok := r.sheets[id]; ok {
		return s
	}
	return contact.Sheet{Member: id}
}

// spoken is the sheet with the names that it leaves out taken from the
// person, as it is asked and shown.
func (r *roll) spoken(id member.ID) contact.Sheet {
	s, m := r.kept(id), r.people[id]
	if s.Name == "" {
		s.Name = m.Name
	}
	if s.NameForOthers == "" {
		s.NameForOthers = m.SpokenName
	}
	return s
}

// SaveSheet keeps a person's contact sheet. Ways without an ID get one. It
// fails with the problems of the sheet, and then nothing is changed.
func (b *Board) SaveSheet(s contact.Sheet) error {
	return b.act(ActSheetSave, func(w *work) error {
		if err := w.known(s.Member); err != nil {
			return err
		}
		w.touch(s.Member)
		s, err := w.numbered(s)
		if err != nil {
			return err
		}
		return w.contacts().Save(s)
	})
}

// known fails where nobody of that ID is on the board.
func (w *work) known(id member.ID) error {
	_, err := store.In(w.tx, member.Schema()).Get(record.Key(id))
	return errNobody(err)
}

// numbered gives the ways of a sheet that have no ID one.
func (w *work) numbered(s contact.Sheet) (contact.Sheet, error) {
	ways := make([]contact.Channel, len(s.Channels))
	copy(ways, s.Channels)
	for i := range ways {
		if ways[i].ID != "" {
			continue
		}
		id, err := record.NewID(w.env.Random)
		if err != nil {
			return s, err
		}
		ways[i].ID = id
	}
	s.Channels = ways
	return s, nil
}

// ConfirmSheet keeps that a sheet was gone through with the person today, by
// the keyholder where nobody is named. It fails as contact.Service.Confirm.
func (b *Board) ConfirmSheet(id member.ID, c contact.Confirmation) error {
	if c.By == "" {
		c.By = b.opening.Holder.Label
	}
	return b.act(ActSheetConfirm, func(w *work) error {
		m, err := store.In(w.tx, member.Schema()).Get(record.Key(id))
		if err != nil {
			return errNobody(err)
		}
		w.touch(id)
		_, err = w.contacts().Confirm(id, w.now, c, w.settings.policy(m))
		return err
	})
}

// RightNow is the sentence that a person's page opens on, and all that stands
// around it, at this instant.
func (b *Board) RightNow(id member.ID) (contact.Summary, error) {
	r, err := b.roll()
	if err != nil {
		return contact.Summary{}, err
	}
	return b.RightNowAt(id, b.in(r.settings))
}

// RightNowAt is RightNow at another instant.
func (b *Board) RightNowAt(id member.ID, at time.Time) (contact.Summary, error) {
	r, err := b.roll()
	if err != nil {
		return contact.Summary{}, err
	}
	m, known := r.people[id]
	if !known {
		return contact.Summary{}, errNobody(record.ErrNotFound)
	}
	return contact.RightNow(r.spoken(id), at, r.policy(m, at)), nil
}

// Reach is what may be done to reach a person, for a purpose at an instant.
type Reach struct {
	At      time.Time
	Purpose contact.Purpose
	// Allowed says whether there is a way that is open.
	Allowed bool
	Summary contact.Summary
	// Ways are all ways of the sheet, in the order of the person's wishes.
	Ways []Way
	// NextSafe is when the first way opens, zero where one is open now or none
	// is known to open.
	NextSafe time.Time
}

// Way is one way of a sheet and what May says of it.
type Way struct {
	Channel contact.Channel
	Answer  contact.Answer
}

// May says whether a person may be reached now, way by way.
func (b *Board) May(id member.ID, purpose contact.Purpose) (Reach, error) {
	r, err := b.roll()
	if err != nil {
		return Reach{}, err
	}
	return b.MayAt(id, purpose, b.in(r.settings))
}

// MayAt is May at another instant.
func (b *Board) MayAt(id member.ID, purpose contact.Purpose, at time.Time) (Reach, error) {
	r, err := b.roll()
	if err != nil {
		return Reach{}, err
	}
	m, known := r.people[id]
	if !known {
		return Reach{}, errNobody(record.ErrNotFound)
	}
	sheet, policy := r.spoken(id), r.policy(m, at)
	reach := Reach{At: at, Purpose: purpose, Summary: contact.RightNow(sheet, at, policy)}
	for _, way := range sheet.Channels {
		answer := contact.May(sheet, way.ID, purpose, at, policy)
		reach.Ways = append(reach.Ways, Way{way, answer})
		reach.Allowed = reach.Allowed || answer.Allowed
		if next := answer.NextSafe; !next.IsZero() && (reach.NextSafe.IsZero() || next.Before(reach.NextSafe)) {
			reach.NextSafe = next
		}
	}
	if reach.Allowed {
		reach.NextSafe = time.Time{}
	}
	return reach, nil
}
