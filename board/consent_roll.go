package board

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"holdfast/consent"
	"holdfast/find"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
)

// consents are the parts of a roll that are about consent.
type consents struct {
	files  map[member.ID]*heldFile
	quotes map[member.ID][]consent.Quote
	kinds  consent.Kinds
	// agreements are with other organisations, by their first party.
	agreements []consent.Agreement
}

func readConsents(tx *store.Tx) (consents, error) {
	c := consents{files: map[member.ID]*heldFile{}, quotes: map[member.ID][]consent.Quote{}}
	err := c.readShared(tx)
	if err == nil {
		err = c.readPeople(tx, "")
	}
	return c, err
}

// readShared reads what belongs to the board and not to a person.
func (c *consents) readShared(tx *store.Tx) error {
	c.kinds, c.agreements = nil, nil
	err := store.In(tx, consent.OwnSchema()).Scan("", func(o consent.Own) error {
		c.kinds = append(c.kinds, o)
		return nil
	})
	if err == nil {
		err = store.In(tx, consent.AgreementSchema()).Scan("", func(a consent.Agreement) error {
			c.agreements = append(c.agreements, a)
			return nil
		})
	}
	slices.SortStableFunc(c.kinds, func(a, b consent.Own) int { return cmp.Compare(find.Fold(a.Name), find.Fold(b.Name)) })
	slices.SortStableFunc(c.agreements, func(a, b consent.Agreement) int {
		return cmp.Compare(find.Fold(a.Parties[0]), find.Fold(b.Parties[0]))
	})
	return err
}

// readPeople reads what lies under a prefix: one person, or everybody.
func (c *consents) readPeople(tx *store.Tx, under record.Key) error {
	events, uses := map[member.ID][]consent.Event{}, map[member.ID][]consent.Use{}
	err := store.In(tx, consent.EventSchema()).Scan(under, func(e consent.Event) error {
		events[e.Member] = append(events[e.Member], e)
		return nil
	})
	if err == nil {
		err = store.In(tx, consent.UseSchema()).Scan(under, func(u consent.Use) error {
			uses[u.Member] = append(uses[u.Member], u)
			return nil
		})
	}
	if err == nil {
		err = store.In(tx, consent.QuoteSchema()).Scan(under, func(q consent.Quote) error {
			c.quotes[q.Member] = append(c.quotes[q.Member], q)
			return nil
		})
	}
	for id := range maps.Keys(events) {
		c.files[id] = &heldFile{File: consent.Of("", events[id], uses[id], nil)}
	}
	for id := range maps.Keys(uses) {
		if _, known := c.files[id]; !known {
			c.files[id] = &heldFile{File: consent.Of("", nil, uses[id], nil)}
		}
	}
	return err
}

// refreshed is what consents are after an act that touched some people.
func (c consents) refreshed(tx *store.Tx, touched []record.ID) (consents, error) {
	next := consents{files: maps.Clone(c.files), quotes: maps.Clone(c.quotes)}
	err := next.readShared(tx)
	for _, id := range touched {
		if err != nil {
			return next, err
		}
		delete(next.files, id)
		delete(next.quotes, id)
		err = next.readPeople(tx, record.Key(id))
	}
	return next, err
}

// file is what is known about a person's choices.
func (r *roll) file(id member.ID) consent.File {
	var f consent.File
	if held, known := r.consents.files[id]; known {
		f = held.File
	}
	f.Name, f.Kinds = r.people[id].Name, r.consents.kinds
	return f
}

// zoneOf is the time zone that a person's days are counted in: their own
// where the sheet knows it, the coordinator's otherwise.
func (r *roll) zoneOf(id member.ID) *time.Location {
	if zone, err := r.settings.zones.Zone(r.sheets[id].Zone); r.sheets[id].Zone != "" && err == nil {
		return zone
	}
	return r.settings.Location()
}

// dayOf is the person's day at an instant.
func (r *roll) dayOf(id member.ID, at time.Time) record.Date {
	return record.DateOf(at.In(r.zoneOf(id)))
}
