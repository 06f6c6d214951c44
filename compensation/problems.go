package compensation

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"holdfast/record"
	"holdfast/wording"
)

// The longest texts that are kept, in characters.
const (
	longestLine = 200
	longestNote = 2000
)

// problems gathers what is wrong.
type problems []error

func (p *problems) when(bad bool, problem error) {
	if bad {
		*p = append(*p, problem)
	}
}

func (p *problems) line(field, text string) {
	p.when(utf8.RuneCountInString(text) > longestLine,
		wording.Refuse(field, "This is too long. Keep it under {n} characters.", "n", longestLine))
	p.when(slices.ContainsFunc([]rune(text), unicode.IsControl),
		wording.Refuse(field, "Keep this on one line, without line breaks or tabs."))
}

func (p *problems) money(field string, m Money) {
	p.when(!KnownCurrency(m.Currency), wording.Refuse("currency", "There is no such currency. It is a code of three letters, like USD or MXN."))
	p.when(m.Minor <= 0, wording.Refuse(field, "An amount is more than nothing."))
	p.when(m.Minor > most, wording.Refuse(field, "This is more than Holdfast keeps as one sum."))
}

// earliest is the first day that a ledger takes: what lies before it is a
// slip of the fingers.
func earliest() record.Date { return record.Date{Year: 2000, Month: 1, Day: 1} }

func (p *problems) day(field string, day, today record.Date) {
	switch {
	case day.IsZero():
		p.when(true, wording.Refuse(field, "Say on which day it was."))
	case day.After(today):
		p.when(true, wording.Refuse(field, "This day has not come yet; write it down once it has."))
	case day.Before(earliest()):
		p.when(true, wording.Refuse(field, "This day is too long ago. Check the year."))
	}
}
