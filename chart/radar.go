package chart

import (
	"image/color"
	"math"

	"holdfast/paper"
)

// Spoke is one direction of a radar.
type Spoke struct {
	Label string
	Now   Value
	// Before is the value to compare with.
	Before Value
}

// The measures of a radar, in millimetres.
const (
	radarWidth, radarHeight = 150.0, 104.0
	radarRadius             = 32.0
	radarRings              = 4
)

// Radar draws values around a middle, the first at the top and the rest
// clockwise: what is now as a filled shape, what was before as a dashed line.
// It needs three spokes.
func Radar(spokes []Spoke, s Style, alt string) paper.Drawing {
	d := paper.Drawing{Width: radarWidth, Height: radarHeight, Alt: alt}
	if len(spokes) < 3 {
		return d
	}
	at := func(i int, share float64) paper.Point {
		angle := 2*math.Pi*float64(i)/float64(len(spokes)) - math.Pi/2
		return paper.Point{X: radarWidth/2 + radarRadius*share*math.Cos(angle), Y: radarHeight/2 + radarRadius*share*math.Sin(angle)}
	}
	now := around(spokes, at, func(p Spoke) Value { return p.Now })
	before := around(spokes, at, func(p Spoke) Value { return p.Before })
	if whole := present(now); len(whole) == len(spokes) { // below the grid, so that it stays to be seen
		d.Shapes = append(d.Shapes, paper.Shape{Points: whole, Fill: blend(s.Ground, s.Accent, 0.2)})
	}
	for ring := 1; ring <= radarRings; ring++ {
		var corners []paper.Point
		for i := range spokes {
			corners = append(corners, at(i, float64(ring)/radarRings))
		}
		d.Shapes = append(d.Shapes, paper.Shape{Points: corners, Edge: s.Line, Thick: 0.2})
	}
	for i := range spokes {
		d.Shapes = append(d.Shapes, line(at(i, 0), at(i, 1), s.Line, 0.2))
	}
	d.Shapes = append(d.Shapes, outline(before, s.Second, true)...)
	d.Shapes = append(d.Shapes, outline(now, s.Accent, false)...)
	for i, p := range spokes {
		d.Shapes = append(d.Shapes, labelled(p, at(i, 1.1), s)...)
	}
	return d
}

// around are the corners of the values that are known, nil where one is not.
func around(spokes []Spoke, at func(int, float64) paper.Point, of func(Spoke) Value) []*paper.Point {
	corners := make([]*paper.Point, len(spokes))
	for i, p := range spokes {
		if v := of(p); v.Known {
			corner := at(i, v.share())
			corners[i] = &corner
		}
	}
	return corners
}

func present(corners []*paper.Point) []paper.Point {
	var all []paper.Point
	for _, c := range corners {
		if c != nil {
			all = append(all, *c)
		}
	}
	return all
}

// outline joins corners; where some are missing, only neighbours are joined.
// What is not dashed has a dot at each corner.
func outline(corners []*paper.Point, edge color.Color, dashed bool) []paper.Shape {
	var all []paper.Shape
	for i, c := range corners {
		next := corners[(i+1)%len(corners)]
		if c != nil && next != nil {
			joined := line(*c, *next, edge, 0.6)
			joined.Dashed = dashed
			all = append(all, joined)
		}
		if c != nil && !dashed {
			all = append(all, box(c.X-0.7, c.Y-0.7, 1.4, 1.4, edge))
		}
	}
	return all
}

// labelled writes a spoke's name and figure beyond its end.
func labelled(p Spoke, at paper.Point, s Style) []paper.Shape {
	const size, below = 10.0, 4.2
	anchor := paper.AtMiddle
	switch {
	case at.X < radarWidth/2-1:
		anchor = paper.AtEnd
	case at.X > radarWidth/2+1:
		anchor = paper.AtStart
	}
	lines := broken(p.Label, 18)
	y := at.Y - below*float64(len(lines))/2 + 1
	if at.Y < radarHeight/2-radarRadius { // above the top
		y = at.Y - below*float64(len(lines))
	} else if at.Y > radarHeight/2+radarRadius {
		y = at.Y + below/2
	}
	var all []paper.Shape
	for _, words := range lines {
		all = append(all, text(at.X, y, words, size, anchor, s.Ink))
		y += below
	}
	figure := text(at.X, y, p.Now.Text, size, anchor, s.Ink)
	figure.Bold = true
	return append(all, figure)
}
