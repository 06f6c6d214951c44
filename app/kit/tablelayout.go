package kit

import "fyne.io/fyne/v2"

// The room within a cell.
const (
	cellPadX float32 = 10
	cellPadY float32 = 10
)

// tableLayout lays out the titles, and then for each row its ground, its line
// and, in turn, label and cell of each column. The labels are shown only
// where the columns do not fit.
type tableLayout struct {
	lastWidth
	columns int
	right   []bool
}

// perRow is how many parts a row has.
func (l *tableLayout) perRow() int { return 2 + 2*l.columns }

// cell is the part of a column, counted from the ground of its row.
func (l *tableLayout) cell(objects []fyne.CanvasObject, row, column int) fyne.CanvasObject {
	return objects[row+2+2*column+1]
}

func (l *tableLayout) label(objects []fyne.CanvasObject, row, column int) fyne.CanvasObject {
	return objects[row+2+2*column]
}

// widths are those of the columns, or nil where they do not fit.
func (l *tableLayout) widths(objects []fyne.CanvasObject, room float32) []float32 {
	least, like := make([]float32, l.columns), make([]float32, l.columns)
	var leastSum, likeSum float32
	for c := range l.columns {
		least[c], like[c] = objects[c].MinSize().Width, NaturalWidth(objects[c])
		for row := l.columns; row < len(objects); row += l.perRow() {
			cell := l.cell(objects, row, c)
			least[c] = max(least[c], leastOf(cell))
			like[c] = max(like[c], NaturalWidth(cell))
		}
		least[c] += 2 * cellPadX
		like[c] = max(like[c]+2*cellPadX, least[c])
		leastSum, likeSum = leastSum+least[c], likeSum+like[c]
	}
	if leastSum > room {
		return nil
	}
	widths := make([]float32, l.columns)
	for c := range widths {
		if likeSum <= room {
			widths[c] = roundDown(like[c] + (room-likeSum)*like[c]/likeSum)
		} else {
			widths[c] = roundDown(least[c] + (room-leastSum)*(like[c]-least[c])/(likeSum-leastSum))
		}
	}
	return widths
}

// leastOf is how narrow a cell may be: no word of it is broken.
func leastOf(cell fyne.CanvasObject) float32 {
	most := 180 * textScale()
	if t, ok := cell.(*Text); ok {
		return t.longestWord(most)
	}
	return min(cell.MinSize().Width, most)
}

func (l *tableLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	wide := l.widths(objects, size.Width) != nil
	for c := range l.columns {
		show(objects[c], wide)
		for row := l.columns; row < len(objects); row += l.perRow() {
			show(l.label(objects, row, c), !wide && objects[c].(*Text).String() != "")
		}
	}
	l.walk(objects, size.Width, put)
}

// show hides or shows a part without a redraw where nothing changes.
func show(o fyne.CanvasObject, visible bool) {
	if o.Visible() == visible {
		return
	}
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// walk visits the parts with their places and returns where they end.
func (l *tableLayout) walk(objects []fyne.CanvasObject, room float32, visit func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	widths := l.widths(objects, room)
	if widths == nil {
		return l.walkNarrow(objects, room, visit)
	}
	y := l.walkCells(objects[:l.columns], widths, 0, 5, visit)
	if l.columns < len(objects) {
		visit(objects[l.columns+1], 0, y, room, 1) // the first line lies below the titles
		y++
	}
	for row := l.columns; row < len(objects); row += l.perRow() {
		cells := make([]fyne.CanvasObject, l.columns)
		for c := range cells {
			cells[c] = l.cell(objects, row, c)
		}
		bottom := l.walkCells(cells, widths, y, cellPadY, visit)
		visit(objects[row], 0, y, room, bottom-y)
		y = bottom
		if next := row + l.perRow(); next < len(objects) {
			visit(objects[next+1], 0, y, room, 1)
			y++
		}
	}
	return y
}

func (l *tableLayout) walkCells(cells []fyne.CanvasObject, widths []float32, top, pad float32, visit func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	var high float32
	for c, cell := range cells {
		high = max(high, fieldOf(cell, widths[c]-2*cellPadX))
	}
	var x float32
	for c, cell := range cells {
		width := widths[c] - 2*cellPadX
		own := fieldOf(cell, width)
		cellX := x + cellPadX
		if _, text := cell.(*Text); !text && NaturalWidth(cell) < width {
			if l.right[c] {
				cellX += width - NaturalWidth(cell)
			}
			width = NaturalWidth(cell) // a tag or a button is not stretched
		}
		visit(cell, cellX, top+pad+(high-own)/2, width, own)
		x += widths[c]
	}
	return top + high + 2*pad
}

// fieldOf is the height of a cell, also of a title that is hidden just now.
func fieldOf(cell fyne.CanvasObject, width float32) float32 {
	if t, ok := cell.(*Text); ok {
		return t.HeightFor(width)
	}
	return HeightFor(cell, width)
}

// narrowCell is how wide a cell and its label are where the columns do not
// fit, at 100 % text.
const narrowCell float32 = 150

// walkNarrow makes a small list of each row: label and cell after label and
// cell, as many beside each other as fit.
func (l *tableLayout) walkNarrow(objects []fyne.CanvasObject, room float32, visit func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	across := max(1, int((room+Gap)/(narrowCell*textScale()+Gap)))
	width := roundDown((room - Gap*float32(across-1)) / float32(across))
	var y float32
	for row := l.columns; row < len(objects); row += l.perRow() {
		visit(objects[row+1], 0, y, room, 1)
		top := y + 1
		y = top + Near
		for c := 0; c < l.columns; {
			next, high := l.narrowLine(objects, row, c, across, width, y, visit)
			c, y = next, y+high+Near
		}
		visit(objects[row], 0, top, room, y-top)
	}
	return y
}

// narrowLine places as many cells of a row as fit beside each other and says
// which comes next, and how high the line is. A cell that cannot be so narrow
// gets the room of two or more.
func (l *tableLayout) narrowLine(objects []fyne.CanvasObject, row, c, across int, width, y float32, visit func(o fyne.CanvasObject, x, y, w, h float32)) (next int, high float32) {
	var labelHigh float32
	for i := range l.columns {
		labelHigh = max(labelHigh, objects[i].(*Text).HeightFor(width))
	}
	for taken := 0; c < l.columns; c++ {
		cell := l.cell(objects, row, c)
		spans := min(across, max(1, int((leastOf(cell)+Gap-1)/(width+Gap))+1))
		if taken > 0 && taken+spans > across {
			break
		}
		x, wide := float32(taken)*(width+Gap), float32(spans)*(width+Gap)-Gap
		below := labelHigh
		if objects[c].(*Text).String() != "" {
			visit(l.label(objects, row, c), x, y, wide, labelHigh)
		} else if taken == 0 && across == 1 {
			below = 0
		}
		own := HeightFor(cell, wide)
		visit(cell, x, y+below, min(wide, max(NaturalWidth(cell), 1)), own)
		high, taken = max(high, below+own), taken+spans
	}
	return c, high
}

func (l *tableLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.minSize(l, objects, 160*textScale())
}

func (l *tableLayout) natural(objects []fyne.CanvasObject) float32 {
	var sum float32
	for c := range l.columns {
		like := NaturalWidth(objects[c])
		for row := l.columns; row < len(objects); row += l.perRow() {
			like = max(like, NaturalWidth(l.cell(objects, row, c)))
		}
		sum += like + 2*cellPadX
	}
	return sum
}

func (l *tableLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}
