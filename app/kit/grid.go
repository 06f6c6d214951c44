package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Grid puts cells of one width beside each other, as many as fit when each is
// at least this wide at 100 % text; the cells of a line are equally high.
func Grid(least float32, cells ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &gridLayout{least: least}, Objects: cells}
}

// GridOf is a Grid whose cells get shares of the width where all stand in one
// line: a day needs less than a sentence.
func GridOf(least float32, shares []float32, cells ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &gridLayout{least: least, shares: shares}, Objects: cells}
}

type gridLayout struct {
	lastWidth
	least  float32
	shares []float32
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
	across, widths := l.widths(len(cells), room)
	var y float32
	for start := 0; start < len(cells); start += across {
		line := cells[start:min(start+across, len(cells))]
		var label, high, x float32
		for i, o := range line {
			label = max(label, labelOf(o, widths[i]))
		}
		lower := func(i int, o fyne.CanvasObject) float32 {
			if own := labelOf(o, widths[i]); own > 0 {
				return label - own
			}
			return 0
		}
		for i, o := range line {
			high = max(high, HeightFor(o, widths[i])+lower(i, o))
		}
		if start > 0 {
			y += Gap
		}
		for i, o := range line {
			visit(o, x, y+lower(i, o), widths[i], high-lower(i, o))
			x += widths[i] + Gap
		}
		y += high
	}
	return y
}

// labelOf is how high the label of a field is: a field whose label needs fewer
// lines than its neighbour's stands lower, so that one types at one height.
func labelOf(o fyne.CanvasObject, width float32) float32 {
	if f, ok := o.(*Field); ok {
		return HeightFor(f.label, width)
	}
	return 0
}

// widths is the number of cells in a line and how wide each is.
func (l *gridLayout) widths(count int, room float32) (int, []float32) {
	across, width := l.across(count, room)
	if across == count && len(l.shares) == count {
		return across, (&sharesLayout{shares: l.shares}).widths(room)
	}
	return across, slices.Repeat([]float32{width}, across)
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
