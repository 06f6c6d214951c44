package member

import (
	"holdfast/record"
	"holdfast/wording"
)

// Validate names everything that keeps the member from being saved, all at
// once: wording.Problems with the field and what to do. A day later than
// today is one for what has happened. Values of the board's own fields are
// checked by the Service, which knows them.
func (m Member) Validate(today record.Date) error {
	var all problems
	for _, f := range plainFields() {
		all.field(f, m)
	}
	all.timeline(m, today)
	all.When(m.Joined.After(today), wording.Refuse("joined", "This day is still to come. Leave it empty until then."))
	all.roles(m)
	all.terms(m)
	all.onboarding(m, today)
	return all.Err()
}

// field checks what a plain field holds.
func (p *problems) field(f Field, m Member) {
	switch {
	case f.Counted || f.Kind == KindDate:
	case f.Kind == KindList:
		list := *m.list(f.Name)
		p.few(f.Name, len(list))
		for _, entry := range list {
			p.line(f.Name, entry)
		}
	case f.Kind == KindYesNo:
		p.answer(f.Name, *m.answer(f.Name))
	case f.Kind == KindChoice:
		value := *m.text(f.Name)
		p.When(value != "" && !offered(choices(f.Name), value), wording.Refuse(f.Name, "Choose one of the answers on the list."))
	case f.Kind == KindText:
		p.Prose(f.Name, *m.text(f.Name), longestText)
	default:
		value := *m.text(f.Name)
		p.When(f.Required && line(value) == "", wording.Refuse(f.Name, "Write the name that the person has chosen."))
		p.line(f.Name, value)
	}
}

// timeline checks every step against the one before it.
func (p *problems) timeline(m Member, today record.Date) {
	p.few("stage", len(m.Stages))
	var before StageChange
	for i, step := range m.Stages {
		if i > 0 {
			p.dated(step)
		}
		p.step(before, step, today)
		before = step
	}
}

// lastDay is the latest day on which something is recorded to have happened.
func (m Member) lastDay() record.Date {
	last := m.Joined
	later := func(day record.Date) {
		if day.After(last) {
			last = day
		}
	}
	for _, step := range m.Stages {
		later(step.On)
	}
	for _, step := range m.Onboarding {
		later(step.Done)
	}
	return last
}
