package members

import (
	"holdfast/board"
	"holdfast/member"
)

// Onboarding is the checklist of the first weeks.
type Onboarding struct {
	Steps []StepRow
	// Progress says how many are done, Share which share of what is needed.
	Progress string
	Share    float64
	// Open says that the list is to be shown at once: it is under way.
	Open bool
}

// StepRow is one item of it.
type StepRow struct {
	Item, Label string
	Done        bool
	NotNeeded   bool
	// Note is the day on which it was done, or that it is not needed.
	Note string
}

func (p *Person) onboarding(m member.Member) Onboarding {
	var o Onboarding
	done, needed := 0, 0
	for _, s := range m.Checklist() {
		row := StepRow{Item: s.Item, Label: p.book.Render(s.Label()), Done: !s.Done.IsZero(), NotNeeded: s.NotNeeded}
		switch {
		case row.NotNeeded:
			row.Note = p.book.Say("not needed")
		case row.Done:
			row.Note = p.book.Date(s.Done)
			done++
			needed++
		default:
			needed++
		}
		o.Steps = append(o.Steps, row)
	}
	if needed > 0 {
		o.Share = float64(done) / float64(needed)
	}
	switch {
	case done == needed:
		o.Progress = p.book.Say("All of it is done.")
	case done == 0 && len(m.Onboarding) == 0:
		o.Progress = p.book.Say("Nothing is written down about this yet.")
	default:
		o.Progress = p.book.Say("{done} of {needed} done", "done", done, "needed", needed)
	}
	o.Open = done < needed && (m.Stage() == member.Onboarding || m.Stage() == member.Offered || len(m.Onboarding) > 0)
	return o
}

// Step keeps that an item was done today, or that it is to do again.
func (p *Person) Step(item string, done bool) Outcome {
	_, today, err := p.read()
	step := member.Step{Item: item}
	say := p.book.Say("To do again.")
	if done {
		step.Done, say = today, p.book.Say("Done, today.")
	}
	return p.step(step, say, err)
}

// Need keeps whether an item is needed.
func (p *Person) Need(item string, needed bool) Outcome {
	say := p.book.Say("Left out: not needed.")
	if needed {
		say = p.book.Say("Back on the list.")
	}
	return p.step(member.Step{Item: item, NotNeeded: !needed}, say, nil)
}

// AddStep puts an item of its own onto the list.
func (p *Person) AddStep(what string) Outcome {
	m, _, err := p.read()
	item := code(p.book, member.OnboardingItems(), what)
	for _, s := range m.Checklist() {
		if err == nil && s.Item == item {
			return Outcome{Mistakes: map[string]string{"onboarding": p.book.Say("This is on the list already.")}}
		}
	}
	return p.step(member.Step{Item: item}, p.book.Say("Added to the list."), err)
}

func (p *Person) step(s member.Step, say string, err error) Outcome {
	if err == nil {
		_, err = p.board.StepMember(p.id, s)
	}
	return outcome(p.book, board.ActMemberStep, say, err)
}
