package board

import (
	"errors"

	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
)

// Way is how somebody wants to be paid, and the empty one where nobody has
// asked.
func (l Ledger) Way(id member.ID) (compensation.Way, error) {
	p, r, err := l.pays()
	if err != nil {
		return compensation.Way{}, err
	}
	if _, here := r.people[id]; !here {
		return compensation.Way{}, errNobody(record.ErrNotFound)
	}
	w, known := p.ways[id]
	if !known {
		w.Member = id
	}
	return w, nil
}

// SaveWay keeps how somebody wants to be paid.
func (l Ledger) SaveWay(way compensation.Way) error {
	if err := way.Validate(); err != nil {
		return err
	}
	return l.b.act(ActPayWay, func(w *work) error {
		if err := w.known(way.Member); err != nil {
			return err
		}
		w.touch(way.Member)
		return store.In(w.tx, compensation.WaySchema()).Put(way)
	})
}

// Payee is the name that a payment to somebody needs. It is read from the
// vault each time and kept nowhere in between: ask for it only where a payment
// is made.
func (l Ledger) Payee(id member.ID) (compensation.Payee, error) {
	p := compensation.Payee{Member: id}
	err := l.b.view(func(tx *store.Tx) error {
		kept, err := store.In(tx, compensation.PayeeSchema()).Get(record.Key(id))
		if err == nil {
			p = kept
		}
		if isNotFound(err) {
			return nil
		}
		return err
	})
	return p, err
}

// SavePayee keeps the name that a payment to somebody needs.
func (l Ledger) SavePayee(p compensation.Payee) error {
	if err := p.Validate(); err != nil {
		return err
	}
	return l.b.act(ActPayee, func(w *work) error {
		if err := w.known(p.Member); err != nil {
			return err
		}
		w.touch(p.Member)
		return store.In(w.tx, compensation.PayeeSchema()).Put(p)
	})
}

func isNotFound(err error) bool { return errors.Is(err, record.ErrNotFound) }
