package member

import (
	"slices"
	"strings"

	"holdfast/record"
)

// counted is the plain text of a field that comes from the timeline, the
// roles or the terms.
func (f Field) counted(m Member) string {
	var last Term
	if n := len(m.Terms); n > 0 {
		last = m.Terms[n-1]
	}
	switch f.Name {
	case "stage":
		return string(m.Stage())
	case "stage_on":
		return m.Now().On.String()
	case "term_start":
		return last.Start.String()
	case "term_end":
		return last.End.String()
	default:
		return strings.Join(m.openRoles(), "; ")
	}
}

// count puts a value that was read for a counted field into m.
func (f Field) count(m *Member, value string, today record.Date) error {
	if value == "" {
		return nil
	}
	day, _ := record.ParseDate(value)
	switch f.Name {
	case "stage":
		return m.countStage(Stage(value), today)
	case "stage_on":
		m.countStageDay(day)
	case "term_start":
		m.countTerm(func(t *Term) { t.Start = day })
	case "term_end":
		m.countTerm(func(t *Term) { t.End = day })
	default:
		for _, role := range entries(value) {
			if !slices.Contains(m.openRoles(), role) {
				*m = m.WithRole(Role{Name: role})
			}
		}
	}
	return nil
}

// openRoles are the names of the roles that go on.
func (m Member) openRoles() []string {
	var names []string
	for _, r := range m.Roles {
		if r.Until.IsZero() {
			names = append(names, r.Name)
		}
	}
	return names
}

// countStage makes stage the present one: the first step of a timeline, whose
// day nobody knows until it is said, or one more step of today.
func (m *Member) countStage(stage Stage, today record.Date) (err error) {
	switch now := m.Now(); now.Stage {
	case stage:
	case "":
		m.Stages = []StageChange{{Stage: stage, On: now.On}}
	default:
		*m, err = m.Moved(StageChange{Stage: stage, On: today}, today)
	}
	return err
}

// countStageDay is the day of the latest step, or of the first that is to
// come; Validate says where it does not fit the steps before.
func (m *Member) countStageDay(day record.Date) {
	step := m.Now()
	step.On = day
	before := m.Stages[:max(0, len(m.Stages)-1)]
	m.Stages = append(slices.Clone(before), step)
}

// countTerm changes the last term, or begins the first.
func (m *Member) countTerm(change func(*Term)) {
	m.Terms = slices.Clone(m.Terms)
	if len(m.Terms) == 0 {
		m.Terms = []Term{{}}
	}
	change(&m.Terms[len(m.Terms)-1])
}
