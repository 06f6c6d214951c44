package board

import (
	"strings"

	"holdfast/assessment"
	"holdfast/chart"
	"holdfast/paper"
)

// spread is how far answers lie apart, about each principle or part.
func (c charting) spread() Chart {
	title := c.book.Say("How far the answers lie apart")
	t := paper.Table{Columns: []paper.Column{{Head: c.book.Say("About")}, {Head: c.book.Say("Now"), Right: true}, {Head: c.book.Say("Spread")}}}
	wide := map[assessment.Spread]int{assessment.Close: 1, assessment.Mixed: 2, assessment.Apart: chart.Widest}
	var rows []chart.Range
	var apart []string
	shown, close := 0, 0
	for _, a := range c.main() {
		s := a.Scores[assessment.Everyone]
		words := c.book.Render(SpreadWords(s.Spread))
		rows = append(rows, chart.Range{Label: a.In(c.book), At: c.value(s), Wide: wide[s.Spread], Text: words})
		t.Rows = append(t.Rows, []string{a.In(c.book), c.figure(s), words})
		if s.Shown {
			shown++
		}
		switch s.Spread {
		case assessment.Close:
			close++
		case assessment.Apart:
			apart = append(apart, "“"+a.In(c.book)+"”")
		}
	}
	if shown == 0 {
		return Chart{}
	}
	sentence := c.book.Say("Nowhere do the answers lie far apart.")
	switch {
	case len(apart) > 0:
		sentence = c.book.Say("They lie far apart about {about}: people see that differently, and it is worth asking why.", "about", strings.Join(apart, ", "))
	case close == shown:
		sentence = c.book.Say("Everywhere the answers lie close together.")
	}
	return Chart{Name: "spread", Title: title, Sentence: sentence, Legend: c.book.Say("the mark: the middle · the band: close together, mixed or far apart, never a figure"),
		Table: t, Drawing: chart.Ranges(rows, c.style, title+". "+sentence)}
}

// main are the principles, or where nothing is asked about those, the parts.
func (c charting) main() []assessment.AxisResult {
	if axes := c.of("principle:"); len(axes) > 0 {
		return axes
	}
	return c.of("section:")
}
