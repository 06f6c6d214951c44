package board

import (
	"time"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Contacted writes down that somebody was in touch with a person, and whether
// it was within the rules as they were at that instant; nobody is blamed by
// it. An entry without a time is about now.
func (b *Board) Contacted(e contact.Entry) (contact.Entry, error) {
	past, err := b.pastSheet(e)
	if err != nil {
		return e, err
	}
	err = b.act(ActContacted, func(w *work) error {
		m, err := store.In(w.tx, member.Schema()).Get(record.Key(e.Member))
		if err != nil {
			return errNobody(err)
		}
		w.touch(e.Member)
		if e.At.IsZero() {
			e.At = w.now
		}
		if e.At.After(w.now) {
			return wording.Refuse("at", "This time has not come yet; write a contact down once it was.")
		}
		e.At = e.At.UTC()
		log := w.contacts()
		if past != nil {
			log.Sheets = onlySheet(*past)
		}
		written, err := log.Contacted(e, w.before.policyThen(m, e.At))
		e = written
		return err
	})
	return e, err
}

// recently is how long ago something may be to be judged by the sheet as it
// is now.
const recently = 5 * time.Minute

// pastSheet is the sheet as it stood when a contact that is written down later
// took place, so that confirming or changing it meanwhile does not turn what
// was right into a mistake. Before the first sheet that is known, it is that
// one. It is nil for a contact of just now, and where nothing is known.
func (b *Board) pastSheet(e contact.Entry) (*contact.Sheet, error) {
	now, err := b.Now()
	if err != nil || e.At.IsZero() || e.At.After(now.Add(-recently)) {
		return nil, err
	}
	opened, err := b.vault()
	if err != nil {
		return nil, err
	}
	versions, err := opened.Versions(contact.Schema().Collection, record.Key(e.Member))
	if err != nil || len(versions) == 0 {
		return nil, err
	}
	var past *contact.Sheet
	for _, v := range versions {
		s, err := decoded(contact.Schema(), v)
		if err != nil {
			return nil, err
		}
		s.Member = e.Member
		_, hasWay := s.Channel(e.Channel)
		if !v.At.After(e.At) || past == nil && hasWay {
			past = &s
		}
	}
	return past, nil
}

// onlySheet is a collection with one sheet in it, to be read.
type onlySheet contact.Sheet

// Get gives the sheet, whatever it is asked for.
func (s onlySheet) Get(record.Key) (contact.Sheet, error) { return contact.Sheet(s), nil }

// Put keeps nothing: a log changes no sheet.
func (s onlySheet) Put(contact.Sheet) error { return record.ErrInvalid }

// ContactLog is what was written down about contacts with a person, the
// latest first.
func (b *Board) ContactLog(id member.ID) ([]contact.Entry, error) {
	var entries []contact.Entry
	err := b.view(func(tx *store.Tx) (err error) {
		entries, err = contacts(tx, b.env).Entries(id)
		return err
	})
	return entries, err
}
