package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/theme"
)

// Weight says how much a button asks to be pressed.
type Weight int

// The weights. A place has at most one primary button; a grave one does what
// cannot be taken back, asks first, and never stands where a mistake is
// reported.
const (
	PrimaryButton Weight = iota
	SecondaryButton
	QuietButton
	LinkButton
	GraveButton
)

// Button does one thing, which its label names.
type Button struct {
	press
	weight Weight
	label  string
	hint   string // a shortcut, shown small beside the label
	wide   bool
	soft   bool
	bold   bool
	text   *Text
}

// Primary is the one act that a place is there for.
func Primary(label string, act func()) *Button { return newButton(PrimaryButton, label, act) }

// Secondary is any other act.
func Secondary(label string, act func()) *Button { return newButton(SecondaryButton, label, act) }

// Quiet is an act of less weight, beside others, without a border.
func Quiet(label string, act func()) *Button { return newButton(QuietButton, label, act) }

// Link is a small act within text.
func Link(label string, act func()) *Button { return newButton(LinkButton, label, act) }

// Grave is an act that cannot be taken back.
func Grave(label string, act func()) *Button { return newButton(GraveButton, label, act) }

func newButton(weight Weight, label string, act func()) *Button {
	b := &Button{weight: weight, label: label}
	b.text = NewSpans()
	if weight != LinkButton {
		b.text.Center()
	}
	b.become(b, func() string { return b.label }, act)
	b.write()
	return b
}

// WithHint shows a shortcut beside the label ("Esc Esc").
func (b *Button) WithHint(hint string) *Button { b.hint = hint; b.write(); return b }

// Soft is for a link that is not to draw the eye.
func (b *Button) Soft() *Button { b.soft = true; b.write(); return b }

// Bold is for a link that heads a row: a name, with a line about it below.
func (b *Button) Bold() *Button { b.bold = true; b.write(); return b }

// Wide lets the button fill the width that it is given.
func (b *Button) Wide() *Button { b.wide = true; return b }

// SetLabel changes what the button says.
func (b *Button) SetLabel(label string) { b.label = label; b.write(); b.Refresh() }

// Label is what the button says.
func (b *Button) Label() string { return b.label }

// SetAct changes what the button does.
func (b *Button) SetAct(act func()) { b.act = act }

func (b *Button) write() {
	style, tone := Strong, Plain
	switch b.weight {
	case PrimaryButton:
		tone = OnAccent
	case QuietButton:
		tone = Info
	case LinkButton:
		style, tone = Small, Info
		if b.soft {
			tone = Muted
		}
		if b.bold {
			style = Strong
		}
	case GraveButton:
		tone = Never
	}
	if b.Disabled() {
		tone = Muted
	}
	spans := []Span{{Text: b.label, Style: style, Tone: tone}}
	if b.hint != "" {
		spans = append(spans, Span{Text: noBreak + noBreak + b.hint, Style: SmallStrong, Tone: Muted})
	}
	b.text.SetSpans(spans...)
}

func (b *Button) pad() fyne.Size {
	if b.weight == LinkButton {
		return fyne.NewSize(0, 3)
	}
	return fyne.NewSize(17, 9)
}

// hang is how far a button that begins a line stands out at the left, so that
// the label of one without a border stands under what is above it.
func (b *Button) hang() float32 {
	if b.weight == QuietButton {
		return b.pad().Width
	}
	return 0
}

// NaturalWidth is that of the label on one line.
func (b *Button) NaturalWidth() float32 { return b.text.NaturalWidth() + 2*b.pad().Width }

// HeightFor is that of the label, which wraps where it must.
func (b *Button) HeightFor(width float32) float32 {
	pad := b.pad()
	return b.text.HeightFor(max(1, width-2*pad.Width)) + 2*pad.Height
}

// MinSize holds the longest word.
func (b *Button) MinSize() fyne.Size {
	width := b.text.MinSize().Width + 2*b.pad().Width
	if b.Size().Width > 0 {
		return fyne.NewSize(width, b.HeightFor(b.Size().Width))
	}
	return fyne.NewSize(width, b.HeightFor(b.NaturalWidth()))
}

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	below, hover, ring := ground(theme.RadiusField), ground(theme.RadiusField), newRing(theme.RadiusField)
	return &drawn{part: b, of: []fyne.CanvasObject{below, hover, b.text, ring}, anew: b.write, place: func(size fyne.Size) {
		b.paint(below, hover)
		put(below, 0, 0, size.Width, size.Height)
		put(hover, 0, 0, size.Width, size.Height)
		drawRing(ring, size, b.ringed())
		pad := b.pad().Width
		middle(b.text, pad, size.Width-2*pad, size.Height)
	}}
}

func (b *Button) paint(below, hover *canvas.Rectangle) {
	fill(below, "", "", 0)
	fill(hover, "", "", 0)
	switch b.weight {
	case PrimaryButton:
		fill(below, theme.Accent, "", 0)
		if b.Disabled() {
			fill(below, theme.Side, "", 0)
		}
	case SecondaryButton, GraveButton:
		fill(below, theme.Card, theme.Hairline, 1)
	}
	if b.hovered && !b.Disabled() && b.weight != LinkButton {
		fill(hover, theme.Hover, "", 0)
	}
}
