package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"holdfast/app/theme"
)

// listLine is one of the lines that a List shows its rows with. The list has
// the focus, not the line.
type listLine[R any] struct {
	widget.BaseWidget
	list    *List[R]
	line    Line[R]
	row     int
	hovered bool
}

func newListLine[R any](l *List[R]) *listLine[R] {
	line := &listLine[R]{list: l, line: l.makeLine(), row: -1}
	line.ExtendBaseWidget(line)
	return line
}

// become lets the line show a row.
func (l *listLine[R]) become(row int) {
	l.row = row
	l.line.Fill(l.list.rows[row])
	l.Refresh()
}

// Tapped opens the row.
func (l *listLine[R]) Tapped(*fyne.PointEvent) {
	noticed(l)
	focus(l.list)
	l.list.openRow(l.row)
}

// MouseIn, MouseMoved and MouseOut follow the pointer.
func (l *listLine[R]) MouseIn(*desktop.MouseEvent)    { l.hovered = true; noticed(l); l.Refresh() }
func (l *listLine[R]) MouseMoved(*desktop.MouseEvent) { noticed(l) }
func (l *listLine[R]) MouseOut()                      { l.hovered = false; l.Refresh() }

// Cursor is a hand: the row opens.
func (l *listLine[R]) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (l *listLine[R]) inside() fyne.CanvasObject { return l.line }

// CreateRenderer draws the line over its mark, with a hairline below.
func (l *listLine[R]) CreateRenderer() fyne.WidgetRenderer {
	mark, below := ground(theme.RadiusField), Hairline()
	return &drawn{part: l, of: []fyne.CanvasObject{mark, below, l.line}, place: func(size fyne.Size) {
		fill(mark, "", "", 0)
		switch {
		case l.list.focused && l.list.at == l.row:
			fill(mark, theme.AccentSoft, theme.Accent, 2)
		case l.hovered:
			fill(mark, theme.Hover, "", 0)
		}
		put(mark, 0, 1, size.Width, size.Height-3)
		put(l.line, 0, 0, size.Width, size.Height-1)
		put(below, 0, size.Height-1, size.Width, 1)
	}}
}

// MinSize is that of what is shown.
func (l *listLine[R]) MinSize() fyne.Size { return l.line.MinSize() }
