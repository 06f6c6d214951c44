package compensation

import (
	"slices"
	"strconv"

	"holdfast/record"
)

// Account is what the entries of one person come to.
type Account struct {
	Member  record.ID
	Entries []Entry // by Number
	// Claims and Payments are in the order in which they were made, the ones
	// that were taken back among them.
	Claims   []*Claim
	Payments []*Paid
	// back holds the reversal of each entry that was taken back.
	back map[record.ID]record.ID
}

// Claim is something owed and what has become of it. Open, Paid and Declined
// add up to the amount of the entry, unless it is Void.
type Claim struct {
	*Entry
	Open, Paid, Declined Money
	// Void says that the entry was taken back; nothing is owed of it.
	Void bool
	// PutOff is the day before which the person does not want to be paid.
	PutOff record.Date
	// ApprovedBy and ApprovedOn say who approved it; zero: nobody yet.
	ApprovedBy string
	ApprovedOn record.Date
	// PaidOn is the day of the payment that closed it, Returned says that one
	// came back.
	PaidOn   record.Date
	Returned bool
	// AskAgain is when a declined one is offered again.
	AskAgain record.Date
}

// Paid is a payment and what it went to.
type Paid struct {
	*Entry
	// Portions are what it went to, in order; the advance among them has no
	// claim. Together with CameBack they add up to the amount.
	Portions []Portion
	CameBack Money
	Void     bool
	// Signed is the day on which the person signed for it.
	Signed record.Date
}

// Portion is the part of a payment that went to one claim, or to none yet.
type Portion struct {
	Claim *Claim // nil: an advance
	Money Money
	// Fund is what it was spent from.
	Fund record.ID
}

// Fold makes the entries of one person into an Account. It takes any
// entries: what asks for more than there is gets what there is, so that the
// sums always hold. Money that is for no open claim is an advance, and
// advances cover open claims of the same currency, the oldest first.
func Fold(entries []Entry) *Account {
	entries = slices.Clone(entries)
	ByNumber(entries)
	a := &Account{Entries: entries, back: takenBack(entries)}
	claims, payments := map[record.ID]*Claim{}, map[record.ID]*Paid{}
	for i := range a.Entries {
		e := &a.Entries[i]
		a.Member = e.Member
		_, void := a.back[e.ID]
		switch {
		case e.Claim():
			c := &Claim{Entry: e, Open: e.Amount, Paid: e.Amount.of(0), Declined: e.Amount.of(0), Void: void}
			if void {
				c.Open = e.Amount.of(0)
			}
			claims[e.ID] = c
			a.Claims = append(a.Claims, c)
		case e.Kind == Payment:
			p := &Paid{Entry: e, CameBack: e.Amount.of(0), Void: void}
			payments[e.ID] = p
			a.Payments = append(a.Payments, p)
			if !void {
				p.spend(claims)
			}
		case void:
		case e.Kind == Return && payments[e.Of] != nil:
			payments[e.Of].comeBack(e.Amount)
		case e.Kind == Receipt && payments[e.Of] != nil:
			payments[e.Of].Signed = e.Day
		default:
			for _, part := range e.For {
				if c := claims[part.Claim]; c != nil && !c.Void {
					c.note(e, part.Minor)
				}
			}
		}
	}
	a.coverByAdvances()
	for _, p := range a.Payments {
		p.close()
	}
	return a
}

// With is the account as if a claim had been made too: the next one is looked
// at beside it.
func (a *Account) With(claim Entry, p Policy) *Account {
	claim.Number = 1
	if n := len(a.Entries); n > 0 {
		claim.Number = a.Entries[n-1].Number + 1
	}
	claim.ID = record.ID(strconv.Itoa(claim.Number)) // like none that is drawn
	claim.Due = claim.Day.AddDays(p.PromisedDays)
	return Fold(append(slices.Clip(a.Entries), claim))
}

