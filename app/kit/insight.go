package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// aroundFocus is the room that is left above and below what is scrolled to.
const aroundFocus float32 = 24

// inSight scrolls as far as it takes to see a part that has got the focus:
// Fyne moves the focus by Tab and leaves the window as it was.
func inSight(part fyne.CanvasObject) {
	c := canvasOf(part)
	if c == nil || part.Size().Height <= 0 {
		return
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	scrolls, _ := wayTo(root, part)
	for _, s := range scrolls {
		bring(s, part)
	}
}

// wayTo are the scrolls around a part, the innermost first.
func wayTo(o, part fyne.CanvasObject) (scrolls []*container.Scroll, found bool) {
	if o == nil || !o.Visible() {
		return nil, false
	}
	if o == part {
		return nil, true
	}
	switch around := o.(type) {
	case *fyne.Container:
		for _, child := range around.Objects {
			if scrolls, found = wayTo(child, part); found {
				return scrolls, true
			}
		}
	case *container.Scroll:
		if scrolls, found = wayTo(around.Content, part); found {
			return append(scrolls, around), true
		}
	case interface{ inside() fyne.CanvasObject }:
		return wayTo(around.inside(), part)
	}
	return nil, false
}

// bring scrolls until a part within is seen, from its beginning where it is
// too high for the room.
func bring(s *container.Scroll, part fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(part).Y - driver.AbsolutePositionForObject(s).Y
	bottom := top + part.Size().Height
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
