package members

import (
	"slices"

	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
)

// Overview is what the first tab shows.
type Overview struct {
	Trouble string
	Standing
	// Roles and Terms are in words, each with the value it stands for.
	Roles []RoleRow
	Terms []TermRow
	// About is what is known of the person, Own the board's own fields;
	// OwnFields says whether it has any.
	About, Own []Line
	OwnFields  bool
	Onboarding Onboarding
}

// Standing is where the person stands.
type Standing struct {
	Stage  member.Stage
	Word   string
	Since  string
	Note   string
	OnWay  bool // there is a stage to move to
	Former []Past
	// Leave is what was agreed, while on leave.
	Leave []Line
	Away  bool
}

// Past is an earlier step.
type Past struct{ Text, Note string }

// RoleRow is one role; Over says that it has ended.
type RoleRow struct {
	Text string
	Over bool
	Role member.Role
}

// TermRow is one term; Note says where a pause moves its end.
type TermRow struct {
	Text, Note string
	Term       member.Term
}

// Overview is the tab as it is now.
func (p *Person) Overview() Overview {
	m, today, err := p.read()
	if err != nil {
		return Overview{Trouble: board.ExplainIn(p.book, err)}
	}
	o := Overview{Standing: p.standing(m), Onboarding: p.onboarding(m)}
	for _, r := range m.Roles {
		o.Roles = append(o.Roles, RoleRow{p.book.Render(r.Text()), !r.Until.IsZero() && r.Until.Before(today), r})
	}
	slices.SortStableFunc(o.Roles, func(a, b RoleRow) int {
		switch {
		case a.Over == b.Over:
			return 0
		case a.Over:
			return 1
		default:
			return -1
		}
	})
	for _, t := range slices.Backward(m.Terms) {
		o.Terms = append(o.Terms, p.term(m, t, today))
	}
	if o.About, err = p.facts(m, member.GroupAbout, member.GroupBoard); err == nil {
		o.Own, err = p.facts(m, member.GroupCustom)
	}
	if err != nil {
		return Overview{Trouble: board.ExplainIn(p.book, err)}
	}
	if settings, err := p.board.Settings(); err == nil {
		o.OwnFields = len(settings.Custom) > 0
	}
	return o
}

func (p *Person) standing(m member.Member) Standing {
	now := m.Now()
	s := Standing{Stage: now.Stage, Word: p.book.Render(now.Stage.Label()), Note: now.Note, OnWay: len(member.Next(now.Stage)) > 0}
	if !now.On.IsZero() {
		s.Since = p.book.Say("since {day}", "day", now.On)
	}
	for i := len(m.Stages) - 2; i >= 0; i-- {
		s.Former = append(s.Former, Past{p.book.Render(m.Stages[i].Text()), m.Stages[i].Note})
	}
	if s.Away = now.Stage == member.OnLeave; s.Away {
		s.Leave = p.leave(now.Leave)
	}
	return s
}

// leave is what was agreed about a leave; what nobody has said is left out,
// except for contact, which then is none.
func (p *Person) leave(l member.Leave) []Line {
	var lines []Line
	if !l.Expected.IsZero() {
		lines = append(lines, Line{Label: p.book.Say("Hopes to be back"), Text: p.book.Date(l.Expected)})
	}
	agreed := l.Contact
	if agreed == "" {
		agreed = member.LeaveContactNone
	}
	lines = append(lines, Line{Label: p.book.Say("Contact meanwhile"), Text: p.book.Render(member.Label(member.LeaveContacts(), string(agreed)))})
	if l.SeatHeld != "" {
		lines = append(lines, Line{Label: p.book.Say("The seat is kept"), Text: p.book.Render(l.SeatHeld.Label())})
	}
	if l.ClockPaused != "" {
		lines = append(lines, Line{Label: p.book.Say("The term gets longer by it"), Text: p.book.Render(l.ClockPaused.Label())})
	}
	return lines
}

// term is a term in words; a pause moves its end.
func (p *Person) term(m member.Member, t member.Term, today record.Date) TermRow {
	row := TermRow{Text: p.book.Render(t.Text()), Term: t}
	if end := m.TermEnd(t, today); end != t.End {
		row.Note = p.book.Say("With the time away it ends on {day}.", "day", end)
	}
	return row
}
