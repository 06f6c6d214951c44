package find

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// places says where each entry stands among entries that fit equally well:
// the heavier first, then the shorter title, then by the alphabet, then as
// they were given.
func places(entries []Entry) []int32 {
	order := make([]int32, len(entries))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		x, y := &entries[a], &entries[b]
		return cmp.Or(
			cmp.Compare(y.Weight, x.Weight),
			cmp.Compare(utf8.RuneCountInString(x.Title), utf8.RuneCountInString(y.Title)),
			cmp.Compare(x.Title, y.Title),
			cmp.Compare(a, b),
		)
	})
	at := make([]int32, len(entries))
	for place, entry := range order {
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
	limit  int
	places []int32
	hits   []hit
}

// add takes a hit in; now and then the worst are let go, so that a query that
// fits everything costs little more than one that fits nothing.
func (r *ranking) add(h hit) {
	r.hits = append(r.hits, h)
	if r.limit > 0 && len(r.hits) >= 2*r.limit+64 {
		r.sorted()
	}
}

// sorted are the hits, the best first.
func (r *ranking) sorted() []hit {
	slices.SortFunc(r.hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(r.places[a.entry], r.places[b.entry]))
	})
	if r.limit > 0 && len(r.hits) > r.limit {
		r.hits = r.hits[:r.limit]
	}
	return r.hits
}
