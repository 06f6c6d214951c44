package kit

import "fyne.io/fyne/v2"

// Inset is room around a part.
type Inset struct{ Top, Right, Bottom, Left float32 }

// Around is the same Inset on all sides.
func Around(room float32) Inset { return Inset{room, room, room, room} }

// Pad puts room around a part.
func Pad(inset Inset, part fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &insetLayout{inset: inset}, Objects: []fyne.CanvasObject{part}}
}

// Over lays parts on top of each other, the first at the bottom; the last one
// decides how high they are.
func Over(parts ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &insetLayout{}, Objects: parts}
}

// insetLayout lays parts over each other with room around the last; those
// below it (a ground, a border) get the whole.
type insetLayout struct {
	lastWidth
	inset Inset
}

func (l *insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for i, o := range objects {
		if i < len(objects)-1 {
			put(o, 0, 0, size.Width, size.Height)
			continue
		}
		put(o, l.inset.Left, l.inset.Top,
			max(0, size.Width-l.inset.Left-l.inset.Right), max(0, size.Height-l.inset.Top-l.inset.Bottom))
	}
}

func (l *insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	least := objects[len(objects)-1].MinSize().Width + l.inset.Left + l.inset.Right
	return l.minSize(l, objects, least)
}

func (l *insetLayout) natural(objects []fyne.CanvasObject) float32 {
	if len(objects) == 0 {
		return 0
	}
	return NaturalWidth(objects[len(objects)-1]) + l.inset.Left + l.inset.Right
}

func (l *insetLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	if len(objects) == 0 {
		return 0
	}
	inner := HeightFor(objects[len(objects)-1], width-l.inset.Left-l.inset.Right)
	if inner == 0 {
		return 0
	}
	return inner + l.inset.Top + l.inset.Bottom
}

// Narrow keeps a part at most so wide (at 100 % text), in the middle.
func Narrow(most float32, part fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &narrowLayout{most: most}, Objects: []fyne.CanvasObject{part}}
}

// NarrowLeft is Narrow, at the left.
func NarrowLeft(most float32, part fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &narrowLayout{most: most, left: true}, Objects: []fyne.CanvasObject{part}}
}

// Middle is Narrow, and in the middle of the height as well.
func Middle(most float32, part fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &narrowLayout{most: most, middle: true}, Objects: []fyne.CanvasObject{part}}
}

type narrowLayout struct {
	lastWidth
	most   float32
	middle bool
	left   bool
}

func (l *narrowLayout) inner(width float32) float32 { return roundDown(min(width, l.most*textScale())) }

func (l *narrowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	width := l.inner(size.Width)
	height := HeightFor(objects[0], width)
	var y float32
	if l.middle {
		y = max(0, (size.Height-height)/2)
	}
	x := (size.Width - width) / 2
	if l.left {
		x = 0
	}
	put(objects[0], x, y, width, height)
}

func (l *narrowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, leastWidth(objects))
}

func (l *narrowLayout) natural(objects []fyne.CanvasObject) float32 {
	return l.inner(NaturalWidth(objects[0]))
}

func (l *narrowLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], l.inner(width))
}
