package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over a field and gives the mouse wheel to what can use it. A field
// of Fyne's keeps every turn for itself, also where it has nothing to scroll, so
// that a page of fields stops wherever the pointer meets one.
type wheel struct {
	widget.BaseWidget
	field *Entry
	own   fyne.Scrollable // of the field, or nil
}

func newWheel(field *Entry, parts []fyne.CanvasObject) *wheel {
	w := &wheel{field: field}
	for _, part := range parts {
		if own, ok := part.(fyne.Scrollable); ok {
			w.own = own
		}
	}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls a field whose text does not fit, and otherwise the page.
func (w *wheel) Scrolled(turn *fyne.ScrollEvent) {
	noticed(w.field)
	if w.own != nil && (turn.Scrolled.DY == 0 || w.overflows()) {
		w.own.Scrolled(turn)
		return
	}
	c := canvasOf(w.field)
	if c == nil {
		return
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	turned := false
	wayTo(root, w.field, func(s *container.Scroll, _ float32) {
		if !turned {
			s.Scrolled(turn)
		}
		turned = true
	})
}

// overflows says whether a field of several lines holds more than it shows.
func (w *wheel) overflows() bool {
	size := w.field.Size()
	return w.field.MultiLine && NewText(Body, w.field.Text).HeightFor(size.Width-24) > size.Height
}

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{part: w, place: func(fyne.Size) {}}
}

// MinSize is nothing: it lies over the field. Without this the window would ask
// the renderer, and the renderer the part, without end.
func (w *wheel) MinSize() fyne.Size { return fyne.Size{} }
