package board

import (
	"slices"
	"strconv"
	"strings"

	"holdfast/assessment"
	"holdfast/chart"
	"holdfast/paper"
	"holdfast/wording"
)

// Chart is one look at results, already in a language: a drawing, one sentence
// that says the same, and a table with every figure in it.
type Chart struct {
	// Name is stable, for files: "principles", "heat", "spread", "groups", "dont-know".
	Name     string
	Title    string
	Sentence string
	// Legend says what the lines of the drawing are, where it has several.
	Legend  string
	Drawing paper.Drawing
	Table   paper.Table
}

// Charts are all looks at results for which there are figures.
func (r RoundResults) Charts(book *wording.Book, style chart.Style) []Chart {
	c := charting{r, book, style}
	all := []Chart{c.axes("principles", "principle:", book.Say("Six principles")),
		c.axes("parts", "section:", book.Say("Part by part")), c.heat(), c.spread(), c.groups(),
		c.axes("lenses", "lens:", book.Say("The four Rs")), c.dontKnow()}
	return slices.DeleteFunc(all, func(c Chart) bool { return c.Name == "" })
}

// charting makes the charts of one round in one language.
type charting struct {
	r     RoundResults
	book  *wording.Book
	style chart.Style
}

// figure is a score as it is written: a tenth, or that there are too few.
func (c charting) figure(s assessment.Score) string {
	if !s.Shown {
		return c.book.Say("few")
	}
	return Decimal(c.book, s.Mean)
}

// Decimal writes a figure to a tenth as the language does.
func Decimal(book *wording.Book, x float64) string {
	text := strconv.FormatFloat(x, 'f', 1, 64)
	if book.Language() == wording.InSpanish {
		return strings.Replace(text, ".", ",", 1)
	}
	return text
}

func (c charting) value(s assessment.Score) chart.Value {
	return chart.Value{Share: s.Mean / c.r.Results.Top, Text: c.figure(s), Known: s.Shown}
}

// of are the axes of a kind.
func (c charting) of(prefix string) []assessment.AxisResult {
	return slices.DeleteFunc(slices.Clone(c.r.Results.Axes), func(a assessment.AxisResult) bool {
		return !strings.HasPrefix(string(a.ID), prefix)
	})
}

// change is what is different about an axis, of everyone.
func (c charting) change(axis assessment.AxisID) (assessment.Change, bool) {
	at := slices.IndexFunc(c.r.Changes, func(ch assessment.Change) bool {
		return ch.ID == axis && ch.Side == assessment.Everyone
	})
	if at < 0 {
		return assessment.Change{}, false
	}
	return c.r.Changes[at], true
}

// axes is a radar, or bars where there are too few axes for one.
func (c charting) axes(name, prefix, title string) Chart {
	axes := c.of(prefix)
	if len(axes) == 0 {
		return Chart{}
	}
	t := paper.Table{Columns: []paper.Column{{Head: c.book.Say("About")}, {Head: c.book.Say("Now"), Right: true},
		{Head: c.book.Say("Before"), Right: true}, {Head: c.book.Say("Spread")}, {Head: c.book.Say("Questions"), Right: true}, {Head: c.book.Say("What changed")}}}
	var spokes []chart.Spoke
	var bars []chart.Bar
	for _, a := range axes {
		score := a.Scores[assessment.Everyone]
		before, changed := "—", ""
		spoke := chart.Spoke{Label: a.In(c.book), Now: c.value(score)}
		if ch, there := c.change(a.ID); there {
			before, changed = c.figure(ch.Before), c.book.Render(ch.Words())
			spoke.Before = c.value(ch.Before)
		}
		spokes = append(spokes, spoke)
		bars = append(bars, chart.Bar{Label: spoke.Label, Values: []chart.Value{spoke.Now}})
		t.Rows = append(t.Rows, []string{spoke.Label, c.figure(score), before, c.book.Render(SpreadWords(score.Spread)),
			c.book.Say("{n} of {all}", "n", a.Of, "all", a.Questions), changed})
	}
	sentence := c.book.Render(c.extremes(axes))
	d := chart.Radar(spokes, c.style, title+". "+sentence)
	if len(spokes) < 3 {
		d = chart.Bars(nil, bars, c.style, title+". "+sentence)
	}
	legend := ""
	if c.r.Before != nil && len(spokes) >= 3 {
		legend = c.book.Say("solid: {now} · dashed: {before}", "now", c.r.Round.Title, "before", c.r.Before.Title)
	}
	return Chart{Name: name, Title: title, Sentence: sentence, Legend: legend, Drawing: d, Table: t}
}

