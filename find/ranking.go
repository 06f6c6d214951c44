package find

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// order says where each entry stands among entries that fit equally well:
// the heavier first, then the shorter title, then by the alphabet, then as
// they were given.
func order(entries []Entry) []int32 {
	sorted := make([]int32, len(entries))
	for i := range sorted {
		sorted[i] = int32(i)
	}
	slices.SortFunc(sorted, func(a, b int32) int {
		x, y := &entries[a], &entries[b]
		return cmp.Or(
			cmp.Compare(y.Weight, x.Weight),
			cmp.Compare(utf8.RuneCountInString(x.Title), utf8.RuneCountInString(y.Title)),
			cmp.Compare(x.Title, y.Title),
			cmp.Compare(a, b),
		)
	})
	at := make([]int32, len(entries))
	for place, entry := range sorted {
		at[entry] = int32(place)
	}
	return at
}

// hit is an entry and how well it fits.
type hit struct {
	entry int32
	tier  tier
}

// ranking keeps the best hits, at most limit of them (all where it is 0 or
// less).
type ranking struct {
	limit int
	order []int32
	hits  []hit
	// full says that hits[:limit] are the best so far, in their order.
	full bool
}

// add takes a hit in; now and then the worst are let go, so that a query that
// fits everything costs little more than one that fits nothing.
func (r *ranking) add(h hit) {
	if r.full && r.compare(h, r.hits[r.limit-1]) > 0 {
		return
	}
	r.hits = append(r.hits, h)
	if r.limit > 0 && len(r.hits) >= 2*r.limit+16 {
		r.sorted()
		r.full = true
	}
}

// sorted are the hits, the best first.
func (r *ranking) sorted() []hit {
	slices.SortFunc(r.hits, r.compare)
	if r.limit > 0 && len(r.hits) > r.limit {
		r.hits = r.hits[:r.limit]
	}
	return r.hits
}

func (r *ranking) compare(a, b hit) int {
	if a.tier != b.tier {
		return int(a.tier) - int(b.tier)
	}
	return int(r.order[a.entry]) - int(r.order[b.entry])
}
