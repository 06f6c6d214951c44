package member

import (
	"cmp"
	"slices"

	"holdfast/find"
	"holdfast/record"
)

// Order is how a list of people is sorted.
type Order string

// The orders. Whatever has no value in an order comes last; people who are
// alike in it stand by name.
const (
	ByName    Order = "name"
	ByStage   Order = "stage"
	ByTermEnd Order = "term_end"
)

// Filter says whom a list is about.
type Filter struct {
	// Stages are the stages to show; none means all.
	Stages []Stage
	// Order is ByName where it is empty.
	Order Order
}

// Pick is the people that a filter lets through, sorted.
func Pick(people []Member, filter Filter, today record.Date) []Member {
	places := rankings(Stages())
	var all []listed
	for i := range people {
		m := &people[i]
		stage := m.Stage()
		if len(filter.Stages) > 0 && !slices.Contains(filter.Stages, stage) {
			continue
		}
		l := listed{member: m, folded: find.Fold(m.Name), stage: places(stage)}
		if t, ok := m.CurrentTerm(today); ok && filter.Order == ByTermEnd {
			l.end = m.TermEnd(t, today)
		}
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b listed) int {
		first := 0
		switch filter.Order {
		case ByStage:
			first = cmp.Compare(a.stage, b.stage)
		case ByTermEnd:
			first = knownFirst(a.end, b.end)
		}
		return cmp.Or(first, cmp.Compare(a.folded, b.folded), cmp.Compare(a.member.ID, b.member.ID))
	})
	picked := make([]Member, len(all))
	for i, l := range all {
		picked[i] = *l.member
	}
	return picked
}

// listed is a person and what they are sorted by.
type listed struct {
	member *Member
	folded string
	stage  int
	end    record.Date
}

// rankings says where a stage stands in the usual course; none comes last.
func rankings(course []Stage) func(Stage) int {
	return func(s Stage) int {
		if at := slices.Index(course, s); at >= 0 {
			return at
		}
		return len(course)
	}
}

// knownFirst compares two days; no day comes last.
func knownFirst(a, b record.Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}
