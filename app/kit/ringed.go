package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// newRinged draws a pressable part that is nothing but another part and the
// ring around it.
func newRinged(p *press, content fyne.CanvasObject, radius float32) fyne.WidgetRenderer {
	return &ringedRenderer{press: p, content: content, ring: newRing(radius)}
}

type ringedRenderer struct {
	press   *press
	content fyne.CanvasObject
	ring    *canvas.Rectangle
}

func (r *ringedRenderer) Layout(size fyne.Size) {
	put(r.content, 0, 0, size.Width, size.Height)
	drawRing(r.ring, size, r.press.ringed())
}

func (r *ringedRenderer) MinSize() fyne.Size { return r.content.MinSize() }
func (r *ringedRenderer) Destroy()           {}
func (r *ringedRenderer) Refresh() {
	r.Layout(r.press.Size())
	canvas.Refresh(r.press.self)
}

func (r *ringedRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.content, r.ring}
}
