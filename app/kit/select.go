package kit

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"holdfast/app/theme"
)

// Select is a field that is filled by choosing from a menu. Enter, Space and
// Down open it; Up and Down move in it, Enter chooses, Escape closes.
type Select struct {
	press
	options []Option
	chosen  int
	label   string
	changed func(id string)
	text    *Text
	editing func()
}

// NewSelect makes a field of options; changed, which may be nil, is told the
// ID of what is chosen. Nothing is chosen at first.
func NewSelect(options []Option, changed func(id string)) *Select {
	s := &Select{options: options, chosen: -1, changed: changed, text: NewText(Body, " ").Most(1)}
	s.become(s, s.speak, s.open)
	return s
}

// Set chooses by ID, without telling; an ID that is not there chooses nothing.
func (s *Select) Set(id string) *Select {
	s.chosen = find(s.options, id)
	s.write()
	return s
}

// Chosen is the ID of what is chosen, or "".
func (s *Select) Chosen() string {
	if s.chosen < 0 {
		return ""
	}
	return s.options[s.chosen].ID
}

// Hint shows what could be chosen, while nothing is.
func (s *Select) Hint(text string) *Select {
	s.text.SetSpans(Span{Text: text, Tone: Muted})
	s.write()
	return s
}

func (s *Select) write() {
	if s.chosen >= 0 {
		s.text.SetSpans(Span{Text: s.options[s.chosen].Label})
	}
	s.Refresh()
}

// choose is what the menu does.
func (s *Select) choose(id string) {
	s.Set(id)
	focus(s)
	if s.editing != nil {
		s.editing()
	}
	if s.changed != nil {
		s.changed(id)
	}
}

func (s *Select) open() {
	c := canvasOf(s)
	if c == nil || len(s.options) == 0 {
		return
	}
	items := make([]menuItem, len(s.options))
	for i, o := range s.options {
		items[i] = menuItem{label: o.Label, marked: i == s.chosen, act: func() { s.choose(o.ID) }}
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	openMenu(c, at.AddXY(0, s.Size().Height+2), s.Size().Width, items)
}

// TypedKey also opens the menu by Down.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyDown {
		noticed(s)
		s.do()
		return
	}
	s.press.TypedKey(key)
}

func (s *Select) beforeEdit(do func())  { s.editing = do }
func (s *Select) setLabel(label string) { s.label = label }
func (s *Select) speak() string {
	if s.label == "" {
		return s.text.String()
	}
	return s.label + ": " + s.text.String()
}

// measured is how many options are measured to know how wide the widest is:
// those with the most letters. A list of a whole board has hundreds.
const measured = 12

// NaturalWidth holds the longest option.
func (s *Select) NaturalWidth() float32 {
	longest := s.options
	if len(longest) > measured {
		longest = slices.Clone(longest)
		slices.SortFunc(longest, func(a, b Option) int { return utf8.RuneCountInString(b.Label) - utf8.RuneCountInString(a.Label) })
		longest = longest[:measured]
	}
	var widest float32
	for _, o := range longest {
		widest = max(widest, NewText(Body, o.Label).NaturalWidth())
	}
	return max(widest, s.text.NaturalWidth()) + 36 + iconSize()
}

// HeightFor is that of one line or, where what is chosen is longer than that, of
// two.
func (s *Select) HeightFor(width float32) float32 {
	if s.text.NaturalWidth() <= s.room(width) {
		return fieldHeight()
	}
	return HeightFor(s.lines(2), s.room(width)) + fieldPad
}

// room is what the field leaves to its text.
func (s *Select) room(width float32) float32 { return width - 34 - iconSize() }

// lines is the text in so many lines at most.
func (s *Select) lines(most int) *Text {
	if s.text.most != most {
		s.text.Most(most)
	}
	return s.text
}

// MinSize is a field of a few letters.
func (s *Select) MinSize() fyne.Size { return fyne.NewSize(80*textScale(), fieldHeight()) }

// fieldHeight is that of a field of one line.
func fieldHeight() float32 {
	return breakLines(measureSpans([]Span{{Text: "X"}}), 0)[0].height + fieldPad
}

// fieldPad is what a field has above and below its lines.
const fieldPad float32 = 18

// CreateRenderer draws the field.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	below, arrow, ring := ground(theme.RadiusField), Icon(theme.IconDown, Muted), newRing(theme.RadiusField)
	return &drawn{part: s, of: []fyne.CanvasObject{below, s.text, arrow, ring}, place: func(size fyne.Size) {
		fill(below, theme.Card, theme.FieldLine, 1)
		if s.Disabled() {
			fill(below, theme.Side, theme.FieldLine, 1)
		}
		put(below, 0, 0, size.Width, size.Height)
		most := 1
		if size.Height > fieldHeight()+1 {
			most = 2
		}
		middle(s.lines(most), 12, s.room(size.Width), size.Height)
		put(arrow, size.Width-12-iconSize(), (size.Height-iconSize())/2, iconSize(), iconSize())
		drawRing(ring, size, s.ringed())
	}}
}
