package report

import "slices"

// Least is the smallest number of people about whom a figure is shown.
const Least = 5

// Release says which of the wanted figures may be shown beside each other, in
// the order of wanted, each kept if those kept before it allow. parts are the
// sizes of disjoint groups; each wanted figure is about the parts at its
// indexes, together.
func Release(parts []int, wanted [][]int) []bool {
	shown := make([]bool, len(wanted))
	column := make([]int, len(parts)) // of each part in the matrix, -1: nobody
	var sizes []int
	for i, n := range parts {
		column[i] = -1
		if n > 0 {
			column[i] = len(sizes)
			sizes = append(sizes, n)
		}
	}
	var kept matrix
	for w, figure := range wanted {
		row := make([]uint64, len(sizes))
		for _, part := range figure {
			if c := column[part]; c >= 0 {
				row[c] = 1
			}
		}
		if next := append(slices.Clip(kept), row); !tellsOfFew(sizes, next.dual(len(sizes))) {
			kept, shown[w] = next, true
		}
	}
	return shown
}

// tellsOfFew says whether some combination of the figures, other than nothing
// at all, depends on fewer than Least people only. That is so for a set of
// parts exactly where their vectors in the dual are linearly dependent.
func tellsOfFew(sizes []int, dual matrix) bool {
	var grow func(from, people int, basis matrix) bool
	grow = func(from, people int, basis matrix) bool {
		for i := from; i < len(sizes); i++ {
			if people+sizes[i] >= Least {
				continue
			}
			rest := basis.rest(dual[i])
			if rest == nil || grow(i+1, people+sizes[i], append(slices.Clip(basis), rest)) {
				return true
			}
		}
		return false
	}
	return grow(0, 0, nil)
}