// SpreadWords says how far answers lie apart.
func SpreadWords(s assessment.Spread) wording.Text {
	switch s {
	case assessment.Close:
		return wording.T("close together")
	case assessment.Mixed:
		return wording.T("mixed")
	case assessment.Apart:
		return wording.T("far apart")
	default:
		return wording.T("no figure")
	}
}

// extremes says which axis is highest and which lowest; of a ladder, how far
// up most of it is in place.
func (c charting) extremes(axes []assessment.AxisResult) wording.Text {
	var shown []assessment.AxisResult
	for _, a := range axes {
		if a.Scores[assessment.Everyone].Shown {
			shown = append(shown, a)
		}
	}
	if len(shown) == 0 {
		return wording.T("Too few have answered for any figure here.")
	}
	if c.r.Results.Instrument.Ladder {
		if step := c.r.Results.Step(); step != "" {
			at := slices.IndexFunc(axes, func(a assessment.AxisResult) bool { return a.ID == step })
			return wording.T("As most see it, this is in place up to “{step}”.", "step", axes[at].In(c.book))
		}
		return wording.T("As most see it, not even the first step is mostly in place yet.")
	}
	mean := func(a assessment.AxisResult) float64 { return a.Scores[assessment.Everyone].Mean }
	low, high := shown[0], shown[0]
	for _, a := range shown {
		if mean(a) < mean(low) {
			low = a
		}
		if mean(a) > mean(high) {
			high = a
		}
	}
	if mean(low) == mean(high) {
		return wording.T("All that is shown stands at {figure} of {top}.", "figure", Decimal(c.book, mean(low)), "top", Decimal(c.book, c.r.Results.Top))
	}
	return wording.T("The highest is “{high}” with {most} of {top}, the lowest “{low}” with {least}.", "high", high.In(c.book), "most", Decimal(c.book, mean(high)),
		"top", Decimal(c.book, c.r.Results.Top), "low", low.In(c.book), "least", Decimal(c.book, mean(low)))
}

func (c charting) heat() Chart {
	heat := c.r.Results.Heat
	if len(heat) == 0 {
		return Chart{}
	}
	title := c.book.Say("Where it is strong and where it is not")
	t := paper.Table{Columns: []paper.Column{{Head: c.book.Say("Domain")}}}
	var rows, columns []string
	for _, p := range assessment.Principles() {
		columns = append(columns, c.book.Render(p.Short()))
		t.Columns = append(t.Columns, paper.Column{Head: c.book.Render(p.Short()), Right: true})
	}
	cells := make([][]chart.Value, len(heat))
	few := 0
	for r, d := range assessment.Domains() {
		rows = append(rows, c.book.Render(d.Name()))
		line := []string{rows[r]}
		for _, score := range heat[r] {
			if !score.Shown {
				few++
			}
			cells[r] = append(cells[r], c.value(score))
			line = append(line, c.figure(score))
		}
		t.Rows = append(t.Rows, line)
	}
	sentence := c.book.Count(few, "{n} place has no figure: nothing was asked there, or too few answered.",
		"{n} places have no figure: nothing was asked there, or too few answered.")
	if few == 0 {
		sentence = c.book.Say("Every place has a figure; the darker, the stronger.")
	}
	return Chart{Name: "heat", Title: title, Sentence: sentence, Table: t,
		Drawing: chart.Heat(rows, columns, cells, c.style, title+". "+sentence)}
}

