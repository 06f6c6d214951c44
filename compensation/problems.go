package compensation

import (
	"holdfast/record"
	"holdfast/wording"
)

// The longest texts that are kept, in characters.
const (
	longestLine = 200
	longestNote = 2000
)

// problems are what is wrong with an entry, a rate, a fund or a way.
type problems struct{ wording.Check }

func (p *problems) line(field, text string) { p.Line(field, text, longestLine) }

func (p *problems) money(field string, m Money) {
	p.When(!KnownCurrency(m.Currency), wording.Refuse("currency", "There is no such currency. It is a code of three letters, like USD or MXN."))
	p.When(m.Minor <= 0, wording.Refuse(field, "An amount is more than nothing."))
	p.When(m.Minor > most, wording.Refuse(field, "This is more than Holdfast keeps as one sum."))
}

// earliest is the first day that a ledger takes: what lies before it is a
// slip of the fingers.
func earliest() record.Date { return record.Date{Year: 2000, Month: 1, Day: 1} }

func (p *problems) day(field string, day, today record.Date) {
	switch {
	case day.IsZero():
		p.When(true, wording.Refuse(field, "Say on which day it was."))
	case day.After(today):
		p.When(true, wording.Refuse(field, "This day has not come yet; write it down once it has."))
	case day.Before(earliest()):
		p.When(true, wording.Refuse(field, "This day is too long ago. Check the year."))
	}
}
