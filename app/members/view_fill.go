package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// filled is a body that takes the height of the page: what stands above, a
// middle that scrolls by itself, and what stands below. Above and below may
// be nil.
type filled struct{ kit.Part }

func newFilled(above, middle, below fyne.CanvasObject) *filled {
	f := &filled{}
	parts := []fyne.CanvasObject{middle}
	l := fillLayout{}
	if above != nil {
		l.above = above
		parts = append(parts, above)
	}
	if below != nil {
		l.below = below
		parts = append(parts, below)
	}
	// Tab goes from above to below.
	if above != nil {
		parts[0], parts[1] = parts[1], parts[0]
	}
	l.middle = middle
	f.Become(f, &fyne.Container{Layout: l, Objects: parts})
	return f
}

// FillsPage says that the middle scrolls by itself.
func (f *filled) FillsPage() bool { return true }

// MinSize is small: the middle gives way.
func (f *filled) MinSize() fyne.Size { return fyne.NewSize(240, 160) }

type fillLayout struct{ above, middle, below fyne.CanvasObject }

// Layout gives the middle what above and below leave.
func (l fillLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	top, bottom := float32(0), size.Height
	if l.above != nil {
		high := kit.HeightFor(l.above, size.Width)
		l.above.Move(fyne.NewPos(0, 0))
		l.above.Resize(fyne.NewSize(size.Width, high))
		top = high + 12
	}
	if l.below != nil {
		high := kit.HeightFor(l.below, size.Width)
		bottom = size.Height - high
		l.below.Move(fyne.NewPos(0, bottom))
		l.below.Resize(fyne.NewSize(size.Width, high))
		bottom -= 12
	}
	l.middle.Move(fyne.NewPos(0, top))
	l.middle.Resize(fyne.NewSize(size.Width, max(0, bottom-top)))
}

// MinSize is small: the middle gives way.
func (l fillLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 160) }
