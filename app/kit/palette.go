package kit

import (
	"fyne.io/fyne/v2"

	"holdfast/app/theme"
)

// Found is something that a search found. Its note may already be the answer
// ("You can send a Signal message. Do not call.").
type Found struct {
	ID    string
	Title string
	Note  string
	// Word is a tag's, of a Tone; it may be empty.
	Word string
	Tone Tone
}

// Search is what a Palette is opened with.
type Search struct {
	// Hint stands in the field while nothing is typed.
	Hint string
	// Find answers as fast as somebody types; the empty query may suggest.
	// At most MostFound of what it returns is shown.
	Find func(query string) []Found
	// Nothing is said where nothing was found.
	Nothing string
	// Open is done with what was chosen.
	Open func(Found)
}

// MostFound is how many results a Palette shows.
const MostFound = 8

// Palette is a field on top of the window that finds anyone and anything.
// Up and Down move in the results, Enter opens, Escape closes.
type Palette struct {
	layer  *layer
	env    *Env
	search Search
	// Query is the field.
	Query *Entry

	results *Slot
	found   []Found
	rows    []*foundRow
	chosen  int
}

// OpenPalette opens a Palette with nothing typed.
func OpenPalette(env *Env, search Search) *Palette {
	p := &Palette{env: env, search: search, Query: NewEntry(env).Hint(search.Hint), results: NewSlot(nil)}
	p.Query.Keys = p.move
	p.Query.OnChanged = func(string) { p.look() }
	p.Query.OnSubmitted = func(string) { p.open(p.chosen) }
	body := Stack(Near, p.Query, p.results)
	p.layer = &layer{
		canvas: env.Canvas, most: 620, high: true, light: true, onDismiss: p.Close,
		panel: Over(sheet(theme.Card, theme.Hairline, theme.RadiusCard), Pad(Around(12), body)),
	}
	p.layer.open()
	env.Canvas.Focus(p.Query)
	p.look()
	return p
}

// Close takes the palette away.
func (p *Palette) Close() { p.layer.close() }

// Found is what is shown.
func (p *Palette) Found() []Found { return p.found }

// Chosen is the place of what Enter would open, or -1.
func (p *Palette) Chosen() int { return p.chosen }

func (p *Palette) look() {
	p.found = p.search.Find(p.Query.Text)
	if len(p.found) > MostFound {
		p.found = p.found[:MostFound]
	}
	p.rows, p.chosen = nil, 0
	var parts []fyne.CanvasObject
	for i, f := range p.found {
		row := newFoundRow(p, i, f)
		p.rows = append(p.rows, row)
		parts = append(parts, row)
	}
	if len(parts) == 0 {
		p.chosen = -1
		if p.Query.Text != "" {
			parts = append(parts, Pad(Around(Near), NewText(Body, p.search.Nothing).In(Muted)))
		}
	}
	p.results.Set(Stack(2, parts...))
	p.layer.Refresh()
}

// move sees the keys of the field first.
func (p *Palette) move(key *fyne.KeyEvent) bool {
	step := 0
	switch key.Name {
	case fyne.KeyUp:
		step = -1
	case fyne.KeyDown:
		step = 1
	default:
		return false
	}
	if next := p.chosen + step; next >= 0 && next < len(p.rows) {
		p.chosen = next
		for _, row := range p.rows {
			row.Refresh()
		}
	}
	return true
}

func (p *Palette) open(i int) {
	if i < 0 || i >= len(p.found) {
		return
	}
	p.Close()
	p.search.Open(p.found[i])
}

// foundRow is a result.
type foundRow struct {
	press
	palette *Palette
	place   int
	content fyne.CanvasObject
}

func newFoundRow(p *Palette, place int, f Found) *foundRow {
	r := &foundRow{palette: p, place: place}
	words := []fyne.CanvasObject{NewText(Strong, f.Title).Most(1)}
	if f.Note != "" {
		words = append(words, NewText(Small, f.Note).In(Ink).Most(2))
	}
	var content fyne.CanvasObject = Stack(0, words...)
	if f.Word != "" {
		content = Spread(12, content, Tag(f.Tone, f.Word))
	}
	r.content = Pad(Inset{Top: 7, Right: 12, Bottom: 7, Left: 12}, content)
	r.become(r, func() string { return Words(r.content) }, func() { p.open(place) })
	return r
}

func (r *foundRow) NaturalWidth() float32       { return NaturalWidth(r.content) }
func (r *foundRow) HeightFor(w float32) float32 { return HeightFor(r.content, w) }

// MinSize is that of the words.
func (r *foundRow) MinSize() fyne.Size { return r.content.MinSize() }

// CreateRenderer draws the row on the ground of what is chosen.
func (r *foundRow) CreateRenderer() fyne.WidgetRenderer {
	below, ring := ground(theme.RadiusField), newRing(theme.RadiusField)
	return &drawn{part: r, of: []fyne.CanvasObject{below, r.content, ring}, place: func(size fyne.Size) {
		fill(below, theme.Card, "", 0)
		switch {
		case r.palette.chosen == r.place:
			fill(below, theme.AccentSoft, "", 0)
		case r.hovered:
			fill(below, theme.Hover, "", 0)
		}
		put(below, 0, 0, size.Width, size.Height)
		put(r.content, 0, 0, size.Width, size.Height)
		drawRing(ring, size, r.ringed())
	}}
}
