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
	editing func()
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

func (c *Check) beforeEdit(do func()) { c.editing = do }

func (c *Check) turn() {
	if c.editing != nil {
		c.editing()
	}
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

func (c *Check) indent() float32 { return c.mark().Width + 10 }

// NaturalWidth is that of the box and its words in one line.
func (c *Check) NaturalWidth() float32 { return NaturalWidth(c.words) + c.indent() }

// HeightFor is what the words need in a width.
func (c *Check) HeightFor(w float32) float32 { return HeightFor(c.words, w-c.indent()) + 8 }

// MinSize holds the longest word.
func (c *Check) MinSize() fyne.Size {
	width := c.words.MinSize().Width + c.indent()
	return fyne.NewSize(width, c.HeightFor(max(width, c.Size().Width)))
}

// CreateRenderer draws the mark and the words.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	box, knob, ring := ground(5), canvas.NewCircle(color.Transparent), newRing(theme.RadiusField)
	down, up := canvas.NewLine(color.Transparent), canvas.NewLine(color.Transparent) // the strokes of the tick
	return &drawn{part: c, of: []fyne.CanvasObject{box, down, up, knob, c.words, ring}, place: func(size fyne.Size) {
		fill(box, theme.Card, theme.Muted, 2)
		knob.FillColor = ink(theme.Muted)
		if c.on {
			fill(box, theme.Accent, theme.Accent, 2)
			knob.FillColor = ink(theme.OnAccent)
		}
		mark := c.mark()
		if c.slides {
			box.CornerRadius = mark.Height / 2
		}
		show(knob, c.slides)
		for _, stroke := range []*canvas.Line{down, up} {
			stroke.StrokeColor, stroke.StrokeWidth = ink(theme.OnAccent), 2*textScale()
			show(stroke, c.on && !c.slides)
		}
		room := size.Width - c.indent()
		height := HeightFor(c.words, room)
		top := (size.Height - height) / 2
		y, d := top+(HeightFor(c.words.Objects[0], 10000)-mark.Height)/2, mark.Height
		put(box, 0, y, mark.Width, d)
		down.Position1, down.Position2 = fyne.NewPos(d*0.24, y+d*0.54), fyne.NewPos(d*0.42, y+d*0.72)
		up.Position1, up.Position2 = fyne.NewPos(d*0.42, y+d*0.72), fyne.NewPos(d*0.77, y+d*0.31)
		edge := d * 0.6
		x := (d - edge) / 2
		if c.on {
			x = mark.Width - edge - x
		}
		put(knob, x, y+(d-edge)/2, edge, edge)
		put(c.words, c.indent(), top, room, height)
		drawRing(ring, size, c.ringed())
	}}
}
