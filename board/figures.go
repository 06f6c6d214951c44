package board

import (
	"time"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Figure is one number about the board, for a card.
type Figure struct {
	Kind FigureKind
	// Label is what it is about, Value the number in words, Detail a line
	// below.
	Label, Value, Detail wording.Text
	// Count is the number itself, Of the whole where it is a part.
	Count, Of int
}

// FigureKind is what a figure counts.
type FigureKind string

// The figures.
const (
	FigureMembers  FigureKind = "members"
	FigureSheets   FigureKind = "sheets_confirmed"
	FigureContacts FigureKind = "contacts"
	FigureTerms    FigureKind = "terms"
)

// Spans of the figures, in days.
const (
	contactDays = 30
	termDays    = 90
)

// tally is what is counted in one walk over everybody.
type tally struct {
	active, joining, away int
	present, confirmed    int
	inTouch, outside      int
	terms                 int
	nextTerm              record.Date
}

func (r *roll) figures(now time.Time) []Figure {
	t := r.count(now)
	members := Figure{Kind: FigureMembers, Label: wording.T("Members"), Count: t.active,
		Value: wording.T("{n} active", "n", t.active), Detail: wording.T("{a} joining · {b} on leave", "a", t.joining, "b", t.away)}
	sheets := Figure{Kind: FigureSheets, Label: wording.T("Contact sheets"), Count: t.confirmed, Of: t.present,
		Value:  wording.T("{n} of {of}", "n", t.confirmed, "of", t.present),
		Detail: wording.N(r.settings.ConfirmDays, "confirmed within {n} day", "confirmed within {n} days")}
	contacts := Figure{Kind: FigureContacts, Label: wording.N(contactDays, "In touch within {n} day", "In touch within {n} days"),
		Count: t.inTouch, Of: t.present, Value: wording.T("{n} of {of}", "n", t.inTouch, "of", t.present),
		Detail: wording.T("all within the rules of the sheets")}
	if t.outside > 0 {
		contacts.Detail = wording.N(t.outside, "{n} contact outside the rules of the sheets", "{n} contacts outside the rules of the sheets")
	}
	terms := Figure{Kind: FigureTerms, Label: wording.T("Terms ending"), Count: t.terms,
		Value: wording.T("{n}", "n", t.terms), Detail: wording.N(termDays, "in the next {n} day", "in the next {n} days")}
	if !t.nextTerm.IsZero() {
		terms.Detail = wording.T("the first on {date}", "date", t.nextTerm)
	}
	return []Figure{members, sheets, contacts, terms}
}

func (r *roll) count(now time.Time) tally {
	var t tally
	today := record.DateOf(now)
	since := now.AddDate(0, 0, -contactDays)
	for id, m := range r.people {
		stage := m.Stage()
		switch {
		case stage == member.OnLeave:
			t.away++
		case stage.Serving():
			t.active++
		case stage.Joining():
			t.joining++
		}
		if !stage.Serving() && !stage.Joining() {
			continue
		}
		t.present++
		if !contact.NeedsConfirming(r.spoken(id), now, r.settings.policy(m)) {
			t.confirmed++
		}
		if e, ok := r.latest[id]; ok && e.At.After(since) {
			t.inTouch++
		}
		for _, at := range r.strays[id] {
			if at.After(since) {
				t.outside++
			}
		}
		t.countTerm(m, today)
	}
	return t
}

// countTerm counts a term that ends soon or has ended unnoticed.
func (t *tally) countTerm(m member.Member, today record.Date) {
	term, ok := m.CurrentTerm(today)
	if !ok || !m.Stage().Serving() {
		return
	}
	end := m.TermEnd(term, today)
	if end.IsZero() || today.DaysUntil(end) > termDays {
		return
	}
	t.terms++
	if t.nextTerm.IsZero() || end.Before(t.nextTerm) {
		t.nextTerm = end
	}
}
