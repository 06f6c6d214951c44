package member_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	. "holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

func day(text string) record.Date {
	d, err := record.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// The whole state machine: from a stage, a person can move to these and to
// nothing else.
func TestTheStagesAPersonCanMoveTo(t *testing.T) {
	for from, to := range map[Stage]string{
		"":          "prospect invited applied interviewed offered onboarding active on_leave term_ending alumni withdrawn declined removed deceased",
		Prospect:    "invited applied declined deceased",
		Invited:     "applied interviewed onboarding declined deceased",
		Applied:     "interviewed offered declined withdrawn deceased",
		Interviewed: "offered declined withdrawn deceased",
		Offered:     "onboarding active declined withdrawn deceased",
		Onboarding:  "active on_leave withdrawn removed deceased",
		Active:      "on_leave term_ending alumni withdrawn removed deceased",
		OnLeave:     "active onboarding term_ending alumni withdrawn removed deceased",
		TermEnding:  "active alumni on_leave withdrawn removed deceased",
		Alumni:      "active onboarding invited deceased",
		Withdrawn:   "invited applied onboarding active deceased",
		Declined:    "invited applied deceased",
		Removed:     "active invited deceased",
		Deceased:    "",
		"elsewhere": "",
	} {
		var want []Stage
		for name := range strings.FieldsSeq(to) {
			want = append(want, Stage(name))
		}
		if got := Next(from); !slices.Equal(got, want) {
			t.Errorf("from %q to %v, not %v", from, got, want)
		}
		for _, stage := range Stages() {
			m := Member{Name: "Wren"}
			if from != "" {
				m.Stages = []StageChange{{Stage: from, On: day("2026-01-01")}}
			}
			_, err := m.Moved(StageChange{Stage: stage, On: day("2026-01-02")}, day("2026-01-02"))
			if allowed := slices.Contains(want, stage); allowed != (err == nil) {
				t.Errorf("from %q to %q: %v", from, stage, err)
			}
		}
	}
}

func TestWhatAStageMeans(t *testing.T) {
	for stage, is := range map[Stage]string{
		Prospect: "", Invited: "joining", Applied: "joining", Interviewed: "joining", Offered: "joining",
		Onboarding: "joining", Active: "serving", OnLeave: "serving", TermEnding: "serving", Alumni: "",
		Withdrawn: "private", Declined: "private", Removed: "private", Deceased: "",
	} {
		var got []string
		if stage.Serving() {
			got = append(got, "serving")
		}
		if stage.Joining() {
			got = append(got, "joining")
		}
		if stage.Private() {
			got = append(got, "private")
		}
		if strings.Join(got, " ") != is {
			t.Errorf("%s is %v, not %q", stage, got, is)
		}
		if !stage.Known() || stage.Label().String() == Stage("").Label().String() {
			t.Errorf("%s has no words of its own", stage)
		}
	}
	if Stage("elsewhere").Known() || Stage("").Known() {
		t.Error("a stage that is none is known")
	}
}

func TestNobodyElseReadsWhySomebodyIsNotOnTheBoard(t *testing.T) {
	words := map[string]bool{}
	for _, stage := range []Stage{Removed, Withdrawn, Declined} {
		words[stage.PublicLabel().String()] = true
	}
	if len(words) != 1 || words[Removed.Label().String()] {
		t.Errorf("the public words differ: %v", words)
	}
	if Active.PublicLabel().String() != "Active" {
		t.Errorf("a stage that is not private says %q", Active.PublicLabel())
	}
}

func TestAMoveIsRefusedWithAllItsProblems(t *testing.T) {
	active := Member{Name: "Wren", Stages: []StageChange{{Stage: Active, On: day("2026-03-01")}}}
	today := day("2026-06-01")
	for _, c := range []struct {
		why    string
		step   StageChange
		fields string
	}{
		{"no stage and no day", StageChange{}, "stage stage_on"},
		{"a stage that is none", StageChange{Stage: "gone", On: today}, "stage"},
		{"the stage it is at", StageChange{Stage: Active, On: today}, "stage"},
		{"a stage that does not follow", StageChange{Stage: Prospect, On: today}, "stage"},
		{"a day before the last step", StageChange{Stage: Alumni, On: day("2026-02-28")}, "stage_on"},
		{"a day still to come", StageChange{Stage: Alumni, On: day("2026-06-02")}, "stage_on"},
		{"a leave on a step that is none", StageChange{Stage: Alumni, On: today, Leave: Leave{SeatHeld: Yes}}, "stage"},
		{"back before the leave", StageChange{Stage: OnLeave, On: today, Leave: Leave{Expected: day("2026-05-31")}}, "leave_expected"},
		{"answers that are none", StageChange{Stage: OnLeave, On: today, Leave: Leave{Contact: "daily", SeatHeld: "maybe", ClockPaused: "?"}},
			"leave_contact leave_seat_held leave_clock_paused"},
		{"too long a note", StageChange{Stage: Alumni, On: today, Note: strings.Repeat("é", 201)}, "stage_note"},
		{"several at once", StageChange{Stage: Invited, On: day("2027-01-01"), Leave: Leave{SeatHeld: No}}, "stage_on stage stage"},
	} {
		after, err := active.Moved(c.step, today)
		if got := fields(err); got != c.fields {
			t.Errorf("%s: problems in %q, not %q (%v)", c.why, got, c.fields, err)
		}
		if err == nil || len(after.Stages) != 1 {
			t.Errorf("%s: moved to %s with %v", c.why, after.Stage(), err)
		}
	}
	if _, err := active.Moved(StageChange{Stage: OnLeave, On: day("2026-03-01")}, today); err != nil {
		t.Errorf("a leave without a word about it, on the day of the last step: %v", err)
	}
}

// fields are the names of the fields that an error's problems are about.
func fields(err error) string {
	var names []string
	for _, p := range wording.Problems(err) {
		names = append(names, p.Field)
	}
	return strings.Join(names, " ")
}

// course draws moves, some of them impossible, and plays them.
func course(t *rapid.T, m Member, today record.Date) Member {
	for range rapid.IntRange(0, 20).Draw(t, "moves") {
		step := StageChange{
			Stage: rapid.SampledFrom(append(Stages(), "", "gone")).Draw(t, "stage"),
			On:    today.AddDays(rapid.IntRange(-60, 3).Draw(t, "days ago")),
		}
		if rapid.IntRange(0, 9).Draw(t, "undated") == 0 {
			step.On = record.Date{}
		}
		if rapid.Bool().Draw(t, "back") {
			m, _ = m.Back()
		}
		if moved, err := m.Moved(step, today); err == nil {
			m = moved
		}
	}
	return m
}

func TestNoSequenceOfMovesReachesAnUndatedOrUnknownStage(t *testing.T) {
	today := day("2026-06-01")
	rapid.Check(t, func(t *rapid.T) {
		m := course(t, Member{Name: "Wren"}, today)
		var before record.Date
		for _, step := range m.Stages {
			if step.On.IsZero() || step.On.Before(before) || step.On.After(today) || !step.Stage.Known() {
				t.Fatalf("the timeline reached %v after %v", step, before)
			}
			before = step.On
		}
		if err := m.Validate(today); err != nil {
			t.Fatalf("what was moved step by step is refused as a whole: %v", err)
		}
		if m.StepOn(today).Stage != m.Stage() {
			t.Fatalf("today the stage is %q, and the last step says %q", m.StepOn(today).Stage, m.Stage())
		}
	})
}

func TestTakingAMoveBackLeavesNoTrace(t *testing.T) {
	today := day("2026-06-01")
	rapid.Check(t, func(t *rapid.T) {
		before := course(t, Member{Name: "Wren"}, today)
		next := Next(before.Stage())
		if len(next) == 0 {
			return
		}
		kept := slices.Clone(before.Stages)
		step := StageChange{Stage: rapid.SampledFrom(next).Draw(t, "stage"), On: today}
		if step.Stage == OnLeave {
			step.Leave = Leave{Expected: today.AddDays(30), ClockPaused: Yes}
		}
		after, err := before.Moved(step, today)
		if err != nil {
			t.Fatalf("a next stage is refused: %v", err)
		}
		if !slices.Equal(before.Stages, kept) {
			t.Fatal("moving changed the member that it was asked of")
		}
		other, err := before.Moved(StageChange{Stage: next[0], On: today, Note: "other"}, today)
		if err != nil || after.Now() != step || other.Now().Note != "other" {
			t.Fatal("two moves from one member meddle with each other")
		}
		back, ok := after.Back()
		if !ok || !slices.Equal(back.Stages, kept) || (back.Stages == nil) != (kept == nil) {
			t.Fatalf("back leads to %v, not %v", back.Stages, kept)
		}
		again, err := back.Moved(step, today)
		if err != nil || again.Now() != step || after.Now() != step {
			t.Fatalf("the move can't be made again: %v", err)
		}
	})
	if _, ok := (Member{}).Back(); ok {
		t.Error("there is something to take back before the first step")
	}
}

func TestWhatWasAgreedAboutALeaveCanChange(t *testing.T) {
	today := day("2026-06-01")
	away := Member{Name: "Wren", Stages: []StageChange{{Stage: Active, On: day("2026-01-01")}, {Stage: OnLeave, On: day("2026-05-01")}}}
	if contact, on := away.ContactOnLeave(); !on || contact != LeaveContactNone {
		t.Errorf("a leave about which nothing is agreed means contact %q, %v", contact, on)
	}
	changed, err := away.LeaveAgreed(Leave{Contact: LeaveContactLogistics, Expected: day("2026-07-01"), SeatHeld: Yes})
	if err != nil {
		t.Fatal(err)
	}
	if contact, _ := changed.ContactOnLeave(); contact != LeaveContactLogistics || away.Now().Leave != (Leave{}) {
		t.Errorf("contact is %q, and was %v before", contact, away.Now().Leave)
	}
	if _, err := away.LeaveAgreed(Leave{Expected: day("2026-04-30")}); fields(err) != "leave_expected" {
		t.Errorf("coming back before leaving: %v", err)
	}
	back, err := changed.Moved(StageChange{Stage: Active, On: today}, today)
	if err != nil {
		t.Fatal(err)
	}
	if _, on := back.ContactOnLeave(); on {
		t.Error("somebody who is back counts as on leave")
	}
	if _, err := back.LeaveAgreed(Leave{}); fields(err) != "stage" {
		t.Errorf("agreeing on a leave that is over: %v", err)
	}
	leaves := back.Leaves()
	if len(leaves) != 1 || leaves[0].From != day("2026-05-01") || leaves[0].Until != today || leaves[0].SeatHeld != Yes {
		t.Errorf("the leaves are %+v", leaves)
	}
}
