package member

import "holdfast/record"

// Term is one appointment to the board. Either day may be unknown, not both.
type Term struct {
	Start record.Date `json:"start,omitzero"`
	// End is the last day, before any pause of the clock (see Member.TermEnd).
	End record.Date `json:"end,omitzero"`
}

// Limits are a board's own rules about terms. They come from its settings;
// this package holds none.
type Limits struct {
	// TermMonths is how long a term usually lasts, in months; 0: no usual.
	TermMonths int `json:"term_months,omitempty"`
	// TermsInARow is how many terms a person may serve one after the other;
	// 0: no limit.
	TermsInARow int `json:"terms_in_a_row,omitempty"`
	// BreakMonths is the pause after which the count begins anew; 0: never.
	BreakMonths int `json:"break_months,omitempty"`
	// PromptDays are the days before a term's end on which to remind.
	PromptDays []int `json:"prompt_days,omitempty"`
}
