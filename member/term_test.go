package member_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	. "holdfast/member"
)

func span(start, end string) Term { return Term{Start: day(start), End: day(end)} }

// serving is an active member with terms.
func serving(terms ...Term) Member {
	return Member{ID: "wren", Name: "Wren", Terms: terms, Stages: []StageChange{{Stage: Active, On: day("2024-01-01")}}}
}

func TestTheTermThatCounts(t *testing.T) {
	first, second, open := span("2024-01-01", "2025-12-31"), span("2026-01-01", "2027-12-31"), span("", "2026-06-30")
	for _, c := range []struct {
		why   string
		terms []Term
		on    string
		want  Term
	}{
		{"before the first, the first to come", []Term{first, second}, "2023-05-05", first},
		{"the one that goes on", []Term{first, second}, "2025-12-31", first},
		{"the next from its first day", []Term{first, second}, "2026-01-01", second},
		{"the last after its end", []Term{first, second}, "2030-01-01", second},
		{"one whose beginning nobody knows", []Term{open}, "2026-01-01", open},
		{"none", nil, "2026-01-01", Term{}},
	} {
		if got, ok := serving(c.terms...).CurrentTerm(day(c.on)); got != c.want || ok != (c.terms != nil) {
			t.Errorf("%s: %v, %v", c.why, got, ok)
		}
	}
}

func TestAPausedClockMakesATermLonger(t *testing.T) {
	type step = StageChange
	away := func(on string, paused Answer) step {
		return step{Stage: OnLeave, On: day(on), Leave: Leave{ClockPaused: paused}}
	}
	back := func(on string) step { return step{Stage: Active, On: day(on)} }
	for _, c := range []struct {
		why   string
		steps []step
		today string
		end   string
	}{
		{"no leave", nil, "2026-06-01", "2026-12-31"},
		{"ten days away", []step{away("2026-03-01", Yes), back("2026-03-11")}, "2026-06-01", "2027-01-10"},
		{"ten days away, clock not paused", []step{away("2026-03-01", No), back("2026-03-11")}, "2026-06-01", "2026-12-31"},
		{"ten days away, nobody said", []step{away("2026-03-01", ""), back("2026-03-11")}, "2026-06-01", "2026-12-31"},
		{"twice", []step{away("2026-03-01", Yes), back("2026-03-11"), away("2026-05-01", Yes), back("2026-05-02")}, "2026-06-01", "2027-01-11"},
		{"still away", []step{away("2026-03-01", Yes)}, "2026-03-04", "2027-01-03"},
		{"still away beyond the old end", []step{away("2026-12-31", Yes)}, "2027-02-01", "2027-02-01"},
		{"away across the beginning: only days of the term", []step{away("2025-12-22", Yes), back("2026-01-11")}, "2026-06-01", "2027-01-10"},
		{"away before the term", []step{away("2025-06-01", Yes), back("2025-07-01")}, "2026-06-01", "2026-12-31"},
		{"away after the end", []step{away("2027-01-01", Yes), back("2027-02-01")}, "2027-03-01", "2026-12-31"},
		{"away in the days that a pause added", []step{away("2026-03-01", Yes), back("2026-03-11"), away("2027-01-05", Yes), back("2027-01-06")}, "2027-01-07", "2027-01-11"},
		{"gone and back on one day", []step{away("2026-03-01", Yes), back("2026-03-01")}, "2026-06-01", "2026-12-31"},
	} {
		m := serving(span("2026-01-01", "2026-12-31"))
		m.Stages = append(m.Stages, c.steps...)
		if got := m.TermEnd(m.Terms[0], day(c.today)); got != day(c.end) {
			t.Errorf("%s: the term ends on %s, not %s", c.why, got, c.end)
		}
	}
	if got := serving().TermEnd(Term{Start: day("2026-01-01")}, day("2026-06-01")); !got.IsZero() {
		t.Errorf("a term without an end ends on %s", got)
	}
}

func TestWhenSomebodyIsRemindedOfATermsEnd(t *testing.T) {
	usual := Limits{PromptDays: []int{90, 60, 30}}
	m := serving(span("2025-01-01", "2026-12-31"))
	for _, c := range []struct {
		why    string
		m      Member
		limits Limits
		today  string
		due    bool
		step   int
	}{
		{"91 days before", m, usual, "2026-10-01", false, 0},
		{"90 days before", m, usual, "2026-10-02", true, 90},
		{"61 days before", m, usual, "2026-10-31", true, 90},
		{"60 days before", m, usual, "2026-11-01", true, 60},
		{"30 days before", m, usual, "2026-12-01", true, 30},
		{"on the last day", m, usual, "2026-12-31", true, 30},
		{"afterwards", m, usual, "2027-01-05", true, 0},
		{"reminders in another order", m, Limits{PromptDays: []int{30, 90}}, "2026-12-15", true, 30},
		{"a board that wants none", m, Limits{TermMonths: 24}, "2026-12-15", false, 0},
		{"no term", serving(), usual, "2026-12-15", false, 0},
		{"no end", serving(Term{Start: day("2025-01-01")}), usual, "2026-12-15", false, 0},
		{"reappointed already", serving(span("2025-01-01", "2026-12-31"), span("2027-01-01", "2028-12-31")), usual, "2026-12-15", false, 0},
		{"term ending", staged(m, TermEnding, Leave{}), usual, "2026-12-15", true, 30},
		{"on leave", staged(m, OnLeave, Leave{}), usual, "2026-12-15", true, 30},
		{"on leave with the clock paused", staged(m, OnLeave, Leave{ClockPaused: Yes}), usual, "2026-12-15", false, 0},
		{"alumni", staged(m, Alumni, Leave{}), usual, "2026-12-15", false, 0},
		{"withdrawn", staged(m, Withdrawn, Leave{}), usual, "2026-12-15", false, 0},
		{"has died", staged(m, Deceased, Leave{}), usual, "2026-12-15", false, 0},
		{"onboarding", Member{Terms: m.Terms, Stages: []StageChange{{Stage: Onboarding, On: day("2026-12-01")}}}, usual, "2026-12-15", false, 0},
	} {
		prompt, due := c.m.TermPrompt(c.limits, day(c.today))
		if due != c.due || prompt.Step != c.step {
			t.Errorf("%s: due %v, step %d", c.why, due, prompt.Step)
		}
		if due && (prompt.Member != "wren" && c.m.ID != "" || day(c.today).DaysUntil(prompt.End) != prompt.DaysLeft) {
			t.Errorf("%s: %+v", c.why, prompt)
		}
	}
}

