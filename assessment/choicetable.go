package assessment

import "holdfast/report"

// table is how often each choice was made, by group. Where several may be
// chosen, people are in several cells, and no group is shown apart.
func (t Tally) table(in Instrument, q Question, earlier []Earlier) *report.Table {
	choices := codes(in.ChoicesOf(q.Item))
	if q.Type == YesNo {
		choices = []string{"true", "false"}
	}
	for _, e := range earlier {
		if e.few(q.ID, t) {
			return &report.Table{}
		}
	}
	if q.Repeats {
		return t.several(q, choices)
	}
	var columns []string
	counts := make([][]int, len(choices))
	for _, side := range Sides() {
		if t.People[side] == 0 {
			continue
		}
		columns = append(columns, string(side))
		for row, code := range choices {
			counts[row] = append(counts[row], t.Counts[side][q.ID][code])
		}
	}
	table := report.Count(choices, columns, counts)
	return &table
}

// several counts choices of which more than one could be made: each choice
// parts those who were asked into two.
func (t Tally) several(q Question, choices []string) *report.Table {
	asked := 0
	for _, side := range Sides() {
		asked += t.Put[side][q.ID]
	}
	table := report.Table{Rows: choices, Columns: []string{""}, ColumnTotals: make([]report.Figure, 1)}
	counts := t.counts(Everyone, q.ID)
	for _, code := range choices {
		n := counts[code]
		shown := report.Release([]int{n, asked - n}, [][]int{{0, 1}, {0}})
		f := report.Figure{Shown: shown[1] && asked >= report.Least}
		if f.Shown {
			f.N = n
		}
		table.Cells, table.RowTotals = append(table.Cells, []report.Figure{f}), append(table.RowTotals, f)
	}
	if asked >= report.Least {
		table.Total = report.Figure{N: asked, Shown: true}
	}
	return &table
}
