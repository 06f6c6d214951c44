package member

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Now is the latest step of the timeline; the zero StageChange for a person
// who has no stage yet.
func (m Member) Now() StageChange {
	if len(m.Stages) == 0 {
		return StageChange{}
	}
	return m.Stages[len(m.Stages)-1]
}

// Stage is where the person stands.
func (m Member) Stage() Stage { return m.Now().Stage }

// StepOn is the step that held at the end of a day; the zero StageChange
// before the timeline begins. A first step without a day held always.
func (m Member) StepOn(day record.Date) StageChange {
	var held StageChange
	for _, step := range m.Stages {
		if !step.On.After(day) {
			held = step
		}
	}
	return held
}

// Since is the day on which the person became a member: Joined where it is
// known, otherwise the first step onto a seat. It is zero for somebody who
// never sat on the board, or of whom nobody knows since when they do.
func (m Member) Since() record.Date {
	if !m.Joined.IsZero() {
		return m.Joined
	}
	for _, step := range m.Stages {
		if step.Stage == Active {
			return step.On
		}
		if step.Stage.Serving() {
			return record.Date{}
		}
	}
	return record.Date{}
}

// Moved is the member after one more step. It refuses, with all problems at
// once, a stage that does not follow from the present one (see Next), a step
// without a day, before the latest step, or after today, and what was agreed
// about a leave on a step that is none.
func (m Member) Moved(step StageChange, today record.Date) (Member, error) {
	step.Note = line(step.Note)
	var all problems
	all.step(m.Now(), step, today)
	all.dated(step)
	if err := all.Err(); err != nil {
		return m, err
	}
	m.Stages = append(slices.Clip(m.Stages), step)
	return m, nil
}

// Back is the member without the latest step, for a step that was a mistake,
// and whether there was one. Moved and then Back is the member as before.
func (m Member) Back() (Member, bool) {
	if len(m.Stages) == 0 {
		return m, false
	}
	m.Stages = m.Stages[: len(m.Stages)-1 : len(m.Stages)-1]
	if len(m.Stages) == 0 {
		m.Stages = nil
	}
	return m, true
}

// dated asks for the day of a step.
func (p *problems) dated(step StageChange) {
	p.When(step.On.IsZero(), wording.Refuse("stage_on", "Write the day on which this began."))
}

// step checks one step of a timeline against the one before it.
func (p *problems) step(before, step StageChange, today record.Date) {
	p.When(!step.Stage.Known(), wording.Refuse("stage", "Choose a stage from the list."))
	p.When(step.On.After(today), wording.Refuse("stage_on", "This day is still to come. Record the step on the day itself."))
	if step.Stage.Known() {
		switch {
		case step.Stage == before.Stage:
			p.Add(wording.Refuse("stage", "This is the stage that the person is at already."))
		case before.Stage == Deceased:
			p.Add(wording.Refuse("stage", "The timeline ends here. If that was a mistake, take the last step back."))
		case !slices.Contains(Next(before.Stage), step.Stage):
			p.Add(wording.Refuse("stage", "“{from}” is not followed by “{to}”. Choose one of the next stages, or take the last step back.",
				"from", before.Stage.Label(), "to", step.Stage.Label()))
		}
	}
	if !step.On.IsZero() && step.On.Before(before.On) {
		p.Add(wording.Refuse("stage_on", "This lies before the last step. Choose {day} or a later day.", "day", before.On))
	}
	p.Prose("stage_note", step.Note, longestLine)
	p.leave(step)
}
