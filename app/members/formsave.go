package members

import (
	"holdfast/board"
	"holdfast/member"
)

// Save keeps what was typed. Where something is wrong, all of it is said at
// once under the fields, and everything stays as it was typed. A person who
// is changed is read anew, and only the fields that were typed in are
// changed.
func (f *Form) Save() (saved member.Member, how Outcome) {
	f.wrong, f.trouble = map[string]string{}, ""
	m, err := f.onto()
	if err == nil && len(f.wrong) == 0 {
		saved, how, err = f.keep(m)
	}
	if err != nil {
		f.mistaken(err)
	}
	if len(f.wrong) > 0 || f.trouble != "" {
		return saved, Outcome{Mistakes: map[string]string{"": f.trouble}}
	}
	f.before = f.typed
	return saved, how
}

// onto puts what was typed onto the person as kept now.
func (f *Form) onto() (m member.Member, err error) {
	if f.id != "" {
		if m, err = f.board.Member(f.id); err != nil {
			return m, err
		}
	}
	changed := f.changes()
	for _, field := range f.fields {
		text, touched := changed[field.Name]
		if f.id == "" {
			text = f.typed[field.Name]
			touched = text != ""
		}
		if !touched && !field.Required {
			continue
		}
		if !touched {
			text = f.typed[field.Name]
		}
		if err := field.Set(&m, f.meant(field, text), f.today); err != nil {
			f.mistaken(err)
		}
	}
	if m.Now() == (member.StageChange{Stage: member.Prospect}) {
		m.Stages = nil // somebody new is a prospect from today
	}
	return m, nil
}

func (f *Form) keep(m member.Member) (member.Member, Outcome, error) {
	if f.id == "" {
		saved, err := f.board.AddMember(m)
		return saved, outcome(f.book, board.ActMemberAdd, f.book.Say("{name} was added.", "name", saved.Name), err), err
	}
	saved, err := f.board.SaveMember(m)
	return saved, outcome(f.book, board.ActMemberEdit, f.book.Say("Saved."), err), err
}

// mistaken puts what is wrong under the fields that the form has; the rest
// stands above all of them.
func (f *Form) mistaken(err error) {
	for name, said := range board.MistakesIn(f.book, err) {
		switch name { // several values that one field of the form begins
		case "roles":
			name = "role"
		case "terms":
			name = "term_end"
		}
		if _, ok := f.typed[name]; ok && name != "" {
			f.wrong[name] = said
		} else {
			f.trouble = joined(f.trouble, said)
		}
	}
}
