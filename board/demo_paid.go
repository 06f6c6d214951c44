package board

import (
	"strconv"
	"time"

	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/store"
	"holdfast/wording"
)

// Who hands cards over in an invented board, and where they are bought.
const (
	demoHands   = "Coordinator"
	demoWitness = "Treasurer’s deputy"
	demoStore   = "Corner market"
)

// more is what people of an invented board have beside their meetings: the name
// that a payment needs, their word about the treasurer, and for some a payment
// that came back, miles that wait too long, a slip that was taken back, or a
// wish to wait. entries are theirs so far.
func (v *inventor) more(n int, id member.ID, entries []compensation.Entry) ([]func(*work) error, []compensation.Entry, error) {
	var all []func(*work) error
	if n%5 == 1 || n == 6 {
		names := []string{"R. Alder", "T. Birch", "J. Cedar", "M. Elm"}
		payee := compensation.Payee{Member: id, Name: names[n%len(names)], Reference: "V-" + strconv.Itoa(100+n), FormOnFile: v.today.AddMonths(-8)}
		all = append(all, func(w *work) error {
			w.touch(id)
			return store.In(w.tx, compensation.PayeeSchema()).Put(payee)
		})
	}
	if n%4 != 2 { // the others were not asked yet
		said, err := v.choice(demoChoice{kind: consent.Given, ago: 200, lasts: 360, what: "What is owed and paid, under a code",
			scope: consent.Scope{Purpose: consent.PayData, Recipient: compensation.Recipient}}, id, 200)
		if err != nil {
			return nil, nil, err
		}
		all = append(all, v.writes(said))
	}
	add := func(e compensation.Entry) (record.ID, error) {
		var err error
		e.ID, err = record.NewID(v.chance)
		e.Member, e.Number, e.By = id, len(entries)+1, demoHands
		e.At = e.Day.Start(time.UTC).Add(19 * time.Hour)
		entries = append(entries, e)
		return e.ID, err
	}
	if err := v.turns(n, entries, add); err != nil {
		return nil, nil, err
	}
	return all, entries, nil
}

// turns are what went otherwise for one person.
func (v *inventor) turns(n int, entries []compensation.Entry, add func(compensation.Entry) (record.ID, error)) (err error) {
	dollars := func(minor int64) compensation.Money { return compensation.Money{Minor: minor, Currency: "USD"} }
	last := entries[len(entries)-1]
	switch n {
	case 2:
		slip, err := add(compensation.Entry{Kind: compensation.Work, Day: v.today.AddDays(-6), Category: compensation.Meeting, Minutes: 240, Rate: dollars(demoHour),
			Basis: compensation.PerHour, Amount: dollars(4 * demoHour), Due: v.today.AddDays(8)})
		if err == nil {
			_, err = add(compensation.Entry{Kind: compensation.Reverse, Day: v.today.AddDays(-6), Of: slip, Reason: "It was somebody else"})
		}
		return err
	case 4:
		for _, e := range entries {
			if e.Kind == compensation.Payment {
				last = e
			}
		}
		_, err = add(compensation.Entry{Kind: compensation.Return, Day: v.today.AddDays(-4), Of: last.ID, Amount: dollars(min(7500, last.Amount.Minor))})
	case 5:
		day := v.today.AddDays(-20)
		_, err = add(compensation.Entry{Kind: compensation.Expense, Day: day, Category: compensation.MileageByCar, Quantity: "34.5", Basis: compensation.PerMile,
			Rule: rule.Mileage + " 2026-01-01", Amount: dollars(2501), Due: day.AddDays(14), Note: "Two trips to the library"})
	case 7:
		var open []compensation.Part
		for _, e := range entries {
			if e.Claim() && e.Day.DaysUntil(v.today) <= demoSince {
				open = append(open, compensation.Part{Claim: e.ID, Minor: e.Amount.Minor})
			}
		}
		_, err = add(compensation.Entry{Kind: compensation.Defer, Day: v.today.AddDays(-3), For: open, Until: v.today.AddDays(24)})
	}
	return err
}

// handed is how a card was handed over.
func (v *inventor) handed(e compensation.Entry, n int) compensation.Entry {
	e.Handed, e.Witness, e.Store, e.Card = demoHands, demoWitness, demoStore, strconv.Itoa(4100+7*n+e.Day.Day)
	return e
}

// demoBeside are what an invented board has beside its own rates: what others
// are paid, and what it was given in kind.
func (v *inventor) demoBeside() ([]func(*work) error, error) {
	usd := func(minor int64) compensation.Money { return compensation.Money{Minor: minor, Currency: "USD"} }
	var all []func(*work) error
	for _, c := range []compensation.Comparison{
		{Category: compensation.Meeting, Who: "Consultants of the agency", Amount: usd(9500), Basis: compensation.PerHour, From: v.today.AddMonths(-10), Source: "The agency’s list of rates"},
		{Category: compensation.Preparation, Who: "Trainers", Amount: usd(7500), Basis: compensation.PerHour, From: v.today.AddMonths(-10), Source: "Two contracts of this year"},
	} {
		id, err := record.NewID(v.chance)
		if err != nil {
			return nil, err
		}
		c.ID = id
		all = append(all, func(w *work) error { return store.In(w.tx, compensation.ComparisonSchema()).Put(c) })
	}
	for _, g := range []compensation.InKind{
		{Day: v.today.AddDays(-demoSince), What: "The large room for an evening", From: "The library", Value: usd(12000)},
		{Day: v.today.AddDays(-demoSince - 30), What: "Supper for twelve", From: "A bakery", Value: usd(18050)},
	} {
		id, err := record.NewID(v.chance)
		if err != nil {
			return nil, err
		}
		g.ID = id
		all = append(all, func(w *work) error { return store.In(w.tx, compensation.InKindSchema()).Put(g) })
	}
	return all, nil
}

// told are the notices that people of an invented board were told.
func (v *inventor) told() (err error) {
	v.notices, err = Notices(wording.InEnglish)
	return err
}
