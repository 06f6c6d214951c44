package members

import (
	"holdfast/app/kit"
	"holdfast/member"
)

func (p *page) askNewRole() {
	p.roleDialog(p.env.Say("Add a role"), p.env.Say("Add"), p.model.NewRole(), p.model.AddRole, nil)
}

func (p *page) askRole(before member.Role) {
	p.roleDialog(p.env.Say("Change a role"), p.env.Say("Save"), before,
		func(after member.Role) Outcome { return p.model.ChangeRole(before, &after) },
		func() Outcome { return p.model.ChangeRole(before, nil) })
}

// roleDialog asks for a role. remove, where it is there, takes it away.
func (p *page) roleDialog(title, confirm string, r member.Role, keep func(member.Role) Outcome, remove func() Outcome) {
	q := newQuestions(p.env)
	name := kit.NewEntry(p.env).With(p.model.RoleName(r))
	usual := kit.NewSelect(options(p.model.RoleChoices()), func(id string) {
		name.SetText(p.model.RoleName(member.Role{Name: id}))
	}).Hint(p.env.Say("Pick a usual one…"))
	of := kit.NewEntry(p.env).With(r.Of)
	from, until := kit.NewDateEntry(p.env, nil).Set(r.From), kit.NewDateEntry(p.env, nil).Set(r.Until)
	q.add("roles", kit.NewField(p.env.Say("What the role is called"), name))
	q.put(usual)
	q.add("of", kit.NewField(p.env.Say("Committee or group, if any"), of))
	q.add("from", kit.NewField(p.env.Say("First day"), from))
	q.add("until", kit.NewField(p.env.Say("Last day"), until).Help(p.env.Say("Leave it empty while it goes on.")))
	if remove != nil {
		q.put(kit.Row(0, kit.Link(p.env.Say("Take this role away"), func() { p.finish(q, remove()) })))
	}
	q.ask(kit.Dialog{Title: title, Confirm: confirm, First: name, OnConfirm: func() bool {
		days, ok := q.days(map[string]*kit.DateEntry{"from": from, "until": until})
		return ok && p.done(q, keep(member.Role{Name: name.Text, Of: of.Text, From: days["from"], Until: days["until"]}))
	}})
}

// done shows what was done, or what is wrong with it.
func (p *page) done(q *questions, o Outcome) bool {
	if !q.right(o) {
		return false
	}
	p.did(o)
	return true
}

// finish is done for an act of its own within the dialog, which closes it.
func (p *page) finish(q *questions, o Outcome) {
	if p.done(q, o) {
		q.open.Close()
		return
	}
	q.open.Relayout()
}

func (p *page) askNewTerm() {
	term, advice := p.model.NewTerm()
	p.termDialog(p.env.Say("Add a term"), p.env.Say("Add"), advice, term, p.model.AddTerm, nil)
}

func (p *page) askTerm(before member.Term) {
	p.termDialog(p.env.Say("Change a term"), p.env.Say("Save"), "", before,
		func(after member.Term) Outcome { return p.model.ChangeTerm(before, &after) },
		func() Outcome { return p.model.ChangeTerm(before, nil) })
}

// termDialog asks for a term. advice is what the board's rules say.
func (p *page) termDialog(title, confirm, advice string, t member.Term, keep func(member.Term) Outcome, remove func() Outcome) {
	q := newQuestions(p.env)
	if advice != "" {
		q.put(kit.Banner(kit.Notice{Tone: kit.Care, Text: advice, Inset: true}))
	}
	start, end := kit.NewDateEntry(p.env, nil).Set(t.Start), kit.NewDateEntry(p.env, nil).Set(t.End)
	q.add("start", kit.NewField(p.env.Say("First day"), start))
	q.add("end", kit.NewField(p.env.Say("Last day"), end).Help(p.env.Say("One of the two days is enough.")))
	if remove != nil {
		q.put(kit.Row(0, kit.Link(p.env.Say("Take this term away"), func() { p.finish(q, remove()) })))
	}
	q.ask(kit.Dialog{Title: title, Confirm: confirm, OnConfirm: func() bool {
		days, ok := q.days(map[string]*kit.DateEntry{"start": start, "end": end})
		return ok && p.done(q, keep(member.Term{Start: days["start"], End: days["end"]}))
	}})
}
