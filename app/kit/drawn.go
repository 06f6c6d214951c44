package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/theme"
)

// drawn is the renderer of our parts.
type drawn struct {
	part fyne.Widget
	// of is what the part is drawn with, the lowest first; place gives all of
	// it colours and places.
	of    []fyne.CanvasObject
	place func(size fyne.Size)
	// anew, which may be nil, is done first when the part has changed.
	anew func()
}

// Layout gives what is drawn its place and its colours.
func (d *drawn) Layout(size fyne.Size) { d.place(size) }

// MinSize is the part's own.
func (d *drawn) MinSize() fyne.Size { return d.part.MinSize() }

// Destroy has nothing to let go of.
func (d *drawn) Destroy() {}

func (d *drawn) Refresh() {
	if d.anew != nil {
		d.anew()
	}
	d.place(d.part.Size())
	canvas.Refresh(d.part)
}

func (d *drawn) Objects() []fyne.CanvasObject { return d.of }

// newRinged draws a pressable part that is nothing but another part and the
// ring around it.
func newRinged(p *press, content fyne.CanvasObject, radius float32) fyne.WidgetRenderer {
	ring := newRing(radius)
	return &drawn{part: p.self, of: []fyne.CanvasObject{content, ring}, place: func(size fyne.Size) {
		put(content, 0, 0, size.Width, size.Height)
		drawRing(ring, size, p.ringed())
	}}
}

// ground is what a part lies on, without a colour yet.
func ground(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.CornerRadius = radius
	return r
}

// fill colours a ground and its border; a role of "" is none.
func fill(r *canvas.Rectangle, inside, border fyne.ThemeColorName, width float32) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = color.Transparent, color.Transparent, 0
	if inside != "" {
		r.FillColor = ink(inside)
	}
	if border != "" {
		r.StrokeColor, r.StrokeWidth = ink(border), width
	}
}

// middle puts a part that is as high as its width asks for into the middle of
// a height.
func middle(o fyne.CanvasObject, x, width, height float32) {
	high := HeightFor(o, width)
	put(o, x, (height-high)/2, width, high)
}

// stepKey moves between neighbours: where a key leads from a place among so
// many, and whether it leads anywhere at all.
func stepKey(key *fyne.KeyEvent, back, on fyne.KeyName, at, count int) (next int, moves bool) {
	switch key.Name {
	case back:
		return max(at-1, 0), true
	case on:
		return min(at+1, count-1), true
	}
	return at, false
}

// firm is theme.Accent where the look wants borders that can be seen well.
func firm() fyne.ThemeColorName {
	if firmLines() {
		return theme.Accent
	}
	return ""
}
