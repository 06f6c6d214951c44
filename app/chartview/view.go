// Package chartview shows a chart of package chart in the window, with the
// window's letters and colours: the same shapes that are printed.
//
// It promises that a chart keeps its proportions and is never cut off; what it
// says stands beside it in words, and is what a screen reader gets.
//
// Example:
//
//	chartview.New(results.Chart(chartview.Style(), book), 560)
package chartview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"holdfast/app/theme"
	"holdfast/chart"
	"holdfast/paper"
)

// Style is the colours of a chart in the look in force.
func Style() chart.Style {
	return chart.Style{Ground: fynetheme.Color(theme.Card), Ink: fynetheme.Color(theme.Ink), Muted: fynetheme.Color(theme.Muted),
		Line: fynetheme.Color(theme.FieldLine), Accent: fynetheme.Color(theme.Accent), Second: fynetheme.Color(theme.Care)}
}

// View is a chart in the window.
type View struct {
	widget.BaseWidget
	drawing paper.Drawing
	most    float32
}

// New shows a drawing, at most so wide at 100 % text; with 0, at most so wide
// that its letters are as large as those around it.
func New(d paper.Drawing, most float32) *View {
	if most == 0 {
		most = float32(d.Width) * largest
	}
	f := &View{drawing: d, most: most}
	f.ExtendBaseWidget(f)
	return f
}

// largest is how many units a millimetre has at most, at usual text: letters
// of nine points are then as large as body text.
const largest = 4.7

// NaturalWidth is the widest that it gets.
func (f *View) NaturalWidth() float32 {
	return f.most * fynetheme.Size(theme.Body) / theme.New(theme.Look{}).Size(theme.Body)
}

// scale is how many units a millimetre has at a width.
func (f *View) scale(width float32) float32 {
	if f.drawing.Width <= 0 {
		return 0
	}
	return min(width, f.NaturalWidth()) / float32(f.drawing.Width)
}

// HeightFor keeps the proportions.
func (f *View) HeightFor(width float32) float32 {
	return float32(f.drawing.Height) * f.scale(width)
}

// MinSize is the least at which anything can be read.
func (f *View) MinSize() fyne.Size {
	width := max(f.Size().Width, 160)
	return fyne.NewSize(160, f.HeightFor(width))
}

// AccessibilityLabel is what the drawing says.
func (f *View) AccessibilityLabel() string { return f.drawing.Alt }

// AccessibilityRole says that this can be read.
func (f *View) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws every shape.
func (f *View) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{view: f}
	for _, s := range f.drawing.Shapes {
		r.add(s)
	}
	return r
}

// renderer holds the shapes and what places each of them at a scale.
type renderer struct {
	view    *View
	objects []fyne.CanvasObject
	place   []func(scale float32, left float32)
}

// Objects are the shapes as parts of the window, those below first.
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize is that of the view.
func (r *renderer) MinSize() fyne.Size { return r.view.MinSize() }

// Refresh lays the shapes out anew and has them drawn.
func (r *renderer) Refresh() { r.Layout(r.view.Size()); canvas.Refresh(r.view) }

// Destroy has nothing to let go of.
func (r *renderer) Destroy() {}

// Layout puts the drawing into the middle of the width.
func (r *renderer) Layout(size fyne.Size) {
	scale := r.view.scale(size.Width)
	left := (size.Width - float32(r.view.drawing.Width)*scale) / 2
	for _, place := range r.place {
		place(scale, left)
	}
}

func (r *renderer) add(s paper.Shape) {
	switch {
	case len(s.Points) == 1:
		r.write(s)
	case len(s.Points) == 2:
		r.stroke(s, s.Points[0], s.Points[1])
	case upright(s.Points) && s.Fill != nil:
		r.box(s)
	case s.Fill != nil:
		r.fill(s)
	}
	if len(s.Points) > 2 && s.Edge != nil {
		for i, from := range s.Points {
			r.stroke(s, from, s.Points[(i+1)%len(s.Points)])
		}
	}
}

// upright says whether a shape is a box along the edges of the drawing.
func upright(p []paper.Point) bool {
	return len(p) == 4 && p[0].Y == p[1].Y && p[1].X == p[2].X && p[2].Y == p[3].Y && p[3].X == p[0].X
}

func (r *renderer) box(s paper.Shape) {
	o := canvas.NewRectangle(s.Fill)
	a, b := s.Points[0], s.Points[2]
	r.put(o, func(scale, left float32) {
		o.Move(at(a, scale, left))
		o.Resize(fyne.NewSize(float32(b.X-a.X)*scale, float32(b.Y-a.Y)*scale))
	})
}

func (r *renderer) fill(s paper.Shape) {
	o := canvas.NewArbitraryPolygon(nil, s.Fill)
	r.put(o, func(scale, left float32) {
		o.Points = o.Points[:0]
		for _, p := range s.Points {
			o.Points = append(o.Points, at(p, scale, left))
		}
		o.Resize(r.view.Size())
		o.Refresh()
	})
}

// dash is the length of a dash and of the gap after it, in millimetres.
const dash = 1.4

// stroke draws a line, or a row of them.
func (r *renderer) stroke(s paper.Shape, from, to paper.Point) {
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	if length == 0 || s.Edge == nil {
		return
	}
	thick := s.Thick
	if thick == 0 {
		thick = 0.3
	}
	piece := length
	if s.Dashed {
		piece = dash
	}
	on := func(share float64) paper.Point {
		return paper.Point{X: from.X + (to.X-from.X)*share, Y: from.Y + (to.Y-from.Y)*share}
	}
	for begin := 0.0; begin < length; begin += 2 * piece {
		a, b := on(begin/length), on(min(length, begin+piece)/length)
		o := canvas.NewLine(s.Edge)
		r.put(o, func(scale, left float32) {
			o.StrokeWidth = max(1, float32(thick)*scale)
			o.Position1, o.Position2 = at(a, scale, left), at(b, scale, left)
			o.Refresh()
		})
	}
}

// millimetre of a point of type.
const point = 25.4 / 72

func (r *renderer) write(s paper.Shape) {
	size, ink := s.Size, s.Fill
	if size == 0 {
		size = 8.5
	}
	if ink == nil {
		ink = color.Black
	}
	o := canvas.NewText(s.Text, ink)
	o.TextStyle.Bold = s.Bold
	driver := fyne.CurrentApp().Driver()
	r.put(o, func(scale, left float32) {
		o.TextSize = float32(size*point) * scale
		room, baseline := driver.RenderedTextSize(o.Text, o.TextSize, o.TextStyle, nil)
		p := at(s.Points[0], scale, left)
		switch s.Anchor {
		case paper.AtMiddle:
			p.X -= room.Width / 2
		case paper.AtEnd:
			p.X -= room.Width
		}
		p.Y -= baseline
		o.Move(p)
		o.Resize(room)
	})
}

func (r *renderer) put(o fyne.CanvasObject, place func(scale, left float32)) {
	r.objects, r.place = append(r.objects, o), append(r.place, place)
}

func at(p paper.Point, scale, left float32) fyne.Position {
	return fyne.NewPos(left+float32(p.X)*scale, float32(p.Y)*scale)
}
