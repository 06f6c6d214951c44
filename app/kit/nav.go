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
	navGap float32 = 8
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
		width += navGap + n.badge()
	}
	if n.hint != "" {
		width += navGap + NewText(Small, n.hint).NaturalWidth()
	}
	return roundUp(width)
}

// badge is the width of the ground on which the number stands.
func (n *Nav) badge() float32 {
	return max(23*textScale(), NewText(SmallStrong, strconv.Itoa(n.count)).NaturalWidth()+14)
}

// HeightFor is that of one line.
func (n *Nav) HeightFor(float32) float32 { return n.text.HeightFor(10000) + 18 }

// MinSize is that of the picture: names are cut off before pictures are.
func (n *Nav) MinSize() fyne.Size {
	return fyne.NewSize(navIcon()+2*navPad, n.HeightFor(0))
}

// CreateRenderer draws the entry.
func (n *Nav) CreateRenderer() fyne.WidgetRenderer {
	below, badge, ring := ground(theme.RadiusField), ground(0), newRing(theme.RadiusField)
	icon, lit := Icon(n.icon, Plain), Icon(n.icon, OnAccent)
	number, hint := canvas.NewText("", color.Transparent), canvas.NewText(n.hint, color.Transparent)
	return &drawn{part: n, of: []fyne.CanvasObject{below, icon, lit, n.text, hint, badge, number, ring}, anew: n.write, place: func(size fyne.Size) {
		fill(below, "", "", 0)
		switch {
		case n.chosen:
			fill(below, theme.Accent, "", 0)
		case n.hovered:
			fill(below, theme.Hover, "", 0)
		}
		number.Text, number.Color = strconv.Itoa(n.count), ink(theme.Care)
		number.TextSize, number.TextStyle.Bold, number.Alignment = 13*textScale(), true, fyne.TextAlignCenter
		hint.Color, hint.TextSize = ink(theme.Muted), 13*textScale()
		if n.chosen {
			hint.Color = ink(theme.OnAccent)
		}
		for part, seen := range map[fyne.CanvasObject]bool{icon: !n.chosen, lit: n.chosen, badge: n.count > 0,
			number: n.count > 0 && !n.compact, hint: n.hint != "" && !n.compact, n.text: !n.compact} {
			show(part, seen)
		}
		put(below, 0, 0, size.Width, size.Height)
		drawRing(ring, size, n.ringed())
		n.place(size, icon, lit, badge, number, hint)
	}}
}

func (n *Nav) place(size fyne.Size, icon, lit *canvas.Image, badge *canvas.Rectangle, number, hint *canvas.Text) {
	edge, x := navIcon(), navPad
	if n.compact {
		x = (size.Width - edge) / 2
	}
	put(icon, x, (size.Height-edge)/2, edge, edge)
	put(lit, x, (size.Height-edge)/2, edge, edge)
	high := n.text.HeightFor(10000)
	put(n.text, navPad+edge+navGap, (size.Height-high)/2, n.text.NaturalWidth(), high)
	wide, tall := n.badge(), 19*textScale()
	fill(badge, theme.CareSoft, "", 0)
	badge.CornerRadius = 10 * textScale()
	if n.compact { // a dot, since there is no room for the number
		wide, tall = 10, 10
		fill(badge, theme.Care, "", 0)
		put(badge, x+edge-5, (size.Height-edge)/2-4, wide, tall)
	} else {
		put(badge, size.Width-navPad-wide, (size.Height-tall)/2, wide, tall)
	}
	put(number, size.Width-navPad-wide, (size.Height-tall)/2, wide, tall)
	least := hint.MinSize()
	put(hint, size.Width-navPad-least.Width, (size.Height-least.Height)/2, least.Width, least.Height)
}
