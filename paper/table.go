package paper

import "math"

// The measures of a table, in millimetres.
const (
	cellGap   = 3.5 // between columns
	cellAbove = 0.9
)

var cellStyle, cellHead = style{size: 9.5}, style{size: 8.5, bold: true}

func (t Table) print(p *page) {
	if len(t.Columns) == 0 {
		return
	}
	widths := t.widths(p)
	p.room(t.beginning(p, widths))
	t.head(p, widths)
	for _, row := range t.Rows {
		t.row(p, cellStyle, row, widths)
	}
	if len(t.Total) > 0 {
		t.row(p, style{size: cellStyle.size, bold: true}, t.Total, widths)
	}
	p.skip(3)
}

// beginning is how much room the head takes with the first row, with which it
// stays: all of it, or of a tall one the first half of a page.
func (t Table) beginning(p *page, widths []float64) float64 {
	first := 2*cellStyle.leading() + 2*cellAbove
	if len(t.Rows) > 0 {
		first = math.Min(math.Max(first, t.tall(p, cellStyle, t.Rows[0], widths)), p.bottom()/2)
	}
	return t.tall(p, cellHead, t.heads(), widths) + first
}

func (t Table) heads() []string {
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	return heads
}

// widths shares the page out: a column that needs less than its share leaves
// the rest to the others, and what nobody needs goes to the columns of text.
func (t Table) widths(p *page) []float64 {
	natural := make([]float64, len(t.Columns))
	widen := func(st style, row []string) {
		p.use(st)
		for i, text := range row[:min(len(row), len(natural))] {
			natural[i] = math.Max(natural[i], p.pdf.GetStringWidth(p.printable(text))+cellGap+0.5)
		}
	}
	widen(cellHead, t.heads())
	widen(style{size: cellStyle.size, bold: true}, t.Total)
	for _, row := range t.Rows {
		widen(cellStyle, row)
	}
	widths, rest, open := make([]float64, len(natural)), p.inner(), len(natural)
	for settled := true; settled; {
		settled = false
		for i, need := range natural {
			if widths[i] == 0 && need <= rest/float64(open) {
				widths[i], settled = math.Max(need, cellGap), true
				rest, open = rest-widths[i], open-1
			}
			if open == 0 {
				return t.spread(widths, rest)
			}
		}
	}
	for i := range widths {
		if widths[i] == 0 {
			widths[i] = rest / float64(open)
		}
	}
	return widths
}

// spread gives the columns of text what is left of the page.
func (t Table) spread(widths []float64, rest float64) []float64 {
	texts := 0
	for _, c := range t.Columns {
		if !c.Right {
			texts++
		}
	}
	for i, c := range t.Columns {
		if texts > 0 && !c.Right {
			widths[i] += rest / float64(texts)
		}
	}
	return widths
}

func (t Table) tall(p *page, st style, row []string, widths []float64) float64 {
	most := 1
	for i, text := range row[:min(len(row), len(widths))] {
		most = max(most, len(p.lines(st, text, widths[i]-cellGap)))
	}
	return float64(most)*st.leading() + 2*cellAbove
}

func (t Table) head(p *page, widths []float64) {
	p.muted()
	t.row(p, cellHead, t.heads(), widths)
	p.ink()
}

// row prints a row with a line below. A row that is taller than a page goes
// on over the next; any other stays whole.
func (t Table) row(p *page, st style, row []string, widths []float64) {
	cells, most := make([][]string, len(widths)), 1
	for i, text := range row[:min(len(row), len(widths))] {
		cells[i] = p.lines(st, text, widths[i]-cellGap)
		most = max(most, len(cells[i]))
	}
	fits := func() int { return int((p.bottom() - p.pdf.GetY() - 2*cellAbove + 0.001) / st.leading()) }
	for from := 0; from < most; {
		left := most - from
		if now := fits(); now < left && (from > 0 || p.pdf.GetY() > p.bottom()/2 || now < 1) && st != cellHead {
			p.pdf.AddPage()
			t.head(p, widths)
		}
		to := min(most, from+max(fits(), 1))
		t.part(p, st, cells, from, to, widths)
		from = to
	}
}

// part prints some of the lines of a row.
func (t Table) part(p *page, st style, cells [][]string, from, to int, widths []float64) {
	p.use(st)
	top, x := p.pdf.GetY()+cellAbove, p.margin
	for i, lines := range cells {
		for n := from; n < min(to, len(lines)); n++ {
			text := lines[n]
			at := x
			if t.Columns[i].Right {
				at += widths[i] - p.pdf.GetStringWidth(text)
				if i < len(cells)-1 {
					at -= cellGap
				}
			}
			p.at(st, text, at, top+float64(n-from)*st.leading())
		}
		x += widths[i]
	}
	y := top + float64(to-from)*st.leading() + cellAbove
	p.hairline()
	p.pdf.Line(p.margin, y, p.margin+p.inner(), y)
	p.pdf.SetY(y)
}