// groups sets the groups beside each other that may be shown.
func (c charting) groups() Chart {
	var sides []assessment.Side
	axes := c.main()
	for _, s := range assessment.Sides() {
		if slices.ContainsFunc(axes, func(a assessment.AxisResult) bool { return a.Scores[s].Shown }) {
			sides = append(sides, s)
		}
	}
	if len(sides) < 2 {
		return Chart{}
	}
	title := c.book.Say("Group beside group")
	t := paper.Table{Columns: []paper.Column{{Head: c.book.Say("About")}}}
	var series []string
	for _, s := range sides {
		series = append(series, c.book.Render(s.Name()))
		t.Columns = append(t.Columns, paper.Column{Head: c.book.Render(s.Name()), Right: true})
	}
	t.Columns = append(t.Columns, paper.Column{Head: c.book.Say("Questions"), Right: true})
	var bars []chart.Bar
	most, widest := -1.0, assessment.AxisResult{}
	for _, a := range axes {
		bar, row := chart.Bar{Label: a.In(c.book)}, []string{a.In(c.book)}
		for _, s := range sides {
			bar.Values, row = append(bar.Values, c.value(a.Scores[s])), append(row, c.figure(a.Scores[s]))
		}
		row = append(row, c.book.Say("{n} of {all}", "n", a.Common, "all", a.Questions))
		bars, t.Rows = append(bars, bar), append(t.Rows, row)
		x, y := a.Scores[sides[0]], a.Scores[sides[1]]
		if gap := max(x.Mean-y.Mean, y.Mean-x.Mean); x.Shown && y.Shown && gap > most {
			most, widest = gap, a
		}
	}
	sentence := c.book.Say("No two groups can be set beside each other: too few answered.")
	if most >= 0 {
		sentence = c.book.Say("The two differ most about “{about}”: {one} {first}, {other} {second}.", "about", widest.In(c.book),
			"one", series[0], "first", c.figure(widest.Scores[sides[0]]), "other", series[1], "second", c.figure(widest.Scores[sides[1]]))
	}
	return Chart{Name: "groups", Title: title, Sentence: sentence, Table: t,
		Drawing: chart.Bars(series, bars, c.style, title+". "+sentence)}
}

// dontKnow is how often people said that they don't know.
func (c charting) dontKnow() Chart {
	axes := c.main()
	title := c.book.Say("“I don’t know”")
	t := paper.Table{Columns: []paper.Column{{Head: c.book.Say("About")}, {Head: c.book.Say("Share"), Right: true}}}
	var bars []chart.Bar
	var most assessment.AxisResult
	known := 0
	for _, a := range axes {
		s := a.Scores[assessment.Everyone]
		v := chart.Value{Share: float64(s.DontKnow) / 100, Text: c.book.Say("few"), Known: s.KnowShown}
		if s.KnowShown {
			v.Text = c.book.Say("{n} %", "n", s.DontKnow)
			if known++; known == 1 || s.DontKnow > most.Scores[assessment.Everyone].DontKnow {
				most = a
			}
		}
		bars, t.Rows = append(bars, chart.Bar{Label: a.In(c.book), Values: []chart.Value{v}}), append(t.Rows, []string{a.In(c.book), v.Text})
	}
	if known == 0 {
		return Chart{}
	}
	sentence := c.book.Say("Nobody whose answers are shown said that they don’t know.")
	if share := most.Scores[assessment.Everyone].DontKnow; share > 0 {
		sentence = c.book.Say("It was said most often about “{about}”: {n} % of the answers there.", "about", most.In(c.book), "n", share)
	}
	return Chart{Name: "dont-know", Title: title, Sentence: sentence, Table: t, Drawing: chart.Bars(nil, bars, c.style, title+". "+sentence)}
}
