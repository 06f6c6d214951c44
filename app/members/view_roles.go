package members

import (
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/member"
)

// askRole asks for a role, a new one where before is nil.
func (p *page) askRole(before *member.Role) {
	q := p.questions(Asked{Ask: AskRole, Role: before})
	title, confirm, r := p.env.Say("Add a role"), p.env.Say("Add"), p.model.NewRole()
	if before != nil {
		title, confirm, r = p.env.Say("Change a role"), p.env.Say("Save"), *before
	}
	name := q.line("roles", p.env.Say("What the role is called"), p.model.RoleName(r))
	q.put(kit.NewSelect(formpage.Options(p.model.RoleChoices()), func(id string) {
		name.SetText(p.model.RoleName(member.Role{Name: id}))
	}).Hint(p.env.Say("Pick a usual one…")))
	of := q.line("of", p.env.Say("Committee or group, if any"), r.Of)
	from := q.day("from", p.env.Say("First day"), r.From)
	until := q.day("until", p.env.Say("Last day"), r.Until)
	q.fields["until"].Help(p.env.Say("Leave it empty while it goes on."))
	if before != nil {
		q.put(kit.Row(0, kit.Link(p.env.Say("Take this role away"), func() { q.finish(p.model.ChangeRole(*before, nil)) })))
	}
	q.ask(kit.Dialog{Title: title, Confirm: confirm, First: name, OnConfirm: func() bool {
		days, ok := q.days(map[string]*kit.DateEntry{"from": from, "until": until})
		if !ok {
			return false
		}
		role := member.Role{Name: name.Text, Of: of.Text, From: days["from"], Until: days["until"]}
		if before == nil {
			return q.done(p.model.AddRole(role))
		}
		return q.done(p.model.ChangeRole(*before, &role))
	}})
}

// askTerm asks for a term, a new one where before is nil.
func (p *page) askTerm(before *member.Term) {
	q := p.questions(Asked{Ask: AskTerm, Term: before})
	title, confirm := p.env.Say("Add a term"), p.env.Say("Add")
	t, advice := p.model.NewTerm()
	if before != nil {
		title, confirm, t, advice = p.env.Say("Change a term"), p.env.Say("Save"), *before, ""
	}
	if advice != "" {
		q.put(kit.Banner(kit.Notice{Tone: kit.Care, Text: advice, Inset: true}))
	}
	start := q.day("start", p.env.Say("First day"), t.Start)
	end := q.day("end", p.env.Say("Last day"), t.End)
	q.fields["end"].Help(p.env.Say("One of the two days is enough."))
	if before != nil {
		q.put(kit.Row(0, kit.Link(p.env.Say("Take this term away"), func() { q.finish(p.model.ChangeTerm(*before, nil)) })))
	}
	q.ask(kit.Dialog{Title: title, Confirm: confirm, OnConfirm: func() bool {
		days, ok := q.days(map[string]*kit.DateEntry{"start": start, "end": end})
		if !ok {
			return false
		}
		term := member.Term{Start: days["start"], End: days["end"]}
		if before == nil {
			return q.done(p.model.AddTerm(term))
		}
		return q.done(p.model.ChangeTerm(*before, &term))
	}})
}
