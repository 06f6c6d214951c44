package report

import "slices"

// Figure is a number of people, where it may be shown.
type Figure struct {
	N     int
	Shown bool
}

// Table is how many people gave each answer, where it may be shown.
type Table struct {
	Rows    []string
	Figures []Figure // by row
	Total   Figure
}

// Asked is one time that people were asked: how many gave each answer, by row
// and then by group, and what was shown of it.
type Asked struct {
	Counts [][]int
	Shown  Table
}

// Count is the table of counts, by row and then by group, without the figures
// that would tell of fewer than Least people, beside each other and beside all
// that was shown the times before (see Between). The total is kept first, then
// the rows in their order; without it there are none. That nobody gave an answer
// is no secret then.
func Count(rows []string, counts [][]int, before ...Asked) Table {
	t := Table{Rows: rows, Figures: make([]Figure, len(rows))}
	times := [][]int{slices.Concat(counts...)}
	for _, b := range before {
		times = append(times, slices.Concat(b.Counts...))
	}
	sizes, about := Between(times)
	groups := 0
	if len(counts) > 0 {
		groups = len(counts[0])
	}
	row := func(time, r int) []int { return slices.Concat(about[time][r*groups : (r+1)*groups]...) }
	var wanted [][]int
	for i, b := range before {
		if b.Shown.Total.Shown {
			wanted = append(wanted, slices.Concat(about[i+1]...))
		}
		for r, f := range b.Shown.Figures {
			if f.Shown {
				wanted = append(wanted, row(i+1, r))
			}
		}
	}
	then := len(wanted)
	wanted = append(wanted, slices.Concat(about[0]...))
	for r := range rows {
		wanted = append(wanted, row(0, r))
	}
	people, next := make([][]int, len(sizes)), 0
	for i, n := range sizes {
		for range min(n, Least) { // more of them change nothing
			people[i], next = append(people[i], next), next+1
		}
	}
	shown := ReleaseAbout(people, wanted)[then:]
	for r, may := range shown[1:] {
		n := sum(counts[r])
		t.Total.N += n
		if may {
			t.Figures[r] = Figure{n, true}
		}
	}
	if t.Total.Shown = shown[0]; !t.Total.Shown {
		return Table{Rows: rows, Figures: make([]Figure, len(rows))}
	}
	return t
}

func sum(counts []int) int {
	all := 0
	for _, n := range counts {
		all += n
	}
	return all
}

// Between are the people whom several times of asking differ in, by how many
// they are, and which of those were in each part each time, by time and part.
// Of parts of different size it supposes that the larger is the smaller and a
// few more: the sizes of parts are by time, and then by part.
func Between(times [][]int) (sizes []int, about [][][]int) {
	for _, t := range times {
		about = append(about, make([][]int, len(t)))
	}
	for part := range times[0] {
		ends := make([]int, len(times))
		for i, t := range times {
			ends[i] = t[part]
		}
		slices.Sort(ends)
		from := 0
		for _, end := range ends {
			if end == from {
				continue
			}
			for i, t := range times {
				if t[part] >= end {
					about[i][part] = append(about[i][part], len(sizes))
				}
			}
			sizes, from = append(sizes, end-from), end
		}
	}
	return sizes, about
}
