package member_test

import (
	"errors"
	"strings"
	"testing"

	. "holdfast/member"
	"holdfast/record"
)

func TestAMemberNeedsOneNameAndNothingElse(t *testing.T) {
	if err := (Member{Name: "Wren"}).Validate(day("2026-06-01")); err != nil {
		t.Errorf("a name alone is refused: %v", err)
	}
	err := (Member{SpokenName: "W", Pronouns: "she / her"}).Validate(day("2026-06-01"))
	if fields(err) != "name" || !errors.Is(err, record.ErrInvalid) {
		t.Errorf("no name: %v", err)
	}
}

func TestWhatKeepsAMemberFromBeingSaved(t *testing.T) {
	today := day("2026-06-01")
	long := strings.Repeat("ñ", 201)
	for _, c := range []struct {
		why    string
		wrong  func(*Member)
		fields string
	}{
		{"a name of spaces", func(m *Member) { m.Name = " \t" }, "name name"},
		{"a name on two lines", func(m *Member) { m.Name = "Wren\nHill" }, "name"},
		{"a name that can't be read", func(m *Member) { m.Name = "Wr\xffn" }, "name"},
		{"a name of 201 characters", func(m *Member) { m.Name = long }, "name"},
		{"a name of 200 characters", func(m *Member) { m.Name = strings.Repeat("ñ", 200) }, ""},
		{"a text of 5,000 characters on many lines", func(m *Member) { m.Signs = strings.Repeat("ñ\n", 2500) }, ""},
		{"a text of 5,001 characters", func(m *Member) { m.Signs = strings.Repeat("ñ", 5001) }, "signs"},
		{"too long a language", func(m *Member) { m.Languages = []string{"en", long} }, "languages"},
		{"too many skills", func(m *Member) { m.Skills = make([]string, 201) }, "skills"},
		{"an answer that is none", func(m *Member) { m.EmergencyKnows = "perhaps" }, "emergency_knows"},
		{"a check-in that is none", func(m *Member) { m.CheckIn = "pigeon" }, "check_in"},
		{"joined tomorrow", func(m *Member) { m.Joined = day("2026-06-02") }, "joined"},
		{"a first stage of which nobody knows since when", func(m *Member) { m.Stages = []StageChange{{Stage: Active}} }, ""},
		{"a later stage without a day", func(m *Member) { m.Stages = []StageChange{{Stage: Active, On: today}, {Stage: OnLeave}} }, "stage_on"},
		{"a day without a stage", func(m *Member) { m.Stages = []StageChange{{On: today}} }, "stage"},
		{"a timeline with a leap", func(m *Member) {
			m.Stages = []StageChange{{Stage: Prospect, On: day("2026-01-01")}, {Stage: Active, On: day("2026-01-02")}}
		}, "stage"},
		{"a timeline that runs backwards", func(m *Member) {
			m.Stages = []StageChange{{Stage: Prospect, On: day("2026-01-02")}, {Stage: Invited, On: day("2026-01-01")}}
		}, "stage_on"},
		{"a role without a name", func(m *Member) { m.Roles = []Role{{Of: "outreach"}} }, "roles"},
		{"a role that ends before it begins", func(m *Member) {
			m.Roles = []Role{{Name: "chair", From: day("2026-02-01"), Until: day("2026-01-31")}}
		}, "roles"},
		{"a role of one day", func(m *Member) { m.Roles = []Role{{Name: "chair", From: today, Until: today}} }, ""},
		{"a term without a day", func(m *Member) { m.Terms = []Term{{}} }, "terms"},
		{"a term that ends before it begins", func(m *Member) { m.Terms = []Term{span("2026-02-01", "2026-01-31")} }, "terms"},
		{"terms that overlap by a day", func(m *Member) {
			m.Terms = []Term{span("2024-01-01", "2025-12-31"), span("2025-12-31", "2027-12-31")}
		}, "terms"},
		{"terms in the wrong order", func(m *Member) {
			m.Terms = []Term{span("2026-01-01", "2027-12-31"), span("2024-01-01", "2025-12-31")}
		}, "terms"},
		{"a term to come", func(m *Member) { m.Terms = []Term{span("2027-01-01", "2028-12-31")} }, ""},
		{"an onboarding item without words", func(m *Member) { m.Onboarding = []Step{{Done: today}} }, "onboarding"},
		{"an onboarding item twice", func(m *Member) { m.Onboarding = []Step{{Item: "buddy"}, {Item: "buddy", Done: today}} }, "onboarding"},
		{"onboarding done tomorrow", func(m *Member) { m.Onboarding = []Step{{Item: "buddy", Done: day("2026-06-02")}} }, "onboarding"},
		{"everything at once", func(m *Member) {
			*m = Member{Name: "\n", CheckIn: "?", Interpreter: "?", Roles: []Role{{}}, Terms: []Term{{}}, Onboarding: []Step{{}},
				Joined: day("2030-01-01"), Stages: []StageChange{{}}}
		}, "name name interpreter check_in stage joined roles terms onboarding"},
	} {
		m := Member{Name: "Wren"}
		c.wrong(&m)
		err := m.Validate(today)
		if got := fields(err); got != c.fields {
			t.Errorf("%s: problems in %q, not %q (%v)", c.why, got, c.fields, err)
		}
		if err != nil && strings.Contains(err.Error(), "Hill") {
			t.Errorf("%s: the problem tells what was typed: %v", c.why, err)
		}
	}
}
