package board

import (
	"slices"

	"holdfast/compensation"
	"holdfast/member"
)

// PayStep is one payment of a pay run: one person, one currency.
type PayStep struct {
	Member member.ID
	Name   string
	// Lines are what is paid.
	Lines []PayLine
	// Payment is what would be written down: the sum of what is open, the
	// person's method, today. Fill in who handed it over, and the rest.
	Payment compensation.Entry
	// Way is how the person wants it; Ask are questions that nobody has asked,
	// and Signatures says that two people must sign.
	Way        compensation.Way
	Ask        []compensation.Question
	Signatures bool
	// Unapproved says that somebody has to approve it first.
	Unapproved bool
	// Concerns are what to know first.
	Concerns []compensation.Concern
}

// PayRun is the queue of those who are to be paid, the longest waiting first.
// Who chose not to be paid, or to wait, is not in it. Nobody's payee name is:
// ask for it (Payee) when their turn comes.
func (l Ledger) PayRun() ([]PayStep, error) {
	page, err := l.Page()
	if err != nil {
		return nil, err
	}
	p, r, err := l.pays()
	if err != nil {
		return nil, err
	}
	var steps []PayStep
	for _, line := range page.ToPay {
		if line.Open.IsZero() || line.State == compensation.Deferred || p.ways[line.Member].Method == compensation.NotAtAll {
			continue
		}
		i := slices.IndexFunc(steps, func(s PayStep) bool {
			return s.Member == line.Member && s.Payment.Amount.Currency == line.Open.Currency
		})
		if i < 0 {
			way := p.ways[line.Member]
			steps = append(steps, PayStep{Member: line.Member, Name: line.Name, Way: way,
				Payment:    compensation.Entry{Member: line.Member, Kind: compensation.Payment, Day: page.Today, Method: way.Method, Amount: compensation.Money{Currency: line.Open.Currency}},
				Signatures: r.settings.Pay.TwoSignatures && way.Method.HandToHand()})
			i = len(steps) - 1
		}
		steps[i].add(line, p.account(line.Member), r.settings.Pay.Approval)
	}
	for i := range steps {
		s := &steps[i]
		s.Ask, _ = s.Way.Unasked()
		if s.Concerns, err = l.Concerns(s.Payment); err != nil {
			return nil, err
		}
	}
	return steps, nil
}

func (s *PayStep) add(line PayLine, a *compensation.Account, approval bool) {
	s.Lines = append(s.Lines, line)
	for _, c := range a.Claims {
		if slices.Contains(line.Claims, c.ID) && c.IsOpen() {
			s.Payment.For = append(s.Payment.For, compensation.Part{Claim: c.ID, Minor: c.Open.Minor})
			s.Payment.Amount.Minor += c.Open.Minor
			s.Unapproved = s.Unapproved || approval && c.ApprovedOn.IsZero()
		}
	}
}

// HandedOver is one line of the log of cash, cards and vouchers.
type HandedOver struct {
	Member member.ID
	Name   string
	*compensation.Paid
}

// HandLog is every payment that changed hands without a bank, the latest
// first, those that were taken back among them.
func (l Ledger) HandLog() ([]HandedOver, error) {
	p, r, err := l.pays()
	if err != nil {
		return nil, err
	}
	var log []HandedOver
	for _, a := range p.list(r) {
		for _, paid := range a.Payments {
			if paid.Method.HandToHand() {
				log = append(log, HandedOver{a.Member, r.payName(a.Member), paid})
			}
		}
	}
	slices.SortStableFunc(log, func(a, b HandedOver) int { return b.Day.Compare(a.Day) })
	return log, nil
}
