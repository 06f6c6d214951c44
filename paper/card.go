package paper

import (
	"holdfast/record"
	"holdfast/wording"
)

// Card is what a contact card holds. Nothing on it is a name.
type Card struct {
	// Code stands for the person ("7f3a"); it is the only thing that says whom
	// the card is about.
	Code string
	// Ways are how to reach them, the best first.
	Ways []Way
	// Words are what to say and what to do, each a label and a sentence.
	Words []Line
	// Confirmed is the day that the person last confirmed all of it.
	Confirmed record.Date
}

// Way is one way of reaching somebody.
type Way struct {
	// Name is "Signal", Value the number or address as it is to be printed
	// (masked unless the full one was asked for).
	Name, Value string
	// Hours, Rules and Else (when somebody else answers) are in words.
	Hours, Rules, Else string
}

// Line is a label and what stands beside it.
type Line struct{ Label, Text string }

// The measures of a card, in millimetres: A6, which folded twice fits where a
// bank card does.
const (
	cardWidth, cardHeight = 105.0, 148.0
	cardMargin            = 8.0
)

// The styles of a card.
var (
	codeStyle  = style{size: 15, bold: true}
	wayStyle   = style{size: 9.5, bold: true}
	aboutStyle = style{size: 8.5}
	noteStyle  = style{size: 7}
)

// ContactCard is the card as a PDF, one A6 page or as many as it takes. It
// fails where a font can't be read, and with a wording.Problem where a text
// can't be printed in it.
func ContactCard(c Card, b *wording.Book, f Fonts) ([]byte, error) {
	s, err := newSheet(cardWidth, cardHeight, cardMargin, b.Say("Card"), c.Confirmed, b, f)
	if err != nil {
		return nil, err
	}
	s.write(codeStyle, c.Code, s.margin, s.inner(), 0)
	s.muted()
	s.write(noteStyle, confirmedOn(c, b), s.margin, s.inner(), 1.5)
	s.ink()
	for _, way := range c.Ways {
		s.way(way)
	}
	if len(c.Words) > 0 {
		s.room(12)
		s.rule(1.5)
	}
	for _, line := range c.Words {
		s.room(s.tall(noteStyle, line.Label) + s.tall(aboutStyle, line.Text))
		s.muted()
		s.write(noteStyle, line.Label, s.margin, s.inner(), 0)
		s.ink()
		s.write(aboutStyle, line.Text, s.margin, s.inner(), 0.8)
	}
	s.room(10)
	s.rule(1.2)
	s.muted()
	s.write(noteStyle, b.Say("Carry this only as long as you need it, then destroy it. If you have found it, please destroy it."),
		s.margin, s.inner(), 0)
	return s.bytes()
}

func confirmedOn(c Card, b *wording.Book) string {
	if c.Confirmed.IsZero() {
		return b.Say("Never confirmed: ask first.")
	}
	return b.Say("Confirmed on {date}. Ask whether it still holds.", "date", c.Confirmed)
}

// way prints one way; it begins another page rather than being torn apart.
func (s *sheet) way(w Way) {
	head := w.Name
	if w.Value != "" {
		head += "  " + w.Value
	}
	about := []string{w.Hours, w.Rules, w.Else}
	height := 3 + s.tall(wayStyle, head)
	for _, text := range about {
		height += s.tall(aboutStyle, text)
	}
	s.room(height)
	s.rule(1.2)
	s.write(wayStyle, head, s.margin, s.inner(), 0)
	for _, text := range about {
		s.write(aboutStyle, text, s.margin, s.inner(), 0)
	}
	s.pdf.SetY(s.pdf.GetY() + 1)
}
