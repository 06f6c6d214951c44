package kit

import (
	"image/color"

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
	r := &buttonRenderer{button: b, ground: canvas.NewRectangle(color.Transparent), hover: canvas.NewRectangle(color.Transparent), ring: newRing(theme.RadiusField)}
	r.ground.CornerRadius, r.hover.CornerRadius = theme.RadiusField, theme.RadiusField
	r.paint()
	return r
}

type buttonRenderer struct {
	button              *Button
	ground, hover, ring *canvas.Rectangle
}

func (r *buttonRenderer) paint() {
	b := r.button
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = color.Transparent, color.Transparent, 0
	switch b.weight {
	case PrimaryButton:
		r.ground.FillColor = ink(theme.Accent)
		if b.Disabled() {
			r.ground.FillColor = ink(theme.Side)
		}
	case SecondaryButton, GraveButton:
		r.ground.FillColor = ink(theme.Card)
		r.ground.StrokeColor, r.ground.StrokeWidth = ink(theme.Hairline), 1
	}
	r.hover.FillColor = color.Transparent
	if b.hovered && !b.Disabled() {
		r.hover.FillColor = ink(theme.Hover)
	}
	if b.weight == LinkButton {
		r.hover.FillColor = color.Transparent
	}
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	b, pad := r.button, r.button.pad()
	put(r.ground, 0, 0, size.Width, size.Height)
	put(r.hover, 0, 0, size.Width, size.Height)
	drawRing(r.ring, size, b.ringed())
	height := b.text.HeightFor(size.Width - 2*pad.Width)
	put(b.text, pad.Width, (size.Height-height)/2, size.Width-2*pad.Width, height)
}

func (r *buttonRenderer) MinSize() fyne.Size { return r.button.MinSize() }
func (r *buttonRenderer) Destroy()           {}
func (r *buttonRenderer) Refresh() {
	r.button.write()
	r.paint()
	r.Layout(r.button.Size())
	canvas.Refresh(r.button)
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.hover, r.button.text, r.ring}
}
