package board

import (
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
)

// demoQuote is something that one of the first people of an invented board
// said, and whether they approved the words as they stand.
type demoQuote struct {
	title, words string
	story        bool
	approved     bool
	notes        []string
}

func demoQuotes() []demoQuote {
	return []demoQuote{
		{title: "On being asked", words: "Nobody had asked me what a good meeting looks like. Now they do, and then they change it.", approved: true},
		{title: "On time", words: "You waited until I was ready, and that is why I stayed."},
		{title: "The first year on the board", story: true, notes: []string{"Speaks of moving house"},
			words: "I came for the tea and the bus fare. I stayed because the form we had complained about was gone at the next meeting."},
		{title: "On pay", words: "An envelope with my name on it said more than a thank-you speech.", approved: true},
	}
}

// consented is everything about consent on an invented board: so many choices
// of each person, words of the first ones, and the agreements.
func (v *inventor) consented(ids []member.ID, choices int) ([]func(*work) error, error) {
	var all []func(*work) error
	for n, id := range ids {
		made, err := v.choices(n, id, choices)
		if err != nil {
			return nil, err
		}
		all = append(all, made...)
	}
	for n, id := range ids {
		said, err := v.library(n, id)
		if err != nil {
			return nil, err
		}
		all = append(all, said...)
	}
	shared, err := v.agreements()
	return append(all, shared...), err
}

// library invents what the nth person said, if anything.
func (v *inventor) library(n int, id member.ID) ([]func(*work) error, error) {
	quotes := demoQuotes()
	if n >= len(quotes) {
		return nil, nil
	}
	said := quotes[n]
	key, err := record.NewID(v.chance)
	if err != nil {
		return nil, err
	}
	q := consent.Quote{ID: key, Member: id, Title: said.title, Story: said.story, Notes: said.notes}.Changed(said.words, v.today.AddDays(-120))
	writes := []func(*work) error{func(w *work) error { return store.In(w.tx, consent.QuoteSchema()).Put(q) }}
	if !said.approved {
		return writes, nil
	}
	now, _ := q.Current()
	seen, err := v.choice(demoChoice{kind: consent.Approved, scope: consent.Scope{Purpose: q.Purpose(), Item: string(key)}}, id, 110)
	seen.Terms = consent.Terms{Version: now.Hash(), What: said.title}
	return append(writes, v.writes(seen)), err
}

// agreements invents two organisations that the board shares something with.
func (v *inventor) agreements() ([]func(*work) error, error) {
	var writes []func(*work) error
	for _, a := range []consent.Agreement{
		{Parties: []string{"County coalition"}, Purpose: "One calendar of meetings, and totals for the yearly count",
			MayPass: []string{"Totals of five people or more", "Minutes without names"},
			Start:   v.today.AddDays(-340), End: v.today.AddDays(390), Review: v.today.AddDays(25)},
		{Parties: []string{"Harbor Street library"}, Purpose: "A quiet room, and nothing written about who comes",
			Start: v.today.AddDays(-60), End: v.today.AddDays(305)},
	} {
		var err error
		if a.ID, err = record.NewID(v.chance); err != nil {
			return nil, err
		}
		writes = append(writes, func(w *work) error { return store.In(w.tx, consent.AgreementSchema()).Put(a) })
	}
	return writes, nil
}
