package report

import (
	"fmt"
	"slices"
)

// ReleaseAbout is Release for sums to which one person may have given several
// parts: about names, for each part, the people in it by their numbers. It
// says which of the wanted sums may be shown beside each other, so that no
// sum or difference of them is about fewer than Least different people.
func ReleaseAbout(about [][]int, wanted [][]int) []bool {
	shown := make([]bool, len(wanted))
	column := make([]int, len(about))
	var people [][]int
	for i, who := range about {
		column[i] = -1
		if len(who) > 0 {
			column[i] = len(people)
			people = append(people, slices.Compact(slices.Sorted(slices.Values(who))))
		}
	}
	var kept matrix
	for w, figure := range wanted {
		row := make([]uint64, len(people))
		for _, part := range figure {
			if c := column[part]; c >= 0 {
				row[c] = 1
			}
		}
		next := append(slices.Clip(kept), row)
		if !(few{people: people, dual: next.dual(len(people)), seen: map[string]bool{}}).told(nil) {
			kept, shown[w] = next, true
		}
	}
	return shown
}

// few looks for fewer than Least people of whom some combination tells.
type few struct {
	people [][]int
	dual   matrix
	seen   map[string]bool
}

// told says whether one does of these people, or of more of them that are
// still few. All parts that lie within them count at once: if their vectors in
// the dual are independent, so are those of any of them.
func (f few) told(who []int) bool {
	var basis matrix
	for i, part := range f.people {
		if len(part) > len(who) || !contains(who, part) {
			continue
		}
		rest := basis.rest(f.dual[i])
		if rest == nil {
			return true
		}
		basis = append(basis, rest)
	}
	for _, part := range f.people {
		if len(part) >= Least {
			continue
		}
		more := slices.Compact(slices.Sorted(slices.Values(slices.Concat(who, part))))
		key := fmt.Sprint(more)
		if len(more) >= Least || len(more) == len(who) || f.seen[key] {
			continue
		}
		f.seen[key] = true
		if f.told(more) {
			return true
		}
	}
	return false
}

func contains(who, part []int) bool {
	return !slices.ContainsFunc(part, func(p int) bool { _, in := slices.BinarySearch(who, p); return !in })
}
