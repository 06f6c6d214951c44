package board

import (
	"slices"

	"holdfast/chart"
	"holdfast/paper"
	"holdfast/wording"
)

// roomForFigures is how much of the width the longest bar takes, so that a large
// sum beside it is not cut off.
const roomForFigures = 0.9

// Tells says whether the pay for work of some row may be shown, so that there
// is something to draw.
func (t PayTable) Tells() bool {
	return slices.ContainsFunc(t.Rows, func(r PayRow) bool { return !r.Paid.IsZero() })
}

// Chart is the pay for work of a table as bars, one for each row that has some;
// the table says the same in figures.
func (t PayTable) Chart(style chart.Style, book *wording.Book) paper.Drawing {
	var most int64
	for _, row := range t.Rows {
		most = max(most, row.Paid.Minor)
	}
	var bars []chart.Bar
	for _, row := range t.Rows {
		value := chart.Value{Text: hiddenWord(book)}
		if row.Paid.IsZero() && !row.Hidden { // expenses alone
			continue
		}
		if !row.Hidden {
			value = chart.Value{Share: roomForFigures * float64(row.Paid.Minor) / float64(most), Text: row.Paid.In(book.Language()), Known: true}
		}
		bars = append(bars, chart.Bar{Label: book.Render(row.Label), Values: []chart.Value{value}})
	}
	return chart.Bars(nil, bars, style, book.Say("Bars: {title}. The table below has the same figures.", "title", t.Title))
}
