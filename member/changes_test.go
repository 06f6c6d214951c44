package member_test

import (
	"slices"
	"strings"
	"testing"

	. "holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

func TestTheHistorySaysInWordsWhatChanged(t *testing.T) {
	board := Arrangement{
		Renamed: map[string]string{"signs": "When I go quiet"}, Hidden: []string{"travel"},
		Custom: []CustomField{{ID: "key", Name: "Has a key", Kind: CustomYesNo}},
	}
	for _, c := range []struct {
		why           string
		before, after Member
		said          string
	}{
		{"nothing", Member{Name: "Wren"}, Member{Name: "Wren"}, ""},
		{"a new person", Member{}, Member{ID: "1", Name: "Wren", Stages: []StageChange{{Stage: Invited, On: day("2026-03-01")}}},
			"Name: “Wren” was added\nStage: “Invited, 1 March 2026” was added"},
		{"another word", Member{Pronouns: "she / her"}, Member{Pronouns: "they / them"}, "Pronouns: “she / her” became “they / them”"},
		{"a word taken out", Member{Travel: "By bus"}, Member{}, "Getting there and home safely: “By bus” was taken out"},
		{"a field with the board's label", Member{}, Member{Signs: "I hum"}, "When I go quiet: “I hum” was added"},
		{"the board's own field", Member{Custom: map[record.ID]string{"key": "no"}}, Member{Custom: map[record.ID]string{"key": "yes"}},
			"Has a key: “No” became “Yes”"},
		{"a number, which is told and not shown", Member{EmergencyReach: "555 0141"}, Member{EmergencyReach: "555 0142"},
			"How to reach the emergency contact was changed"},
		{"one more language", Member{Languages: []string{"en"}}, Member{Languages: []string{"en", "es"}}, "Languages: “English” became “English and Spanish”"},
		{"a move", Member{Stages: []StageChange{{Stage: Active, On: day("2026-01-01")}}},
			Member{Stages: []StageChange{{Stage: Active, On: day("2026-01-01")}, {Stage: OnLeave, On: day("2026-03-01"),
				Leave: Leave{Expected: day("2026-05-01"), Contact: LeaveContactLogistics, SeatHeld: Yes, ClockPaused: No}}}},
			"Stage: “On leave, 1 March 2026” was added\nExpected back: “1 May 2026” was added\n" +
				"Contact while on leave: “Only about practical matters” was added\nSeat held: “Yes” was added\nTerm clock paused: “No” was added"},
		{"a move taken back", Member{Stages: []StageChange{{Stage: Active, On: day("2026-01-01")}, {Stage: Alumni, On: day("2026-03-01")}}},
			Member{Stages: []StageChange{{Stage: Active, On: day("2026-01-01")}}}, "Stage: “Alumni, 1 March 2026” was taken out"},
		{"a leave agreed anew", Member{Stages: []StageChange{{Stage: OnLeave, On: day("2026-01-01"), Leave: Leave{SeatHeld: Yes}}}},
			Member{Stages: []StageChange{{Stage: OnLeave, On: day("2026-01-01"), Leave: Leave{SeatHeld: No}}}}, "Seat held: “Yes” became “No”"},
		{"a note on a stage", Member{Stages: []StageChange{{Stage: Active, On: day("2026-01-01")}}},
			Member{Stages: []StageChange{{Stage: Active, On: day("2026-01-01"), Note: "by phone"}}}, "Note on the stage: “by phone” was added"},
		{"a role that ends", Member{Roles: []Role{{Name: "chair", From: day("2026-01-01")}, {Name: "liaison"}}},
			Member{Roles: []Role{{Name: "chair", From: day("2026-01-01"), Until: day("2026-06-01")}, {Name: "liaison"}}},
			"Role: “Chair, since 1 January 2026” became “Chair, 1 January 2026 to 1 June 2026”"},
		{"a role of a committee", Member{}, Member{Roles: []Role{{Name: "committee_lead", Of: "outreach", Until: day("2026-01-01")}}},
			"Role: “Committee lead, outreach, until 1 January 2026” was added"},
		{"a term that is longer, and one taken out", Member{Terms: []Term{span("2026-01-01", "2026-12-31"), span("2027-01-01", "")}},
			Member{Terms: []Term{span("2026-01-01", "2027-12-31")}},
			"Term: “1 January 2026 to 31 December 2026” became “1 January 2026 to 31 December 2027”\nTerm: “from 1 January 2027” was taken out"},
		{"onboarding", Member{Onboarding: []Step{{Item: "Tour"}}},
			Member{Onboarding: []Step{{Item: "Tour", Done: day("2026-03-03")}, {Item: "buddy", NotNeeded: true}}},
			"Onboarding: “Tour, to do” became “Tour, done on 3 March 2026”\nOnboarding: “A buddy or peer mentor, not needed” was added"},
	} {
		if got := said(Changes(c.before, c.after, board)); got != c.said {
			t.Errorf("%s is told as\n%s\nnot\n%s", c.why, got, c.said)
		}
	}
}

func said(changes []Change) string {
	var lines []string
	for _, text := range Texts(changes) {
		lines = append(lines, wording.English().Render(text))
	}
	return strings.Join(lines, "\n")
}

func TestACoveredValueIsNotInItsChange(t *testing.T) {
	var covered []string
	for _, f := range Fields() {
		if !f.Masked {
			continue
		}
		covered = append(covered, f.Name)
		var after Member
		must(t, f.Set(&after, "555 0141", day("2026-06-01")))
		for _, c := range Changes(Member{}, after, Arrangement{}) {
			if !c.Covered || !c.From.IsZero() || !c.To.IsZero() {
				t.Errorf("%s: %+v", f.Name, c)
			}
		}
	}
	if !slices.Contains(covered, "emergency_reach") || !slices.Contains(covered, "support_reach") {
		t.Errorf("only %v are covered", covered)
	}
}

func TestEveryFieldThatChangesIsTold(t *testing.T) {
	for _, f := range Fields() {
		if f.Counted {
			continue
		}
		text := map[Kind]string{KindDate: "2026-01-01", KindYesNo: "yes"}[f.Kind]
		if f.Kind == KindChoice {
			text = f.Choices[0].Code
		} else if text == "" {
			text = "Something"
		}
		before, after := Member{Name: "Wren"}, Member{Name: "Wren"}
		must(t, f.Set(&after, text, day("2026-06-01")))
		if changes := Changes(before, after, Arrangement{}); len(changes) != 1 || changes[0].Field != f.Name {
			t.Errorf("a change of %s is told as %v", f.Name, changes)
		}
	}
}
