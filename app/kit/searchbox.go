package kit

import (
	"fyne.io/fyne/v2"

	"holdfast/app/theme"
)

// SearchBox looks like a field and opens the palette.
type SearchBox struct {
	press
	text *Text
}

// NewSearchBox makes one; open shows the palette.
func NewSearchBox(env *Env, open func()) *SearchBox {
	s := &SearchBox{text: NewSpans(
		Span{Text: env.Say("Find anyone or anything"), Tone: Muted},
		Span{Text: noBreak + noBreak + noBreak + "Ctrl" + noBreak + "K", Tone: Muted},
	)}
	s.become(s, func() string { return s.text.String() }, open)
	return s
}

// NaturalWidth is that of the words.
func (s *SearchBox) NaturalWidth() float32 { return s.text.NaturalWidth() + 26 }

// HeightFor is that of a field.
func (s *SearchBox) HeightFor(w float32) float32 { return s.text.HeightFor(max(1, w-26)) + 18 }

// MinSize holds the longest word.
func (s *SearchBox) MinSize() fyne.Size {
	width := s.text.MinSize().Width + 26
	return fyne.NewSize(width, s.HeightFor(max(width, s.Size().Width)))
}

// CreateRenderer draws the box.
func (s *SearchBox) CreateRenderer() fyne.WidgetRenderer {
	below, ring := ground(theme.RadiusField), newRing(theme.RadiusField)
	return &drawn{part: s, of: []fyne.CanvasObject{below, s.text, ring}, place: func(size fyne.Size) {
		fill(below, theme.Card, theme.Hairline, 1)
		if s.hovered {
			fill(below, theme.Card, theme.FieldLine, 1)
		}
		put(below, 0, 0, size.Width, size.Height)
		middle(s.text, 13, size.Width-26, size.Height)
		drawRing(ring, size, s.ringed())
	}}
}
