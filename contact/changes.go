package contact

import (
	"time"

	"holdfast/record"
	"holdfast/wording"
)

// Changes says in words what is different between two states of a sheet,
// without any number, address or word of it.
func Changes(before, after Sheet) []wording.Text { return nil }

// ConfirmedWith is the sheet as confirmed with the person at an instant.
func (s Sheet) ConfirmedWith(at time.Time, by string, next record.Date, p Policy) Sheet {
	s.Confirmed, s.ConfirmedBy, s.ConfirmBy = placeOf(s, p).today(at), by, next
	return s
}

// Judged is the entry with Kind, Within and Rule worked out from the sheet.
func (e Entry) Judged(s Sheet, p Policy) Entry {
	if c, ok := s.Channel(e.Channel); ok {
		e.Kind = c.Kind
	}
	e.Rule = NoRule
	if !e.Incoming {
		e.Rule = May(s, e.Channel, e.Purpose, e.At, p).Rule
	}
	e.Within = e.Rule == NoRule
	return e
}
