package board

import (
	"time"

	"holdfast/assessment"
	"holdfast/compensation"
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
	// FigurePaid stands in place of contacts where anybody was paid this year,
	// FigureChecklists in place of terms where a checklist was begun.
	FigurePaid       FigureKind = "paid"
	FigureChecklists FigureKind = "checklists"
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

// alsoFigures puts what was paid and what was checked in place of what says
// less, where there is any of it.
func (b *Board) alsoFigures(figures []Figure, today record.Date) error {
	paid, any, err := b.Pay().paidFigure(today)
	if err != nil {
		return err
	}
	if any {
		figures[2] = paid
	}
	checks, any, err := b.Assess().checksFigure()
	if any {
		figures[3] = checks
	}
	return err
}

// paidFigure is what was paid in the calendar year, expenses among it, in the
// currency of the board.
func (l Ledger) paidFigure(today record.Date) (f Figure, any bool, err error) {
	p, r, err := l.pays()
	if err != nil {
		return f, false, err
	}
	accounts, sum := p.list(r), compensation.Money{Currency: r.settings.Pay.Currency}
	for _, a := range accounts {
		for _, y := range a.Years() {
			if y.Year == today.Year && y.Currency == sum.Currency {
				sum.Minor += y.Pay.Minor + y.Expenses.Minor
			}
		}
	}
	f = Figure{Kind: FigurePaid, Label: wording.T("Paid this year"), Value: wording.T("{sum}", "sum", sum),
		Detail: wording.T("expenses among it")}
	if days, known := compensation.MedianDays(accounts, today.AddMonths(-12)); known {
		f.Detail = wording.N(days, "usually {n} day after the work", "usually {n} days after the work")
	}
	return f, sum.Minor != 0, nil
}

// checksFigure is how much is done of the checklists that were begun.
func (a Assessments) checksFigure() (f Figure, any bool, err error) {
	states, err := a.begun()
	f = Figure{Kind: FigureChecklists, Label: wording.T("Confidentiality checklists"), Detail: wording.T("nothing to look at again")}
	due, next := 0, record.Date{}
	for _, s := range states {
		f.Count += s.Of(assessment.Done)
		f.Of += len(s.Items) - s.Of(assessment.NotForUs)
		due += s.Due()
		if day := s.Next(); !day.IsZero() && (next.IsZero() || day.Before(next)) {
			next = day
		}
	}
	f.Value = wording.T("{n} of {of}", "n", f.Count, "of", f.Of)
	switch {
	case due > 0:
		f.Detail = wording.N(due, "{n} item to look at", "{n} items to look at")
	case !next.IsZero():
		f.Detail = wording.T("the next by {date}", "date", next)
	}
	return f, f.Of > 0, err
}
