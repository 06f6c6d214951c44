package chart

import "holdfast/paper"

// Bar is one row of a bar chart: one value a series.
type Bar struct {
	Label  string
	Values []Value
}

// The measures of bars, in millimetres.
const (
	barSide, barWidth = 56.0, 80.0
	barThick, barGap  = 3.4, 3.0
)

// Bars draws rows of bars, one for each series: the first filled, the second
// striped, the rest outlined. The names of the series stand above.
func Bars(series []string, bars []Bar, s Style, alt string) paper.Drawing {
	d := paper.Drawing{Width: barSide + barWidth + 14, Alt: alt}
	y := 0.0
	if len(series) > 1 {
		x := barSide
		for n, name := range series {
			d.Shapes = append(d.Shapes, look(x, y+1, 6, barThick, n, s)...)
			d.Shapes = append(d.Shapes, text(x+7.5, y+3.6, name, 8, paper.AtStart, s.Ink))
			x += 12 + float64(len([]rune(name)))*8*point*letter
		}
		d.Width = max(d.Width, x)
		y += 8
	}
	for _, b := range bars {
		lines := broken(b.Label, 34)
		height := max(float64(len(b.Values))*(barThick+0.6), float64(len(lines))*3.4)
		for i, words := range lines {
			d.Shapes = append(d.Shapes, text(0, y+3+float64(i)*3.4, words, 8, paper.AtStart, s.Ink))
		}
		for n, v := range b.Values {
			top := y + float64(n)*(barThick+0.6)
			length := 0.0
			d.Shapes = append(d.Shapes, line(paper.Point{X: barSide, Y: top}, paper.Point{X: barSide, Y: top + barThick}, s.Line, 0.3))
			if v.Known {
				length = max(0.3, barWidth*v.share())
				d.Shapes = append(d.Shapes, look(barSide, top, length, barThick, n, s)...)
			}
			d.Shapes = append(d.Shapes, text(barSide+length+1.2, top+barThick-0.6, v.Text, 8, paper.AtStart, s.Ink))
			d.Width = max(d.Width, barSide+length+3+float64(len([]rune(v.Text)))*8*point*letter)
		}
		y += height + barGap
	}
	d.Height = y
	return d
}

// look draws a bar of a series.
func look(x, y, width, height float64, series int, s Style) []paper.Shape {
	switch series {
	case 0:
		return []paper.Shape{box(x, y, width, height, s.Accent)}
	case 1:
		outline := box(x, y, width, height, nil)
		outline.Edge, outline.Thick = s.Second, 0.3
		return append(stripes(x, y, width, height, s.Second), outline)
	default:
		outline := box(x, y, width, height, nil)
		outline.Edge, outline.Thick = s.Ink, 0.3
		return []paper.Shape{outline}
	}
}
