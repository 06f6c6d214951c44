package chart

import "holdfast/paper"

// Heat draws a table of values as cells: the stronger the darker, each with
// its figure and a bar at its foot as long as its share. A cell without a
// figure is striped and says so in its own text.
func Heat(rows, columns []string, cells [][]Value, s Style, alt string) paper.Drawing {
	const (
		side, width, height, gap = 44.0, 16.0, 9.0, 0.8
		head                     = 6.0
		size                     = 9.0
	)
	d := paper.Drawing{Width: side + float64(len(columns))*width, Height: head + float64(len(rows))*height, Alt: alt}
	for c, name := range columns {
		label := text(side+(float64(c)+0.5)*width, head-2, name, size, paper.AtMiddle, s.Muted)
		label.Bold = true
		d.Shapes = append(d.Shapes, label)
	}
	for r, name := range rows {
		top := head + float64(r)*height
		lines := broken(name, 24)
		for i, words := range lines {
			y := top + height/2 + 1.1 + (float64(i)-float64(len(lines)-1)/2)*3.7
			d.Shapes = append(d.Shapes, text(0, y, words, size, paper.AtStart, s.Ink))
		}
		for c, v := range cells[r] {
			x, y, w, h := side+float64(c)*width+gap/2, top+gap/2, width-gap, height-gap
			fill, ink := s.wash(v.share()), s.Ink
			if !v.Known {
				fill, ink = s.Ground, s.Muted
				d.Shapes = append(d.Shapes, stripes(x, y, w, h, s.Line)...)
				// What is written on stripes stands on its own ground.
				plate := float64(len([]rune(v.Text))) * size * point * letter
				d.Shapes = append(d.Shapes, box(x+w/2-plate/2-0.5, y+h/2-2, plate+1, 4, fill))
			} else {
				d.Shapes = append(d.Shapes, box(x, y, w, h, fill), box(x, y+h-0.7, w*v.share(), 0.7, s.Accent))
			}
			d.Shapes = append(d.Shapes, text(x+w/2, y+h/2+1, v.Text, size, paper.AtMiddle, ink))
		}
	}
	return d
}
