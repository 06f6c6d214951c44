package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"holdfast/app/theme"
)

// press is what every part that can be pressed has in common: Tab, Enter,
// Space, the pointer, and the ring. A part embeds it, sets self and act, and
// draws itself.
type press struct {
	widget.DisableableWidget
	self fyne.Widget
	act  func()
	name func() string // what a screen reader says

	focused, hovered, byPointer bool
}

// become ties the parts together; it is called once by the maker of a part.
func (p *press) become(self fyne.Widget, name func() string, act func()) {
	p.self, p.name, p.act = self, name, act
	p.ExtendBaseWidget(self)
}

// ringed says whether the ring is to be seen: focus that came with a click
// needs none.
func (p *press) ringed() bool { return p.focused && !p.byPointer && !p.Disabled() }

func (p *press) do() {
	if !p.Disabled() && p.act != nil {
		p.act()
	}
}

// Tapped does the act.
func (p *press) Tapped(*fyne.PointEvent) {
	noticed(p.self)
	if p.Disabled() {
		return
	}
	p.byPointer = true
	focus(p.self.(fyne.Focusable))
	p.do()
}

// FocusGained and FocusLost show and hide the ring.
func (p *press) FocusGained() { p.focused = true; p.self.Refresh(); InSight(p.self) }
func (p *press) FocusLost()   { p.focused, p.byPointer = false, false; p.self.Refresh() }

// TypedRune does nothing: keys come by TypedKey.
func (p *press) TypedRune(rune) {}

// TypedKey does the act by Enter or Space and passes other keys on.
func (p *press) TypedKey(key *fyne.KeyEvent) {
	noticed(p.self)
	if p.byPointer {
		p.byPointer = false
		p.self.Refresh()
	}
	if isPress(key) {
		p.do()
		return
	}
	passOn(p.self, key)
}

// MouseIn, MouseMoved and MouseOut follow the pointer.
func (p *press) MouseIn(*desktop.MouseEvent)    { p.hovered = true; noticed(p.self); p.self.Refresh() }
func (p *press) MouseMoved(*desktop.MouseEvent) { noticed(p.self) }
func (p *press) MouseOut()                      { p.hovered = false; p.self.Refresh() }

// Cursor is a hand over what can be pressed.
func (p *press) Cursor() desktop.Cursor {
	if p.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel is what a screen reader says.
func (p *press) AccessibilityLabel() string { return p.name() }

// AccessibilityRole says that it can be pressed.
func (p *press) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// ringGap is how far the ring lies outside of a part.
const ringGap float32 = 3

// newRing is the ring of focus, hidden.
func newRing(radius float32) *canvas.Rectangle {
	ring := canvas.NewRectangle(color.Transparent)
	ring.StrokeWidth = 2
	ring.CornerRadius = radius + ringGap
	ring.Hide()
	return ring
}

// drawRing puts the ring around a part of a size and shows it or not.
func drawRing(ring *canvas.Rectangle, size fyne.Size, show bool) {
	ring.StrokeColor = ink(theme.Accent)
	ring.Move(fyne.NewPos(-ringGap, -ringGap))
	ring.Resize(size.AddWidthHeight(2*ringGap, 2*ringGap))
	if show {
		ring.Show()
	} else {
		ring.Hide()
	}
}
