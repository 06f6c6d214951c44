package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	return &listLineRenderer[R]{of: l, ground: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(ink(theme.Hairline))}
}

type listLineRenderer[R any] struct {
	of           *listLine[R]
	ground, line *canvas.Rectangle
}

func (r *listLineRenderer[R]) Layout(size fyne.Size) {
	marked := r.of.list.focused && r.of.list.at == r.of.row
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = color.Transparent, color.Transparent, 0
	switch {
	case marked:
		r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = ink(theme.AccentSoft), ink(theme.Accent), 2
	case r.of.hovered:
		r.ground.FillColor = ink(theme.Hover)
	}
	r.ground.CornerRadius = theme.RadiusField
	put(r.ground, 0, 1, size.Width, size.Height-3)
	put(r.of.line, 0, 0, size.Width, size.Height-1)
	put(r.line, 0, size.Height-1, size.Width, 1)
}

func (r *listLineRenderer[R]) MinSize() fyne.Size { return r.of.line.MinSize() }
func (r *listLineRenderer[R]) Destroy()           {}
func (r *listLineRenderer[R]) Refresh()           { r.Layout(r.of.Size()); canvas.Refresh(r.of) }
func (r *listLineRenderer[R]) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.line, r.of.line}
}
