package board

import (
	"holdfast/assessment"
	"holdfast/record"
	"holdfast/store"
)

// openInstrument is what the invented board asks just now.
const openInstrument = "trust-pulse"

// openRound is a round that still takes answers: some of those who are asked
// have answered, and one person has paused.
func (v *inventor) openRound() ([]func(*work) error, error) {
	shipped, err := shippedInstruments()
	if err != nil {
		return nil, err
	}
	var in assessment.Instrument
	for _, s := range shipped {
		if s.ID == openInstrument {
			in = s
		}
	}
	id, err := record.NewID(v.chance)
	if err != nil {
		return nil, err
	}
	round := assessment.Round{ID: id, Title: "How much we trust each other", Instrument: in.ID, Version: in.Version, Words: in.Fingerprint(),
		Asked: map[assessment.Side]int{assessment.Members: demoMembers, assessment.Staff: demoStaff},
		From:  v.today.AddDays(-9), To: v.today.AddDays(12)}
	var responses []assessment.Response
	for n, r := range v.answers(in, 0) {
		if n%2 == 1 {
			continue // has not answered yet
		}
		r.Round, r.Instrument, r.Version, r.Words, r.Unfinished = id, in.ID, in.Version, in.Fingerprint(), n == 0
		if r.ID, err = record.NewID(v.chance); err != nil {
			return nil, err
		}
		responses = append(responses, r)
	}
	return []func(*work) error{func(w *work) error {
		if err := w.assess().Keep(in); err != nil {
			return err
		}
		for _, r := range responses {
			if err := store.In(w.tx, assessment.ResponseSchema()).Put(r); err != nil {
				return err
			}
		}
		return store.In(w.tx, assessment.RoundSchema()).Put(round)
	}}, nil
}
