package paper

import (
	"math"
	"strings"

	"holdfast/wording"
)

// The measures of a document's page, in millimetres.
const (
	pageMargin = 20.0
	footHeight = 11.0 // above the lower edge of the paper
	labelShare = 0.3  // of the width, for the labels of facts
	boxSide    = 3.4
	linePitch  = 8.5 // between lines to write on
	endless    = 1e5
)

// The styles of a document that a kit does not have.
var (
	sectionStyle = style{size: 13, bold: true}
	partStyle    = style{size: 10.5, bold: true}
)

// page is a sheet that a document's blocks are printed on.
type page struct {
	*sheet
	// trial is a page without an end, to see how tall something comes out.
	trial func() (*page, error)
}

// bottom is where the page ends.
func (p *page) bottom() float64 { return p.height - p.margin }

func (p *page) skip(gap float64) { p.pdf.SetY(p.pdf.GetY() + gap) }

func (p *page) foot(text string, total int, b *wording.Book) {
	p.muted()
	y := p.height - footHeight
	p.at(smallStyle, text, p.margin, y)
	if total > 1 {
		number := b.Say("Page {n} of {total}", "n", p.pdf.PageNo(), "total", total)
		p.use(smallStyle)
		p.at(smallStyle, number, p.width-p.margin-p.pdf.GetStringWidth(number), y)
	}
	p.ink()
}

// before keeps a heading on the page on which the table below it begins.
func (h Heading) before(p *page, next Block) {
	if t, is := next.(Table); is && len(t.Columns) > 0 {
		st, above := h.looks()
		p.room(above + p.tall(st, h.Text) + 1.2 + t.beginning(p, t.widths(p)))
	}
}

func (h Heading) looks() (style, float64) {
	if h.Sub {
		return partStyle, 2.0
	}
	return sectionStyle, 4.0
}

func (h Heading) print(p *page) {
	st, above := h.looks()
	// A heading never stands alone at the foot of a page.
	p.room(above + p.tall(st, h.Text) + 3*bodyStyle.leading())
	if p.pdf.GetY() > p.margin {
		p.skip(above)
	}
	p.write(st, h.Text, p.margin, p.inner(), 1.2)
}

func (t Paragraph) print(p *page) {
	switch t.Look {
	case Quiet:
		p.muted()
		p.write(smallStyle, t.Text, p.margin, p.inner(), 2)
		p.ink()
	case Boxed:
		const pad = 3.0
		p.use(bodyStyle)
		lines := p.lines(bodyStyle, t.Text, p.inner()-2*pad)
		height := float64(len(lines))*bodyStyle.leading() + 2*pad
		p.skip(1)
		p.room(height)
		p.pdf.SetDrawColor(60, 60, 60)
		p.pdf.SetLineWidth(0.4)
		p.pdf.Rect(p.margin, p.pdf.GetY(), p.inner(), math.Min(height, p.bottom()-p.pdf.GetY()), "D")
		p.skip(pad)
		p.write(bodyStyle, t.Text, p.margin+pad, p.inner()-2*pad, pad+2.5)
	default:
		p.write(bodyStyle, t.Text, p.margin, p.inner(), 2)
	}
}

func (l List) print(p *page) {
	for _, text := range l {
		p.room(bodyStyle.leading())
		p.at(bodyStyle, "•", p.margin+1, p.pdf.GetY())
		p.write(bodyStyle, text, p.margin+5.5, p.inner()-5.5, 0.8)
	}
	p.skip(1.5)
}

func (f Facts) print(p *page) {
	label := p.inner() * labelShare
	value := p.inner() - label
	for _, fact := range f {
		left := p.lines(bodyStyle, fact.Label, label-3)
		right := p.lines(bodyStyle, fact.Text, value)
		height := float64(max(len(left), len(right), 1)) * bodyStyle.leading()
		if height < p.bottom()-p.margin { // else it goes on over pages
			p.room(height)
		}
		top := p.pdf.GetY()
		p.muted()
		p.write(bodyStyle, fact.Label, p.margin, label-3, 0)
		p.ink()
		below := p.pdf.GetY()
		p.pdf.SetY(top)
		p.write(bodyStyle, fact.Text, p.margin+label, value, 0)
		if p.pdf.GetY() >= top {
			p.pdf.SetY(math.Max(below, p.pdf.GetY()))
		}
		p.skip(1)
	}
	p.skip(1.5)
}

