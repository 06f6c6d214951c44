package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"holdfast/app/theme"
)

// TableColumn is one column of a table of rows of a type R.
type TableColumn[R any] struct {
	// Title heads the column; it may be empty.
	Title string
	// Right is for figures: they end at the right, under each other.
	Right bool
	// Cell makes what a row shows in this column. For a column of figures it
	// is to be a Text made with Right.
	Cell func(R) fyne.CanvasObject
}

// Table shows rows that are seen all at once, with hairlines between them and
// cells that wrap. Columns are as wide as what they hold asks for; where the
// window is too narrow for all of them, each row becomes a small list with
// the titles as labels. For more than a hundred rows use a List.
//
// open, which may be nil, is done when a row is clicked, or by Enter or Space
// where it has the focus.
func Table[R any](columns []TableColumn[R], rows []R, open func(R)) *fyne.Container {
	lay := &tableLayout{columns: len(columns)}
	box := &fyne.Container{Layout: lay}
	for _, c := range columns {
		title := NewSpans(Span{Text: c.Title, Style: SmallStrong, Tone: Muted})
		if c.Right {
			title.Right()
		}
		lay.right = append(lay.right, c.Right)
		box.Objects = append(box.Objects, title)
	}
	for _, row := range rows {
		var cells []fyne.CanvasObject
		for _, c := range columns {
			cells = append(cells, NewSpans(Span{Text: c.Title, Style: Small}), c.Cell(row))
		}
		ground := newTableRow(cells, nil)
		if open != nil {
			ground.act = func() { open(row) }
		} else {
			ground.Disable()
		}
		box.Objects = append(box.Objects, ground, Hairline())
		box.Objects = append(box.Objects, cells...)
	}
	return box
}

// Figures is a cell of figures, which end at the right.
func Figures(style Style, text string) *Text { return NewText(style, text).Right() }

// TwoLines is a cell with a note below its text.
func TwoLines(style Style, text, note string) fyne.CanvasObject {
	if note == "" {
		return NewText(style, text)
	}
	return Stack(0, NewText(style, text), NewText(Small, note))
}

// tableRow is the ground of a row: it takes clicks, keys and the ring.
type tableRow struct {
	press
	cells []fyne.CanvasObject
}

func newTableRow(cells []fyne.CanvasObject, act func()) *tableRow {
	r := &tableRow{cells: cells}
	r.become(r, r.speak, act)
	return r
}

func (r *tableRow) speak() string { return Words(container.NewWithoutLayout(r.cells...)) }

// AccessibilityLabel is empty: the cells speak for themselves.
func (r *tableRow) AccessibilityLabel() string { return "" }

// MinSize is nothing: the table gives the row its room.
func (r *tableRow) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the hover and the ring.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	below, ring := ground(4), newRing(0)
	return &drawn{part: r, of: []fyne.CanvasObject{below, ring}, place: func(size fyne.Size) {
		fill(below, "", "", 0)
		if r.hovered && !r.Disabled() {
			fill(below, theme.Hover, "", 0)
		}
		put(below, 0, 0, size.Width, size.Height)
		drawRing(ring, size.SubtractWidthHeight(2*ringGap, 2*ringGap), r.ringed())
		ring.Move(fyne.NewPos(0, 0))
	}}
}
