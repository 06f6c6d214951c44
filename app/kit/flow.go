package kit

import (
	"fyne.io/fyne/v2"
)

// Fluid is a part whose height depends on its width. Fyne asks a part for one
// least size; a page of wrapping text needs to know more, or it is laid out
// twice and jumps. Our layouts ask these two questions first.
type Fluid interface {
	fyne.CanvasObject
	// NaturalWidth is how wide the part would be with all the room it likes.
	NaturalWidth() float32
	// HeightFor is how high the part is when it is this wide.
	HeightFor(width float32) float32
}

// fluidLayout is a layout that can answer for its container.
type fluidLayout interface {
	fyne.Layout
	natural(objects []fyne.CanvasObject) float32
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor is the height of any part at a width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	if !o.Visible() {
		return 0
	}
	switch part := o.(type) {
	case Fluid:
		return part.HeightFor(width)
	case *fyne.Container:
		if flow, ok := part.Layout.(fluidLayout); ok {
			return flow.heightFor(part.Objects, width)
		}
	}
	return o.MinSize().Height
}

// NaturalWidth is the width that any part would like to have.
func NaturalWidth(o fyne.CanvasObject) float32 {
	if !o.Visible() {
		return 0
	}
	switch part := o.(type) {
	case Fluid:
		return part.NaturalWidth()
	case *fyne.Container:
		if flow, ok := part.Layout.(fluidLayout); ok {
			return flow.natural(part.Objects)
		}
	}
	return o.MinSize().Width
}

// lastWidth remembers how wide a container was laid out, because Fyne asks
// for a least size without saying for which width.
type lastWidth struct{ width float32 }

// minSize is the least width of a container and its height at the width that
// it has, or that it would like to have before it has one.
func (l *lastWidth) minSize(flow fluidLayout, objects []fyne.CanvasObject, least float32) fyne.Size {
	width := l.width
	if width <= 0 {
		width = min(flow.natural(objects), 480*textScale())
	}
	return fyne.NewSize(least, flow.heightFor(objects, max(width, least)))
}

// leastWidth is the greatest least width among parts.
func leastWidth(objects []fyne.CanvasObject) float32 {
	var least float32
	for _, o := range objects {
		if o.Visible() {
			least = max(least, o.MinSize().Width)
		}
	}
	return least
}

// shown are the parts that are not hidden.
func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	seen := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			seen = append(seen, o)
		}
	}
	return seen
}

// put places a part. Its place is a whole number of units: a border that lies
// between two pixels is drawn half, or not at all.
func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(roundDown(x), roundDown(y)))
	o.Resize(fyne.NewSize(width, height))
}
