package kit

import "fyne.io/fyne/v2"

// Grid puts cells of one width beside each other, as many as fit when each is
// at least this wide at 100 % text; the cells of a line are equally high.
func Grid(least float32, cells ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &gridLayout{least: least}, Objects: cells}
}

type gridLayout struct {
	lastWidth
	least float32
}

// across is the number of cells in a line and their width. Four cells go four,
// two or one to a line, so that no line is left with a lonely last one.
func (l *gridLayout) across(count int, room float32) (int, float32) {
	most := max(1, min(count, int((room+Gap)/(l.least*textScale()+Gap))))
	lines := (count + most - 1) / most
	if lines > 0 {
		most = (count + lines - 1) / lines
	}
	return most, roundDown((room - Gap*float32(most-1)) / float32(most))
}

func (l *gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.each(objects, size.Width, func(o fyne.CanvasObject, x, y, width, height float32) {
		put(o, x, y, width, height)
	})
}

// each walks the cells with their places and returns where they end.
func (l *gridLayout) each(objects []fyne.CanvasObject, room float32, visit func(o fyne.CanvasObject, x, y, width, height float32)) float32 {
	cells := shown(objects)
	across, width := l.across(len(cells), room)
	var y float32
	for start := 0; start < len(cells); start += across {
		line := cells[start:min(start+across, len(cells))]
		var high float32
		for _, o := range line {
			high = max(high, HeightFor(o, width))
		}
		if start > 0 {
			y += Gap
		}
		for i, o := range line {
			visit(o, float32(i)*(width+Gap), y, width, high)
		}
		y += high
	}
	return y
}

func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, leastWidth(objects))
}

func (l *gridLayout) natural(objects []fyne.CanvasObject) float32 {
	return (&rowLayout{gap: Gap}).natural(objects)
}

func (l *gridLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.each(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}
