package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/theme"
)

// Check is a sentence that is true or not: a box with a tick, or a switch for
// what takes effect at once. Enter and Space turn it.
type Check struct {
	press
	on      bool
	slides  bool
	changed func(on bool)
	words   *fyne.Container
}

// NewCheck is a box with a tick; changed may be nil.
func NewCheck(label string, on bool, changed func(on bool)) *Check {
	return newCheck(label, "", on, false, changed)
}

// NewSwitch is a switch, for a setting that takes effect at once; note may be
// empty.
func NewSwitch(label, note string, on bool, changed func(on bool)) *Check {
	return newCheck(label, note, on, true, changed)
}

func newCheck(label, note string, on, slides bool, changed func(bool)) *Check {
	c := &Check{on: on, slides: slides, changed: changed}
	lines := []fyne.CanvasObject{NewText(Body, label)}
	if note != "" {
		lines = append(lines, NewText(Small, note))
	}
	c.words = Stack(Hair, lines...)
	c.become(c, func() string { return Words(c.words) }, c.turn)
	return c
}

// On says whether it is true.
func (c *Check) On() bool { return c.on }

// Set makes it true or not, without telling.
func (c *Check) Set(on bool) { c.on = on; c.Refresh() }

func (c *Check) turn() {
	c.Set(!c.on)
	if c.changed != nil {
		c.changed(c.on)
	}
}

// mark is the size of the box or of the switch.
func (c *Check) mark() fyne.Size {
	if c.slides {
		return fyne.NewSize(36*textScale(), 20*textScale())
	}
	return fyne.NewSquareSize(18 * textScale())
}

func (c *Check) indent() float32             { return c.mark().Width + 10 }
func (c *Check) NaturalWidth() float32       { return NaturalWidth(c.words) + c.indent() }
func (c *Check) HeightFor(w float32) float32 { return HeightFor(c.words, w-c.indent()) + 8 }

// MinSize holds the longest word.
func (c *Check) MinSize() fyne.Size {
	width := c.words.MinSize().Width + c.indent()
	return fyne.NewSize(width, c.HeightFor(max(width, c.Size().Width)))
}

// CreateRenderer draws the mark and the words.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{
		of: c, box: canvas.NewRectangle(color.Transparent), knob: canvas.NewCircle(color.Transparent),
		down: canvas.NewLine(color.Transparent), up: canvas.NewLine(color.Transparent), ring: newRing(theme.RadiusField),
	}
	r.paint()
	return r
}

type checkRenderer struct {
	of        *Check
	box, ring *canvas.Rectangle
	knob      *canvas.Circle
	down, up  *canvas.Line // the two strokes of the tick
}

func (r *checkRenderer) paint() {
	r.box.FillColor, r.box.StrokeColor, r.box.StrokeWidth = ink(theme.Card), ink(theme.Muted), 2
	if r.of.on {
		r.box.FillColor, r.box.StrokeColor = ink(theme.Accent), ink(theme.Accent)
	}
	r.box.CornerRadius = 5
	if r.of.slides {
		r.box.CornerRadius = r.of.mark().Height / 2
	}
	r.knob.FillColor = ink(theme.Muted)
	if r.of.on {
		r.knob.FillColor = ink(theme.OnAccent)
	}
	r.knob.Hidden = !r.of.slides
	tick := r.of.on && !r.of.slides
	for _, stroke := range []*canvas.Line{r.down, r.up} {
		stroke.StrokeColor, stroke.StrokeWidth, stroke.Hidden = ink(theme.OnAccent), 2*textScale(), !tick
	}
}

func (r *checkRenderer) Layout(size fyne.Size) {
	mark := r.of.mark()
	first := r.of.words.Objects[0]
	room := size.Width - r.of.indent()
	height := HeightFor(r.of.words, room)
	top := (size.Height - height) / 2
	lineHigh := HeightFor(first, 10000)
	y := top + (lineHigh-mark.Height)/2
	put(r.box, 0, y, mark.Width, mark.Height)
	d := mark.Height
	r.down.Position1, r.down.Position2 = fyne.NewPos(d*0.24, y+d*0.54), fyne.NewPos(d*0.42, y+d*0.72)
	r.up.Position1, r.up.Position2 = fyne.NewPos(d*0.42, y+d*0.72), fyne.NewPos(d*0.77, y+d*0.31)
	knob := d * 0.6
	x := (d - knob) / 2
	if r.of.on {
		x = mark.Width - knob - x
	}
	put(r.knob, x, y+(d-knob)/2, knob, knob)
	put(r.of.words, r.of.indent(), top, room, height)
	drawRing(r.ring, size, r.of.ringed())
}

func (r *checkRenderer) MinSize() fyne.Size { return r.of.MinSize() }
func (r *checkRenderer) Destroy()           {}
func (r *checkRenderer) Refresh() {
	r.paint()
	r.Layout(r.of.Size())
	canvas.Refresh(r.of)
}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.down, r.up, r.knob, r.of.words, r.ring}
}
