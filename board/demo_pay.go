package board

import (
	"time"

	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
)

// The invented board meets every month, the last time nine days ago, and pays
// by the hour.
const (
	demoMeeting   = 90 // minutes
	demoHour      = 7500
	demoSince     = 9 // days
	demoPaidAfter = 11
)

// payments are so many meetings of invented people, what they were paid for
// them, and how each of them wants it.
func (v *inventor) payments(ids []member.ID, meetings int) ([]func(*work) error, error) {
	grant, err := record.NewID(v.chance)
	if err != nil {
		return nil, err
	}
	care, err := record.NewID(v.chance)
	if err != nil {
		return nil, err
	}
	every := min(30, max(1, 3600/meetings))
	first := v.today.AddDays(-demoSince - every*(meetings-1))
	if err := v.told(); err != nil {
		return nil, err
	}
	all, err := v.demoBeside()
	if err != nil {
		return nil, err
	}
	all = append(all, func(w *work) error { return w.demoFunds(grant, care, first, int64(len(ids)*meetings)) })
	for n, id := range ids {
		way := demoWay(n, id, v.today)
		all = append(all, func(w *work) error {
			w.touch(id)
			return store.In(w.tx, compensation.WaySchema()).Put(way)
		})
		var entries []compensation.Entry
		for k := range meetings {
			if entries, err = v.meeting(entries, way, n, grant, care, first.AddDays(every*k)); err != nil {
				return nil, err
			}
		}
		more, with, err := v.more(n, id, entries)
		if err != nil {
			return nil, err
		}
		all, entries = append(all, more...), with
		for _, e := range entries {
			all = append(all, func(w *work) error {
				w.touch(id)
				return store.In(w.tx, compensation.Schema()).Put(e)
			})
		}
	}
	return all, nil
}

// demoFunds are the funds and the rate card of an invented board.
func (w *work) demoFunds(grant, care record.ID, from record.Date, attendances int64) error {
	budget := compensation.Money{Minor: attendances*30000 + 100000, Currency: "USD"}
	err := store.In(w.tx, compensation.FundSchema()).Put(compensation.Fund{ID: grant, Code: "A", Name: "State board grant",
		Source: compensation.Grant, Budget: budget, From: from})
	if err == nil {
		err = store.In(w.tx, compensation.FundSchema()).Put(compensation.Fund{ID: care, Code: "B", Name: "Neighbors’ fund", Source: compensation.Private,
			Budget: compensation.Money{Minor: attendances*1300 + 40000, Currency: "USD"}, From: from, Allows: compensation.Categories(true), Note: "For what people lay out, and for nothing else"})
	}
	for _, category := range []compensation.Category{compensation.Meeting, compensation.Preparation, compensation.TravelTime} {
		if err == nil {
			err = store.In(w.tx, compensation.RateSchema()).Put(compensation.Rate{Category: category, From: from,
				Amount: compensation.Money{Minor: demoHour, Currency: "USD"}, Basis: compensation.PerHour})
		}
	}
	return err
}

// demoWay is how the n-th invented person wants to be paid.
func demoWay(n int, id member.ID, today record.Date) compensation.Way {
	way := compensation.Way{Member: id, Confirmed: today.AddDays(-60 - n%90)}
	switch n % 5 {
	case 0:
		way.Method, way.Handover, way.Receipt = compensation.GiftCard, "handed over in person", compensation.Yes
	case 1:
		way.Method, way.Receipt = compensation.Check, compensation.Yes
		way.Answers = map[string]string{"mail_seen": "no", "envelope": "no name of the board", "payer_name": "Riverside Library", "statement_seen": "no"}
		way.Limits = []compensation.Limit{{Amount: compensation.Money{Minor: 26500, Currency: "USD"}, Per: compensation.PerMonth}}
	case 3:
		way.Method, way.AskAgain = compensation.NotAtAll, today.AddMonths(4)
	default:
		way.Method = compensation.DirectDeposit
		way.Answers = map[string]string{"statement_seen": "no", "payer_name": "Riverside Library"}
	}
	return way
}

// meeting adds what one person did and was paid for one meeting.
func (v *inventor) meeting(entries []compensation.Entry, way compensation.Way, n int, grant, care record.ID, day record.Date) ([]compensation.Entry, error) {
	var parts []compensation.Part
	sum := compensation.Money{Currency: "USD"}
	act, err := record.NewID(v.chance)
	add := func(e compensation.Entry) {
		var id record.ID
		if err == nil {
			id, err = record.NewID(v.chance)
		}
		e.ID, e.Member, e.Number, e.By, e.At = id, way.Member, len(entries)+1, demoHands, e.Day.Start(time.UTC).Add(18*time.Hour)
		entries = append(entries, e)
	}
	claim := func(kind compensation.Kind, category compensation.Category, minutes int, minor int64) {
		fund := grant
		if kind == compensation.Expense {
			fund = care
		}
		e := compensation.Entry{Kind: kind, Day: day, Category: category, Minutes: minutes, Fund: fund, Due: day.AddDays(14), Act: act}
		if kind == compensation.Work {
			e.Rate, e.Basis = compensation.Money{Minor: demoHour, Currency: "USD"}, compensation.PerHour
			minor = int64(minutes) * demoHour / 60
		}
		e.Amount = compensation.Money{Minor: minor, Currency: "USD"}
		add(e)
		parts = append(parts, compensation.Part{Claim: entries[len(entries)-1].ID, Minor: minor})
		sum.Minor += minor
	}
	claim(compensation.Work, compensation.Meeting, demoMeeting, 0)
	if n%2 == 0 {
		claim(compensation.Work, compensation.Preparation, demoMeeting, 0)
	}
	if n%5 == 2 {
		claim(compensation.Expense, compensation.ChildCare, 0, int64(4000+50*v.dice.IntN(40)))
	}
	switch paid := day.AddDays(demoPaidAfter); {
	case way.Method == compensation.NotAtAll:
		add(compensation.Entry{Kind: compensation.Decline, Day: day, For: parts, Until: way.AskAgain})
	case !paid.After(v.today):
		payment := compensation.Entry{Kind: compensation.Payment, Day: paid, Amount: sum, For: parts, Method: way.Method}
		if !way.Method.HandToHand() {
			add(payment)
			break
		}
		add(v.handed(payment, n))
		add(compensation.Entry{Kind: compensation.Receipt, Day: paid, Of: entries[len(entries)-1].ID})
	}
	return entries, err
}
