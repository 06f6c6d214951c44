package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ShownFor is how long a value that was clicked stays readable.
const ShownFor = 15 * time.Second

// A press shorter than this is a click, which keeps the value readable; a
// longer one shows it only while it lasts.
const clickWithin = 400 * time.Millisecond

// noBreak is a space at which no line ends.
const noBreak = "\u00a0"

// Masked is a value that must not be read over a shoulder (a number, an
// address): shown as dots until it is held or clicked, and copied only by a
// button. It asks for the value when it needs it and keeps none.
type Masked struct {
	composite
	// Copied, where it is set, is told that the value was copied.
	Copied func()

	env    *Env
	dots   string
	reveal func() string

	text   *maskedText
	timer  Timer
	downAt time.Time
	kept   bool
}

// NewMasked shows dots ("••• •• 41") for a value that reveal tells.
func NewMasked(env *Env, dots string, reveal func() string) *Masked {
	m := &Masked{env: env, dots: strings.ReplaceAll(dots, " ", noBreak), reveal: reveal}
	m.text = newMaskedText(m)
	copying := Link(env.Say("Copy"), m.copy)
	m.become(m, Row(12, m.text, copying))
	return m
}

func (m *Masked) copy() {
	m.env.Clipboard.Copy(m.reveal())
	if m.Copied != nil {
		m.Copied()
	}
}

// Shown says whether the value can be read.
func (m *Masked) Shown() bool { return m.text.words.String() != m.dots }

// Mask hides the value at once.
func (m *Masked) Mask() {
	if m.timer != nil {
		m.timer.Stop()
		m.timer = nil
	}
	m.kept = false
	m.text.say(m.dots)
}

func (m *Masked) unmask() { m.text.say(m.reveal()) }

// keep shows the value for a while.
func (m *Masked) keep() {
	m.unmask()
	m.kept = true
	m.timer = m.env.Runner.After(ShownFor, m.Mask)
}

// maskedText is the part of a Masked that is pressed.
type maskedText struct {
	press
	masked *Masked
	words  *Text
}

func newMaskedText(m *Masked) *maskedText {
	t := &maskedText{masked: m, words: NewText(Strong, m.dots)}
	t.become(t, func() string { return t.words.String() }, t.turn)
	return t
}

func (t *maskedText) say(words string) {
	t.words.SetText(words)
	t.Refresh()
	t.masked.Refresh()
}

// turn is what Enter, Space and a click do.
func (t *maskedText) turn() {
	m := t.masked
	if m.kept {
		m.Mask()
		return
	}
	m.keep()
}

// MouseDown shows the value while the button is held.
func (t *maskedText) MouseDown(*desktop.MouseEvent) {
	t.masked.downAt = t.masked.env.Runner.Clock().Now()
	if !t.masked.kept {
		t.masked.unmask()
	}
}

// MouseUp hides it again, unless a click keeps it.
func (t *maskedText) MouseUp(*desktop.MouseEvent) {
	if !t.masked.kept {
		t.masked.text.say(t.masked.dots)
	}
}

// Tapped keeps the value readable after a click; the end of a long hold is
// none.
func (t *maskedText) Tapped(at *fyne.PointEvent) {
	m := t.masked
	held := m.env.Runner.Clock().Now().Sub(m.downAt)
	if !m.downAt.IsZero() && held > clickWithin {
		m.downAt = time.Time{}
		noticed(t)
		return
	}
	m.downAt = time.Time{}
	t.press.Tapped(at)
}

func (t *maskedText) NaturalWidth() float32       { return t.words.NaturalWidth() }
func (t *maskedText) HeightFor(w float32) float32 { return t.words.HeightFor(w) }

// MinSize is that of the words.
func (t *maskedText) MinSize() fyne.Size { return t.words.MinSize() }

// CreateRenderer draws the words and the ring.
func (t *maskedText) CreateRenderer() fyne.WidgetRenderer { return newRinged(&t.press, t.words, 4) }
