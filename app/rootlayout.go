package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"holdfast/app/kit"
	"holdfast/app/theme"
)

// The window can be made no smaller than this, so that the program still
// works on a small laptop and at twice the text size.
const (
	leastWidth  float32 = 560
	leastHeight float32 = 420
)

// rootLayout lays everything over the whole window, and what lies on top of the
// front into its corner. It is the kit.Watcher of the window: a plain container is
// the root, because screen readers look into nothing else.
type rootLayout struct{ shell *Shell }

// Noticed is told of every touch.
func (r *rootLayout) Noticed() { r.shell.Noticed() }

// TypedShortcut is given the shortcuts that a field has no use for.
func (r *rootLayout) TypedShortcut(shortcut fyne.Shortcut) { r.shell.shortcut.TypedShortcut(shortcut) }

func (r *rootLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		if i < 2 {
			o.Move(fyne.NewPos(0, 0))
			o.Resize(size)
			continue
		}
		width := min(kit.NaturalWidth(o), size.Width-2*theme.Margin)
		height := kit.HeightFor(o, width)
		o.Move(fyne.NewPos(size.Width-width-theme.Margin, size.Height-height-theme.Margin))
		o.Resize(fyne.NewSize(width, height))
	}
}

func (r *rootLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth, leastHeight)
}

// presence lies below everything and notices the mouse where nothing else
// does.
type presence struct {
	widget.BaseWidget
	shell *Shell
}

func newPresence(s *Shell) *presence {
	p := &presence{shell: s}
	p.ExtendBaseWidget(p)
	return p
}

// MouseIn and MouseMoved notice; MouseOut is nothing.
func (p *presence) MouseIn(*desktop.MouseEvent)    { p.shell.Noticed() }
func (p *presence) MouseMoved(*desktop.MouseEvent) { p.shell.Noticed() }
func (p *presence) MouseOut()                      {}

// Tapped notices a click beside everything.
func (p *presence) Tapped(*fyne.PointEvent) { p.shell.Noticed() }

// CreateRenderer draws nothing.
func (p *presence) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
