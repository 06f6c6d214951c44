package board

import (
	"slices"

	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// Period is how long kinds of records are kept.
type Period struct {
	// Rule is what holds today, Own whether the board entered it, and Next
	// what it entered for a later day; nil for none.
	Rule rule.Rule
	Own  bool
	Next *rule.Rule
	// What is what the period is about, Length how long, in words.
	What, Length wording.Text
}

// Periods are how long records are kept, by kind. The rules ship with their
// sources; the board's own go before them from a day on.
func (l Leaving) Periods() ([]Period, error) {
	rules, err := l.b.Rules()
	if err != nil {
		return nil, err
	}
	now, err := l.b.Now()
	if err != nil {
		return nil, err
	}
	today := record.DateOf(now)
	var all []Period
	for _, kind := range heldKinds() {
		if kind.keep == "" {
			continue
		}
		if slices.ContainsFunc(all, func(p Period) bool { return p.Rule.ID == kind.keep }) {
			continue
		}
		if p, known := periodOf(rules, kind.keep, today); known {
			all = append(all, p)
		}
	}
	return all, nil
}

func periodOf(rules rule.Book, id string, today record.Date) (p Period, known bool) {
	if p.Rule, known = rules.At(id, today); !known {
		return p, false
	}
	p.What, p.Length = p.Rule.Label(), lengthWords(p.Rule)
	for _, listed := range rules.List() {
		switch {
		case listed.ID != id || !listed.Own:
		case rule.Key(id, listed.From) == rule.Key(id, p.Rule.From) && listed.Rule == p.Rule:
			p.Own = true
		case listed.From.After(today) && p.Next == nil:
			p.Next = &listed.Rule
		}
	}
	return p, true
}

// SetPeriod has a kind of records be kept for so long, from a day on. Without
// a number the board decides by itself, and nothing is ever due. What is due
// already is not erased by it. It fails with Problems about value, unit, from
// and source.
func (l Leaving) SetPeriod(id, value string, unit rule.Unit, from record.Date, source string) error {
	periods, err := l.Periods()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(periods, func(p Period) bool { return p.Rule.ID == id })
	if at < 0 {
		return wording.Refuse("id", "There is no period of that name.")
	}
	now, err := l.b.Now()
	if err != nil {
		return err
	}
	number, err := rule.ParseNumber(value)
	if err != nil {
		return err
	}
	if n, whole := number.Int(); number.Known() && (!whole || n < 1) {
		return wording.Refuse("value", "Write a whole number, like 2, or leave it empty.")
	}
	if !slices.Contains(PeriodUnits(), unit) {
		return wording.Refuse("unit", "Choose one of the answers on the list.")
	}
	if from.IsZero() {
		from = record.DateOf(now)
	}
	return l.b.SaveRule(rule.Rule{ID: id, Jurisdiction: periods[at].Rule.Jurisdiction, From: from, Value: number,
		Unit: unit, Source: source, Checked: record.DateOf(now)})
}

// PeriodLength says how long a period is.
func PeriodLength(r rule.Rule) wording.Text { return lengthWords(r) }

// PeriodUnits are what a period is counted in.
func PeriodUnits() []rule.Unit { return []rule.Unit{"days", "months", "years"} }

// ResetPeriod takes the board's own periods of that name away: what ships
// counts again.
func (l Leaving) ResetPeriod(id string) error {
	r, err := l.b.roll()
	if err != nil {
		return err
	}
	for _, own := range r.rules {
		if own.ID != id {
			continue
		}
		if err := l.b.RemoveRule(id, own.From); err != nil {
			return err
		}
	}
	return nil
}
