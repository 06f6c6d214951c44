package report

// Figure is a number of people, where it may be shown.
type Figure struct {
	N     int
	Shown bool
}

// Table is a table of how many people are where, with its totals.
type Table struct {
	Rows, Columns []string
	Cells         [][]Figure // by row, then column
	RowTotals     []Figure
	ColumnTotals  []Figure
	Total         Figure
}

// Count is the table of counts, without the figures that would tell of fewer
// than Least people. The total is kept first, then the totals of rows and of
// columns, then the cells. That nobody is in a cell is always shown.
func Count(rows, columns []string, counts [][]int) Table {
	t := Table{Rows: rows, Columns: columns, Cells: make([][]Figure, len(rows)),
		RowTotals: make([]Figure, len(rows)), ColumnTotals: make([]Figure, len(columns))}
	var parts []int
	var figures []*Figure
	var wanted [][]int
	want := func(f *Figure, about ...int) {
		for _, part := range about {
			f.N += parts[part]
		}
		figures, wanted = append(figures, f), append(wanted, about)
	}
	for _, row := range counts {
		parts = append(parts, row...)
	}
	want(&t.Total, span(0, len(parts), 1)...)
	for r := range rows {
		t.Cells[r] = make([]Figure, len(columns))
		want(&t.RowTotals[r], span(r*len(columns), (r+1)*len(columns), 1)...)
	}
	for c := range columns {
		want(&t.ColumnTotals[c], span(c, len(parts), len(columns))...)
	}
	for r := range rows {
		for c := range columns {
			want(&t.Cells[r][c], r*len(columns)+c)
		}
	}
	for i, shown := range Release(parts, wanted) {
		figures[i].Shown = shown
		if !shown {
			figures[i].N = 0
		}
	}
	return t
}

// span are the numbers from a to b, without b, in steps.
func span(a, b, step int) []int {
	var all []int
	for i := a; i < b; i += step {
		all = append(all, i)
	}
	return all
}
