package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Line is a row of a List: a part of its own type that can show any R. A List
// makes as many as fit into the window and shows thousands of rows with
// those, so Fill only sets texts and makes no parts. It embeds Part.
type Line[R any] interface {
	fyne.CanvasObject
	// Fill lets the line show a row.
	Fill(R)
}

// List shows thousands of rows of one height and scrolls by itself. Up, Down,
// Page Up, Page Down, Home and End move; Enter, Space and a click open.
type List[R any] struct {
	composite
	makeLine func() Line[R]
	open     func(R)
	rows     []R

	scroll  *container.Scroll
	sheet   *fyne.Container
	lines   []*listLine[R]
	high    float32 // of a row
	wide    float32 // for which high was measured
	at      int
	focused bool
}

// beyondBar is the room at the right of the rows in which the bar lies.
const beyondBar float32 = 8

// usualRows is how many rows a list shows that may be as high as it likes.
const usualRows = 12

// NewList makes an empty list; makeLine makes a line, open (which may be nil)
// is done with the row that a person chooses.
func NewList[R any](makeLine func() Line[R], open func(R)) *List[R] {
	l := &List[R]{makeLine: makeLine, open: open}
	l.sheet = &fyne.Container{Layout: &listLayout[R]{list: l}}
	l.scroll = container.NewVScroll(l.sheet)
	l.scroll.OnScrolled = func(fyne.Position) { noticed(l); l.fill() }
	l.become(l, l.scroll)
	return l
}

// SetRows shows other rows, from the first.
func (l *List[R]) SetRows(rows []R) {
	l.rows, l.at, l.high = rows, 0, 0
	l.scroll.Offset = fyne.Position{}
	l.scroll.Refresh()
	l.fill()
}

// Update shows changed rows and stays where it is.
func (l *List[R]) Update(rows []R) {
	l.rows, l.high = rows, 0
	l.at = min(l.at, max(0, len(rows)-1))
	l.scroll.Refresh()
	l.fill()
}

// Rows is how many there are.
func (l *List[R]) Rows() int { return len(l.rows) }

// At is the place of the row that is marked, from 0.
func (l *List[R]) At() int { return l.at }

// FillsPage says that the list scrolls by itself.
func (l *List[R]) FillsPage() bool { return true }

// HeightFor is that of a dozen rows: a list takes the height that it is given.
func (l *List[R]) HeightFor(width float32) float32 {
	return l.rowHeight(width-beyondBar) * float32(min(len(l.rows), usualRows))
}

// NaturalWidth is that of a line.
func (l *List[R]) NaturalWidth() float32 { return NaturalWidth(l.makeLine()) }

// MinSize is a few rows.
func (l *List[R]) MinSize() fyne.Size {
	return fyne.NewSize(l.makeLine().MinSize().Width, l.rowHeight(l.Size().Width-beyondBar)*float32(min(len(l.rows), 3)))
}

// rowHeight is the height of the highest of the first rows.
func (l *List[R]) rowHeight(width float32) float32 {
	if l.high > 0 && l.wide == width {
		return l.high
	}
	line := l.makeLine()
	l.high, l.wide = 1, width
	for _, row := range l.rows[:min(len(l.rows), 30)] {
		line.Fill(row)
		l.high = max(l.high, HeightFor(line, width))
	}
	return l.high
}

// listLayout gives the sheet the height of all rows, though it holds only
// those that are seen.
type listLayout[R any] struct{ list *List[R] }

func (s *listLayout[R]) Layout([]fyne.CanvasObject, fyne.Size) { s.list.fill() }
func (s *listLayout[R]) MinSize([]fyne.CanvasObject) fyne.Size {
	l := s.list
	return fyne.NewSize(0, l.rowHeight(l.scroll.Size().Width-beyondBar)*float32(len(l.rows)))
}

// fill puts the lines that are seen in their places.
func (l *List[R]) fill() {
	width := l.scroll.Size().Width - beyondBar
	if width <= 0 {
		return
	}
	high := l.rowHeight(width)
	first := max(0, int(l.scroll.Offset.Y/high))
	// A list that was empty has no height yet; the window does not ask again
	// once it has.
	count := min(len(l.rows)-first, max(int(l.scroll.Size().Height/high)+2, usualRows+1))
	for len(l.lines) < count {
		line := newListLine(l)
		l.lines = append(l.lines, line)
		l.sheet.Objects = append(l.sheet.Objects, line)
	}
	for i, line := range l.lines {
		if i >= count {
			line.Hide()
			continue
		}
		line.become(first + i)
		line.Show()
		put(line, 0, float32(first+i)*high, width, high)
	}
	canvas.Refresh(l.sheet) // not the container's own, which would lay it out again
}

// goTo marks a row and scrolls to it.
func (l *List[R]) goTo(row int) {
	if len(l.rows) == 0 {
		return
	}
	l.at = min(max(row, 0), len(l.rows)-1)
	high := l.rowHeight(l.scroll.Size().Width - beyondBar)
	top, bottom := float32(l.at)*high, float32(l.at+1)*high
	switch {
	case top < l.scroll.Offset.Y:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > l.scroll.Offset.Y+l.scroll.Size().Height:
		l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-l.scroll.Size().Height))
	}
	l.fill()
}

func (l *List[R]) openRow(row int) {
	l.goTo(row)
	if l.open != nil && row < len(l.rows) {
		l.open(l.rows[row])
	}
}

// FocusGained shows the mark.
func (l *List[R]) FocusGained() { l.focused = true; l.fill() }

// FocusLost hides the mark.
func (l *List[R]) FocusLost() { l.focused = false; l.fill() }

// TypedRune does nothing: keys come by TypedKey.
func (l *List[R]) TypedRune(rune) {}

// TypedKey moves and opens, and passes other keys on.
func (l *List[R]) TypedKey(key *fyne.KeyEvent) {
	noticed(l)
	page := max(1, int(l.scroll.Size().Height/l.rowHeight(l.scroll.Size().Width-beyondBar))-1)
	switch key.Name {
	case fyne.KeyUp:
		l.goTo(l.at - 1)
	case fyne.KeyDown:
		l.goTo(l.at + 1)
	case fyne.KeyPageUp:
		l.goTo(l.at - page)
	case fyne.KeyPageDown:
		l.goTo(l.at + page)
	case fyne.KeyHome:
		l.goTo(0)
	case fyne.KeyEnd:
		l.goTo(len(l.rows) - 1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.openRow(l.at)
	default:
		passOn(l, key)
	}
}
