package assessment

import "holdfast/report"

// table is how often each choice was made, by everyone. What is shown is held
// beside what earlier rounds showed, choice by choice, and, like a score,
// beside how many of each group they asked.
func (t Tally) table(in Instrument, q Question, earlier []Earlier) *report.Table {
	choices := codes(in.ChoicesOf(q.Item))
	if q.Type == YesNo {
		choices = []string{"true", "false"}
	}
	asked := t.asked(q)
	var times []past
	var before []Earlier
	for _, e := range earlier {
		if then := e.tableOf(q); then != nil {
			p := past{then: e.Tally.asked(q)}
			if then.Total.Shown {
				p.showed = []Side{Everyone}
			}
			times, before = append(times, p), append(before, e)
		}
	}
	if !hold(asked.released(), asked, times)[Everyone] {
		return &report.Table{Rows: choices, Figures: make([]report.Figure, len(choices))}
	}
	if q.Repeats {
		return t.several(q, choices, before)
	}
	var then []report.Asked
	for _, e := range before {
		then = append(then, report.Asked{Counts: e.Tally.chose(q, choices), Shown: *e.tableOf(q)})
	}
	table := report.Count(choices, t.chose(q, choices), then...)
	return &table
}

// tableOf is what an earlier round showed of a question; nil where it was not
// the same.
func (e Earlier) tableOf(q Question) *report.Table {
	if e.Equal[q.ID] {
		for _, old := range e.Results.Questions {
			if old.ID == q.ID {
				return old.Table
			}
		}
	}
	return nil
}

// asked is how many of each group a question was put to.
func (t Tally) asked(q Question) parts {
	asked := parts{}
	for _, side := range Sides() {
		asked[side] = t.Put[side][q.ID]
	}
	return asked
}

// chose is how many made each choice, by choice and then by group.
func (t Tally) chose(q Question, choices []string) [][]int {
	counts := make([][]int, len(choices))
	for row, code := range choices {
		for _, side := range Sides() {
			counts[row] = append(counts[row], t.Counts[side][q.ID][code])
		}
	}
	return counts
}

// several counts choices of which more than one could be made: each choice
// parts those who were asked into two. How many were asked says nothing of what
// they chose.
func (t Tally) several(q Question, choices []string, before []Earlier) *report.Table {
	table := report.Table{Rows: choices, Figures: make([]report.Figure, len(choices)),
		Total: report.Figure{N: t.asked(q).size(Everyone), Shown: true}}
	for row, code := range choices {
		var then []report.Asked
		for _, e := range before {
			f := e.tableOf(q).Figures[row]
			then = append(then, report.Asked{Counts: e.Tally.parted(q, code),
				Shown: report.Table{Figures: []report.Figure{f, {}}, Total: f}})
		}
		table.Figures[row] = report.Count([]string{code, ""}, t.parted(q, code), then...).Figures[0]
	}
	return &table
}

// parted is how many made a choice and how many did not, by group.
func (t Tally) parted(q Question, code string) [][]int {
	counts := [][]int{nil, nil}
	for side, n := range t.chose(q, []string{code})[0] {
		counts[0] = append(counts[0], n)
		counts[1] = append(counts[1], t.Put[Sides()[side]][q.ID]-n)
	}
	return counts
}
