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
	f, column := columns(about, wanted)
	for w, figure := range wanted {
		row := make([]uint64, len(f.people))
		for _, part := range figure {
			if c := column[part]; c >= 0 {
				row[c] = 1
			}
		}
		for i, kept := range f.kept {
			subtract(row, kept, row[f.pivots[i]])
		}
		f.row, f.seen = row, map[string]bool{}
		if shown[w] = lead(row) < 0 || !f.told(nil); shown[w] {
			f.keep(row)
		}
	}
	return shown
}

// few looks for fewer than Least people of whom some combination of figures
// tells.
type few struct {
	// people are those of each column; a column is parts that are in the same
	// figures.
	people [][]int
	// kept are the figures that are shown, in reduced row echelon form, and
	// pivots the column of each that is 0 in all others.
	kept   matrix
	pivots []int
	// row is what a further figure adds to them.
	row  []uint64
	seen map[string]bool
}

// columns puts parts together that are in the same figures; -1 is a part
// without anybody.
func columns(about, wanted [][]int) (*few, []int) {
	in := make([][]int, len(about))
	for w, figure := range wanted {
		for _, part := range figure {
			in[part] = append(in[part], w)
		}
	}
	f, column, at := &few{}, make([]int, len(about)), map[string]int{}
	for part, who := range about {
		column[part] = -1
		if len(who) == 0 {
			continue
		}
		key := fmt.Sprint(in[part])
		c, known := at[key]
		if !known {
			c = len(f.people)
			at[key], f.people = c, append(f.people, nil)
		}
		column[part], f.people[c] = c, append(f.people[c], who...)
	}
	for c, who := range f.people {
		f.people[c] = union(who)
	}
	return f, column
}

// keep takes a row among those that are kept. Its pivot is where the most
// people are: the fewer small pivots, the less there is to look through.
func (f *few) keep(row []uint64) {
	p := f.largest(row)
	if p < 0 {
		return
	}
	scale(row, inverse(row[p]))
	for _, kept := range f.kept {
		subtract(kept, row, kept[p])
	}
	f.kept, f.pivots = append(f.kept, row), append(f.pivots, p)
}

// largest is the column with the most people in which a row is not zero.
func (f *few) largest(row []uint64) int {
	most := -1
	for c, x := range row {
		if x != 0 && (most < 0 || len(f.people[c]) > len(f.people[most])) {
			most = c
		}
	}
	return most
}

// told says whether the row, with some combination of what is kept, tells of
// these people alone, or of more of them that are still few. What is kept can
// be taken in only where its pivot is about these people; if that leaves
// something of the row about others, then whoever takes more in must take in
// one of those whom seek names.
func (f *few) told(who []int) bool {
	var basis matrix
	for i, p := range f.pivots {
		if within(f.people[p], who) {
			if rest := basis.rest(f.outside(f.kept[i], who)); rest != nil {
				basis = append(basis, rest)
			}
		}
	}
	rest := basis.rest(f.outside(f.row, who))
	if rest == nil {
		return true
	}
	for _, more := range f.seek(basis, f.largest(rest), who) {
		key := fmt.Sprint(more)
		if f.seen[key] {
			continue
		}
		f.seen[key] = true
		if f.told(more) {
			return true
		}
	}
	return false
}

// seek are these people with those of each column that could settle what is
// left at a column: it and the leads of the basis, where something may stay,
// and the pivots of what could cancel it.
func (f *few) seek(basis matrix, at int, who []int) [][]int {
	columns := []int{at}
	for _, b := range basis {
		columns = append(columns, lead(b))
	}
	var sets [][]int
	try := func(c int) {
		if more := union(slices.Concat(who, f.people[c])); len(more) < Least {
			sets = append(sets, more)
		}
	}
	for _, c := range columns {
		try(c)
	}
	left := make([]uint64, len(columns))
	for i, p := range f.pivots {
		if len(f.people[p]) >= Least || within(f.people[p], who) {
			continue
		}
		for j, c := range columns {
			left[j] = f.kept[i][c]
		}
		for j, b := range basis {
			if by := left[j+1]; by != 0 {
				for k, c := range columns {
					left[k] = (left[k] + prime - times(b[c], by)) % prime
				}
			}
		}
		if left[0] != 0 {
			try(p)
		}
	}
	return sets
}

// outside is a row without what it holds about these people.
func (f *few) outside(row []uint64, who []int) []uint64 {
	row = slices.Clone(row)
	for c, people := range f.people {
		if row[c] != 0 && within(people, who) {
			row[c] = 0
		}
	}
	return row
}

// union is a list without doubles, sorted.
func union(who []int) []int { return slices.Compact(slices.Sorted(slices.Values(who))) }

// within says whether all people of a column are among who.
func within(people, who []int) bool {
	return len(people) <= len(who) && !slices.ContainsFunc(people, func(p int) bool { _, in := slices.BinarySearch(who, p); return !in })
}