// takenBack are the entries that a reversal which itself stands takes back.
// A reversal is about an earlier entry, so that looking from the last to the
// first every one is known when it is asked for.
func takenBack(entries []Entry) map[record.ID]record.ID {
	back := map[record.ID]record.ID{}
	numbers := map[record.ID]int{}
	for _, e := range entries {
		numbers[e.ID] = e.Number
	}
	for _, e := range slices.Backward(entries) {
		if e.Kind != Reverse {
			continue
		}
		if _, void := back[e.ID]; void {
			continue
		}
		if earlier, known := numbers[e.Of]; known && earlier < e.Number {
			back[e.Of] = e.ID
		}
	}
	return back
}

// Void says whether an entry was taken back.
func (a *Account) Void(id record.ID) bool { _, void := a.back[id]; return void }

// spend shares a payment out to the claims that it names.
func (p *Paid) spend(claims map[record.ID]*Claim) {
	left := p.Amount.Minor
	for _, part := range p.For {
		c := claims[part.Claim]
		if c == nil || c.Void || c.Amount.Currency != p.Amount.Currency {
			continue
		}
		if take := min(part.Minor, left, c.Open.Minor); take > 0 {
			p.give(c, take)
			left -= take
		}
	}
	if left > 0 {
		p.Portions = append(p.Portions, Portion{nil, p.Amount.of(left), p.Fund})
	}
}

func (p *Paid) give(c *Claim, minor int64) {
	p.Portions = append(p.Portions, Portion{c, p.Amount.of(minor), c.Fund})
	c.Open.Minor -= minor
	c.Paid.Minor += minor
}

// comeBack takes money that did not arrive out of the portions again, the
// advance first and then the last ones; what they paid is open again.
func (p *Paid) comeBack(m Money) {
	if m.Currency != p.Amount.Currency || p.Void {
		return
	}
	left := m.Minor
	for i := len(p.Portions) - 1; i >= 0 && left > 0; i-- {
		take := min(left, p.Portions[i].Money.Minor)
		p.Portions[i].Money.Minor -= take
		if c := p.Portions[i].Claim; c != nil {
			c.Open.Minor += take
			c.Paid.Minor -= take
			c.Returned = true
		}
		p.CameBack.Minor += take
		left -= take
	}
	p.Portions = slices.DeleteFunc(p.Portions, func(q Portion) bool { return q.Money.Minor == 0 })
}

// note puts a choice or an approval onto a claim.
func (c *Claim) note(e *Entry, minor int64) {
	switch e.Kind {
	case Decline:
		take := min(minor, c.Open.Minor)
		c.Open.Minor -= take
		c.Declined.Minor += take
		c.AskAgain = e.Until
	case Defer:
		c.PutOff = e.Until
	case Approve:
		c.ApprovedBy, c.ApprovedOn = e.Approver, e.Day
	}
}

// coverByAdvances uses advances for open claims of the same currency. The
// money was spent from the fund that it was advanced from.
func (a *Account) coverByAdvances() {
	for _, p := range a.Payments {
		last := len(p.Portions) - 1
		if last < 0 || p.Portions[last].Claim != nil {
			continue
		}
		advance := p.Portions[last]
		p.Portions = p.Portions[:last]
		for _, c := range a.Claims {
			take := min(advance.Money.Minor, c.Open.Minor)
			if take <= 0 || c.Amount.Currency != advance.Money.Currency {
				continue
			}
			p.give(c, take)
			p.Portions[len(p.Portions)-1].Fund = advance.Fund
			advance.Money.Minor -= take
		}
		if advance.Money.Minor > 0 {
			p.Portions = append(p.Portions, advance)
		}
	}
}

// close notes on which day claims were paid in full.
func (p *Paid) close() {
	for _, q := range p.Portions {
		if c := q.Claim; c != nil && c.Open.Minor == 0 && c.PaidOn.Before(p.Day) {
			c.PaidOn = p.Day
		}
	}
}
