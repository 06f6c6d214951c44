package chart

import "holdfast/paper"

// Range is one row of a picture of how far answers lie apart.
type Range struct {
	Label string
	// At is where the middle is; its text is not written.
	At Value
	// Wide is how far apart they lie: 1 close together to Widest.
	Wide int
	// Text says the same in words.
	Text string
}

// Widest is the widest Range.
const Widest = 3

// Ranges draws for each row a scale, a band around the middle in one of
// three widths, and what that stands for in words. A band has no ends to be
// measured: those of a few people would tell of single answers.
func Ranges(rows []Range, s Style, alt string) paper.Drawing {
	const side, scale, words, size, below = 50.0, 40.0, 30.0, 9.0, 3.9
	const band, half = 3.6, 0.07 // how thick, and half the narrowest as a share
	d := paper.Drawing{Width: side + scale + words, Alt: alt}
	y := 0.5 // the marks are a little higher than the bands
	for _, r := range rows {
		lines := broken(r.Label, 27)
		height := max(band, float64(len(lines))*below)
		for i, part := range lines {
			d.Shapes = append(d.Shapes, text(0, y+3+float64(i)*below, part, size, paper.AtStart, s.Ink))
		}
		middle := y + band/2
		d.Shapes = append(d.Shapes, line(paper.Point{X: side, Y: middle}, paper.Point{X: side + scale, Y: middle}, s.Line, 0.3))
		for _, end := range []float64{side, side + scale} {
			d.Shapes = append(d.Shapes, line(paper.Point{X: end, Y: y + 0.6}, paper.Point{X: end, Y: y + band - 0.6}, s.Line, 0.3))
		}
		if r.At.Known {
			wide := half * float64(min(max(r.Wide, 1), Widest)*2-1)
			from, to := max(0, r.At.share()-wide), min(1, r.At.share()+wide)
			d.Shapes = append(d.Shapes, box(side+scale*from, y, scale*(to-from), band, blend(s.Ground, s.Accent, 0.35)),
				box(side+scale*r.At.share()-0.7, y-0.4, 1.4, band+0.8, s.Accent))
		}
		d.Shapes = append(d.Shapes, text(side+scale+2, y+band-0.6, r.Text, size, paper.AtStart, s.Ink))
		y += height + barGap
	}
	d.Height = y
	return d
}
