package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"holdfast/app/theme"
)

// menu is a list of acts that opens at a place and goes away when one is
// chosen, by Escape, or by a click beside it. Fyne's own menu keeps Escape to
// itself, so that hiding would need three presses.
type menu struct {
	widget.BaseWidget
	canvas fyne.Canvas
	at     fyne.Position
	least  float32 // width
	before fyne.Focusable
	panel  fyne.CanvasObject
	rows   []*menuRow
}

// menuItem is an act of a menu.
type menuItem struct {
	label  string
	marked bool
	act    func()
}

// openMenu opens a menu below a place; it is at least so wide.
func openMenu(c fyne.Canvas, at fyne.Position, least float32, items []menuItem) *menu {
	m := &menu{canvas: c, at: at, least: least, before: c.Focused()}
	parts := make([]fyne.CanvasObject, len(items))
	first := 0
	for i, item := range items {
		row := newMenuRow(m, i, item)
		m.rows = append(m.rows, row)
		parts[i] = row
		if item.marked {
			first = i
		}
	}
	m.panel = Over(sheet(theme.Card, theme.FieldLine, theme.RadiusField), Pad(Around(4), NewScroll(Stack(0, parts...))))
	m.ExtendBaseWidget(m)
	c.Overlays().Add(m)
	c.Focus(m.rows[first])
	return m
}

// Dismiss closes the menu.
func (m *menu) Dismiss() {
	drop(m.canvas, m)
	if m.before != nil {
		m.canvas.Focus(m.before)
	}
}

// Tapped takes a click beside the menu.
func (m *menu) Tapped(*fyne.PointEvent) { noticed(m); m.Dismiss() }

// TappedSecondary does the same.
func (m *menu) TappedSecondary(*fyne.PointEvent) { m.Dismiss() }

func (m *menu) inside() fyne.CanvasObject { return m.panel }

// CreateRenderer draws the panel.
func (m *menu) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{part: m, of: []fyne.CanvasObject{m.panel}, place: func(size fyne.Size) {
		width := min(max(m.least, NaturalWidth(m.panel)), size.Width-2*Near)
		height := min(HeightFor(m.panel, width), size.Height-2*Near)
		x := max(Near, min(m.at.X, size.Width-width-Near))
		y := max(Near, min(m.at.Y, size.Height-height-Near))
		put(m.panel, x, y, width, height)
	}}
}

// MinSize is that of a window: the menu lies over all of it.
func (m *menu) MinSize() fyne.Size { return fyne.NewSize(80, 60) }

// menuRow is one act.
type menuRow struct {
	press
	menu  *menu
	place int
	text  *Text
	mark  fyne.CanvasObject
}

func newMenuRow(m *menu, place int, item menuItem) *menuRow {
	r := &menuRow{menu: m, place: place, text: NewText(Body, item.label)}
	if item.marked {
		r.mark = Icon(theme.IconDone, Info)
	}
	r.become(r, func() string { return item.label }, func() {
		m.Dismiss()
		item.act()
	})
	return r
}

// TypedKey also moves between the acts.
func (r *menuRow) TypedKey(key *fyne.KeyEvent) {
	next, moves := stepKey(key, fyne.KeyUp, fyne.KeyDown, r.place, len(r.menu.rows))
	if !moves {
		r.press.TypedKey(key)
		return
	}
	noticed(r)
	r.menu.canvas.Focus(r.menu.rows[next])
}

// MouseIn moves the focus along, so that there is one mark and not two.
func (r *menuRow) MouseIn(at *desktop.MouseEvent) {
	r.press.MouseIn(at)
	r.menu.canvas.Focus(r)
}

func (r *menuRow) NaturalWidth() float32 { return r.text.NaturalWidth() + 24 + 6 + roundUp(iconSize()) }
func (r *menuRow) HeightFor(w float32) float32 {
	return r.text.HeightFor(max(1, w-30-roundUp(iconSize()))) + 14
}

// MinSize holds the longest word.
func (r *menuRow) MinSize() fyne.Size {
	width := r.text.MinSize().Width + 30 + roundUp(iconSize())
	return fyne.NewSize(width, r.HeightFor(max(width, r.Size().Width)))
}

// CreateRenderer draws the act on the ground of what has the focus.
func (r *menuRow) CreateRenderer() fyne.WidgetRenderer {
	below := ground(6)
	of := []fyne.CanvasObject{below, r.text}
	if r.mark != nil {
		of = append(of, r.mark)
	}
	return &drawn{part: r, of: of, place: func(size fyne.Size) {
		fill(below, "", "", 0)
		if r.focused {
			fill(below, theme.AccentSoft, firm(), 2)
		}
		put(below, 0, 0, size.Width, size.Height)
		edge := iconSize()
		middle(r.text, 12, size.Width-30-roundUp(edge), size.Height)
		if r.mark != nil {
			put(r.mark, size.Width-12-edge, (size.Height-edge)/2, edge, edge)
		}
	}}
}
