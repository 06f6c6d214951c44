package board

import (
	"math/rand/v2"

	"holdfast/assessment"
	"holdfast/record"
	"holdfast/store"
)

// The invented rounds ask so many people of each group.
const (
	demoMembers = 9
	demoStaff   = 6
)

// rounds are closed rounds of the self-assessment, half a year apart, the
// last a week ago; then something is planned and the board was told.
func (v *inventor) rounds(n int) ([]func(*work) error, error) {
	shipped, err := shippedInstruments()
	if err != nil {
		return nil, err
	}
	var in assessment.Instrument
	for _, s := range shipped {
		if s.Kind == assessment.SelfAssessment && len(s.Questions()) > len(in.Questions()) {
			in = s
		}
	}
	var all []func(*work) error
	for i := range n {
		closed := v.today.AddDays(-7).AddMonths(6 * (i - n + 1))
		id, err := record.NewID(v.chance)
		if err != nil {
			return nil, err
		}
		round := assessment.Round{ID: id, Title: demoTitle(closed), Instrument: in.ID, Version: in.Version, Words: in.Fingerprint(),
			Asked: map[assessment.Side]int{assessment.Members: demoMembers, assessment.Staff: demoStaff},
			From:  closed.AddDays(-20), To: closed, Closed: closed, Closing: i + 1,
			Told: []assessment.Told{{On: closed.AddDays(3), What: "What came out, on one page, and what we want to try."}}}
		tally, err := in.Count(id, v.answers(in, i), v.chance)
		if err != nil {
			return nil, err
		}
		plan, err := v.plan(round)
		if err != nil {
			return nil, err
		}
		all = append(all, func(w *work) error {
			if err := w.assess().Keep(in); err != nil {
				return err
			}
			if err := store.In(w.tx, assessment.RoundSchema()).Put(round); err != nil {
				return err
			}
			return store.In(w.tx, assessment.TallySchema()).Put(tally)
		}, func(w *work) error { return store.In(w.tx, assessment.ActionSchema()).Put(plan) })
	}
	return all, nil
}

// demoTitle names a round by its season.
func demoTitle(closed record.Date) string {
	season := []string{"Winter", "Spring", "Summer", "Autumn"}[int(closed.Month)%12/3]
	return season + " self-assessment"
}

// answers are those of everybody who was asked; things get a little better
// from round to round, and staff see them a little better than members.
func (v *inventor) answers(in assessment.Instrument, round int) []assessment.Response {
	var all []assessment.Response
	for n := range demoMembers + demoStaff {
		r := assessment.Response{Side: assessment.Members, Answers: assessment.Answers{}}
		if n >= demoMembers {
			r.Side = assessment.Staff
		}
		for place, q := range in.Questions() {
			choices := in.ChoicesOf(q.Item)
			if len(choices) == 0 {
				continue
			}
			level := float64(place*7%5)/2 + 0.8 + 0.25*float64(round) + 1.1*v.dice.NormFloat64()
			if r.Side == assessment.Staff {
				level += 0.4
			}
			r.Answers[q.ID] = assessment.Answer{Values: []string{nearestTo(choices, level, v.dice)}}
		}
		all = append(all, r)
	}
	return all
}

// nearestTo is the scored choice nearest to a level, or now and then "I
// don't know".
func nearestTo(choices []assessment.Choice, level float64, dice *rand.Rand) string {
	nearest, unknown := choices[0], ""
	for _, c := range choices {
		if c.Code == assessment.DontKnow {
			unknown = c.Code
		}
		if c.Scored && (c.Score-level)*(c.Score-level) < (nearest.Score-level)*(nearest.Score-level) {
			nearest = c
		}
	}
	if unknown != "" && dice.IntN(12) == 0 {
		return unknown
	}
	return nearest.Code
}

func (v *inventor) plan(r assessment.Round) (assessment.Action, error) {
	id, err := record.NewID(v.chance)
	return assessment.Action{ID: id, Round: r.ID, Instrument: r.Instrument, About: "principle:trust",
		What: "Send every member what was decided, and why, within a week of a meeting", Owner: "coordinator",
		By: r.Closed.AddDays(30), Status: assessment.Underway, LookAgain: r.Closed.AddMonths(5)}, err
}
