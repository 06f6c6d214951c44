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
	type listed struct {
		Member
		folded string
		stage  int
		end    record.Date
	}
	var all []listed
	for _, m := range people {
		if len(filter.Stages) > 0 && !slices.Contains(filter.Stages, m.Stage()) {
			continue
		}
		l := listed{Member: m, folded: find.Fold(m.Name), stage: slices.Index(Stages(), m.Stage())}
		if l.stage < 0 {
			l.stage = len(Stages())
		}
		if t, ok := m.CurrentTerm(today); ok {
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
		return cmp.Or(first, cmp.Compare(a.folded, b.folded), cmp.Compare(a.ID, b.ID))
	})
	picked := make([]Member, len(all))
	for i, l := range all {
		picked[i] = l.Member
	}
	return picked
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
