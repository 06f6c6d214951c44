package member

import (
	"cmp"
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Term is one appointment to the board. Either day may be unknown, not both.
type Term struct {
	Start record.Date `json:"start,omitzero"`
	// End is the last day, before any pause of the clock (see Member.TermEnd).
	End record.Date `json:"end,omitzero"`
}

// Limits are a board's own rules about terms. They come from its settings;
// this package holds none.
type Limits struct {
	// TermMonths is how long a term usually lasts, in months; 0: no usual.
	TermMonths int `json:"term_months,omitempty"`
	// TermsInARow is how many terms a person may serve one after the other;
	// 0: no limit.
	TermsInARow int `json:"terms_in_a_row,omitempty"`
	// BreakMonths is the pause after which the count begins anew; 0: never.
	BreakMonths int `json:"break_months,omitempty"`
	// PromptDays are the days before a term's end on which to remind.
	PromptDays []int `json:"prompt_days,omitempty"`
}

// CurrentTerm is the term that counts on a day: the latest that has begun, or
// where none has, the first to come.
func (m Member) CurrentTerm(day record.Date) (Term, bool) {
	if len(m.Terms) == 0 {
		return Term{}, false
	}
	current := m.Terms[0]
	for _, t := range m.Terms[1:] {
		if !t.first().After(day) {
			current = t
		}
	}
	return current, true
}

// first is the day by which terms are put in order.
func (t Term) first() record.Date {
	if t.Start.IsZero() {
		return t.End
	}
	return t.Start
}

// TermEnd is the last day of a term with the time added for which its clock
// was paused up to today; zero where the end is not known. While a pause goes
// on, the end moves with today. A pause that began nobody knows when adds
// nothing.
func (m Member) TermEnd(t Term, today record.Date) record.Date {
	end := t.End
	if end.IsZero() {
		return end
	}
	for _, away := range m.Leaves() {
		until := away.Until
		if until.IsZero() {
			until = today
		}
		if away.ClockPaused != Yes || away.From.IsZero() || away.From.After(end) {
			continue
		}
		from := away.From
		if from.Before(t.Start) {
			from = t.Start
		}
		end = end.AddDays(max(0, from.DaysUntil(until)))
	}
	return end
}

// WithTerm is the member with one more term; terms stay in their order.
func (m Member) WithTerm(t Term) Member {
	m.Terms = append(slices.Clip(m.Terms), t)
	slices.SortStableFunc(m.Terms, func(a, b Term) int {
		return cmp.Or(a.first().Compare(b.first()), a.End.Compare(b.End))
	})
	return m
}

// NextTerm suggests a term: it begins the day after the current one ends, or
// today where there is none or it is over, and lasts as long as usual.
func (m Member) NextTerm(limits Limits, today record.Date) Term {
	next := Term{Start: today}
	if t, ok := m.CurrentTerm(today); ok {
		if end := m.TermEnd(t, today); !end.IsZero() && !end.Before(today) {
			next.Start = end.AddDays(1)
		}
	}
	if limits.TermMonths > 0 {
		next.End = next.Start.AddMonths(limits.TermMonths).AddDays(-1)
	}
	return next
}

// TermsInARow is how many terms the person has served, or been given, one
// after the other up to the last one. A pause of limits.BreakMonths between
// two begins the count anew.
func (m Member) TermsInARow(limits Limits, today record.Date) int {
	n := 0
	for i, t := range m.Terms {
		if i > 0 && limits.BreakMonths > 0 {
			end := m.TermEnd(m.Terms[i-1], today)
			if !end.IsZero() && !t.first().Before(end.AddMonths(limits.BreakMonths)) {
				n = 0
			}
		}
		n++
	}
	return n
}

// MayServeAgain says whether the board's limit leaves room for one more term
// that begins on a day, and if not, a sentence that says so. It is advice: a
// board may decide otherwise.
func (m Member) MayServeAgain(limits Limits, start record.Date) (bool, wording.Text) {
	if limits.TermsInARow <= 0 || m.WithTerm(Term{Start: start}).TermsInARow(limits, start) <= limits.TermsInARow {
		return true, wording.Text{}
	}
	return false, wording.N(limits.TermsInARow,
		"Your board’s limit is {n} term in a row, and this would be one more. The board can decide otherwise.",
		"Your board’s limit is {n} terms in a row, and this would be one more. The board can decide otherwise.")
}

// terms checks the terms, and that they are in order and apart.
func (p *problems) terms(m Member) {
	p.few("terms", len(m.Terms))
	for i, t := range m.Terms {
		p.When(t == Term{}, wording.Refuse("terms", "Write at least one day for each term."))
		if !t.Start.IsZero() && !t.End.IsZero() && t.End.Before(t.Start) {
			p.Add(wording.Refuse("terms", "The term ends on {end}, before it begins. Correct one of the days.", "end", t.End))
		}
		if i > 0 && t.overlaps(m.Terms[i-1]) {
			p.Add(wording.Refuse("terms", "The term that begins on {start} overlaps the one before it. Correct one of the days.", "start", t.Start))
		}
	}
}

// overlaps says whether a term begins before the one in front of it is over.
func (t Term) overlaps(before Term) bool {
	return !t.Start.IsZero() && (!before.first().Before(t.Start) || !before.End.Before(t.Start))
}
