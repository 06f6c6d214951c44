package compensation

import (
	"slices"
	"unicode/utf8"

	"holdfast/record"
	"holdfast/wording"
)

// Source is where the money of a fund comes from.
type Source string

// The sources.
const (
	Grant          Source = "grant"
	Private        Source = "private"
	Corporate      Source = "corporate"
	ProgramRevenue Source = "program_revenue"
	InKindSource   Source = "in_kind"
)

// Sources are all sources, as a form offers them.
func Sources() []Source { return []Source{Grant, Private, Corporate, ProgramRevenue, InKindSource} }

// Name is the source in words.
func (s Source) Name() wording.Text {
	switch s {
	case Grant:
		return wording.T("Grant")
	case Private:
		return wording.T("Private giving")
	case Corporate:
		return wording.T("Corporate giving")
	case ProgramRevenue:
		return wording.T("Program revenue")
	default:
		return wording.T("In kind")
	}
}

// Fund is a sum of money for a time, and what may be paid from it.
type Fund struct {
	ID record.ID `json:"id"`
	// Code is what leaves the house ("F-12"); Name is the board's own word.
	Code   string `json:"code"`
	Name   string `json:"name"`
	Source Source `json:"source"`
	// From and To are the days whose work it pays for; zero is open.
	From record.Date `json:"from,omitzero"`
	To   record.Date `json:"to,omitzero"`
	// Budget is how much there is in all.
	Budget Money `json:"budget"`
	// Allows are the categories that may be paid from it; none is all.
	Allows []Category `json:"allows,omitempty"`
	// Rules are the dated rules that bind it (package rule), such as the caps
	// of an award.
	Rules []string `json:"rules,omitempty"`
	// Closed takes nothing more.
	Closed bool   `json:"closed,omitempty"`
	Note   string `json:"note,omitempty"`
}

// FundSchema describes a fund as a record.
func FundSchema() record.Schema[Fund] {
	return record.Schema[Fund]{
		Collection: "fund", Version: 1,
		Key: func(f Fund) record.Key { return record.Key(f.ID) },
	}
}

// Validate gives all problems of a fund at once.
func (f Fund) Validate() error {
	all := problems{}
	all.When(f.ID == "", wording.Refuse("id", "This fund has no identifier."))
	all.When(f.Code == "" || utf8.RuneCountInString(f.Code) > 20, wording.Refuse("code", "Give the fund a short code for those outside the board, at most {n} characters.", "n", 20))
	all.When(f.Name == "", wording.Refuse("name", "Give the fund a name."))
	all.When(!slices.Contains(Sources(), f.Source), wording.Refuse("source", "Choose where the money comes from."))
	all.When(!f.From.IsZero() && !f.To.IsZero() && f.To.Before(f.From), wording.Refuse("to", "The last day lies before the first."))
	for _, c := range f.Allows {
		all.When(!c.Known(), wording.Refuse("allows", "Choose one of the answers on the list."))
	}
	all.money("budget", f.Budget)
	all.line("code", f.Code)
	all.line("name", f.Name)
	all.line("note", f.Note)
	return all.Err()
}

// Takes refuses a claim that must not be paid from the fund, with a
// wording.Problem that says why.
func (f Fund) Takes(e *Entry) error {
	switch {
	case f.Closed:
		return wording.Refuse("fund", "This fund is closed. Choose another, or open it again.")
	case e.Day.Before(f.From) || !f.To.IsZero() && e.Day.After(f.To):
		return wording.Refuse("fund", "This fund pays for another time: {from} to {to}. Choose another fund.", "from", f.From, "to", f.To)
	case len(f.Allows) > 0 && !slices.Contains(f.Allows, e.rated()):
		return wording.Refuse("fund", "This fund may not pay for that: {what}. Choose another fund.", "what", e.Category.Name())
	case f.Budget.Currency != e.Amount.Currency:
		return wording.Refuse("fund", "This fund is kept in {currency}. Choose another fund.", "currency", f.Budget.Currency)
	}
	return nil
}

