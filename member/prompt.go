package member

import (
	"holdfast/record"
	"holdfast/wording"
)

// Prompt is a reminder that somebody's term ends.
type Prompt struct {
	Member ID
	Term   Term
	// End is the last day, with pauses of the clock.
	End record.Date
	// DaysLeft is the number of days until End; negative once it is over.
	DaysLeft int
	// Step is which of Limits.PromptDays was reached; 0 once the term is over.
	Step int
}

// TermPrompt is the reminder that is due about the person's term, if one is.
// None is due for somebody who does not hold a seat, whose clock is paused,
// or who has a next term already.
func (m Member) TermPrompt(limits Limits, today record.Date) (Prompt, bool) {
	now := m.Now()
	paused := now.Stage == OnLeave && now.Leave.ClockPaused == Yes
	t, ok := m.CurrentTerm(today)
	if !ok || !now.Stage.Serving() || paused || len(limits.PromptDays) == 0 || t != m.Terms[len(m.Terms)-1] {
		return Prompt{}, false
	}
	end := m.TermEnd(t, today)
	if end.IsZero() {
		return Prompt{}, false
	}
	p := Prompt{Member: m.ID, Term: t, End: end, DaysLeft: today.DaysUntil(end)}
	if p.DaysLeft < 0 {
		return p, true
	}
	reached := false
	for _, days := range limits.PromptDays {
		if p.DaysLeft <= days && (!reached || days < p.Step) {
			p.Step, reached = days, true
		}
	}
	return p, reached
}

// Text is the reminder in words; name is whose term it is.
func (p Prompt) Text(name string) wording.Text {
	switch {
	case p.DaysLeft < 0:
		return wording.T("{name}: the board term ended on {day}", "name", name, "day", p.End)
	case p.DaysLeft == 0:
		return wording.T("{name}: the board term ends today", "name", name)
	default:
		return wording.N(p.DaysLeft,
			"{name}: the board term ends in {n} day, on {day}",
			"{name}: the board term ends in {n} days, on {day}", "name", name, "day", p.End)
	}
}
