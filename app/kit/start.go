package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// start has the focus on a page that was just opened: Tab leads from it to the
// first part of the body, and not through the whole sidebar first. It is seen
// nowhere, and gone as soon as the focus has gone on.
type start struct{ widget.BaseWidget }

func newStart() *start {
	s := &start{}
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// FocusGained and FocusLost let it be there only while it has the focus.
func (s *start) FocusGained() { s.Show() }
func (s *start) FocusLost()   { s.Hide() }

// TypedRune does nothing, and TypedKey leaves every key to the window.
func (s *start) TypedRune(rune)              {}
func (s *start) TypedKey(key *fyne.KeyEvent) { noticed(s); passOn(s, key) }

// CreateRenderer draws nothing.
func (s *start) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
