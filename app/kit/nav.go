package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"holdfast/app/theme"
)

// Nav is an entry of the sidebar: a picture, a name, and how many things in
// it need a look.
type Nav struct {
	press
	icon    theme.Icon
	label   string
	hint    string
	count   int
	chosen  bool
	compact bool

	text *Text
}

// NewNav makes an entry; act opens what it names.
func NewNav(icon theme.Icon, label, hint string, act func()) *Nav {
	n := &Nav{icon: icon, label: label, hint: hint, text: NewSpans()}
	n.become(n, n.speak, act)
	n.write()
	return n
}

// Label is its name.
func (n *Nav) Label() string { return n.label }

// SetChosen marks the entry that is open.
func (n *Nav) SetChosen(chosen bool) { n.chosen = chosen; n.Refresh() }

// Chosen says whether it is marked.
func (n *Nav) Chosen() bool { return n.chosen }

// SetCount shows how many things need a look; 0 shows nothing.
func (n *Nav) SetCount(count int) { n.count = count; n.Refresh() }

// SetCompact leaves only the picture where the sidebar is narrow.
func (n *Nav) SetCompact(compact bool) {
	if n.compact != compact {
		n.compact = compact
		n.Refresh()
	}
}

func (n *Nav) speak() string {
	if n.count > 0 {
		return n.label + ", " + strconv.Itoa(n.count)
	}
	return n.label
}

func (n *Nav) write() {
	span := Span{Text: n.label}
	if n.chosen {
		span.Style, span.Tone = Strong, OnAccent
	}
	n.text.SetSpans(span)
}

// The measures of an entry: room at its edges, and between its parts.
const (
	navPad float32 = 12
	navGap float32 = 10
)

// navIcon is the edge of the picture.
func navIcon() float32 { return iconSize() }

// NaturalWidth holds the name in bold, the count and the shortcut.
func (n *Nav) NaturalWidth() float32 {
	if n.compact {
		return navIcon() + 2*navPad
	}
	width := 2*navPad + roundUp(navIcon()) + navGap + NewText(Strong, n.label).NaturalWidth()
	if n.count > 0 {
		width += 6 + 23*textScale()
	}
	if n.hint != "" {
		width += navGap + NewText(Small, n.hint).NaturalWidth()
	}
	return roundUp(width)
}

// HeightFor is that of one line.
func (n *Nav) HeightFor(float32) float32 { return n.text.HeightFor(10000) + 18 }

// MinSize is that of the picture: names are cut off before pictures are.
func (n *Nav) MinSize() fyne.Size {
	return fyne.NewSize(navIcon()+2*navPad, n.HeightFor(0))
}

// CreateRenderer draws the entry.
func (n *Nav) CreateRenderer() fyne.WidgetRenderer {
	r := &navRenderer{
		of: n, ground: canvas.NewRectangle(color.Transparent), badge: canvas.NewRectangle(color.Transparent),
		number: canvas.NewText("", color.Transparent), hint: canvas.NewText(n.hint, color.Transparent),
		icon: Icon(n.icon, Plain), lit: Icon(n.icon, OnAccent), ring: newRing(theme.RadiusField),
	}
	r.ground.CornerRadius = theme.RadiusField
	r.paint()
	return r
}

type navRenderer struct {
	of                  *Nav
	ground, badge, ring *canvas.Rectangle
	icon, lit           *canvas.Image
	number, hint        *canvas.Text
}

func (r *navRenderer) paint() {
	n := r.of
	r.ground.FillColor = color.Transparent
	switch {
	case n.chosen:
		r.ground.FillColor = ink(theme.Accent)
	case n.hovered:
		r.ground.FillColor = ink(theme.Hover)
	}
	show(r.icon, !n.chosen)
	show(r.lit, n.chosen)
	r.badge.FillColor, r.badge.CornerRadius = ink(theme.CareSoft), 10*textScale()
	r.number.Text, r.number.Color = strconv.Itoa(n.count), ink(theme.Care)
	r.number.TextSize, r.number.TextStyle.Bold, r.number.Alignment = 13*textScale(), true, fyne.TextAlignCenter
	r.hint.Color, r.hint.TextSize = ink(theme.Muted), 13*textScale()
	if n.chosen {
		r.hint.Color = ink(theme.OnAccent)
	}
	show(r.badge, n.count > 0)
	show(r.number, n.count > 0 && !n.compact)
	show(r.hint, n.hint != "" && !n.compact)
	show(n.text, !n.compact)
}

func (r *navRenderer) Layout(size fyne.Size) {
	n, edge := r.of, navIcon()
	put(r.ground, 0, 0, size.Width, size.Height)
	x := navPad
	if n.compact {
		x = (size.Width - edge) / 2
	}
	put(r.icon, x, (size.Height-edge)/2, edge, edge)
	put(r.lit, x, (size.Height-edge)/2, edge, edge)
	high := n.text.HeightFor(10000)
	put(n.text, navPad+edge+navGap, (size.Height-high)/2, n.text.NaturalWidth(), high)
	wide, tall := max(23*textScale(), r.number.MinSize().Width+14), 19*textScale()
	if n.compact { // a dot, since there is no room for the number
		wide, tall = 10, 10
		r.badge.FillColor = ink(theme.Care)
		put(r.badge, x+edge-5, (size.Height-edge)/2-4, wide, tall)
	} else {
		put(r.badge, size.Width-navPad-wide, (size.Height-tall)/2, wide, tall)
	}
	put(r.number, size.Width-navPad-wide, (size.Height-tall)/2, wide, tall)
	hint := r.hint.MinSize()
	put(r.hint, size.Width-navPad-hint.Width, (size.Height-hint.Height)/2, hint.Width, hint.Height)
	drawRing(r.ring, size, n.ringed())
}

func (r *navRenderer) MinSize() fyne.Size { return r.of.MinSize() }
func (r *navRenderer) Destroy()           {}
func (r *navRenderer) Refresh() {
	r.of.write()
	r.paint()
	r.Layout(r.of.Size())
	canvas.Refresh(r.of)
}

func (r *navRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon, r.lit, r.of.text, r.hint, r.badge, r.number, r.ring}
}
