package member_test

import (
	"testing"

	. "holdfast/member"
	"holdfast/wording"
)

func TestSinceWhenSomebodyIsAMember(t *testing.T) {
	step := func(stage Stage, on string) StageChange { return StageChange{Stage: stage, On: day(on)} }
	for _, c := range []struct {
		why    string
		joined string
		stages []StageChange
		since  string
	}{
		{"active from the first step", "", []StageChange{step(Active, "2025-03-10")}, "2025-03-10"},
		{"active after onboarding", "", []StageChange{step(Onboarding, "2025-02-01"), step(Active, "2025-03-10")}, "2025-03-10"},
		{"back from a leave", "", []StageChange{step(Active, "2025-03-10"), step(OnLeave, "2025-05-01"), step(Active, "2025-06-01")}, "2025-03-10"},
		{"brought in active: nobody knows", "", []StageChange{step(Active, ""), step(OnLeave, "2025-06-01")}, ""},
		{"known from before", "2019-01-01", []StageChange{step(Active, "2025-03-10")}, "2019-01-01"},
		{"brought in on leave: nobody knows", "", []StageChange{step(OnLeave, "2025-03-10"), step(Active, "2025-06-01")}, ""},
		{"never", "", []StageChange{step(Prospect, "2025-03-10")}, ""},
		{"no stage", "", nil, ""},
	} {
		m := Member{Name: "Wren", Joined: day(c.joined), Stages: c.stages}
		if got := m.Since(); got != day(c.since) {
			t.Errorf("%s: since %s, not %s", c.why, got, c.since)
		}
	}
}

func TestWhereSomebodyStoodOnADay(t *testing.T) {
	m := Member{Stages: []StageChange{{Stage: Prospect, On: day("2026-01-10")}, {Stage: Invited, On: day("2026-02-01")}, {Stage: Applied, On: day("2026-02-01")}}}
	for on, want := range map[string]Stage{
		"2026-01-09": "", "2026-01-10": Prospect, "2026-01-31": Prospect, "2026-02-01": Applied, "2027-01-01": Applied,
	} {
		if got := m.StepOn(day(on)).Stage; got != want {
			t.Errorf("on %s: %q, not %q", on, got, want)
		}
	}
}

func TestTheLineUnderANameSaysOnlyWhatIsKnown(t *testing.T) {
	at := func(stage Stage) []StageChange { return []StageChange{{Stage: stage, On: day("2026-03-01")}} }
	for _, c := range []struct {
		m    Member
		said string
	}{
		{Member{Name: "Wren"}, ""},
		{Member{Name: "Wren", Pronouns: "xe / xem"}, "xe / xem"},
		{Member{Name: "Wren", Stages: at(Offered)}, "offered a seat in March 2026"},
		{Member{Name: "Wren", Stages: at(Active), Terms: []Term{{Start: day("2026-03-01")}}}, "member since March 2026"},
		{Member{Name: "Wren", Stages: append(at(OnLeave), StageChange{Stage: TermEnding, On: day("2026-04-01")})}, "member"},
		{Member{Name: "Wren", Stages: at(Declined), Terms: []Term{span("2026-03-01", "2027-03-01")}}, "not on the board since March 2026"},
		{Member{Name: "Wren", Stages: at(Deceased), Pronouns: "he / him"}, "he / him · has died"},
	} {
		if got := wording.English().Render(c.m.Summary(day("2026-06-01"))); got != c.said {
			t.Errorf("%+v is said as %q, not %q", c.m, got, c.said)
		}
	}
}

func TestADayThatNobodyKnowsIsNotMadeUp(t *testing.T) {
	words := map[Stage]string{"": "", Prospect: "prospect", Invited: "invited", Applied: "applied", Interviewed: "interviewed",
		Offered: "offered a seat", Onboarding: "onboarding", Active: "member", OnLeave: "on leave", TermEnding: "member",
		Alumni: "alumni", Withdrawn: "not on the board", Declined: "not on the board", Removed: "not on the board", Deceased: "has died"}
	for stage, said := range words {
		m := Member{Name: "Wren", Stages: []StageChange{{Stage: stage}}}
		if got := m.Summary(day("2026-06-01")).String(); got != said {
			t.Errorf("%q of nobody knows since when is said as %q, not %q", stage, got, said)
		}
		if got := m.Now().Text().String(); got != stage.Label().String() {
			t.Errorf("the step is %q", got)
		}
	}
	if len(words) != len(Stages())+1 {
		t.Error("a stage is missing")
	}
	away := Member{Name: "Wren", Terms: []Term{span("2026-01-01", "2026-12-31")},
		Stages: []StageChange{{Stage: OnLeave, Leave: Leave{ClockPaused: Yes}}, {Stage: Active, On: day("2026-03-01")}}}
	if end := away.TermEnd(away.Terms[0], day("2026-06-01")); end != day("2026-12-31") {
		t.Errorf("a pause that began nobody knows when moved the end to %s", end)
	}
	if away.StepOn(day("2026-02-28")).Stage != OnLeave || away.StepOn(day("2026-03-01")).Stage != Active {
		t.Error("a first step without a day does not hold until the next")
	}
}

func TestTheNameForOthersIsTheChosenOneUnlessThereIsAnother(t *testing.T) {
	if got := (Member{Name: "Wren", SpokenName: "Jane"}).Spoken(); got != "Jane" {
		t.Errorf("said aloud: %q", got)
	}
	if got := (Member{Name: "Wren"}).Spoken(); got != "Wren" {
		t.Errorf("said aloud: %q", got)
	}
}

func TestThePageHasAHeadingForEveryGroup(t *testing.T) {
	headings := map[string]bool{}
	for _, g := range Groups() {
		headings[g.Label().String()] = true
	}
	if len(headings) != len(Groups()) {
		t.Errorf("the headings are %v", headings)
	}
	for _, f := range Fields() {
		found := false
		for _, g := range Groups() {
			found = found || g == f.Group
		}
		if !found {
			t.Errorf("%s is in %q, which has no heading", f.Name, f.Group)
		}
	}
}
