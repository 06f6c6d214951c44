package chart

import (
	"image/color"
	"math"
	"strings"

	"holdfast/paper"
)

// Style is the colours of a chart, by what they are for.
type Style struct {
	// Ground is what the chart stands on, Ink writes, Muted writes what is
	// said beside, Line is for grids.
	Ground, Ink, Muted, Line color.Color
	// Accent is for what is now, Second for what it is compared with.
	Accent, Second color.Color
}

// Print is the style for white paper; every text on it has at least 4.5:1.
func Print() Style {
	return Style{
		Ground: color.White, Ink: hex(0x22313A), Muted: hex(0x5C6B73), Line: hex(0xC9C4B8),
		Accent: hex(0x1F6F78), Second: hex(0x8C5F00),
	}
}

func hex(rgb uint32) color.Color {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xFF}
}

// Value is one value of a chart.
type Value struct {
	// Share is from 0 to 1, Text the figure as it is written out.
	Share float64
	Text  string
	// Known is false where there is no figure that may be shown.
	Known bool
}

// share is within the chart whatever was given.
func (v Value) share() float64 {
	if math.IsNaN(v.Share) {
		return 0
	}
	return min(1, max(0, v.Share))
}

// blend is a colour so far on the way from one to another.
func blend(from, to color.Color, share float64) color.Color {
	a, b := color.NRGBAModel.Convert(from).(color.NRGBA), color.NRGBAModel.Convert(to).(color.NRGBA)
	mix := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*share)) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 0xFF}
}

// luminance is that of WCAG 2.2.
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

// contrast is that of WCAG 2.2, from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// wash is the accent on the ground, so strong as a share says, and never so
// strong that ink can't be read on it.
func (s Style) wash(share float64) color.Color {
	const weakest, readable = 0.08, 4.6
	strongest := 1.0
	for strongest > weakest && contrast(s.Ink, blend(s.Ground, s.Accent, strongest)) < readable {
		strongest -= 0.02
	}
	return blend(s.Ground, s.Accent, weakest+(strongest-weakest)*share)
}

// point is a millimetre in points, letter about how wide a letter is, in its
// own size.
const (
	point  = 25.4 / 72
	letter = 0.55
)

func text(x, y float64, words string, size float64, anchor paper.Anchor, fill color.Color) paper.Shape {
	return paper.Shape{Points: []paper.Point{{X: x, Y: y}}, Text: words, Size: size, Anchor: anchor, Fill: fill}
}

func line(from, to paper.Point, edge color.Color, thick float64) paper.Shape {
	return paper.Shape{Points: []paper.Point{from, to}, Edge: edge, Thick: thick}
}

func box(x, y, width, height float64, fill color.Color) paper.Shape {
	return paper.Shape{Points: []paper.Point{{X: x, Y: y}, {X: x + width, Y: y}, {X: x + width, Y: y + height}, {X: x, Y: y + height}}, Fill: fill}
}

// broken breaks a label into lines of about so many letters.
func broken(label string, letters int) []string {
	var lines []string
	for word := range strings.FieldsSeq(label) {
		if last := len(lines) - 1; last >= 0 && len([]rune(lines[last]))+1+len([]rune(word)) <= letters {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

// stripes fill a box with lines from its top right to its bottom left.
func stripes(x, y, width, height float64, edge color.Color) []paper.Shape {
	const apart = 1.6
	var all []paper.Shape
	for d := apart; d < width+height; d += apart {
		from := paper.Point{X: x + min(d, width), Y: y + max(0, d-width)}
		to := paper.Point{X: x + max(0, d-height), Y: y + min(d, height)}
		all = append(all, line(from, to, edge, 0.25))
	}
	return all
}
