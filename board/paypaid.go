package board

import (
	"errors"

	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Pay writes a payment down. Where it is for no claims by name, it is for the
// oldest open ones in its currency. agreed says that a person was asked about
// what goes beyond what is owed, and that it is an advance. It fails with
// Problems (Field "agreed" where it must be asked first), and then nothing is
// changed.
func (l Ledger) Pay(e compensation.Entry, agreed bool) (compensation.Entry, error) {
	e.Kind = compensation.Payment
	return l.write(ActPayPaid, e, agreed)
}

// PayApproved writes down that somebody approved parts of claims, and then a
// payment, as Pay does: both or neither.
func (l Ledger) PayApproved(e compensation.Entry, approver string, of []compensation.Part, agreed bool) (compensation.Entry, error) {
	e.Kind = compensation.Payment
	return l.writeAll(ActPayPaid, agreed, compensation.Entry{Member: e.Member, Kind: compensation.Approve, Approver: approver, For: of}, e)
}

// Advance writes down money given before there is anything owed.
func (l Ledger) Advance(e compensation.Entry) (compensation.Entry, error) {
	e.Kind, e.For = compensation.Payment, []compensation.Part{}
	return l.write(ActPayPaid, e, true)
}

// Decline writes down that somebody chose not to be paid for claims, until
// when it is not offered again (zero: no day was said). Nobody is asked why.
func (l Ledger) Decline(id member.ID, claims []record.ID, until record.Date) (compensation.Entry, error) {
	return l.choose(compensation.Entry{Member: id, Kind: compensation.Decline, Until: until}, claims)
}

// Defer writes down that somebody wants to be paid for claims later.
func (l Ledger) Defer(id member.ID, claims []record.ID, until record.Date) (compensation.Entry, error) {
	return l.choose(compensation.Entry{Member: id, Kind: compensation.Defer, Until: until}, claims)
}

// Approve writes down that somebody said that claims may be paid. Without
// claims it is about all that are open.
func (l Ledger) Approve(id member.ID, claims []record.ID, by string) (compensation.Entry, error) {
	return l.choose(compensation.Entry{Member: id, Kind: compensation.Approve, Approver: by}, claims)
}

// choose writes a choice about claims down; none are all that are open.
func (l Ledger) choose(e compensation.Entry, claims []record.ID) (compensation.Entry, error) {
	a, err := l.Account(e.Member)
	if err != nil {
		return e, err
	}
	named := map[record.ID]bool{}
	for _, id := range claims {
		named[id] = true
	}
	for _, c := range a.OpenClaims() {
		if len(claims) == 0 || named[c.ID] {
			e.For = append(e.For, compensation.Part{Claim: c.ID, Minor: c.Open.Minor})
			delete(named, c.ID)
		}
	}
	if len(named) > 0 {
		return e, noSuchPayment()
	}
	return l.write(ActPayChoice, e, false)
}

// Return writes down that a payment, or a part of it, did not arrive.
func (l Ledger) Return(id member.ID, payment record.ID, sum compensation.Money, day record.Date) (compensation.Entry, error) {
	return l.write(ActPayBack, compensation.Entry{Member: id, Kind: compensation.Return, Of: payment, Amount: sum, Day: day}, false)
}

// Sign writes down that the person signed for a payment.
func (l Ledger) Sign(id member.ID, payment record.ID, day record.Date) (compensation.Entry, error) {
	return l.write(ActPayBack, compensation.Entry{Member: id, Kind: compensation.Receipt, Of: payment, Day: day}, false)
}

// Reverse takes an entry back, with a reason. Taking a reversal back restores
// the entry. agreed says that a person was asked about what was paid already.
func (l Ledger) Reverse(id member.ID, entry record.ID, reason string, agreed bool) (compensation.Entry, error) {
	return l.write(ActPayReverse, compensation.Entry{Member: id, Kind: compensation.Reverse, Of: entry, Reason: reason}, agreed)
}

// write writes one entry down; without a day it is of today.
func (l Ledger) write(kind Kind, e compensation.Entry, agreed bool) (compensation.Entry, error) {
	return l.writeAll(kind, agreed, e)
}

// writeAll writes entries down in one act, and gives the last of them.
func (l Ledger) writeAll(kind Kind, agreed bool, entries ...compensation.Entry) (last compensation.Entry, err error) {
	err = l.act(kind, agreed, func(w *work, s compensation.Service) error {
		var refused error // all that is wrong with them, so that it can be mended in one go
		for _, e := range entries {
			w.touch(e.Member)
			if e.Day.IsZero() {
				e.Day = w.today()
			}
			if e.Kind == compensation.Payment && e.For == nil {
				all, err := s.Entries(e.Member)
				if err != nil {
					return err
				}
				e.For = compensation.Fold(all).Oldest(e.Amount, w.today())
			}
			written, err := s.Add(e)
			if err != nil && len(wording.Problems(err)) == 0 {
				return err
			}
			refused, last = errors.Join(refused, err), written
		}
		return refused
	})
	return last, err
}

// Concerns are what to know before a payment is made.
func (l Ledger) Concerns(e compensation.Entry) ([]compensation.Concern, error) {
	before, err := l.before(e.Member)
	if err != nil {
		return nil, err
	}
	e.Kind = compensation.Payment
	if e.Day.IsZero() {
		e.Day = before.Today
	}
	if e.For == nil {
		e.For = before.Account.Oldest(e.Amount, before.Today)
	}
	return before.Concerns(e), nil
}
