package compensation

import (
	"cmp"
	"slices"

	"holdfast/record"
)

// Statement is what one person was owed and paid from one day to another,
// for the person and nobody else.
type Statement struct {
	Member   record.ID
	From, To record.Date
	// Claims are the work and expenses of the time, Payments what was paid in
	// it; neither holds what was taken back.
	Claims   []*Claim
	Payments []*Paid
	// Earned and Reimbursed are what the payments of the time went to,
	// Open what is open today of all times, Advances what was paid ahead.
	Earned, Reimbursed, Open, Advances Purse
	// Minutes is the time that was worked.
	Minutes int
}

// StatementOf makes the statement of an account.
func StatementOf(a *Account, from, to record.Date) Statement {
	s := Statement{Member: a.Member, From: from, To: to, Earned: Purse{}, Reimbursed: Purse{}, Open: Purse{}, Advances: a.Advances()}
	within := func(day record.Date) bool { return !day.Before(from) && !day.After(to) }
	for _, c := range a.Claims {
		s.Open.Add(c.Open)
		if !c.Void && within(c.Day) {
			s.Claims = append(s.Claims, c)
			s.Minutes += c.Minutes
		}
	}
	for _, p := range a.Payments {
		if p.Void || len(p.Portions) == 0 || !within(p.Day) {
			continue
		}
		s.Payments = append(s.Payments, p)
		for _, q := range p.Portions {
			if q.Claim != nil && q.Claim.Kind == Expense {
				s.Reimbursed.Add(q.Money)
			} else {
				s.Earned.Add(q.Money)
			}
		}
	}
	slices.SortStableFunc(s.Claims, func(a, b *Claim) int { return cmp.Or(a.Day.Compare(b.Day), a.Number-b.Number) })
	slices.SortStableFunc(s.Payments, func(a, b *Paid) int { return cmp.Or(a.Day.Compare(b.Day), a.Number-b.Number) })
	return s
}

// Net is what of a payment arrived.
func (p *Paid) Net() Money {
	if p.Void {
		return p.Amount.of(0)
	}
	return p.Amount.of(p.Amount.Minor - p.CameBack.Minor)
}
