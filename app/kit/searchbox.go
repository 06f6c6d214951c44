package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

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
	return &searchRenderer{of: s, ground: sheet(theme.Card, theme.Hairline, theme.RadiusField), ring: newRing(theme.RadiusField)}
}

type searchRenderer struct {
	of           *SearchBox
	ground, ring *canvas.Rectangle
}

func (r *searchRenderer) Layout(size fyne.Size) {
	r.ground.StrokeColor = ink(theme.Hairline)
	if r.of.hovered {
		r.ground.StrokeColor = ink(theme.FieldLine)
	}
	put(r.ground, 0, 0, size.Width, size.Height)
	high := r.of.text.HeightFor(size.Width - 26)
	put(r.of.text, 13, (size.Height-high)/2, size.Width-26, high)
	drawRing(r.ring, size, r.of.ringed())
}

func (r *searchRenderer) MinSize() fyne.Size { return r.of.MinSize() }
func (r *searchRenderer) Destroy()           {}
func (r *searchRenderer) Refresh()           { r.Layout(r.of.Size()); canvas.Refresh(r.of) }
func (r *searchRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.of.text, r.ring}
}
