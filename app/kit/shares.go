package kit

import "fyne.io/fyne/v2"

// Shares puts parts beside each other in columns of fixed shares of the
// width, in the middle of the height: the lines of a List and the titles
// above them, which must stand under each other whatever they say. A share
// below 0 is a width at 100 % text instead.
func Shares(shares []float32, parts ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &sharesLayout{shares: shares}, Objects: parts}
}

// SharesFrom is Shares where no column is narrower than least says, as long as
// the others have room to give.
func SharesFrom(shares []float32, least func() []float32, parts ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &sharesLayout{shares: shares, least: least}, Objects: parts}
}

type sharesLayout struct {
	lastWidth
	shares []float32
	least  func() []float32
}

func (l *sharesLayout) widths(room float32) []float32 {
	room -= Gap * float32(len(l.shares)-1)
	var sum float32
	for _, s := range l.shares {
		if s < 0 {
			room += s * textScale()
		} else {
			sum += s
		}
	}
	widths := make([]float32, len(l.shares))
	for i, s := range l.shares {
		if s < 0 {
			widths[i] = roundDown(-s * textScale())
		} else {
			widths[i] = roundDown(max(1, room*s/sum))
		}
	}
	if l.least != nil {
		even(widths, l.least())
	}
	return widths
}

// even takes from the columns that have more than the least for those that
// have less, in proportion.
func even(widths, least []float32) {
	var short, spare float32
	for i, w := range widths {
		short += max(0, least[i]-w)
		spare += max(0, w-least[i])
	}
	if short == 0 || spare == 0 {
		return
	}
	moved := min(short, spare)
	for i, w := range widths {
		if w < least[i] {
			widths[i] = w + (least[i]-w)*moved/short
		} else {
			widths[i] = roundDown(w - (w-least[i])*moved/spare)
		}
	}
}

func (l *sharesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	var x float32
	for i, width := range l.widths(size.Width) {
		high := HeightFor(objects[i], width)
		put(objects[i], x, (size.Height-high)/2, min(width, max(NaturalWidth(objects[i]), 1)), high)
		if t, ok := objects[i].(*Text); ok && t.align != fyne.TextAlignLeading {
			put(t, x, (size.Height-high)/2, width, high)
		}
		x += width + Gap
	}
}

func (l *sharesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, 160*textScale())
}

func (l *sharesLayout) natural([]fyne.CanvasObject) float32 { return 600 }

func (l *sharesLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	var high float32
	for i, w := range l.widths(width) {
		high = max(high, HeightFor(objects[i], w))
	}
	return high
}
