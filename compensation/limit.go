package compensation

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Period is a stretch of the calendar.
type Period string

// The periods.
const (
	PerMonth   Period = "month"
	PerQuarter Period = "quarter"
	PerYear    Period = "year"
)

// Periods are all periods, as a form offers them.
func Periods() []Period { return []Period{PerMonth, PerQuarter, PerYear} }

// Span is the first and the last day of the period that a day lies in.
func (p Period) Span(day record.Date) (from, to record.Date) {
	from, months := record.Date{Year: day.Year, Month: day.Month, Day: 1}, 1
	switch p {
	case PerQuarter:
		from.Month, months = from.Month-(from.Month-1)%3, 3
	case PerYear:
		from.Month, months = 1, 12
	}
	return from, from.AddMonths(months).AddDays(-1)
}

// within says in a sentence which period of this kind begins on a day.
func (p Period) within(from, today record.Date) wording.Text {
	begins, _ := p.Span(today)
	now := begins == from
	switch {
	case p == PerYear && now:
		return wording.T("this year")
	case p == PerYear:
		return wording.T("in {year}", "year", YearWord(from.Year))
	case p == PerQuarter && now:
		return wording.T("this quarter")
	case p == PerQuarter:
		return wording.T("in the quarter from {month} {year}", "month", from.Month, "year", YearWord(from.Year))
	case now:
		return wording.T("this month")
	default:
		return wording.T("in {month} {year}", "month", from.Month, "year", YearWord(from.Year))
	}
}

// Limit is how much, or how often, somebody wants to be paid at most in a
// period. Either Amount or Times is set.
type Limit struct {
	Amount Money  `json:"amount,omitzero"`
	Times  int    `json:"times,omitempty"`
	Per    Period `json:"per"`
	// Expenses counts what was laid out too; by itself it does not, since
	// money laid out and given back is not income.
	Expenses bool `json:"expenses,omitempty"`
}

func (p *problems) limit(l Limit) {
	p.When(!slices.Contains(Periods(), l.Per), wording.Refuse("limits", "A limit is for a month, a quarter or a year."))
	p.When((l.Times == 0) == l.Amount.IsZero() || l.Times < 0 || l.Times > 400,
		wording.Refuse("limits", "A limit is an amount or a number of payments, one of the two."))
	if l.Times == 0 {
		p.money("limits", l.Amount)
	}
}

// Used is how far a limit is used up in the period of a day.
type Used struct {
	Limit Limit
	From  record.Date
	To    record.Date
	// Paid is what was paid in the period, Coming what is open and due in it;
	// Left what is left after both, below 0 where it is passed. For a number of
	// payments these are counts in Minor and the currency is empty.
	Paid, Coming, Left Money
	// Near and Over: from the policy's share on, and beyond the limit.
	Near, Over bool
}

// Asked says what a limit is held against.
type Asked struct {
	// Today is the day of asking, Day the one on which money would change
	// hands.
	Today, Day record.Date
	// More is what would be added.
	More Money
	// Paying says that More is paid now, so that what is open does not count;
	// otherwise it is work about to be accepted, and what is open is counted on
	// the day that it is due.
	Paying bool
}

// Use is how far a limit is used up in the period of a day.
func (a *Account) Use(l Limit, ask Asked, p Policy) Used {
	u := Used{Limit: l}
	u.From, u.To = l.Per.Span(ask.Day)
	counts, whole := l.Times > 0, l.Amount
	if counts {
		whole = Money{Minor: int64(l.Times)}
		ask.More = Money{Minor: min(1, ask.More.Minor)}
	}
	u.Paid, u.Coming = a.paidWithin(l, u.From, u.To), whole.of(0)
	due := map[record.Date]bool{}
	for _, c := range a.OpenClaims() {
		when := c.Due
		if when.Before(ask.Today) {
			when = ask.Today
		}
		if ask.Paying || when.Before(u.From) || when.After(u.To) || c.Kind == Expense && !l.Expenses {
			continue
		}
		if counts && !due[when] {
			due[when] = true
			u.Coming.Minor++
		} else if !counts && c.Open.Currency == whole.Currency {
			u.Coming.Minor += c.Open.Minor
		}
	}
	used := u.Paid.Minor + u.Coming.Minor
	if ask.More.Currency == whole.Currency {
		used += ask.More.Minor
	}
	u.Left = whole.of(whole.Minor - used)
	u.Over = used > whole.Minor
	u.Near = used*100 >= whole.Minor*int64(p.NearPercent)
	return u
}

// paidWithin is what was paid from one day to another, as a limit counts it.
func (a *Account) paidWithin(l Limit, from, to record.Date) Money {
	total := l.Amount.of(0)
	for _, p := range a.Payments {
		if p.Void || p.Day.Before(from) || p.Day.After(to) {
			continue
		}
		var counted int64
		for _, q := range p.Portions {
			if l.Expenses || q.Claim == nil || q.Claim.Kind == Work {
				counted += q.Money.Minor
			}
		}
		switch {
		case l.Times > 0 && counted > 0:
			total.Minor++
		case l.Times == 0 && p.Amount.Currency == l.Amount.Currency:
			total.Minor += counted
		}
	}
	return total
}

// Words are the limit in a few words: "limit $150.00 a month".
func (l Limit) Words() wording.Text {
	most := wording.T("limit {sum}", "sum", l.Amount)
	if l.Times > 0 {
		most = wording.N(l.Times, "limit {n} payment", "limit {n} payments")
	}
	switch l.Per {
	case PerQuarter:
		return wording.T("{limit} a quarter", "limit", most)
	case PerYear:
		return wording.T("{limit} a year", "limit", most)
	default:
		return wording.T("{limit} a month", "limit", most)
	}
}

// Words say on a day how far the limit is used up: "$40.00 left this month".
func (u Used) Words(today record.Date) wording.Text {
	when := u.Limit.Per.within(u.From, today)
	switch {
	case u.Limit.Times > 0 && u.Over:
		return wording.T("more payments than they want {when}", "when", when)
	case u.Limit.Times > 0:
		n := int(u.Left.Minor)
		return wording.N(n, "{n} payment left {when}", "{n} payments left {when}", "when", when)
	case u.Over:
		return wording.T("{sum} over their own limit {when}", "sum", u.Left.of(-u.Left.Minor), "when", when)
	default:
		return wording.T("{sum} left {when}", "sum", u.Left, "when", when)
	}
}
