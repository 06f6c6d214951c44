package kit

import "fyne.io/fyne/v2"

// Stack puts parts under each other, each as wide as the stack, gap apart.
// Hidden parts take no room.
func Stack(gap float32, parts ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &stackLayout{gap: gap}, Objects: parts}
}

type stackLayout struct {
	lastWidth
	gap float32
}

func (l *stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	var y float32
	for _, o := range shown(objects) {
		height := HeightFor(o, size.Width)
		put(o, 0, y, size.Width, height)
		if height > 0 {
			y += height + l.gap
		}
	}
}

func (l *stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, leastWidth(objects))
}

func (l *stackLayout) natural(objects []fyne.CanvasObject) float32 {
	var width float32
	for _, o := range objects {
		width = max(width, NaturalWidth(o))
	}
	return width
}

func (l *stackLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	var sum float32
	for _, o := range objects {
		if height := HeightFor(o, width); height > 0 {
			if sum > 0 {
				sum += l.gap
			}
			sum += height
		}
	}
	return sum
}
