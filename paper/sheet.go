package paper

import (
	"bytes"
	"fmt"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"

	"holdfast/record"
	"holdfast/wording"
)

// Fonts are the two TrueType files that a sheet is printed in.
type Fonts struct{ Regular, Bold []byte }

// sheet is a PDF that is being laid out, in millimetres from the top left.
// The first thing that goes wrong is kept, and nothing is printed after it.
type sheet struct {
	pdf     *fpdf.Fpdf
	letters *sfnt.Font
	buffer  sfnt.Buffer
	width   float64
	height  float64
	margin  float64
	failure error
}

// newSheet begins a PDF whose own data hold a neutral title, the language and
// a day, and nothing of the machine or the person.
func newSheet(width, height, margin float64, title string, day record.Date, b *wording.Book, f Fonts) (*sheet, error) {
	letters, err := parseFont(f.Regular)
	if err != nil {
		return nil, err
	}
	if _, err := parseFont(f.Bold); err != nil {
		return nil, err
	}
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: fpdf.SizeType{Wd: width, Ht: height}})
	pdf.SetMargins(margin, margin, margin)
	pdf.SetAutoPageBreak(true, margin)
	pdf.SetCellMargin(0)
	pdf.SetTitle(title, true)
	pdf.SetLang(string(b.Language()))
	pdf.SetProducer("", false)
	pdf.SetCatalogSort(true)
	if day.IsZero() {
		day = record.Date{Year: 2000, Month: time.January, Day: 1}
	}
	made := day.Start(time.UTC)
	pdf.SetCreationDate(made)
	pdf.SetModificationDate(made)
	pdf.AddUTF8FontFromBytes("Noto", "", bytes.Clone(f.Regular))
	pdf.AddUTF8FontFromBytes("Noto", "B", bytes.Clone(f.Bold))
	pdf.AddPage()
	s := &sheet{pdf: pdf, letters: letters, width: width, height: height, margin: margin}
	s.ink()
	return s, nil
}

// bytes ends the PDF.
func (s *sheet) bytes() ([]byte, error) {
	if s.failure != nil {
		return nil, s.failure
	}
	var out bytes.Buffer
	if err := s.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("make the page: %w", err)
	}
	return out.Bytes(), nil
}

func (s *sheet) fail(err error) {
	if s.failure == nil {
		s.failure = err
	}
}

// The three greys of a page: a printer without colours loses nothing.
func (s *sheet) ink()   { s.pdf.SetTextColor(20, 20, 20) }
func (s *sheet) muted() { s.pdf.SetTextColor(85, 85, 85) }

func (s *sheet) hairline() {
	s.pdf.SetDrawColor(150, 150, 150)
	s.pdf.SetLineWidth(0.2)
}

// inner is the width between the margins.
func (s *sheet) inner() float64 { return s.width - 2*s.margin }

// style is a size in points, and whether it is bold.
type style struct {
	size float64
	bold bool
}

func (s *sheet) use(st style) {
	face := ""
	if st.bold {
		face = "B"
	}
	s.pdf.SetFont("Noto", face, st.size)
}

// leading is the height of a line of a style.
func (st style) leading() float64 { return st.size * 25.4 / 72 * 1.4 }

// write puts a text at the left edge, in lines of a width, and leaves gap
// below it.
func (s *sheet) write(st style, text string, x, width, gap float64) {
	if text = s.printable(text); text == "" {
		return
	}
	s.use(st)
	s.pdf.SetX(x)
	s.pdf.MultiCell(width, st.leading(), text, "", "L", false)
	s.pdf.SetY(s.pdf.GetY() + gap)
}

// at puts one line at a place, without moving on.
func (s *sheet) at(st style, text string, x, y float64) {
	s.use(st)
	text = s.printable(text)
	s.pdf.SetXY(x, y)
	s.pdf.CellFormat(s.pdf.GetStringWidth(text), st.leading(), text, "", 0, "L", false, 0, "")
}

// spelled puts every character of a text into a place of its own, all of one
// width, so that groups stand under each other and none is misread.
func (s *sheet) spelled(st style, text string, x, y float64) {
	s.use(st)
	for i, r := range s.printable(text) {
		s.pdf.SetXY(x+float64(i)*groupPitch, y)
		s.pdf.CellFormat(groupPitch, st.leading(), string(r), "", 0, "C", false, 0, "")
	}
}

// fitting is the style, made smaller until a text fits on one line.
func (s *sheet) fitting(st style, text string) style {
	s.use(st)
	for s.pdf.GetStringWidth(text) > s.inner() && st.size > 4 {
		st.size -= 0.5
		s.use(st)
	}
	return st
}

// rule draws a hairline across the page.
func (s *sheet) rule(gap float64) {
	s.hairline()
	y := s.pdf.GetY()
	s.pdf.Line(s.margin, y, s.width-s.margin, y)
	s.pdf.SetY(y + gap)
}

// tall is the height that write needs for a text across the page.
func (s *sheet) tall(st style, text string) float64 {
	if text == "" {
		return 0
	}
	s.use(st)
	return float64(len(s.pdf.SplitText(s.printable(text), s.inner()))) * st.leading()
}

// room begins another page where less than height is left on this one.
func (s *sheet) room(height float64) {
	if s.pdf.GetY()+height > s.height-s.margin {
		s.pdf.AddPage()
	}
}
