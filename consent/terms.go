package consent

import (
	"holdfast/record"
	"holdfast/wording"
)

// Terms are what exactly was agreed to.
type Terms struct {
	// What is the exact thing in words: which facts, which part of a story.
	What string `json:"what,omitempty"`
	// Version is the version of the item that the person saw (see Quote); no
	// other one is covered.
	Version string `json:"version,omitempty"`
	// Audience and Geography are who it is for and where it may be seen.
	Audience  string `json:"audience,omitempty"`
	Geography string `json:"geography,omitempty"`

	Attribution Attribution `json:"attribution,omitzero"`

	// Start is the first day, End the last one, inclusive. There is always an
	// end.
	Start record.Date `json:"start"`
	End   record.Date `json:"end"`

	// Reuse is whether it may be used more than once, Edits whether it may be
	// shortened or changed.
	Reuse bool `json:"reuse,omitempty"`
	Edits bool `json:"edits,omitempty"`
	// Review is whether the person sees it before it goes out, and ReviewDays
	// how many days before.
	Review     bool `json:"review,omitempty"`
	ReviewDays int  `json:"review_days,omitempty"`

	// OffLimits are topics to stay away from, Excluded what must be left out,
	// ExcludedFrom who must not get it.
	OffLimits    []string `json:"off_limits,omitempty"`
	Excluded     []string `json:"excluded,omitempty"`
	ExcludedFrom []string `json:"excluded_from,omitempty"`

	// Reason and Method belong to a release: what it is for, and how it is
	// passed on (on the telephone, by hand).
	Reason string `json:"reason,omitempty"`
	Method string `json:"method,omitempty"`
}

// Limits are the board's rules about how long a yes holds and when to talk
// about it again. They are dated numbers and come from its rules.
type Limits struct {
	// Months is how long a yes holds where no other end was agreed, and
	// ReleaseDays a release of information.
	Months      int
	ReleaseDays int
	// LongestMonths is the longest that anything may be agreed for, and
	// LongestReleaseDays the longest release.
	LongestMonths      int
	LongestReleaseDays int
	// ReviewMonths is after how many months a yes is talked about again.
	ReviewMonths int
	// SoonDays is how many days before its end a yes is spoken of.
	SoonDays int
}

// Usual are the limits of a board that has set none.
func Usual() Limits {
	return Limits{Months: 12, ReleaseDays: 90, LongestMonths: 36, LongestReleaseDays: 366, ReviewMonths: 12, SoonDays: 30}
}

// End is the last day of what begins on a day and where no other end was
// agreed: twelve months from 27 May 2026 end on 26 May 2027.
func (l Limits) End(p Purpose, start record.Date) record.Date {
	if p == Release {
		return start.AddDays(l.ReleaseDays - 1)
	}
	return start.AddMonths(l.Months).AddDays(-1)
}

// longest is the last day that may be agreed on.
func (l Limits) longest(p Purpose, start record.Date) record.Date {
	if p == Release {
		return start.AddDays(l.LongestReleaseDays - 1)
	}
	return start.AddMonths(l.LongestMonths)
}

// conditions are what to mind where the terms allow something.
func (t Terms) conditions() []wording.Text {
	var all []wording.Text
	add := func(said bool, text wording.Text) {
		if said {
			all = append(all, text)
		}
	}
	add(t.Review && t.ReviewDays > 0, wording.N(t.ReviewDays, "Show it to them {n} day before it goes out.", "Show it to them {n} days before it goes out."))
	add(t.Review && t.ReviewDays <= 0, wording.T("Show it to them before it goes out."))
	add(t.What != "", wording.T("Only this: {text}", "text", t.What))
	add(t.Audience != "", wording.T("Only for {audience}.", "audience", t.Audience))
	add(t.Geography != "", wording.T("Only in {place}.", "place", t.Geography))
	add(t.Reason != "", wording.T("For this reason only: {text}", "text", t.Reason))
	add(t.Method != "", wording.T("Pass it on only in this way: {text}", "text", t.Method))
	add(len(t.Excluded) > 0, wording.T("Leave out: {things}.", "things", listed(t.Excluded)))
	add(len(t.OffLimits) > 0, wording.T("Not to be spoken of: {things}.", "things", listed(t.OffLimits)))
	add(len(t.ExcludedFrom) > 0, wording.T("Never to: {things}.", "things", listed(t.ExcludedFrom)))
	return all
}

func listed(texts []string) wording.List {
	var list wording.List
	for _, t := range texts {
		list = append(list, t)
	}
	return list
}
