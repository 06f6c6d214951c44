package rule

import (
	"cmp"
	"slices"

	"holdfast/record"
)

// Book is the rules that ship with the program, and over them a board's own.
// It does not change. The zero Book knows nothing.
type Book struct {
	shipped, own []Rule
}

// With is the book with these rules of a board in place of those that it had.
func (b Book) With(own []Rule) Book {
	own = slices.Clone(own)
	sortRules(own)
	return Book{b.shipped, own}
}

// At is what holds on a day, and whether its value is known. One of the
// board's own goes before a shipped one. Where a rule says only that the value
// is not known yet, that rule is given, for its source; where there is none at
// all, the Rule has nothing but its ID.
func (b Book) At(id string, day record.Date) (r Rule, known bool) {
	for _, rules := range [][]Rule{b.own, b.shipped} {
		for _, r := range slices.Backward(rules) {
			if r.ID == id && r.Holds(day) {
				return r, r.Value.Known()
			}
		}
	}
	return Rule{ID: id}, false
}

// IDs are what there are rules about, sorted.
func (b Book) IDs() []string {
	var ids []string
	for _, r := range slices.Concat(b.shipped, b.own) {
		ids = append(ids, r.ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Used are the IDs of the rules of one use, sorted.
func (b Book) Used(use Use) []string {
	var ids []string
	for _, r := range slices.Concat(b.shipped, b.own) {
		if r.Use == use {
			ids = append(ids, r.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Listed is a rule in a list of all of them.
type Listed struct {
	Rule
	// Own says that the board entered it, Covered that one of its own stands
	// in its place.
	Own     bool
	Covered bool
}

// List is every rule by ID and first day; where both begin on one day, the
// board's own first.
func (b Book) List() []Listed {
	var all []Listed
	for _, r := range b.own {
		all = append(all, Listed{Rule: r, Own: true})
	}
	for _, r := range b.shipped {
		covered := slices.ContainsFunc(b.own, func(o Rule) bool {
			return o.ID == r.ID && o.Holds(r.From) && (o.To.IsZero() || !r.To.IsZero() && o.Holds(r.To))
		})
		all = append(all, Listed{Rule: r, Covered: covered})
	}
	slices.SortStableFunc(all, func(a, b Listed) int { return inOrder(a.Rule, b.Rule) })
	return all
}

func sortRules(rules []Rule) { slices.SortStableFunc(rules, inOrder) }

func inOrder(a, b Rule) int {
	return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.From.String(), b.From.String()))
}
