package paper

import (
	"strconv"

	"holdfast/wording"
)

// The measures of the kit, in millimetres. The page is US Letter; everything
// lies within what an A4 page shows too.
const (
	letterWidth, letterHeight = 215.9, 279.4
	kitMargin                 = 22.0
	codeSide                  = 50.0
	groupLine                 = 9.6
	groupPitch                = 4.9
)

// The styles of the kit.
var (
	titleStyle = style{size: 20, bold: true}
	headStyle  = style{size: 11.5, bold: true}
	bodyStyle  = style{size: 10}
	smallStyle = style{size: 8.5}
	groupStyle = style{size: 15, bold: true}
	lineStyle  = style{size: 9, bold: true}
)

// RecoveryKit is the kit as a PDF. It fails where a font can't be read, and
// with a wording.Problem where a text can't be printed in it.
func RecoveryKit(k Kit, b *wording.Book, f Fonts) ([]byte, error) {
	words := kitWords(k, b)
	s, err := newSheet(letterWidth, letterHeight, kitMargin, words.title, k.Made, b, f)
	if err != nil {
		return nil, err
	}
	s.write(titleStyle, words.title, s.margin, s.inner(), 1)
	s.write(bodyStyle, words.what, s.margin, s.inner(), 4)
	s.rule(4)
	s.groups(k, words)
	s.rule(4)
	s.section(words.lineHead)
	s.write(s.fitting(lineStyle, k.Identity), k.Identity, s.margin, s.inner(), 0.5)
	s.help(words.lineHelp)
	s.rule(4)
	s.section(words.printHead)
	s.write(style{size: 13, bold: true}, k.Fingerprint, s.margin, s.inner(), 0.5)
	s.help(words.printHelp)
	s.rule(4)
	s.section(words.todoHead)
	for _, todo := range words.todo {
		s.box(s.margin, s.pdf.GetY()+0.8, 3.2)
		s.write(bodyStyle, todo, s.margin+6, s.inner()-6, 1.2)
	}
	s.pdf.SetY(s.pdf.GetY() + 3)
	s.muted()
	s.write(smallStyle, words.made, s.margin, s.inner(), 0)
	return s.bytes()
}

func (s *sheet) section(head string) { s.write(headStyle, head, s.margin, s.inner(), 0.8) }

func (s *sheet) help(text string) {
	s.muted()
	s.write(smallStyle, text, s.margin, s.inner(), 4)
	s.ink()
}

// groups prints the key in two columns, numbered downwards, with its QR code
// beside it.
func (s *sheet) groups(k Kit, words kitText) {
	width := s.inner()
	if len(k.Code) > 0 {
		width -= codeSide + 4
	}
	s.write(headStyle, words.groupsHead, s.margin, width, 1.5)
	top := s.pdf.GetY()
	rows := (len(k.Groups) + 1) / 2
	for i, g := range k.Groups {
		x, y := s.margin+float64(i/rows)*width/2, top+float64(i%rows)*groupLine
		s.muted()
		s.at(smallStyle, strconv.Itoa(i+1), x, y+1.9)
		s.ink()
		s.spelled(groupStyle, g.Text+"-"+g.Check, x+7, y)
	}
	s.pdf.SetY(top + float64(rows)*groupLine + 1)
	s.muted()
	s.write(smallStyle, words.groupsHelp, s.margin, width, 4)
	end := s.pdf.GetY()
	if len(k.Code) > 0 {
		x := s.width - s.margin - codeSide
		s.code(k.Code, x, top-4, codeSide)
		s.pdf.SetY(top - 4 + codeSide)
		s.write(smallStyle, words.codeHelp, x+3, codeSide-6, 4)
	}
	s.ink()
	s.pdf.SetY(max(end, s.pdf.GetY()))
}
