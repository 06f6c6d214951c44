package kittest

import (
	"image"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Capture is the window as a picture. What scrolls within something that
// scrolls is cut at both in the window, and only at the inner one by the
// painter in memory: a field that is scrolled away would stand over the head
// of its page. So the window is also drawn without the insides of such, and
// that is the picture outside of what scrolls.
func (s *Stage) Capture() image.Image {
	// Fyne forgets how parts are drawn a minute after it last drew, by a clock
	// that it sets when it draws: on a slow machine all of them, at once. Here it
	// forgets first, and they are laid out again before they are drawn.
	test.NewCanvas().Capture()
	s.Settle()
	canvas := s.Window.Canvas()
	whole := canvas.Capture()
	var n nested
	for _, root := range append([]fyne.CanvasObject{canvas.Content()}, canvas.Overlays().List()...) {
		n.look(root, nil)
	}
	if len(n.insides) == 0 {
		return whole
	}
	for _, leaf := range n.insides {
		leaf.Hide()
	}
	bare := canvas.Capture()
	for _, leaf := range n.insides {
		leaf.Show()
	}
	picture := image.NewNRGBA(whole.Bounds())
	draw.Draw(picture, picture.Bounds(), bare, image.Point{}, draw.Src)
	for _, outer := range n.outers {
		draw.Draw(picture, outer, whole, outer.Min, draw.Src)
	}
	return picture
}

// nested are the places of what scrolls and holds something that scrolls and
// reaches out of it, and what is drawn in such.
type nested struct {
	outers  []image.Rectangle
	insides []fyne.CanvasObject
}

// look goes through a part; within is the outermost scroll around it, or nil.
func (n *nested) look(o fyne.CanvasObject, within *container.Scroll) {
	walk(o, func(part fyne.CanvasObject) {
		scroll, ok := part.(*container.Scroll)
		switch {
		case !ok || scroll == o:
		case within == nil:
			n.look(scroll, scroll)
		case !placeOf(scroll).In(placeOf(within)):
			n.outers = append(n.outers, placeOf(within))
			walk(scroll, func(leaf fyne.CanvasObject) {
				switch leaf.(type) {
				case *fyne.Container, fyne.Widget:
				default:
					n.insides = append(n.insides, leaf)
				}
			})
		}
	})
}

func placeOf(o fyne.CanvasObject) image.Rectangle {
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	return image.Rect(int(at.X), int(at.Y), int(at.X+size.Width), int(at.Y+size.Height))
}
