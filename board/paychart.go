package board

import (
	"image/color"

	"holdfast/paper"
	"holdfast/wording"
)

// Measures of a chart of bars, in millimetres.
const (
	barWidth  = 170.0
	barLabel  = 62.0
	barHeight = 6.5
	barThick  = 4.0
)

// bars is a table as bars, one for each row that may be shown; the table below
// it says the same in figures.
func bars(t PayTable, book *wording.Book) paper.Drawing {
	d := paper.Drawing{Width: barWidth, Alt: book.Say("Bars: {title}. The table below has the same figures.", "title", book.Render(t.Title))}
	var most int64
	for _, row := range t.Rows {
		most = max(most, row.Paid.Minor)
	}
	ink := color.RGBA{R: 0x1f, G: 0x6f, B: 0x78, A: 0xff}
	for _, row := range t.Rows {
		y := d.Height
		d.Height += barHeight
		d.Shapes = append(d.Shapes, paper.Shape{Points: []paper.Point{{X: 0, Y: y + barThick - 0.8}}, Text: book.Render(row.Label)})
		if row.Hidden || most == 0 {
			d.Shapes = append(d.Shapes, paper.Shape{Points: []paper.Point{{X: barLabel, Y: y + barThick - 0.8}}, Text: hiddenWord(book)})
			continue
		}
		long := (barWidth - barLabel) * float64(row.Paid.Minor) / float64(most)
		d.Shapes = append(d.Shapes, paper.Shape{Fill: ink, Points: []paper.Point{{X: barLabel, Y: y},
			{X: barLabel + long, Y: y}, {X: barLabel + long, Y: y + barThick}, {X: barLabel, Y: y + barThick}}})
	}
	return d
}
