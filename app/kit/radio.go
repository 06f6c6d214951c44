package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/theme"
)

// Radio is a question with its answers as cards under each other, of which
// one is chosen. Up and Down move between them, Enter and Space choose.
type Radio struct {
	composite
	options []Option
	cards   []*radioCard
	chosen  int
	changed func(id string)
}

// NewRadio makes the cards; changed, which may be nil, is told the ID of what
// is chosen. Nothing is chosen at first.
func NewRadio(options []Option, changed func(id string)) *Radio {
	r := &Radio{options: options, chosen: -1, changed: changed}
	parts := make([]fyne.CanvasObject, len(options))
	for i, o := range options {
		card := newRadioCard(r, i, o)
		r.cards = append(r.cards, card)
		parts[i] = card
	}
	r.become(r, Stack(10, parts...))
	return r
}

// Set chooses by ID, without telling.
func (r *Radio) Set(id string) *Radio {
	r.chosen = find(r.options, id)
	for _, card := range r.cards {
		card.Refresh()
	}
	return r
}

// Chosen is the ID of what is chosen, or "".
func (r *Radio) Chosen() string {
	if r.chosen < 0 {
		return ""
	}
	return r.options[r.chosen].ID
}

// Disable closes the question: nothing can be chosen.
func (r *Radio) Disable() {
	for _, card := range r.cards {
		card.Disable()
	}
}

// Enable opens it again.
func (r *Radio) Enable() {
	for _, card := range r.cards {
		card.Enable()
	}
}

func (r *Radio) choose(i int) {
	r.Set(r.options[i].ID)
	if r.changed != nil {
		r.changed(r.options[i].ID)
	}
}

// radioCard is one answer.
type radioCard struct {
	press
	radio *Radio
	place int
	words *fyne.Container
}

func newRadioCard(r *Radio, place int, o Option) *radioCard {
	c := &radioCard{radio: r, place: place}
	lines := []fyne.CanvasObject{NewText(Body, o.Label)}
	if o.Note != "" {
		lines = append(lines, NewText(Small, o.Note).In(Ink))
	}
	c.words = Stack(Hair, lines...)
	c.become(c, func() string { return Words(c.words) }, func() { r.choose(place) })
	return c
}

// TypedKey also moves between the cards.
func (c *radioCard) TypedKey(key *fyne.KeyEvent) {
	step := 0
	switch key.Name {
	case fyne.KeyUp:
		step = -1
	case fyne.KeyDown:
		step = 1
	default:
		c.press.TypedKey(key)
		return
	}
	noticed(c)
	if next := c.place + step; next >= 0 && next < len(c.radio.cards) {
		focus(c.radio.cards[next])
	}
}

// The room around the words of a card.
const (
	cardPad   float32 = 16
	cardPadUp float32 = 12
)

func (c *radioCard) dot() float32          { return 18 * textScale() }
func (c *radioCard) indent() float32       { return cardPad + c.dot() + 12 }
func (c *radioCard) NaturalWidth() float32 { return NaturalWidth(c.words) + c.indent() + cardPad }
func (c *radioCard) HeightFor(w float32) float32 {
	return HeightFor(c.words, w-c.indent()-cardPad) + 2*cardPadUp
}

func (c *radioCard) MinSize() fyne.Size {
	width := c.words.MinSize().Width + c.indent() + cardPad
	return fyne.NewSize(width, c.HeightFor(max(width, c.Size().Width)))
}

// CreateRenderer draws the card.
func (c *radioCard) CreateRenderer() fyne.WidgetRenderer {
	r := &radioRenderer{
		of: c, ground: sheet(theme.Card, theme.FieldLine, theme.RadiusField),
		outer: canvas.NewCircle(color.Transparent), inner: canvas.NewCircle(color.Transparent), ring: newRing(theme.RadiusField),
	}
	r.paint()
	return r
}

type radioRenderer struct {
	of           *radioCard
	ground, ring *canvas.Rectangle
	outer, inner *canvas.Circle
}

func (r *radioRenderer) paint() {
	r.ground.FillColor, r.ground.StrokeColor = ink(theme.Card), ink(theme.FieldLine)
	r.outer.FillColor, r.outer.StrokeColor, r.outer.StrokeWidth = ink(theme.Card), ink(theme.Muted), 2
	r.inner.FillColor = ink(theme.OnAccent)
	r.inner.Hidden = r.of.radio.chosen != r.of.place
	if r.of.radio.chosen == r.of.place {
		r.ground.FillColor, r.ground.StrokeColor = ink(theme.AccentSoft), ink(theme.Accent)
		r.outer.FillColor, r.outer.StrokeColor = ink(theme.Accent), ink(theme.Accent)
	} else if r.of.hovered {
		r.ground.StrokeColor = ink(theme.Accent)
	}
}

func (r *radioRenderer) Layout(size fyne.Size) {
	put(r.ground, 0, 0, size.Width, size.Height)
	dot := r.of.dot()
	top := (size.Height - dot) / 2
	put(r.outer, cardPad, top, dot, dot)
	hole := dot / 3
	put(r.inner, cardPad+hole, top+hole, hole, hole)
	room := size.Width - r.of.indent() - cardPad
	height := HeightFor(r.of.words, room)
	put(r.of.words, r.of.indent(), (size.Height-height)/2, room, height)
	drawRing(r.ring, size, r.of.ringed())
}

func (r *radioRenderer) MinSize() fyne.Size { return r.of.MinSize() }
func (r *radioRenderer) Destroy()           {}
func (r *radioRenderer) Refresh() {
	r.paint()
	r.Layout(r.of.Size())
	canvas.Refresh(r.of)
}

func (r *radioRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.outer, r.inner, r.of.words, r.ring}
}
