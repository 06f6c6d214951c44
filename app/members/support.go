package members

import (
	"holdfast/board"
	"holdfast/member"
)

// Support is what the Support & access tab shows.
type Support struct {
	Trouble string
	// MustNotKnow is the label and the names of those who must not learn of
	// the membership.
	MustNotKnow Line
	// Supports, Access and Emergency are what is known; each may be empty.
	Supports, Access, Emergency []Line
}

// Support is the tab as it is now.
func (p *Person) Support() Support {
	m, _, err := p.read()
	var s Support
	if err == nil {
		s.Supports, err = p.facts(m, member.GroupSupport)
	}
	if err == nil {
		s.Access, err = p.facts(m, member.GroupAccess)
	}
	var safety []Line
	if err == nil {
		safety, err = p.facts(m, member.GroupSafety)
	}
	if err != nil {
		return Support{Trouble: board.ExplainIn(p.book, err)}
	}
	for _, line := range safety {
		if m.MustNotKnow != "" && line.Text == m.MustNotKnow {
			s.MustNotKnow = line
			continue
		}
		s.Emergency = append(s.Emergency, line)
	}
	return s
}
