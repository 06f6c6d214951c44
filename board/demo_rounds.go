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
		plan, err := v.plan(round, i == n-1)
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
		}, func(w *work) error {
			for _, action := range plan {
				if err := store.In(w.tx, assessment.ActionSchema()).Put(action); err != nil {
					return err
				}
			}
			return nil
		})
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
			if note, there := demoNotes()[[2]int{n, place}]; there {
				r.Answers[q.ID] = assessment.Answer{Values: r.Answers[q.ID].Values, Note: note.text, Share: note.share}
			}
		}
		all = append(all, r)
	}
	return all
}

// demoNote is what somebody wrote beside an answer.
type demoNote struct {
	text  string
	share assessment.Share
}

// demoNotes are by the number of the person and of the question.
func demoNotes() map[[2]int]demoNote {
	return map[[2]int]demoNote{
		{2, 9}:  {"We hear what was decided. We do not hear why.", assessment.ShareAsWritten},
		{5, 14}: {"The agenda comes the evening before. I need it two days earlier, in large print.", assessment.ShareReworded},
		{10, 4}: {"Naming who will be in the room has made a difference.", assessment.ShareAsWritten},
	}
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

// plan is what the board means to do: of an earlier round some is done, some
// is carried on.
func (v *inventor) plan(r assessment.Round, last bool) ([]assessment.Action, error) {
	told := assessment.Action{About: "principle:trust", What: "Send every member what was decided, and why, within a week of a meeting", Owner: "coordinator",
		By: r.Closed.AddDays(30), Status: assessment.Underway, LookAgain: r.Closed.AddMonths(5)}
	turns := assessment.Action{About: "principle:collaboration", What: "Take turns in writing the agenda, two people each time", Owner: "chair and one member",
		By: r.Closed.AddDays(45), Status: assessment.Planned, LookAgain: r.Closed.AddMonths(6), Resources: "half an hour before each meeting, paid"}
	room := assessment.Action{About: "principle:safety", What: "Find a room with a door that closes, and say where the quiet room is", Owner: "coordinator",
		By: r.Closed.AddDays(20), Status: assessment.Finished, LookAgain: r.Closed.AddMonths(8), Resources: "the library, no cost",
		Looks: []assessment.Look{{On: r.Closed.AddMonths(3), Note: "Two people used the quiet room, and one said that it helped."}}}
	all := []assessment.Action{told, turns}
	if !last {
		told.Status, told.By, told.LookAgain = assessment.Finished, r.Closed.AddDays(30), record.Date{}
		all = []assessment.Action{told, room}
	}
	for i := range all {
		id, err := record.NewID(v.chance)
		if err != nil {
			return nil, err
		}
		all[i].ID, all[i].Round, all[i].Instrument = id, r.ID, r.Instrument
	}
	return all, nil
}
