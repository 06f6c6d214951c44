package main

import (
	"context"
	"math/rand/v2"
	"time"

	"holdfast/assessment"
	"holdfast/assets"
)

// measureResults counts the answers of 500 people to the 60 questions of the
// self-assessment, and works out what may be shown of them, with all groups,
// beside a round that was closed shortly before.
func measureResults(_ context.Context, s setup) error {
	const people = 500
	in, err := selfAssessment()
	if err != nil {
		return err
	}
	dice := rand.New(rand.NewPCG(4, 4))
	words := in.Fingerprint()
	var all []assessment.Response
	for n := range people {
		r := assessment.Response{Instrument: in.ID, Version: in.Version, Words: words, Side: assessment.Sides()[n%3], Answers: assessment.Answers{}}
		for _, q := range in.Questions() {
			if choices := in.ChoicesOf(q.Item); len(choices) > 0 {
				r.Answers[q.ID] = assessment.Answer{Values: []string{choices[dice.IntN(len(choices))].Code}}
			}
		}
		all = append(all, r)
	}
	before, err := in.Count("before", all[:people/2], rand.NewChaCha8([32]byte{}))
	if err != nil {
		return err
	}
	earlier := assessment.Earlier{Tally: before, Results: in.Show(before), Equal: in.Equal(in)}
	var asked []time.Duration
	for _, r := range all[:100] {
		begin := time.Now()
		in.Asked(r.Answers)
		asked = append(asked, time.Since(begin))
	}
	frame := 16 * time.Millisecond
	s.table.within("what is asked next of 60 questions, after an answer", short(percentile(asked, 0.99)), short(frame), percentile(asked, 0.99) < frame)
	var took []time.Duration
	for range s.rounds {
		begin := time.Now()
		tally, err := in.Count("now", all, rand.NewChaCha8([32]byte{}))
		if err != nil {
			return err
		}
		in.Show(tally, earlier)
		took = append(took, time.Since(begin))
	}
	limit := 100 * time.Millisecond
	s.table.within("results of 500 responses × 60 questions, groups and suppression", short(median(took)), short(limit), median(took) < limit)
	return nil
}

// selfAssessment is the instrument of 60 questions that ships.
func selfAssessment() (assessment.Instrument, error) {
	files, err := assets.Instruments()
	if err != nil {
		return assessment.Instrument{}, err
	}
	var longest assessment.Instrument
	for _, file := range files {
		in, err := assessment.ReadInstrument(file)
		if err != nil {
			return in, err
		}
		if in.Kind == assessment.SelfAssessment && len(in.Questions()) > len(longest.Questions()) {
			longest = in
		}
	}
	return longest, nil
}
