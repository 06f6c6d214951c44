package board

import (
	"holdfast/member"
	"holdfast/record"
)

// person is the n-th invented person. The first twelve are always the same
// kind of board: nine who are active, two who are joining, one on leave.
func (v *inventor) person(n int) (member.Member, error) {
	id, err := record.NewID(v.chance)
	if err != nil {
		return member.Member{}, err
	}
	m := member.Member{ID: id, Name: demoName(n), Pronouns: pick(v, "she / her", "she / her", "they / them", "he / him", "she / they"),
		Languages: pick(v, []string{"en"}, []string{"es", "en"}, []string{"en", "es"}, []string{"en"}, []string{"vi", "en"})}
	if n == 0 {
		m.Pronouns = "she / her"
	}
	if v.dice.IntN(3) == 0 {
		m.SpokenName = pick(v, "Sam", "Alex", "Jo", "Pat", "Chris", "Dani")
	}
	stage := v.stage(n)
	m.Stages = v.timeline(stage)
	if stage.Serving() || stage == member.Alumni {
		m.Terms = v.terms(activeSince(m), stage)
	}
	if stage.Serving() {
		m.Roles = v.roles(n, activeSince(m))
	}
	if stage == member.Onboarding {
		m.Onboarding = v.steps(m.Stages[len(m.Stages)-1].On)
	}
	v.working(&m)
	v.supporting(&m)
	return m, nil
}

// stage is where the n-th person stands.
func (v *inventor) stage(n int) member.Stage {
	const kind = 12
	switch n % kind {
	case 9:
		return member.Onboarding
	case 10:
		if n < kind {
			return member.Interviewed
		}
		return pick(v, member.Invited, member.Applied, member.Interviewed, member.Offered)
	case 11:
		return member.OnLeave
	}
	if n < kind || v.dice.IntN(10) < 6 {
		return member.Active
	}
	return pick(v, member.Alumni, member.Alumni, member.Prospect, member.Declined, member.Withdrawn, member.TermEnding)
}

// wayTo is how people come to a stage.
func wayTo(stage member.Stage) []member.Stage {
	joining := []member.Stage{member.Invited, member.Applied, member.Interviewed, member.Offered, member.Onboarding, member.Active}
	switch stage {
	case member.Prospect:
		return []member.Stage{member.Prospect}
	case member.Declined:
		return []member.Stage{member.Invited, member.Declined}
	case member.Active:
		return joining
	case member.OnLeave, member.TermEnding, member.Alumni, member.Withdrawn:
		return append(joining, stage)
	}
	for i, s := range joining {
		if s == stage {
			return joining[:i+1]
		}
	}
	return []member.Stage{stage}
}

// timeline is a plausible way to a stage, ending some time before today.
func (v *inventor) timeline(stage member.Stage) []member.StageChange {
	way := wayTo(stage)
	steps := make([]member.StageChange, len(way))
	day := v.today.AddDays(-10 - v.dice.IntN(50))
	for i := len(way) - 1; i >= 0; i-- {
		steps[i] = member.StageChange{Stage: way[i], On: day}
		if way[i] == member.Active {
			day = v.today.AddMonths(-3 - v.dice.IntN(18)).AddDays(-v.dice.IntN(27))
			if i < len(way)-1 {
				day = day.AddMonths(-6)
			}
			steps[i].On = day
		}
		day = day.AddDays(-7 - v.dice.IntN(21))
	}
	if stage == member.OnLeave {
		steps[len(steps)-1].Leave = member.Leave{Expected: v.today.AddDays(20 + v.dice.IntN(60)),
			Contact: member.LeaveContactLogistics, SeatHeld: member.Yes, ClockPaused: member.Yes}
	}
	return steps
}

// activeSince is when a person took their seat.
func activeSince(m member.Member) record.Date {
	for _, step := range m.Stages {
		if step.Stage == member.Active {
			return step.On
		}
	}
	return m.Stages[0].On
}

// terms are two years each, one after the other, up to the present.
func (v *inventor) terms(start record.Date, stage member.Stage) []member.Term {
	var terms []member.Term
	for {
		end := start.AddMonths(24).AddDays(-1)
		terms = append(terms, member.Term{Start: start, End: end})
		if !end.Before(v.today) || stage == member.Alumni {
			return terms
		}
		start = end.AddDays(1)
	}
}

func (v *inventor) roles(n int, since record.Date) []member.Role {
	switch n {
	case 1:
		return []member.Role{{Name: "co_chair", From: since}}
	case 2:
		return []member.Role{{Name: "note_taker", From: since}}
	}
	if v.dice.IntN(4) > 0 {
		return nil
	}
	return []member.Role{{Name: pick(v, "committee_lead", "reviewer", "liaison", "subject_expert", "speaker"), From: since}}
}

// steps are the first items of the checklist, done since a day.
func (v *inventor) steps(since record.Date) []member.Step {
	var steps []member.Step
	for i, item := range member.OnboardingItems() {
		if i >= 4 {
			break
		}
		steps = append(steps, member.Step{Item: item.Code, Done: since.AddDays(i)})
	}
	return steps
}

// pick is one of the things, each as likely as the others.
func pick[T any](v *inventor, things ...T) T { return things[v.dice.IntN(len(things))] }

// some are n different things of a list.
func some(v *inventor, n int, things ...string) []string {
	var chosen []string
	for _, at := range v.dice.Perm(len(things))[:min(n, len(things))] {
		chosen = append(chosen, things[at])
	}
	return chosen
}
