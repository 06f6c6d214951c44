package paper

import (
	"fmt"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"holdfast/wording"
)

// printable brings a text into the form that is printed (composed letters),
// and refuses one that would not come out whole: a letter that the font does
// not have, or a script whose letters change with their neighbours. A gap on
// such a sheet could pass for an answer, so there is no sheet then.
func (s *sheet) printable(text string) string {
	text = norm.NFC.String(text)
	for _, r := range text {
		if !s.has(r) {
			s.fail(wording.Refuse("", "A text has letters that can't be printed here yet. Copy it by hand, or write it in other letters."))
			return ""
		}
	}
	return text
}

func (s *sheet) has(r rune) bool {
	if r == '\n' || r == ' ' {
		return true
	}
	if r > 0xFFFF || !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common, unicode.Inherited) {
		return false
	}
	glyph, err := s.letters.GlyphIndex(&s.buffer, r)
	return err == nil && glyph != 0
}

// parseFont reads a font once more than fpdf does: fpdf prints nothing for a
// letter that a font does not have, and says nothing about it.
func parseFont(font []byte) (*sfnt.Font, error) {
	parsed, err := sfnt.Parse(font)
	if err != nil {
		return nil, fmt.Errorf("read the font to print in: %w", err)
	}
	return parsed, nil
}
