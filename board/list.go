package board

import (
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Row is one person in a list.
type Row struct {
	ID       member.ID
	Name     string
	Pronouns wording.Text
	Stage    member.Stage
	// Roles are what the person does on the board today; empty for none.
	Roles wording.Text
	// Since is when the person became a member, TermEnd when the present term
	// ends, Confirmed when the contact sheet was last gone through; each zero
	// where it is not known.
	Since, TermEnd, Confirmed record.Date
	// Fresh says whether the sheet needs no confirming.
	Fresh bool
}

// People is the list of people that a filter lets through. It says nothing
// about right now, which is for the rows that are in sight: RightNow.
func (b *Board) People(f Filter) ([]Row, error) {
	r, err := b.roll()
	if err != nil {
		return nil, err
	}
	now := b.in(r.settings)
	today := record.DateOf(now)
	people := r.picked(f, today)
	if f.Text != "" {
		people = r.fitting(people, f.Text)
	}
	rows := make([]Row, len(people))
	for i, id := range people {
		m := r.people[id]
		term, _ := m.CurrentTerm(today)
		rows[i] = Row{
			ID: m.ID, Name: m.Name, Pronouns: member.Label(member.Pronouns(), m.Pronouns), Stage: m.Stage(),
			Roles: rolesOf(m, today), Since: m.Since(), TermEnd: m.TermEnd(term, today), Confirmed: r.sheets[m.ID].Confirmed,
			Fresh: !contact.NeedsConfirming(r.kept(m.ID), now, r.settings.policy(m)),
		}
	}
	return rows, nil
}

// rolesOf is what a person does on the board on a day, in words.
func rolesOf(m member.Member, day record.Date) wording.Text {
	roles := m.RolesOn(day)
	if len(roles) == 0 {
		return wording.Text{}
	}
	list := make(wording.List, len(roles))
	for i, role := range roles {
		list[i] = role.Label()
	}
	return wording.T("{list}", "list", list)
}

// fitting are the people who fit what was typed, the best first.
func (r *roll) fitting(people []member.ID, text string) []member.ID {
	shown := make(map[member.ID]bool, len(people))
	for _, id := range people {
		shown[id] = true
	}
	var fit []member.ID
	for _, hit := range r.index(wording.English()).Search(text, 0) {
		if id := member.ID(hit.Entry.ID); shown[id] {
			fit = append(fit, id)
		}
	}
	return fit
}

// StageCount is how many people are at a stage.
type StageCount struct {
	Stage member.Stage
	Count int
}

// Stages is how many people are at each stage that has any, in the order of a
// usual course.
func (b *Board) Stages() ([]StageCount, error) {
	r, err := b.roll()
	if err != nil {
		return nil, err
	}
	counts := map[member.Stage]int{}
	for _, m := range r.people {
		counts[m.Stage()]++
	}
	var all []StageCount
	for _, stage := range append(member.Stages(), "") {
		if n := counts[stage]; n > 0 {
			all = append(all, StageCount{stage, n})
		}
	}
	return all, nil
}
