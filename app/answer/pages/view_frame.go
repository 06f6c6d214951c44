package pages

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/kit"
	"holdfast/app/theme"
)

// Frame is the whole window: what this is, how far it has come, and one card
// whose buttons stay at its foot while the rest scrolls. Where little fits, in
// large text or a low window, its head is slimmer and its foot one row.
type Frame struct {
	box   *fyne.Container
	heads [2]fyne.CanvasObject // the usual one and the slim one, none in a bare frame
	note  *kit.Text            // of the slim one
	bar   *kit.Bar
	body  *kit.Slot
	roll  *kit.Scroll
	foot  *kit.Slot
	wide  float32 // how wide what is on the card is at most

	shown  fyne.CanvasObject
	acts   Foot
	slim   bool
	folded bool // More stands below what is shown
}

// Foot is the buttons of a page: the way back at the left, all else at the
// right, the primary one last. More stand between them where there is room,
// and otherwise below what the page shows.
type Foot struct{ Left, More, Right []fyne.CanvasObject }

// NewFrame makes an empty frame. hide, which may be nil, hides the window.
func NewFrame(env *kit.Env, title, note string, hide func()) *Frame {
	f := &Frame{bar: kit.NewBar(0), body: kit.NewSlot(nil), foot: kit.NewSlot(nil), wide: cardWidth}
	for i, style := range []kit.Style{kit.Title, kit.Strong} {
		f.note = kit.NewText(kit.Small, note)
		f.heads[i] = kit.Stack(kit.Hair, kit.NewText(style, title), f.note)
		if hide != nil {
			f.heads[i] = kit.Spread(kit.Gap, f.heads[i], kit.Secondary(env.Say("Hide"), hide).WithHint("Esc Esc"))
		}
	}
	f.heads[1].Hide()
	f.roll = kit.NewScroll(kit.Pad(kit.Inset{Top: 12, Right: cardSide, Bottom: 12, Left: cardSide}, kit.Narrow(f.wide, f.body)))
	card := kit.Sheet(&fyne.Container{Layout: cardLayout{}, Objects: []fyne.CanvasObject{f.roll, f.foot}})
	f.box = &fyne.Container{Layout: frameLayout{f}, Objects: []fyne.CanvasObject{f.heads[0], f.heads[1], f.bar, card}}
	return f
}

// newBare is a frame without the window around it, for a page of the program.
func newBare() *Frame {
	f := &Frame{bar: kit.NewBar(0), body: kit.NewSlot(nil), foot: kit.NewSlot(nil), wide: 4 * cardWidth}
	f.roll = kit.NewScroll(kit.Pad(kit.Inset{Top: 12, Right: cardSide, Bottom: 12, Left: cardSide}, kit.Narrow(f.wide, f.body)))
	f.box = &fyne.Container{Layout: cardLayout{}, Objects: []fyne.CanvasObject{f.roll, f.foot}}
	return f
}

// Object is the frame as a part.
func (f *Frame) Object() fyne.CanvasObject { return f.box }

// Show fills the card. done is how far it has come, 0 to 1.
func (f *Frame) Show(done float64, body fyne.CanvasObject, foot Foot) {
	f.bar.Set(done)
	if f.note != nil {
		f.note.Hidden = done > 0 // it was read before the first question, and takes the room of an answer
	}
	f.shown, f.acts = body, foot
	f.fill()
	f.box.Layout.Layout(f.box.Objects, f.box.Size())
	f.roll.ToTop()
	f.box.Refresh()
}

// fill puts what is shown and the buttons where they belong.
func (f *Frame) fill() {
	body, right, above, below := f.shown, f.acts.Right, float32(14), float32(26)
	switch {
	case !f.folded:
		right = slices.Concat(f.acts.More, f.acts.Right)
	case len(f.acts.More) > 0:
		body = kit.Stack(kit.Gap, body, kit.Row(kit.Near, f.acts.More...))
	}
	if f.slim || f.note == nil {
		above = 0
	}
	if f.slim {
		below = 12
	}
	f.body.Set(kit.Pad(kit.Inset{Top: above}, body))
	f.foot.Set(kit.Pad(kit.Inset{Top: 12, Right: cardSide, Bottom: below, Left: cardSide},
		kit.Narrow(f.wide, kit.Spread(kit.Gap, kit.Row(kit.Near, f.acts.Left...), kit.RowRight(kit.Near, right...)))))
}

// fit makes the frame slim where it is low, and folds its foot where that would
// take two rows.
func (f *Frame) fit(size fyne.Size, scale float32) {
	row := kit.Row(kit.Near, slices.Concat(f.acts.Left, f.acts.More, f.acts.Right)...)
	slim := size.Height < slimBelow*scale
	folded := kit.NaturalWidth(row)+2*kit.Gap > min(f.wide*scale, size.Width-2*theme.Gap-2*cardSide*scale)
	if slim == f.slim && folded == f.folded {
		return
	}
	f.slim, f.folded = slim, folded
	for i, head := range f.heads {
		if slim == (i == 1) {
			head.Show()
		} else {
			head.Hide()
		}
	}
	f.fill()
}

// The measures of a frame at usual text: how wide it is at most, how wide what
// is on its card, and the room at the sides of that.
const (
	frameWidth float32 = 1040
	cardWidth  float32 = 918
	cardSide   float32 = 18
	// slimBelow is the height under which there is no room for a large head.
	slimBelow float32 = 560
)

// frameLayout keeps head, bar and card in the middle of the width.
type frameLayout struct{ frame *Frame }

// Layout puts them under each other; the last takes what is left.
func (l frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	scale := fynetheme.Size(theme.Body) / 15
	l.frame.fit(size, scale)
	width := min(frameWidth*scale, size.Width-2*theme.Gap)
	x, y, below := (size.Width-width)/2, float32(18), float32(22)
	if l.frame.slim {
		y, below = 10, 12
	}
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		high := kit.HeightFor(o, width)
		if i == len(objects)-1 {
			high = max(0, size.Height-y-below)
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, high))
		y += high + 8
	}
}

// MinSize is the least window that is of use.
func (frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// cardLayout keeps the foot below what scrolls.
type cardLayout struct{}

// Layout gives the foot its height, at most half, and the rest to what scrolls.
func (cardLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := min(kit.HeightFor(objects[1], size.Width), size.Height/2)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-foot))
	objects[1].Move(fyne.NewPos(0, size.Height-foot))
	objects[1].Resize(fyne.NewSize(size.Width, foot))
}

// MinSize is small: what scrolls needs no room of its own.
func (cardLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 120) }
