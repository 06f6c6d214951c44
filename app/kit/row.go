package kit

import "fyne.io/fyne/v2"

// Row puts parts beside each other, each as wide as it likes, gap apart, and
// begins a new line where there is no more room.
func Row(gap float32, parts ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &rowLayout{gap: gap}, Objects: parts}
}

// RowRight is a Row that ends at the right.
func RowRight(gap float32, parts ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &rowLayout{gap: gap, right: true}, Objects: parts}
}

type rowLayout struct {
	lastWidth
	gap   float32
	right bool
}

// placed is a part of a row with the room it gets.
type placed struct {
	part                fyne.CanvasObject
	x, y, width, height float32
}

func (l *rowLayout) place(objects []fyne.CanvasObject, room float32) (all []placed, bottom float32) {
	var line []placed
	var x, top float32
	end := func() {
		var high float32
		for _, p := range line {
			high = max(high, p.height)
		}
		shift := float32(0)
		if l.right {
			shift = max(0, room-(x-l.gap))
		}
		for _, p := range line {
			p.x += shift
			p.y = top + (high-p.height)/2
			all = append(all, p)
		}
		bottom = top + high
		top, x, line = bottom+min(l.gap, Near), 0, nil
	}
	for _, o := range shown(objects) {
		width := min(NaturalWidth(o), room)
		if len(line) > 0 && x+width > room+0.5 {
			end()
		}
		if b, ok := o.(*Button); ok && len(line) == 0 && !l.right {
			x = -b.hang()
		}
		line = append(line, placed{part: o, x: x, width: width, height: HeightFor(o, width)})
		x += width + l.gap
	}
	if len(line) > 0 {
		end()
	}
	return all, bottom
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	all, bottom := l.place(objects, size.Width)
	shift := max(0, (size.Height-bottom)/2)
	for _, p := range all {
		put(p.part, p.x, p.y+shift, p.width, p.height)
	}
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, leastWidth(objects))
}

func (l *rowLayout) natural(objects []fyne.CanvasObject) float32 {
	var width float32
	for i, o := range shown(objects) {
		if i > 0 {
			width += l.gap
		}
		width += NaturalWidth(o)
	}
	return width
}

func (l *rowLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	_, bottom := l.place(objects, width)
	return bottom
}
