package consent

import (
	"holdfast/record"
)

// Audited is one row of an audit: what was allowed on a day, as it was known
// on that day.
type Audited struct {
	// Code stands for the person; nobody is named.
	Code string
	Choice
	Verdict Verdict
	Rule    Rule
	// Later says that what was written down after the day gives another
	// answer for it.
	Later bool
}

// Audit is what was allowed on a day, row by row, as it was known at the end
// of that day. dayOf is the day on which an event was written down.
func (f File) Audit(day record.Date, code string, dayOf func(Event) record.Date) []Audited {
	then := f.Until(day, dayOf)
	var rows []Audited
	for _, c := range then.Choices(day) {
		q := c.Question(day)
		a := then.May(q)
		now := f.upTo(day).May(q)
		rows = append(rows, Audited{Code: code, Choice: c, Verdict: a.Verdict, Rule: a.Rule,
			Later: a.Verdict != now.Verdict || a.Rule != now.Rule})
	}
	return rows
}

// upTo is the file with all that was said by a day, whenever it was written
// down.
func (f File) upTo(day record.Date) File {
	return f.Until(day, func(Event) record.Date { return record.Date{} })
}
