package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"holdfast/app/theme"
)

// place is a rectangle in a window.
type place struct{ left, top, right, bottom float32 }

func (p place) within(o place) place {
	return place{max(p.left, o.left), max(p.top, o.top), min(p.right, o.right), min(p.bottom, o.bottom)}
}

func (p place) empty() bool { return p.left >= p.right || p.top >= p.bottom }

// FreePlace is the lowest place on a page where something of a size hides
// nothing that can be pressed or typed into: at the right, or else at the left.
// What is much wider than it, such as a row of a table, stays within reach
// beside it and does not count. Where no such place is, fields may lie below
// it, and no button; at last it is the corner.
func FreePlace(page fyne.CanvasObject, size fyne.Size) fyne.Position {
	at, room := page.Position(), page.Size()
	all := place{at.X, at.Y, at.X + room.Width, at.Y + room.Height}
	for _, most := range []float32{size.Width * 3 / 2, size.Width / 2} {
		var taken []place
		usable(page, fyne.Position{}, all, most, &taken)
		if to, ok := lowest(all, size, taken); ok {
			return to
		}
	}
	return fyne.NewPos(all.right-size.Width-theme.Margin, all.bottom-size.Height-theme.Margin)
}

// lowest is the lowest place in all of it where nothing of what is taken is.
func lowest(all place, size fyne.Size, taken []place) (fyne.Position, bool) {
	right := all.right - size.Width - theme.Margin
	left := max(all.left, min(right, all.left+theme.Margin))
	for y := all.bottom - size.Height - theme.Margin; y >= all.top; y -= Near {
		for _, x := range []float32{right, left} {
			if free(place{x - Near, y - Near, x + size.Width + Near, y + size.Height + Near}, taken) {
				return fyne.NewPos(x, y), true
			}
		}
	}
	return fyne.Position{}, false
}

func free(p place, taken []place) bool {
	for _, t := range taken {
		if !p.within(t).empty() {
			return false
		}
	}
	return true
}

// usable finds what takes the focus, is in sight and no wider than most.
func usable(o fyne.CanvasObject, from fyne.Position, sight place, most float32, found *[]place) {
	if o == nil || !o.Visible() {
		return
	}
	at, size := from.Add(o.Position()), o.Size()
	own := place{at.X, at.Y, at.X + size.Width, at.Y + size.Height}.within(sight)
	if own.empty() {
		return
	}
	if _, ok := o.(fyne.Focusable); ok && size.Width <= most {
		*found = append(*found, own)
		return
	}
	switch whole := o.(type) {
	case *fyne.Container:
		for _, child := range whole.Objects {
			usable(child, at, sight, most, found)
		}
	case *container.Scroll:
		usable(whole.Content, at, own, most, found)
	case interface{ inside() fyne.CanvasObject }:
		usable(whole.inside(), at, sight, most, found)
	}
}