func (b Boxes) print(p *page) {
	x := p.margin
	const indent = boxSide + 2.2
	for _, item := range b.Items {
		if !b.Beside {
			p.room(math.Min(float64(len(p.lines(bodyStyle, item.Text, p.inner()-indent)))*bodyStyle.leading(), p.bottom()-p.margin))
			p.tick(item, p.margin)
			p.write(bodyStyle, item.Text, p.margin+indent, p.inner()-indent, 1.4)
			continue
		}
		p.use(bodyStyle)
		wide := math.Min(indent+p.pdf.GetStringWidth(item.Text), p.inner())
		if x > p.margin && x+wide > p.margin+p.inner() {
			x = p.margin
			p.skip(bodyStyle.leading() + 1)
		}
		p.room(bodyStyle.leading())
		p.tick(item, x)
		y := p.pdf.GetY()
		p.at(bodyStyle, item.Text, x+indent, y)
		p.pdf.SetY(y)
		x += wide + 7
	}
	if b.Beside && len(b.Items) > 0 {
		p.skip(bodyStyle.leading())
	}
	p.skip(2)
}

// tick draws the box of an item at the height where its text begins.
func (p *page) tick(item Box, x float64) {
	y := p.pdf.GetY() + 0.9
	p.box(x, y, boxSide)
	if item.Ticked {
		p.pdf.SetLineWidth(0.6)
		p.pdf.Line(x+0.7, y+1.8, x+1.5, y+2.6)
		p.pdf.Line(x+1.5, y+2.6, x+2.8, y+0.7)
	}
}

func (s Signatures) print(p *page) {
	const gap, above = 8.0, 13.0
	beside := min(len(s), 2)
	for from := 0; from < len(s); from += beside {
		width := (p.inner() - gap*float64(beside-1)) / float64(beside)
		p.room(above + 2*smallStyle.leading())
		y := p.pdf.GetY() + above
		p.pdf.SetDrawColor(60, 60, 60)
		p.pdf.SetLineWidth(0.25)
		for i, label := range s[from:min(from+beside, len(s))] {
			x := p.margin + float64(i)*(width+gap)
			p.pdf.Line(x, y, x+width, y)
			p.muted()
			p.at(smallStyle, label, x, y+0.6)
			p.ink()
		}
		p.pdf.SetY(y + smallStyle.leading() + 1.5)
	}
	p.skip(2)
}

func (b Blank) print(p *page) {
	if b.Label != "" {
		p.room(p.tall(bodyStyle, b.Label) + linePitch)
		p.write(bodyStyle, b.Label, p.margin, p.inner(), 0)
	}
	for range max(b.Lines, 1) {
		p.room(linePitch)
		p.skip(linePitch)
		p.hairline()
		p.pdf.Line(p.margin, p.pdf.GetY(), p.margin+p.inner(), p.pdf.GetY())
	}
	p.skip(3)
}

func (Break) print(p *page) { p.pdf.AddPage() }

func (t Together) print(p *page) {
	if trial, err := p.trial(); err != nil {
		p.fail(err)
	} else if trial != p {
		trial.pdf.SetY(trial.margin)
		t.print(trial)
		if tall := trial.pdf.GetY() - trial.margin; tall <= p.bottom()-p.margin {
			p.room(tall)
		}
	}
	for _, block := range t {
		block.print(p)
	}
}

// lines are the lines that a text takes in a width.
func (p *page) lines(st style, text string, width float64) []string {
	if text = p.printable(text); text == "" {
		return nil
	}
	p.use(st)
	return p.pdf.SplitText(strings.TrimRight(text, "\n"), width)
}
