package kit

import "fyne.io/fyne/v2"

// Between spreads parts evenly over the width: the first at the left, the
// last at the right. Where they do not fit they are a Row.
func Between(parts ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &betweenLayout{}, Objects: parts}
}

type betweenLayout struct{ lastWidth }

func (l *betweenLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	parts := shown(objects)
	spare := size.Width - l.natural(objects)
	if len(parts) < 2 || spare < 0 {
		(&rowLayout{gap: Gap}).Layout(objects, size)
		return
	}
	gap := Gap + spare/float32(len(parts)-1)
	var x float32
	for _, o := range parts {
		width := NaturalWidth(o)
		high := HeightFor(o, width)
		put(o, x, (size.Height-high)/2, width, high)
		x += width + gap
	}
}

func (l *betweenLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, leastWidth(objects))
}

func (l *betweenLayout) natural(objects []fyne.CanvasObject) float32 {
	return (&rowLayout{gap: Gap}).natural(objects)
}

func (l *betweenLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return (&rowLayout{gap: Gap}).heightFor(objects, width)
}
