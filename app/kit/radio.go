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
	editing func()
	// Sure, where it is set, is done by Enter on the answer that is chosen
	// already: who answers by keys goes on with it.
	Sure func()
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

func (r *Radio) beforeEdit(do func()) { r.editing = do }

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

// First is what gets the focus: the card that is chosen, or the first.
func (r *Radio) First() fyne.Focusable { return r.cards[max(0, r.chosen)] }

func (r *Radio) choose(i int) {
	r.Set(r.options[i].ID)
	if r.editing != nil {
		r.editing()
	}
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
	next, moves := stepKey(key, fyne.KeyUp, fyne.KeyDown, c.place, len(c.radio.cards))
	enter := key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
	switch {
	case moves:
		noticed(c)
		focus(c.radio.cards[next])
	case enter && c.radio.chosen == c.place && c.radio.Sure != nil:
		noticed(c)
		c.radio.Sure()
	default:
		c.press.TypedKey(key)
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
	below, ring := ground(theme.RadiusField), newRing(theme.RadiusField)
	outer, inner := canvas.NewCircle(color.Transparent), canvas.NewCircle(color.Transparent)
	return &drawn{part: c, of: []fyne.CanvasObject{below, outer, inner, c.words, ring}, place: func(size fyne.Size) {
		chosen := c.radio.chosen == c.place
		fill(below, theme.Card, theme.FieldLine, 1)
		outer.FillColor, outer.StrokeColor, outer.StrokeWidth = ink(theme.Card), ink(theme.Muted), 2
		inner.FillColor = ink(theme.OnAccent)
		show(inner, chosen)
		switch {
		case chosen:
			fill(below, theme.AccentSoft, theme.Accent, 1)
			outer.FillColor, outer.StrokeColor = ink(theme.Accent), ink(theme.Accent)
		case c.hovered:
			fill(below, theme.Card, theme.Accent, 1)
		}
		put(below, 0, 0, size.Width, size.Height)
		dot := c.dot()
		top, hole := (size.Height-dot)/2, dot/3
		put(outer, cardPad, top, dot, dot)
		put(inner, cardPad+hole, top+hole, hole, hole)
		middle(c.words, c.indent(), size.Width-c.indent()-cardPad, size.Height)
		drawRing(ring, size, c.ringed())
	}}
}
