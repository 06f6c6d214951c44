package pages

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/kit"
	"holdfast/app/theme"
)

// Frame is the whole window: what this is, how far it has come, and one card
// whose buttons stay at its foot while the rest scrolls.
type Frame struct {
	box  *fyne.Container
	bar  *kit.Bar
	body *kit.Slot
	roll *kit.Scroll
	foot *kit.Slot
	wide float32 // how wide what is on the card is at most
}

// Foot is the buttons of a page: the way back at the left, all else at the
// right, the primary one last.
type Foot struct{ Left, Right []fyne.CanvasObject }

// NewFrame makes an empty frame. hide, which may be nil, hides the window.
func NewFrame(env *kit.Env, title, note string, hide func()) *Frame {
	f := &Frame{bar: kit.NewBar(0), body: kit.NewSlot(nil), foot: kit.NewSlot(nil), wide: cardWidth}
	var head fyne.CanvasObject = kit.Stack(kit.Hair, kit.NewText(kit.Title, title), kit.NewText(kit.Small, note))
	if hide != nil {
		head = kit.Spread(kit.Gap, head, kit.Secondary(env.Say("Hide"), hide).WithHint("Esc Esc"))
	}
	f.roll = kit.NewScroll(kit.Pad(kit.Inset{Top: 26, Right: cardSide, Bottom: 12, Left: cardSide}, kit.Narrow(f.wide, f.body)))
	card := kit.Sheet(&fyne.Container{Layout: cardLayout{}, Objects: []fyne.CanvasObject{f.roll, f.foot}})
	f.box = &fyne.Container{Layout: frameLayout{}, Objects: []fyne.CanvasObject{head, f.bar, card}}
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
	f.body.Set(body)
	left, right := kit.Row(kit.Near, foot.Left...), kit.RowRight(kit.Near, foot.Right...)
	f.foot.Set(kit.Pad(kit.Inset{Top: 12, Right: cardSide, Bottom: 26, Left: cardSide}, kit.Narrow(f.wide, kit.Spread(kit.Gap, left, right))))
	f.box.Layout.Layout(f.box.Objects, f.box.Size())
	f.roll.ToTop()
	f.box.Refresh()
}

// The measures of a frame at usual text: how wide it is at most, how wide what
// is on its card, and the room at the sides of that.
const (
	frameWidth float32 = 1040
	cardWidth  float32 = 918
	cardSide   float32 = 18
)

// frameLayout keeps head, bar and card in the middle of the width.
type frameLayout struct{}

// Layout puts them under each other; the last takes what is left.
func (frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	scale := fynetheme.Size(theme.Body) / 15
	width := min(frameWidth*scale, size.Width-2*theme.Gap)
	x, y := (size.Width-width)/2, float32(18)
	for i, o := range objects {
		high := kit.HeightFor(o, width)
		if i == len(objects)-1 {
			high = max(0, size.Height-y-22)
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
