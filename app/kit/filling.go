package kit

import "fyne.io/fyne/v2"

// Filling is a white sheet that takes the height which a page has left, for a
// list that scrolls by itself, with what stands above it (a row of titles, a
// search) or nil.
type Filling struct{ composite }

// NewFilling makes the sheet.
func NewFilling(above, list fyne.CanvasObject) *Filling {
	f := &Filling{}
	if above == nil {
		above = Spacer(0)
	}
	f.become(f, Sheet(&fyne.Container{Layout: fillingLayout{}, Objects: []fyne.CanvasObject{above, list}}))
	return f
}

// FillsPage says that the sheet wants the height that is left.
func (f *Filling) FillsPage() bool { return true }

// fillingLayout gives the list what the part above it leaves.
type fillingLayout struct{}

func (fillingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := HeightFor(objects[0], size.Width)
	put(objects[0], 0, 0, size.Width, high)
	put(objects[1], 0, high, size.Width, max(0, size.Height-high))
}

func (fillingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth(objects), 120)
}

func (fillingLayout) natural(objects []fyne.CanvasObject) float32 {
	return max(NaturalWidth(objects[0]), NaturalWidth(objects[1]))
}

func (fillingLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], width) + HeightFor(objects[1], width)
}
