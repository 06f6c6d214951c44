package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Span is a run of text in one style and tone.
type Span struct {
	Text  string
	Style Style
	Tone  Tone
}

// Text is words that wrap to the width they are given. It has no margin of
// its own.
type Text struct {
	widget.BaseWidget
	spans []Span
	align fyne.TextAlign
	most  int

	// What was worked out for these spans; a text is asked for its height
	// several times for each frame.
	words   []word
	natural float32
	setAt   float32 // the width at which lines were broken
	broken  []textLine
}

// NewText makes a text of one style.
func NewText(style Style, text string) *Text { return NewSpans(Span{Text: text, Style: style}) }

// NewSpans makes a text of several runs, which follow each other as written:
// put the space between them into one of them.
func NewSpans(spans ...Span) *Text {
	t := &Text{spans: spans, setAt: -1, natural: -1}
	t.ExtendBaseWidget(t)
	return t
}

// In gives every run of the text a tone.
func (t *Text) In(tone Tone) *Text {
	for i := range t.spans {
		t.spans[i].Tone = tone
	}
	t.again()
	return t
}

// Right lets the text end at the right.
func (t *Text) Right() *Text { t.align = fyne.TextAlignTrailing; return t }

// Center puts the text in the middle.
func (t *Text) Center() *Text { t.align = fyne.TextAlignCenter; return t }

// Most keeps the text to so many lines; what does not fit ends in "…".
func (t *Text) Most(lines int) *Text { t.most = lines; t.again(); return t }

// SetText changes the words; the text keeps the style of its first run.
func (t *Text) SetText(text string) {
	first := Span{}
	if len(t.spans) > 0 {
		first = t.spans[0]
	}
	first.Text = text
	t.SetSpans(first)
}

// SetSpans changes all runs.
func (t *Text) SetSpans(spans ...Span) {
	t.spans = spans
	t.again()
}

// String is the words.
func (t *Text) String() string {
	var all strings.Builder
	for _, s := range t.spans {
		all.WriteString(s.Text)
	}
	return all.String()
}

// AccessibilityLabel is what a screen reader says.
func (t *Text) AccessibilityLabel() string { return t.String() }

// AccessibilityRole says that this is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// NaturalWidth is the width of the longest line that the words ask for.
func (t *Text) NaturalWidth() float32 {
	if t.natural < 0 {
		t.natural = 0
		for _, line := range breakLines(t.measured(), 0) {
			t.natural = max(t.natural, roundUp(line.width))
		}
	}
	return t.natural
}

// HeightFor is the height of the lines at a width.
func (t *Text) HeightFor(width float32) float32 {
	var sum float32
	for _, line := range t.lines(width) {
		sum += line.height
	}
	return sum
}

// MinSize is the width of the longest word, up to a bound, and the height at
// the width that the text has.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	longest := t.longestWord(110 * textScale())
	width := t.Size().Width
	if width <= 0 {
		width = t.NaturalWidth()
	}
	return fyne.NewSize(longest, t.HeightFor(max(width, longest)))
}

// longestWord is the width of the longest word, up to a bound. A date is one
// word: its spaces do not break.
func (t *Text) longestWord(most float32) float32 {
	var longest float32
	for _, w := range t.measured() {
		longest = max(longest, w.width)
	}
	return roundUp(min(longest, most))
}

// CreateRenderer draws the lines.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{text: t} }

// again forgets what was worked out, and draws.
func (t *Text) again() {
	t.words, t.setAt, t.natural = nil, -1, -1
	t.Refresh()
}

// measured are the words with their sizes.
func (t *Text) measured() []word {
	if t.words == nil {
		t.words = measureSpans(t.spans)
	}
	return t.words
}

// lines are the lines at a width, broken once for each width.
func (t *Text) lines(width float32) []textLine {
	if t.setAt != width || t.broken == nil {
		t.broken = shorten(breakLines(t.measured(), width), t.most, width)
		t.setAt = width
	}
	return t.broken
}

type textRenderer struct {
	text  *Text
	drawn []fyne.CanvasObject
	at    *textLine // the first of the lines that are drawn
	width float32
}

func (r *textRenderer) Layout(size fyne.Size) {
	lines := r.text.lines(size.Width)
	if len(lines) > 0 && r.at == &lines[0] && r.width == size.Width {
		return // the same lines at the same place
	}
	r.drawn, r.at, r.width = nil, nil, size.Width
	if len(lines) > 0 {
		r.at = &lines[0]
	}
	var y float32
	for _, line := range lines {
		x := float32(0)
		switch r.text.align {
		case fyne.TextAlignTrailing:
			x = size.Width - line.width
		case fyne.TextAlignCenter:
			x = (size.Width - line.width) / 2
		}
		for _, run := range line.runs {
			style := run.span.Style
			word := canvas.NewText(run.text, ink(run.span.Tone.role(style)))
			word.TextSize, word.TextStyle = run.size, style.face()
			word.Move(fyne.NewPos(x+run.x, y+line.base-run.base))
			word.Resize(word.MinSize())
			r.drawn = append(r.drawn, word)
		}
		y += line.height
	}
}

func (r *textRenderer) MinSize() fyne.Size { return r.text.MinSize() }
func (r *textRenderer) Destroy()           {}
func (r *textRenderer) Refresh() {
	r.at = nil // the colours may have changed
	r.Layout(r.text.Size())
	canvas.Refresh(r.text)
}
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.drawn }
