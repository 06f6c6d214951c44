package paper

import (
	"fmt"
	"image/color"
	"sync"

	"holdfast/record"
	"holdfast/wording"
)

// Document is a text of any length: blocks, from top to bottom, all of them
// already worded. PDF lays it out on pages, HTML makes one page of a browser.
type Document struct {
	// Name stands in the file's own data, where programs show it in windows
	// and lists. Keep it neutral; empty is "Document".
	Name string
	// Title is printed above the first block; empty leaves it out.
	Title string
	// Size is the paper; empty is Letter.
	Size Size
	// Day is the day in the file's own data; the zero date tells none.
	Day record.Date
	// Foot is small print at the foot of every page, beside its number.
	Foot string
	// Loose are pages that go to different people: none is numbered.
	Loose  bool
	Blocks []Block
}

// Size is a size of paper.
type Size string

// The sizes of paper.
const (
	Letter Size = "letter" // 215.9 × 279.4 mm, ANSI/ASME Y14.1
	A4     Size = "a4"     // 210 × 297 mm, ISO 216
)

// Sizes are all sizes of paper, as a form offers them.
func Sizes() []Size { return []Size{Letter, A4} }

// Block is a part of a Document: one of the types below.
type Block interface {
	print(*page)
	markup(*markup)
}

// Heading begins a section, or with Sub a part of one.
type Heading struct {
	Text string
	Sub  bool
}

// Look is how a paragraph looks.
type Look string

// The looks of a paragraph.
const (
	Plain Look = ""
	Quiet Look = "quiet" // smaller and grey: an explanation
	Boxed Look = "boxed" // in a frame: what must not be overlooked
)

// Paragraph is running text; a line break in it is kept.
type Paragraph struct {
	Text string
	Look Look
}

// List is things one under the other, each with a dot.
type List []string

// Facts are labels, each with what stands beside it.
type Facts []Line

// Table is rows under a head, which is printed again on every page. A row may
// have fewer cells than there are columns.
type Table struct {
	Columns []Column
	Rows    [][]string
	// Total is a last row that sums up; empty leaves it out.
	Total []string
}

// Column is one column of a table; Right is for figures.
type Column struct {
	Head  string
	Right bool
}

// Boxes are things to tick, one under the other or with Beside next to each
// other.
type Boxes struct {
	Items  []Box
	Beside bool
}

// Box is a box to be ticked and what stands beside it.
type Box struct {
	Text   string
	Ticked bool
}

// Signatures are lines to sign on, with what stands under each ("Name",
// "Date").
type Signatures []string

// Blank is so many empty lines to write on, under a label. None is one.
type Blank struct {
	Label string
	Lines int
}

// Drawing is a chart: shapes in a space of Width by Height millimetres from
// its top left, made smaller where the page is narrower.
type Drawing struct {
	Width, Height float64
	Shapes        []Shape
	Alt           string
}

// Shape is one part of a Drawing. One point is where Text stands, two are a
// line, more are a polygon.
type Shape struct {
	Points []Point
	// Fill is inside a polygon and the colour of a text; nil is empty, and
	// black for a text.
	Fill color.Color
	// Edge is the line around a polygon, or the line; nil leaves it out.
	Edge color.Color
	// Thick is the line's width in millimetres (0: 0.3), Dashed its kind.
	Thick  float64
	Dashed bool
	// Text stands on the point, Anchor says which side of it is there, and
	// Size is in points (0: 8.5).
	Text   string
	Anchor Anchor
	Size   float64
	Bold   bool
}

// Point is a place in a Drawing, in millimetres.
type Point struct{ X, Y float64 }

// Anchor says which part of a text stands at its point; its baseline does
// in any case.
type Anchor string

// The anchors.
const (
	AtStart  Anchor = ""
	AtMiddle Anchor = "middle"
	AtEnd    Anchor = "end"
)

// Break begins another page.
type Break struct{}

// Together are blocks that stay on one page where they fit on one.
type Together []Block

// PDF is the document as a PDF. It fails where a font can't be read, and with
// a wording.Problem where a text can't be printed in it: HTML has no such
// limit.
func (d Document) PDF(b *wording.Book, f Fonts) ([]byte, error) {
	first, err := d.printed(b, f, 0)
	if err != nil {
		return nil, err
	}
	if total := first.pdf.PageCount(); total > 1 && !d.Loose {
		// How many pages there are is known only after the first time.
		if first, err = d.printed(b, f, total); err != nil {
			return nil, err
		}
	}
	return first.bytes()
}

// name is the neutral title of the file.
func (d Document) name(b *wording.Book) string {
	if d.Name == "" {
		return b.Say("Document")
	}
	return d.Name
}

// printed lays the document out; total is the number of its pages, 0 where
// it is not known or there is but one.
func (d Document) printed(b *wording.Book, f Fonts, total int) (*page, error) {
	width, height := letterWidth, letterHeight
	switch d.Size {
	case A4:
		width, height = 210, 297
	case Letter, "":
	default:
		return nil, fmt.Errorf("%w: no paper of size %q", record.ErrInvalid, d.Size)
	}
	s, err := newSheet(width, height, pageMargin, d.name(b), d.Day, b, f)
	if err != nil {
		return nil, err
	}
	p := &page{sheet: s}
	p.trial = sync.OnceValues(func() (*page, error) {
		s, err := newSheet(width, endless, pageMargin, "", d.Day, b, f)
		trial := &page{sheet: s}
		trial.trial = func() (*page, error) { return trial, nil }
		return trial, err
	})
	p.pdf.SetFooterFunc(func() { p.foot(d.Foot, total, b) })
	if d.Title != "" {
		p.write(titleStyle, d.Title, p.margin, p.inner(), 2.5)
	}
	for i, block := range d.Blocks {
		if h, is := block.(Heading); is && i+1 < len(d.Blocks) {
			h.before(p, d.Blocks[i+1])
		}
		block.print(p)
	}
	return p, p.failure
}
