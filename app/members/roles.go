package members

import (
	"slices"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
)

// RoleChoices are the usual roles.
func (p *Person) RoleChoices() []form.Choice { return suggested(p.book, member.Roles()) }

// RoleName is what a role is called in the language of the screen.
func (p *Person) RoleName(r member.Role) string {
	return p.book.Render(member.Label(member.Roles(), r.Name))
}

// NewRole is a role that begins today.
func (p *Person) NewRole() member.Role {
	_, today, _ := p.read()
	return member.Role{From: today}
}

// AddRole gives the person one more role.
func (p *Person) AddRole(r member.Role) Outcome {
	r.Name = code(p.book, member.Roles(), r.Name)
	_, err := p.board.AddRole(p.id, r)
	return outcome(p.book, board.ActMemberEdit, p.book.Say("The role was added."), err)
}

// ChangeRole puts a role in the place of another, or takes that away where
// there is nothing to put.
func (p *Person) ChangeRole(before member.Role, after *member.Role) Outcome {
	say := p.book.Say("The role was taken away.")
	if after != nil {
		say = p.book.Say("The role was changed.")
		after.Name = code(p.book, member.Roles(), after.Name)
	}
	return p.edit(say, func(m member.Member) member.Member {
		i := slices.Index(m.Roles, before)
		if i < 0 { // it is gone meanwhile; what was typed stays
			i = len(m.Roles)
		} else {
			m.Roles = slices.Delete(slices.Clone(m.Roles), i, i+1)
		}
		if after == nil {
			return m
		}
		m = m.WithRole(*after)
		last := len(m.Roles) - 1
		m.Roles = slices.Insert(slices.Clone(m.Roles[:last]), i, m.Roles[last])
		return m
	})
}

// NewTerm is the term that would come next by the board's rules, and a
// sentence where those speak against one more.
func (p *Person) NewTerm() (term member.Term, advice string) {
	m, today, err := p.read()
	if err != nil {
		return term, ""
	}
	settings, err := p.board.Settings()
	if err != nil {
		return term, ""
	}
	term = m.NextTerm(settings.Terms, today)
	return term, p.Advice(term.Start)
}

// Advice is what the board's rules say about one more term that begins on a
// day, or "".
func (p *Person) Advice(start record.Date) string {
	m, _, err := p.read()
	if err != nil {
		return ""
	}
	settings, err := p.board.Settings()
	if err != nil {
		return ""
	}
	_, why := m.MayServeAgain(settings.Terms, start)
	return p.book.Render(why)
}

// AddTerm gives the person one more term.
func (p *Person) AddTerm(t member.Term) Outcome {
	_, err := p.board.AddTerm(p.id, t)
	return outcome(p.book, board.ActMemberEdit, p.book.Say("The term was added."), err)
}

// ChangeTerm puts a term in the place of another, or takes that away where
// there is nothing to put.
func (p *Person) ChangeTerm(before member.Term, after *member.Term) Outcome {
	say := p.book.Say("The term was taken away.")
	if after != nil {
		say = p.book.Say("The term was changed.")
	}
	return p.edit(say, func(m member.Member) member.Member {
		if i := slices.Index(m.Terms, before); i >= 0 {
			m.Terms = slices.Delete(slices.Clone(m.Terms), i, i+1)
		}
		if after == nil {
			return m
		}
		return m.WithTerm(*after)
	})
}

// edit keeps a changed person.
func (p *Person) edit(say string, change func(member.Member) member.Member) Outcome {
	m, _, err := p.read()
	if err == nil {
		_, err = p.board.SaveMember(change(m))
	}
	return outcome(p.book, board.ActMemberEdit, say, err)
}
