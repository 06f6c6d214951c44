package contact

import (
	"errors"
	"io"
	"slices"
	"time"

	"holdfast/record"
	"holdfast/wording"
)

// Sheets is where the sheets lie, each under its member.
type Sheets interface {
	Get(record.Key) (Sheet, error)
	Put(Sheet) error
}

// Log is where the entries lie, each under its member and its own ID.
type Log interface {
	Put(Entry) error
	Scan(prefix record.Key, each func(Entry) error) error
}

// Service reads and keeps the sheets of a board and its log.
type Service struct {
	Sheets Sheets
	Log    Log
	// Random is what identifiers are drawn from.
	Random io.Reader
}

// Sheet is a person's sheet; who has none gets the empty one.
func (v Service) Sheet(member record.ID) (Sheet, error) {
	s, err := v.Sheets.Get(record.Key(member))
	if errors.Is(err, record.ErrNotFound) {
		return Sheet{Member: member}, nil
	}
	return s, err
}

// Save keeps a sheet. It fails with the problems of Validate, and then
// nothing is changed.
func (v Service) Save(s Sheet) error {
	if err := s.Validate(); err != nil {
		return err
	}
	return v.Sheets.Put(s)
}

// Confirm keeps that the sheet was gone through with the person today. It
// fails with a Problem of the field "unsettled" where the sheet is, unless it
// is meant AsItIs. What it was before is in the journal.
func (v Service) Confirm(member record.ID, at time.Time, c Confirmation, p Policy) (Sheet, error) {
	s, err := v.Sheet(member)
	if err != nil {
		return s, err
	}
	if why := s.Unsettled(); !why.IsZero() && !c.AsItIs {
		return s, &wording.Problem{Field: "unsettled", What: why}
	}
	s = s.ConfirmedWith(at, c, p)
	return s, v.Save(s)
}

// Contacted keeps an entry of the log, having worked out whether it was within
// the rules. It draws the ID where there is none.
func (v Service) Contacted(e Entry, p Policy) (Entry, error) {
	s, err := v.Sheet(e.Member)
	if err != nil {
		return e, err
	}
	if e.ID == "" {
		if e.ID, err = record.NewID(v.Random); err != nil {
			return e, err
		}
	}
	e = e.Judged(s, p)
	if err := e.Validate(); err != nil {
		return e, err
	}
	return e, v.Log.Put(e)
}

// Entries are those of a person, the latest first.
func (v Service) Entries(member record.ID) ([]Entry, error) {
	var all []Entry
	err := v.Log.Scan(record.Key(member), func(e Entry) error {
		all = append(all, e)
		return nil
	})
	slices.SortStableFunc(all, func(a, b Entry) int { return b.At.Compare(a.At) })
	return all, err
}
