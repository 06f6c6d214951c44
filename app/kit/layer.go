package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"holdfast/app/theme"
)

// layer is a panel on top of the window, over a shade that takes all clicks.
// Fyne keeps the focus within the uppermost layer, so Tab cannot leave it.
type layer struct {
	widget.BaseWidget
	canvas fyne.Canvas
	panel  fyne.CanvasObject
	most   float32 // width at 100 % text
	high   bool    // near the top of the window instead of its middle
	light  bool    // goes away by a click beside it
	tall   bool    // takes all the height that there is

	onDismiss, onConfirm, onBack func()
	onKey                        func(*fyne.KeyEvent) bool
	before                       fyne.Focusable
}

// open shows the layer; what had the focus gets it back when it closes.
func (l *layer) open() {
	l.ExtendBaseWidget(l)
	l.before = l.canvas.Focused()
	l.canvas.Overlays().Add(l)
}

// close takes the layer away, with all that lies upon it.
func (l *layer) close() {
	for _, o := range l.canvas.Overlays().List() {
		if o == l {
			drop(l.canvas, l)
			if l.before != nil {
				l.canvas.Focus(l.before)
			}
			return
		}
	}
}

// Dismiss is what Escape does.
func (l *layer) Dismiss() {
	if l.onDismiss != nil {
		l.onDismiss()
	}
}

// Confirm is what Enter does.
func (l *layer) Confirm() {
	if l.onConfirm != nil {
		l.onConfirm()
	}
}

// Tapped takes a click on the shade.
func (l *layer) Tapped(*fyne.PointEvent) {
	noticed(l)
	if l.light {
		l.Dismiss()
	}
}

func (l *layer) inside() fyne.CanvasObject { return l.panel }

// CreateRenderer draws the shade and the panel.
func (l *layer) CreateRenderer() fyne.WidgetRenderer {
	shade := ground(0)
	return &drawn{part: l, of: []fyne.CanvasObject{shade, l.panel}, place: func(size fyne.Size) {
		fill(shade, theme.Shade, "", 0)
		put(shade, 0, 0, size.Width, size.Height)
		width := roundDown(min(l.most*textScale(), size.Width-2*Gap))
		height := roundUp(min(HeightFor(l.panel, width), size.Height-2*Gap))
		if l.tall {
			height = roundUp(size.Height - 2*Gap)
		}
		y := (size.Height - height) / 2
		if l.high {
			y = min(y, 72)
		}
		put(l.panel, (size.Width-width)/2, y, width, height)
	}}
}

// MinSize is that of a window: the layer lies over all of it.
func (l *layer) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

// drop takes a layer off after its focus is taken away: the cursor of a field
// that is dropped with the focus would blink for ever, which costs a quarter
// of a core and keeps in memory what was typed.
func drop(c fyne.Canvas, layer fyne.CanvasObject) {
	c.Unfocus()
	c.Overlays().Remove(layer)
}

// CloseAll takes everything off that lies on top of a window. The shell does
// it before it locks: nothing that was open may stay readable.
func CloseAll(c fyne.Canvas) {
	for top := c.Overlays().Top(); top != nil; top = c.Overlays().Top() {
		drop(c, top)
	}
}
