package kit

import "fyne.io/fyne/v2"

// Column is one of several parts beside each other.
type Column struct {
	// Share is its part of the width against the others' (0 is 1).
	Share float32
	// Least is the width at 100 % text below which the columns go under each
	// other instead. It grows with the text.
	Least float32
	Body  fyne.CanvasObject
}

// Columns puts parts beside each other, all as high as the highest, and under
// each other where the window is narrow or the text large.
func Columns(columns ...Column) *fyne.Container {
	box := &fyne.Container{Layout: &columnsLayout{columns: columns}}
	for _, c := range columns {
		box.Objects = append(box.Objects, c.Body)
	}
	return box
}

type columnsLayout struct {
	lastWidth
	columns []Column
}

// widths are those of the columns beside each other, or nil where they do not
// fit.
func (l *columnsLayout) widths(room float32) []float32 {
	room -= Gap * float32(len(l.columns)-1)
	var shares float32
	for _, c := range l.columns {
		shares += share(c)
	}
	widths := make([]float32, len(l.columns))
	for i, c := range l.columns {
		widths[i] = roundDown(room * share(c) / shares)
		if widths[i] < c.Least*textScale() {
			return nil
		}
	}
	return widths
}

func share(c Column) float32 {
	if c.Share <= 0 {
		return 1
	}
	return c.Share
}

// Layout puts the columns beside each other, or under each other where there is
// no room for that.
func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	widths := l.widths(size.Width)
	if widths == nil {
		(&stackLayout{gap: Gap}).Layout(objects, size)
		return
	}
	high := max(size.Height, l.heightFor(objects, size.Width))
	var x float32
	for i, o := range objects {
		put(o, x, 0, widths[i], high)
		x += widths[i] + Gap
	}
}

// MinSize is as narrow as the columns may be under each other.
func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, leastWidth(objects))
}

func (l *columnsLayout) natural(objects []fyne.CanvasObject) float32 {
	return (&rowLayout{gap: Gap}).natural(objects)
}

func (l *columnsLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	widths := l.widths(width)
	if widths == nil {
		return (&stackLayout{gap: Gap}).heightFor(objects, width)
	}
	var high float32
	for i, o := range objects {
		high = max(high, HeightFor(o, widths[i]))
	}
	return high
}