// Standing is how a fund stands on a day.
type Standing struct {
	Fund Fund
	// Spent was paid from it, Owed is open and will be. Balance is what is left
	// of the budget after Spent, Free after Owed too; both may be below 0.
	Spent, Owed, Balance, Free Money
	// Ends is the day up to which is looked ahead: the fund's last day or the
	// last end of a term, whichever is first; Forecast what will be free then
	// if paying goes on as in the months before. Zero where neither is known.
	Ends     record.Date
	Forecast Money
	// RunsOut is the day on which Free will come to nothing at that pace, zero
	// where it lasts until Ends.
	RunsOut record.Date
}

// lookBack is how many days are taken for the pace of paying.
const lookBack = 182

// Standings are how the funds stand, in the order given. lastTerm is the last
// day of the last term of a person on the board, zero where none is known.
func Standings(funds []Fund, accounts []*Account, today, lastTerm record.Date) []Standing {
	all := make([]Standing, len(funds))
	at := map[record.ID]int{}
	claimed, first := make([]int64, len(funds)), make([]record.Date, len(funds))
	for i, f := range funds {
		at[f.ID] = i
		nothing := f.Budget.of(0)
		all[i] = Standing{Fund: f, Spent: nothing, Owed: nothing}
	}
	since := today.AddDays(-lookBack)
	for _, a := range accounts {
		for _, c := range a.Claims {
			i, known := at[c.Fund]
			if !known || c.Void {
				continue
			}
			all[i].Owed.Minor += c.Open.Minor
			if c.Day.After(since) {
				claimed[i] += c.Open.Minor + c.Paid.Minor
				if first[i].IsZero() || c.Day.Before(first[i]) {
					first[i] = c.Day
				}
			}
		}
		for _, p := range a.Payments {
			for _, q := range p.Portions {
				if i, known := at[q.Fund]; known {
					all[i].Spent.Minor += q.Money.Minor
				}
			}
		}
	}
	for i := range all {
		all[i].look(claimed[i], first[i], today, lastTerm)
	}
	return all
}

// look works out what is left and what will be.
func (s *Standing) look(claimed int64, first, today, lastTerm record.Date) {
	s.Balance = s.Spent.of(s.Fund.Budget.Minor - s.Spent.Minor)
	s.Free = s.Spent.of(s.Balance.Minor - s.Owed.Minor)
	s.Ends, s.Forecast = s.Fund.To, s.Free
	if s.Ends.IsZero() || !lastTerm.IsZero() && lastTerm.Before(s.Ends) {
		s.Ends = lastTerm
	}
	if s.Ends.IsZero() || claimed == 0 || !s.Ends.After(today) {
		return
	}
	days := int64(max(28, first.DaysUntil(today))) // one meeting is no pace yet
	ahead := int64(today.DaysUntil(s.Ends))
	s.Forecast.Minor = s.Free.Minor - claimed*ahead/days
	if s.Forecast.Minor < 0 {
		s.RunsOut = today.AddDays(int(max(0, s.Free.Minor) * days / claimed))
	}
}

// InKind is something given to the board that is not money: a room, food, an
// hour of a volunteer.
type InKind struct {
	ID    record.ID   `json:"id"`
	Day   record.Date `json:"day"`
	What  string      `json:"what"`
	From  string      `json:"from,omitempty"`
	Value Money       `json:"value"`
	Fund  record.ID   `json:"fund,omitempty"`
}

// InKindSchema describes a gift in kind as a record.
func InKindSchema() record.Schema[InKind] {
	return record.Schema[InKind]{
		Collection: "in_kind", Version: 1,
		Key: func(g InKind) record.Key { return record.Key(g.ID) },
	}
}

// Validate gives all problems of a gift at once.
func (g InKind) Validate(today record.Date) error {
	all := problems{}
	all.When(g.ID == "", wording.Refuse("id", "This gift has no identifier."))
	all.When(g.What == "", wording.Refuse("what", "Write what was given."))
	all.day("day", g.Day, today)
	all.money("value", g.Value)
	all.line("what", g.What)
	all.line("from", g.From)
	return all.Err()
}
