package kit

import (
	"fyne.io/fyne/v2"

	"holdfast/app/theme"
)

// Reading is something to read beside work that is half done: what there is at
// the left, one page at the right. What lies below is not touched.
type Reading struct {
	Title string
	// Side is what there is; where a window is too narrow for both it takes
	// the place of the page, under the name Contents.
	Side     fyne.CanvasObject
	Contents string
	// Back leads to the page before and says whether there was one; where
	// there was none, Alt+Left closes.
	Back func() bool
}

// Reader is a Reading over the window.
type Reader struct {
	layer   *layer
	reading Reading
	side    *Scroll
	page    *Scroll
	turn    *Button
	aside   bool // the side is shown, in a window that is too narrow for both
}

// OpenReader opens a Reading with an empty page. Escape closes it.
func OpenReader(env *Env, reading Reading) *Reader {
	r := &Reader{reading: reading, side: NewScroll(reading.Side), page: NewScroll(Stack(0))}
	r.turn = Secondary(reading.Contents, r.contents)
	head := Spread(Gap, NewText(Section, reading.Title), Row(Near, r.turn, Secondary(env.Say("Close"), r.Close).WithHint("Esc")))
	body := &fyne.Container{Layout: &readerLayout{r}, Objects: []fyne.CanvasObject{head, Hairline(), r.side, r.page}}
	r.layer = &layer{
		canvas: env.Canvas, most: 1080, tall: true, onDismiss: r.Close, onBack: r.back, onKey: r.Turn,
		panel: Over(sheet(theme.Card, theme.Hairline, theme.RadiusCard), Pad(Around(theme.PadCard), body)),
	}
	r.layer.open()
	return r
}

// Close takes it away.
func (r *Reader) Close() { r.layer.close() }

// Show shows a page from its beginning, or from one of its parts where there
// is one.
func (r *Reader) Show(page *fyne.Container, from fyne.CanvasObject) {
	r.aside = false
	r.page.show(Pad(Inset{Top: ringGap, Right: Gap, Bottom: theme.Margin, Left: ringGap}, Narrow(660, page)))
	r.layer.Refresh()
	r.page.ToTop()
	if from != nil {
		r.page.By(from.Position().Y)
	}
}

// Relayout gives a side that has changed the room that it needs.
func (r *Reader) Relayout() { r.side.Refresh() }

// ShowSide shows the side where only one of the two fits.
func (r *Reader) ShowSide() {
	r.aside = true
	r.layer.Refresh()
}

// contents goes between the side and the page, where only one of them fits.
func (r *Reader) contents() {
	r.aside = !r.aside
	r.layer.Refresh()
}

func (r *Reader) back() {
	if r.reading.Back == nil || !r.reading.Back() {
		r.Close()
	}
}

// lineStep is how far an arrow scrolls at 100 % text.
const lineStep float32 = 48

// Turn reads on with the keys that do so in a browser, and says whether a key
// is one of them.
func (r *Reader) Turn(key *fyne.KeyEvent) bool {
	on := r.page
	if r.aside {
		on = r.side
	}
	high := on.Size().Height
	steps := map[fyne.KeyName]float32{
		fyne.KeyUp: -lineStep * textScale(), fyne.KeyDown: lineStep * textScale(),
		fyne.KeyPageUp: -high * 0.9, fyne.KeyPageDown: high * 0.9,
		fyne.KeyHome: -1e6, fyne.KeyEnd: 1e6,
	}
	step, ok := steps[key.Name]
	if ok {
		on.By(step)
	}
	return ok
}

// readerLayout puts the head on top, and side and page below.
type readerLayout struct{ reader *Reader }

func (l *readerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := roundUp(250 * textScale())
	both := size.Width-side-2*Gap >= 400*textScale()
	show(l.reader.turn, !both)
	show(objects[2], both || l.reader.aside)
	show(objects[3], both || !l.reader.aside)
	high := HeightFor(objects[0], size.Width)
	put(objects[0], 0, 0, size.Width, high)
	put(objects[1], 0, high+12, size.Width, 1)
	top := high + 12 + Gap
	rest := max(0, size.Height-top)
	if !both {
		put(objects[2], 0, top, size.Width, rest)
		put(objects[3], 0, top, size.Width, rest)
		return
	}
	put(objects[2], 0, top, side, rest)
	put(objects[3], side+2*Gap, top, size.Width-side-2*Gap, rest)
}

func (l *readerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 120) }

// IsReading says whether a Reader lies on top of a window.
func IsReading(c fyne.Canvas) bool {
	l, ok := c.Overlays().Top().(*layer)
	return ok && l.onBack != nil
}
