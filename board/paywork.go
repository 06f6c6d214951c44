package board

import (
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/store"
)

// Claimed is work or an expense as it is entered: Member, Category, Day, and
// of Minutes, Quantity, Amount, Rate and Basis what is known; the rest is
// worked out. Shares are the funds where several pay for it.
type Claimed struct {
	compensation.Entry
	Shares []compensation.Share
}

// Weighed is a claim with its price and what to know before it is accepted.
type Weighed struct {
	compensation.Entry
	Concerns []compensation.Concern
}

// RefusedFor says whose claim of several was refused.
type RefusedFor struct {
	Member member.ID
	Err    error
}

// Error is what was wrong, without the name.
func (r *RefusedFor) Error() string { return r.Err.Error() }

// Unwrap is what was wrong.
func (r *RefusedFor) Unwrap() error { return r.Err }

// Weigh prices claims and says what to know before the work is accepted;
// nothing is written down. It fails with the first RefusedFor, and gives what
// could be priced all the same.
func (l Ledger) Weigh(claims ...Claimed) ([]Weighed, error) {
	p, r, err := l.pays()
	if err != nil {
		return nil, err
	}
	rules, err := l.b.Rules()
	if err != nil {
		return nil, err
	}
	w := &work{env: l.b.env, settings: r.settings, now: l.b.in(r.settings)}
	s := compensation.Service{Funds: p.funds, Card: p.card, Rules: rules, Policy: w.settings.Pay, Now: w.now}
	var weighed []Weighed
	var refused error
	befores := map[member.ID]*compensation.Before{}
	for _, c := range claims {
		parts, err := c.parts(s)
		if err != nil {
			if refused == nil {
				refused = &RefusedFor{c.Member, err}
			}
			continue
		}
		before := befores[c.Member]
		if before == nil {
			found, err := l.before(c.Member)
			if err != nil {
				return weighed, err
			}
			before = &found
			befores[c.Member] = before
		}
		for _, e := range parts {
			weighed = append(weighed, Weighed{e, before.Concerns(e)})
			before.Account = before.Account.With(e, w.settings.Pay)
		}
	}
	return weighed, refused
}

// parts are the priced entries that a claim becomes.
func (c Claimed) parts(s compensation.Service) ([]compensation.Entry, error) {
	e := c.Entry
	e.Kind = compensation.Work
	if e.Category.Expense() {
		e.Kind = compensation.Expense
	}
	e, err := s.Price(e)
	if err != nil {
		return nil, err
	}
	return compensation.Shared(e, c.Shares), nil
}

// AddClaims writes work and expenses down, all of them in one act. Of somebody
// who chose not to be paid they are written down as declined. It fails with
// Problems, and then nothing is changed.
func (l Ledger) AddClaims(claims ...Claimed) ([]compensation.Entry, error) {
	var written []compensation.Entry
	err := l.act(ActPayWork, false, func(w *work, s compensation.Service) error {
		written = nil
		for _, c := range claims {
			if err := w.known(c.Member); err != nil {
				return err
			}
			w.touch(c.Member)
			parts, err := c.parts(s)
			if err != nil {
				return &RefusedFor{c.Member, err}
			}
			added, err := w.addClaims(s, parts)
			if err != nil {
				return &RefusedFor{c.Member, err}
			}
			written = append(written, added...)
		}
		return nil
	})
	return written, err
}

func (w *work) addClaims(s compensation.Service, parts []compensation.Entry) ([]compensation.Entry, error) {
	var added []compensation.Entry
	var declined []compensation.Part
	for _, e := range parts {
		e, err := s.Add(e)
		if err != nil {
			return nil, err
		}
		added, declined = append(added, e), append(declined, compensation.Part{Claim: e.ID, Minor: e.Amount.Minor})
	}
	way, err := w.way(parts[0].Member)
	if err != nil || way.Method != compensation.NotAtAll {
		return added, err
	}
	e, err := s.Add(compensation.Entry{Member: way.Member, Kind: compensation.Decline, Day: w.today(), For: declined, Until: way.AskAgain})
	return append(added, e), err
}

// way is how somebody wants to be paid; nobody has said where it is empty.
func (w *work) way(id member.ID) (compensation.Way, error) {
	return wayOf(w.tx, id)
}

func wayOf(tx *store.Tx, id member.ID) (compensation.Way, error) {
	way, err := store.In(tx, compensation.WaySchema()).Get(record.Key(id))
	if isNotFound(err) {
		return compensation.Way{Member: id}, nil
	}
	return way, err
}

// Attended is what one person is paid for one meeting. What is 0 or empty is
// left out; the empty one is somebody who was not there.
type Attended struct {
	Member member.ID
	// Meeting, Preparation and Travel are minutes. Cancelled says that the
	// meeting was called off too late for them, and is paid all the same.
	Meeting, Preparation, Travel int
	Cancelled                    bool
	ChildCare                    compensation.Money
	Miles                        rule.Number
}

// Meeting is everybody's time of one meeting.
type Meeting struct {
	Day record.Date
	// CalledOff is when everybody was told that it would not be; zero is that
	// it took place. What was to be its time is then paid as cancelled late.
	CalledOff record.Date
	// Shares are the funds that pay for the time and, unless Expenses names
	// others, for what was laid out.
	Shares, Expenses []compensation.Share
	People           []Attended
}

// Claims are what a meeting comes to: for each person one entry for each kind
// of time and expense, all under one number.
func (l Ledger) Claims(m Meeting) ([]Claimed, error) {
	act, err := record.NewID(l.b.env.Random)
	if err != nil {
		return nil, err
	}
	var claims []Claimed
	add := func(who member.ID, category compensation.Category, fill func(*compensation.Entry)) {
		e := compensation.Entry{Member: who, Category: category, Day: m.Day, Act: act}
		fill(&e)
		shares := m.Shares
		if category.Expense() && m.Expenses != nil {
			shares = m.Expenses
		}
		claims = append(claims, Claimed{e, shares})
	}
	for _, a := range m.People {
		for _, time := range []struct {
			category compensation.Category
			minutes  int
		}{{compensation.Meeting, a.Meeting}, {compensation.Preparation, a.Preparation}, {compensation.TravelTime, a.Travel}} {
			if time.minutes == 0 {
				continue
			}
			add(a.Member, time.category, func(e *compensation.Entry) {
				e.Minutes = time.minutes
				if (a.Cancelled || !m.CalledOff.IsZero()) && time.category == compensation.Meeting {
					e.Category, e.Instead, e.CalledOff = compensation.CancelledLate, compensation.Meeting, m.CalledOff
				}
			})
		}
		if !a.ChildCare.IsZero() {
			add(a.Member, compensation.ChildCare, func(e *compensation.Entry) { e.Amount = a.ChildCare })
		}
		if a.Miles.Known() {
			add(a.Member, compensation.MileageByCar, func(e *compensation.Entry) { e.Quantity = a.Miles })
		}
	}
	return claims, nil
}

// EnterMeeting writes everybody's time of one meeting down in one act.
func (l Ledger) EnterMeeting(m Meeting) ([]compensation.Entry, error) {
	claims, err := l.Claims(m)
	if err != nil {
		return nil, err
	}
	return l.AddClaims(claims...)
}
