package board

import (
	"slices"
	"strings"

	"holdfast/compensation"
	"holdfast/find"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Funds are how the funds stand, by name.
func (l Ledger) Funds() ([]compensation.Standing, error) {
	p, r, err := l.pays()
	if err != nil {
		return nil, err
	}
	return p.standings(r, record.DateOf(l.b.in(r.settings))), nil
}

// SaveFund keeps a fund; one without an ID is new. Two funds have different
// codes. It fails with the problems of the fund.
func (l Ledger) SaveFund(f compensation.Fund) (compensation.Fund, error) {
	p, _, err := l.pays()
	if err != nil {
		return f, err
	}
	rules, err := l.b.Rules()
	if err != nil {
		return f, err
	}
	for _, id := range f.Rules {
		if !slices.Contains(rules.IDs(), id) {
			return f, wording.Refuse("rules", "There is no rule of that name. “rules list” names them all.")
		}
	}
	if f.ID == "" {
		if f.ID, err = record.NewID(l.b.env.Random); err != nil {
			return f, err
		}
	}
	wrong := wording.Check{}
	wrong.Add(f.Validate())
	for _, other := range p.funds {
		wrong.When(other.ID != f.ID && strings.EqualFold(other.Code, f.Code), wording.Refuse("code", "Another fund has this code. Choose a different one."))
		wrong.When(other.ID == f.ID && other.Budget.Currency != f.Budget.Currency && l.inUse(p, f.ID),
			wording.Refuse("currency", "Something was paid from this fund already, so its currency stays."))
	}
	if err := wrong.Err(); err != nil {
		return f, err
	}
	return f, l.keep(func(w *work) error { return store.In(w.tx, compensation.FundSchema()).Put(f) })
}

func (l Ledger) inUse(p *pays, fund record.ID) bool {
	for _, a := range p.accounts {
		if slices.ContainsFunc(a.Entries, func(e compensation.Entry) bool { return e.Fund == fund }) {
			return true
		}
	}
	return false
}

// keep is an act on what is about no single person.
func (l Ledger) keep(do func(*work) error) error { return l.b.act(ActPayFund, do) }

// Fund finds a fund by its code or the beginning of its identifier.
func (l Ledger) Fund(name string) (compensation.Fund, error) {
	p, _, err := l.pays()
	if err != nil {
		return compensation.Fund{}, err
	}
	for _, f := range p.funds {
		if strings.EqualFold(f.Code, name) || len(name) >= 4 && strings.HasPrefix(string(f.ID), strings.ToLower(name)) {
			return f, nil
		}
	}
	return compensation.Fund{}, wording.Refuse("fund", "There is no such fund.")
}

// Card is the rate card by activity, the latest line of each first, and what
// others are paid beside it.
func (l Ledger) Card() (compensation.Card, []compensation.Beside, error) {
	p, r, err := l.pays()
	if err != nil {
		return nil, nil, err
	}
	return p.card, p.card.Compared(p.others, record.DateOf(l.b.in(r.settings))), nil
}

// EqualPay is the work that was paid otherwise than the card says, by activity
// and with the reasons; nobody is named.
func (l Ledger) EqualPay() ([]compensation.Unequal, error) {
	p, r, err := l.pays()
	if err != nil {
		return nil, err
	}
	return compensation.EqualPay(p.list(r), p.card), nil
}

// SaveRate keeps a line of the rate card. One of the same activity, currency
// and day is replaced.
func (l Ledger) SaveRate(r compensation.Rate) error {
	if err := r.Validate(); err != nil {
		return err
	}
	return l.keep(func(w *work) error { return store.In(w.tx, compensation.RateSchema()).Put(r) })
}

// RemoveRate takes a line off the rate card. What was entered at it stays.
func (l Ledger) RemoveRate(r compensation.Rate) error {
	return l.keep(func(w *work) error {
		return store.In(w.tx, compensation.RateSchema()).Delete(compensation.RateSchema().Key(r))
	})
}

// SaveComparison keeps what others are paid; one without an ID is new.
func (l Ledger) SaveComparison(c compensation.Comparison) (compensation.Comparison, error) {
	err := l.identified(&c.ID)
	if err == nil {
		err = c.Validate()
	}
	if err != nil {
		return c, err
	}
	return c, l.keep(func(w *work) error { return store.In(w.tx, compensation.ComparisonSchema()).Put(c) })
}

// Gifts are what was given in kind, the latest first.
func (l Ledger) Gifts() ([]compensation.InKind, error) {
	p, _, err := l.pays()
	if err != nil {
		return nil, err
	}
	return slices.Clone(p.gifts), nil
}

// SaveGift keeps what was given in kind; one without an ID is new.
func (l Ledger) SaveGift(g compensation.InKind) (compensation.InKind, error) {
	now, err := l.b.Now()
	if err == nil {
		err = l.identified(&g.ID)
	}
	if err == nil {
		err = g.Validate(record.DateOf(now))
	}
	if err != nil {
		return g, err
	}
	return g, l.keep(func(w *work) error { return store.In(w.tx, compensation.InKindSchema()).Put(g) })
}

// identified draws an ID where there is none.
func (l Ledger) identified(id *record.ID) (err error) {
	if *id == "" {
		*id, err = record.NewID(l.b.env.Random)
	}
	return err
}

// compareFold is the order of names in a list.
func compareFold(a, b string) int { return strings.Compare(find.Fold(a), find.Fold(b)) }
