package members

import (
	"holdfast/app/form"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
)

// Moving is what the question "Move to…" offers.
type Moving struct {
	Title, Say string
	Stages     []form.Choice
	Today      record.Date
	// Contacts and Answers are for a leave; Leave is what is agreed now.
	Contacts, Answers []form.Choice
	Leave             member.Leave
}

// Moving is what can be chosen now: only the stages that follow.
func (p *Person) Moving() Moving {
	m, today, _ := p.read()
	mv := Moving{Today: today, Answers: answers(p.book), Leave: m.Now().Leave,
		Title: p.book.Say("Move {name} to…", "name", m.Name),
		Say:   p.book.Say("No reason is needed."),
		Contacts: append([]form.Choice{{ID: "", Label: p.book.Say("Nobody has said")}},
			suggested(p.book, member.LeaveContacts())...),
	}
	for _, s := range member.Next(m.Stage()) {
		mv.Stages = append(mv.Stages, form.Choice{ID: string(s), Label: p.book.Render(s.Label())})
	}
	return mv
}

// Move adds a step to the timeline.
func (p *Person) Move(step member.StageChange) Outcome {
	if step.Stage != member.OnLeave {
		step.Leave = member.Leave{}
	}
	m, err := p.board.MoveMember(p.id, step)
	return outcome(p.book, board.ActMemberMove,
		p.book.Say("{name} is now at the stage “{stage}”.", "name", m.Name, "stage", step.Stage.Label()), err)
}

// Back takes the last step of the timeline back.
func (p *Person) Back() Outcome {
	m, err := p.board.BackMember(p.id)
	return outcome(p.book, board.ActMemberBack,
		p.book.Say("{name} is again at the stage “{stage}”.", "name", m.Name, "stage", m.Stage().Label()), err)
}

// Agree keeps what was agreed about the present leave.
func (p *Person) Agree(leave member.Leave) Outcome {
	_, err := p.board.AgreeLeave(p.id, leave)
	return outcome(p.book, board.ActMemberEdit, p.book.Say("Saved."), err)
}
