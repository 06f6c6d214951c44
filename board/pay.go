package board

import (
	"errors"
	"maps"
	"slices"
	"sync"

	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/store"
	"holdfast/wording"
)

// Ledger is about paying people: what is owed, how each wants it, from which
// fund, and what goes out about it.
type Ledger struct{ b *Board }

// Pay is about paying people.
func (b *Board) Pay() Ledger { return Ledger{b} }

// pays is what screens show about paying, as it stood after the last act.
type pays struct {
	accounts map[member.ID]*compensation.Account
	ways     map[member.ID]compensation.Way
	funds    []compensation.Fund
	card     compensation.Card
	others   []compensation.Comparison
	gifts    []compensation.InKind
}

// payShelf reads pays on first use: a board that does not look at them does
// not wait for them.
type payShelf struct {
	mu   sync.Mutex
	read *pays
}

// pays is what is known about paying, and the roll around it.
func (l Ledger) pays() (*pays, *roll, error) {
	r, err := l.b.roll()
	if err != nil {
		return nil, nil, err
	}
	r.pay.mu.Lock()
	defer r.pay.mu.Unlock()
	if r.pay.read != nil {
		return r.pay.read, r, nil
	}
	p := &pays{accounts: map[member.ID]*compensation.Account{}, ways: map[member.ID]compensation.Way{}}
	err = l.b.view(func(tx *store.Tx) error {
		entries := map[member.ID][]compensation.Entry{}
		err := store.In(tx, compensation.Schema()).Scan("", func(e compensation.Entry) error {
			entries[e.Member] = append(entries[e.Member], e)
			return nil
		})
		for id, all := range entries {
			p.accounts[id] = compensation.Fold(all)
		}
		if err == nil {
			err = store.In(tx, compensation.WaySchema()).Scan("", func(w compensation.Way) error {
				p.ways[w.Member] = w
				return nil
			})
		}
		return errors.Join(err, p.readFunds(tx))
	})
	if err != nil {
		return nil, nil, err
	}
	r.pay.read = p
	return p, r, nil
}

// readFunds reads what is about no single person.
func (p *pays) readFunds(tx *store.Tx) (err error) {
	if p.funds, err = allOf(tx, compensation.FundSchema()); err != nil {
		return err
	}
	slices.SortFunc(p.funds, func(a, b compensation.Fund) int { return compareFold(a.Name, b.Name) })
	var card []compensation.Rate
	if card, err = allOf(tx, compensation.RateSchema()); err != nil {
		return err
	}
	p.card = compensation.Card(card).Sorted()
	if p.others, err = allOf(tx, compensation.ComparisonSchema()); err != nil {
		return err
	}
	p.gifts, err = allOf(tx, compensation.InKindSchema())
	slices.SortFunc(p.gifts, func(a, b compensation.InKind) int { return b.Day.Compare(a.Day) })
	return err
}

// allOf is every record of a kind.
func allOf[V any](tx *store.Tx, schema record.Schema[V]) ([]V, error) {
	var records []V
	err := store.In(tx, schema).Scan("", func(v V) error {
		records = append(records, v)
		return nil
	})
	return records, err
}

// refreshed is the shelf after an act that touched some people. What was never
// read stays unread.
func (s *payShelf) refreshed(tx *store.Tx, touched []record.ID) (*payShelf, error) {
	s.mu.Lock()
	before := s.read
	s.mu.Unlock()
	if before == nil {
		return &payShelf{}, nil
	}
	p := &pays{accounts: maps.Clone(before.accounts), ways: maps.Clone(before.ways)}
	if err := p.readFunds(tx); err != nil {
		return nil, err
	}
	for _, id := range touched {
		var entries []compensation.Entry
		err := store.In(tx, compensation.Schema()).Scan(record.Key(id), func(e compensation.Entry) error {
			entries = append(entries, e)
			return nil
		})
		if err != nil {
			return nil, err
		}
		delete(p.accounts, id)
		if len(entries) > 0 {
			p.accounts[id] = compensation.Fold(entries)
		}
		delete(p.ways, id)
		switch w, err := store.In(tx, compensation.WaySchema()).Get(record.Key(id)); {
		case err == nil:
			p.ways[id] = w
		case !errors.Is(err, record.ErrNotFound):
			return nil, err
		}
	}
	return &payShelf{read: p}, nil
}

// account is what one person's entries come to; nobody's is empty.
func (p *pays) account(id member.ID) *compensation.Account {
	if a := p.accounts[id]; a != nil {
		return a
	}
	return compensation.Fold(nil)
}

// list is every account, those of people by name and then those of who is
// forgotten.
func (p *pays) list(r *roll) []*compensation.Account {
	var list []*compensation.Account
	for _, id := range r.order() {
		if a := p.accounts[id]; a != nil {
			list = append(list, a)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(p.accounts)) {
		if _, here := r.people[id]; !here {
			list = append(list, p.accounts[id])
		}
	}
	return list
}

// payName is what somebody is called beside money: the name, or the code of
// who is forgotten.
func (r *roll) payName(id member.ID) string {
	if m, here := r.people[id]; here {
		return m.Name
	}
	return compensation.Code(id)
}

// Account is what the entries of one person come to.
func (l Ledger) Account(id member.ID) (*compensation.Account, error) {
	p, _, err := l.pays()
	if err != nil {
		return nil, err
	}
	return p.account(id), nil
}

// service writes entries within an act.
func (w *work) service(b *Board, p *pays, rules rule.Book, agreed bool) compensation.Service {
	return compensation.Service{Ledger: store.In(w.tx, compensation.Schema()), Funds: p.funds, Card: p.card, Rules: rules,
		Policy: w.settings.Pay, Random: w.env.Random, Now: w.now, By: b.opening.Holder.Label, Agreed: agreed}
}

// act does one act on the ledger.
func (l Ledger) act(kind Kind, agreed bool, do func(*work, compensation.Service) error) error {
	p, _, err := l.pays()
	if err != nil {
		return err
	}
	rules, err := l.b.Rules()
	if err != nil {
		return err
	}
	return l.b.act(kind, func(w *work) error { return do(w, w.service(l.b, p, rules, agreed)) })
}

// before is what an entry of somebody is looked at with before it is made.
func (l Ledger) before(id member.ID) (compensation.Before, error) {
	p, r, err := l.pays()
	if err != nil {
		return compensation.Before{}, err
	}
	rules, err := l.b.Rules()
	today := record.DateOf(l.b.in(r.settings))
	return compensation.Before{Account: p.account(id), Way: p.ways[id], Rules: rules, Policy: r.settings.Pay, Today: today,
		Funds: p.standings(r, today)}, err
}

// standings are how the funds stand, looked ahead to the end of terms.
func (p *pays) standings(r *roll, today record.Date) []compensation.Standing {
	return compensation.Standings(p.funds, p.list(r), today, r.lastTerm(today))
}

// lastTerm is the last day of the last term of somebody who serves, zero
// where none is known.
func (r *roll) lastTerm(today record.Date) record.Date {
	var last record.Date
	for _, m := range r.people {
		if term, ok := m.CurrentTerm(today); ok && m.Stage().Serving() {
			if end := m.TermEnd(term, today); end.After(last) {
				last = end
			}
		}
	}
	return last
}

// noSuchPayment says that something of a list is not there any more.
func noSuchPayment() error {
	return wording.Refuse("id", "There is no such entry for this person.")
}