func staged(m Member, stage Stage, leave Leave) Member {
	m.Stages = append(slices.Clip(m.Stages), StageChange{Stage: stage, On: day("2026-12-01"), Leave: leave})
	return m
}

func TestTermsInARow(t *testing.T) {
	terms := []Term{span("2018-01-01", "2019-12-31"), span("2020-01-01", "2021-12-31"), span("2023-01-01", "2024-12-31")}
	for _, c := range []struct {
		why    string
		terms  []Term
		limits Limits
		n      int
		again  bool
	}{
		{"none yet", nil, Limits{TermsInARow: 1}, 0, true},
		{"one of two", terms[:1], Limits{TermsInARow: 2}, 1, true},
		{"two of two", terms[:2], Limits{TermsInARow: 2}, 2, false},
		{"no limit", terms, Limits{}, 3, true},
		{"a pause that does not count", terms, Limits{TermsInARow: 2}, 3, false},
		{"a pause of a year", terms, Limits{TermsInARow: 2, BreakMonths: 12}, 1, true},
		{"a pause that is too short", terms, Limits{TermsInARow: 3, BreakMonths: 13}, 3, false},
	} {
		m := serving(c.terms...)
		if got := m.TermsInARow(c.limits, day("2025-01-01")); got != c.n {
			t.Errorf("%s: %d in a row, not %d", c.why, got, c.n)
		}
		if again, why := m.MayServeAgain(c.limits, day("2025-01-01")); again != c.again || again != why.IsZero() {
			t.Errorf("%s: may serve again %v, %q", c.why, again, why)
		}
	}
}

func TestTheSuggestedTermFollowsTheCurrentOne(t *testing.T) {
	limits := Limits{TermMonths: 24}
	for _, c := range []struct {
		why   string
		m     Member
		today string
		want  string
	}{
		{"no term yet", serving(), "2026-03-15", "2026-03-15 2028-03-14"},
		{"one that goes on", serving(span("2024-01-01", "2026-12-31")), "2026-03-15", "2027-01-01 2028-12-31"},
		{"one that is over", serving(span("2024-01-01", "2025-12-31")), "2026-03-15", "2026-03-15 2028-03-14"},
		{"one without an end", serving(Term{Start: day("2024-01-01")}), "2026-03-15", "2026-03-15 2028-03-14"},
		{"one that ends in February", serving(span("2024-03-01", "2026-02-28")), "2026-02-01", "2026-03-01 2028-02-29"},
	} {
		if got := c.m.NextTerm(limits, day(c.today)); fmt.Sprint(got.Start, got.End) != fmt.Sprint(day(c.want[:10]), day(c.want[11:])) {
			t.Errorf("%s: %v to %v, not %s", c.why, got.Start, got.End, c.want)
		}
	}
	if got := serving().NextTerm(Limits{}, day("2026-03-15")); !got.End.IsZero() {
		t.Errorf("without a usual length the term ends on %s", got.End)
	}
}

func TestTermsStayInOrderHoweverTheyAreAdded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, today := serving(), day("2026-01-01")
		next := Term{Start: day("2000-01-01")}
		var terms []Term
		for range rapid.IntRange(1, 8).Draw(t, "terms") {
			next.Start = next.Start.AddDays(rapid.IntRange(0, 900).Draw(t, "apart"))
			next.End = next.Start.AddDays(rapid.IntRange(0, 900).Draw(t, "long"))
			terms = append(terms, next)
			next.Start = next.End.AddDays(1)
		}
		for _, i := range rapid.Permutation(indexes(len(terms))).Draw(t, "order") {
			before := slices.Clone(m.Terms)
			added := m.WithTerm(terms[i])
			if !slices.Equal(m.Terms, before) {
				t.Fatal("adding a term changed the member that it was asked of")
			}
			m = added
		}
		if !slices.Equal(m.Terms, terms) {
			t.Fatalf("the terms are %v, not %v", m.Terms, terms)
		}
		if err := m.Validate(today); err != nil {
			t.Fatalf("terms that lie apart are refused: %v", err)
		}
		again := m.WithTerm(m.NextTerm(Limits{TermMonths: 12}, today))
		if err := again.Validate(today); err != nil && m.Terms[len(m.Terms)-1].Start.Compare(today) <= 0 {
			t.Fatalf("the suggested term is refused: %v", err)
		}
	})
}

func indexes(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}
