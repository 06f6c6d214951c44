package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// aroundFocus is the room that is left above and below what is scrolled to.
const aroundFocus float32 = 24

// InSight scrolls as far as it takes to see a part, such as one that has got
// the focus: Fyne moves the focus by Tab and leaves the window as it was.
func InSight(part fyne.CanvasObject) {
	c := canvasOf(part)
	if c == nil || part.Size().Height <= 0 {
		return
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	wayTo(root, part, func(s *container.Scroll, y float32) { bring(s, y, part.Size().Height) })
}

// wayTo looks for a part, and visits on the way back what scrolls around it,
// the innermost first. y is where the part begins in the whole that it was
// found in. It is reckoned here: Fyne knows only where that is which was drawn.
func wayTo(o, part fyne.CanvasObject, around func(s *container.Scroll, y float32)) (y float32, found bool) {
	if o == nil || !o.Visible() {
		return 0, false
	}
	if o == part {
		return 0, true
	}
	within := func(child fyne.CanvasObject) bool {
		if y, found = wayTo(child, part, around); found {
			y += child.Position().Y
		}
		return found
	}
	switch whole := o.(type) {
	case *fyne.Container:
		for _, child := range whole.Objects {
			if within(child) {
				break
			}
		}
	case *container.Scroll:
		if y, found = wayTo(whole.Content, part, around); found {
			around(whole, y)
			y -= whole.Offset.Y
		}
	case interface{ inside() fyne.CanvasObject }:
		within(whole.inside())
	}
	return y, found
}

// bring scrolls until what begins at y of the content is seen, from its
// beginning where it is too high for the room.
func bring(s *container.Scroll, y, height float32) {
	top := y - s.Offset.Y
	bottom := top + height
	move := float32(0)
	switch {
	case top < aroundFocus:
		move = top - aroundFocus
	case bottom > s.Size().Height-aroundFocus:
		move = min(bottom-s.Size().Height+aroundFocus, top-aroundFocus)
	}
	to := min(max(0, s.Offset.Y+move), max(0, s.Content.Size().Height-s.Size().Height))
	if to != s.Offset.Y {
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, to))
	}
}
