package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"holdfast/app/theme"
)

// Page is a title, tools at its right, and a body that scrolls below.
type Page struct {
	box         *fyne.Container
	start       *start
	title, note *Text
	notices     *Slot
	scroll      *Scroll
}

// NewPage makes a page. tools, which may be nil, stand at the right of the
// head; acts of the head stand between the two. A body that is a Filler (a
// long list) is not scrolled: it gets the height that is left.
func NewPage(head Head, tools fyne.CanvasObject, body fyne.CanvasObject) *Page {
	p := &Page{title: NewText(Title, head.Title), note: NewText(Small, head.Note), notices: NewSlot(nil), start: newStart()}
	top := newPageHead(p.title, p.note, head.Acts, tools)
	side := Inset{Top: ringGap + 1, Right: theme.Margin, Bottom: theme.Margin, Left: theme.Margin}
	var rest fyne.CanvasObject = Pad(side, body)
	if f, ok := body.(Filler); !ok || !f.FillsPage() {
		p.scroll = NewScroll(rest)
		rest = p.scroll
	}
	above := Pad(Inset{Top: 18, Right: theme.Margin, Left: theme.Margin}, Stack(12, top, p.notices))
	p.box = &fyne.Container{Layout: pageLayout{}, Objects: []fyne.CanvasObject{above, p.start, rest}}
	return p
}

// SetNotices shows banners between the head and the body.
func (p *Page) SetNotices(notices ...Notice) {
	var banners []fyne.CanvasObject
	for _, n := range notices {
		banners = append(banners, Banner(n))
	}
	p.notices.Set(nil)
	if len(banners) > 0 {
		p.notices.Set(Stack(Near, banners...))
	}
	p.box.Layout.Layout(p.box.Objects, p.box.Size())
	p.box.Refresh()
}

// Object is the page as a part.
func (p *Page) Object() fyne.CanvasObject { return p.box }

// SetHead changes the words at the top.
func (p *Page) SetHead(title, note string) {
	p.title.SetText(title)
	p.note.SetText(note)
	p.box.Layout.Layout(p.box.Objects, p.box.Size())
	p.box.Refresh()
}

// Begin puts the focus where one begins on a page that was opened: into a part
// of the body, where that is in sight, or else before the first one.
func (p *Page) Begin(first fyne.Focusable) {
	if first != nil {
		focus(first)
		if p.scroll == nil || p.scroll.scroll.Offset.Y == 0 {
			return
		}
		p.ToTop()
	}
	p.start.Show() // what is hidden is given no focus
	focus(p.start)
}

// AtStart says whether the focus is before the first part of the body.
func (p *Page) AtStart() bool { return p.start.Visible() }

// ToTop scrolls back to the beginning.
func (p *Page) ToTop() {
	if p.scroll != nil {
		p.scroll.ToTop()
	}
}

// Filler is a body that scrolls by itself and wants the height that is left.
type Filler interface{ FillsPage() bool }

// pageLayout puts the head on top and the rest below.
type pageLayout struct{}

func (pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := HeightFor(objects[0], size.Width)
	put(objects[0], 0, 0, size.Width, high)
	top := high + 12 - ringGap - 1 // the ring of what is at the top needs room within the scroll
	put(objects[1], 0, top, 0, 0)
	put(objects[2], 0, top, size.Width, max(0, size.Height-top))
}

func (pageLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(280, 200) }

// Scroll lets a part scroll up and down in the room that there is.
type Scroll struct {
	composite
	scroll *container.Scroll
}

// NewScroll makes a part scroll.
func NewScroll(part fyne.CanvasObject) *Scroll {
	s := &Scroll{scroll: container.NewVScroll(part)}
	s.scroll.OnScrolled = func(fyne.Position) { noticed(s) }
	s.become(s, s.scroll)
	return s
}

// ToTop scrolls back to the beginning.
func (s *Scroll) ToTop() { s.scroll.ScrollToTop() }

// By scrolls on, or back where it is negative, as far as there is something.
func (s *Scroll) By(distance float32) {
	most := max(0, s.scroll.Content.Size().Height-s.scroll.Size().Height)
	s.scroll.ScrollToOffset(fyne.NewPos(0, min(max(0, s.scroll.Offset.Y+distance), most)))
}

// show lets another part scroll.
func (s *Scroll) show(part fyne.CanvasObject) {
	s.scroll.Content = part
	s.Refresh()
}

// HeightFor is the height of the whole content: whoever has less room gives
// less.
func (s *Scroll) HeightFor(width float32) float32 { return HeightFor(s.scroll.Content, width) }

// NaturalWidth is that of the content.
func (s *Scroll) NaturalWidth() float32 { return NaturalWidth(s.scroll.Content) }

// MinSize is small, since what does not fit is scrolled to.
func (s *Scroll) MinSize() fyne.Size {
	return fyne.NewSize(s.scroll.Content.MinSize().Width, 48)
}

// CreateRenderer lays the content out at its width before the scroll asks how
// high it is: Fyne would ask first, and get the height of another width.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return &scrollRenderer{compositeRenderer{of: &s.composite}, s}
}

type scrollRenderer struct {
	compositeRenderer
	scroll *Scroll
}

func (r *scrollRenderer) Layout(size fyne.Size) {
	content := r.scroll.scroll.Content
	content.Resize(fyne.NewSize(size.Width, max(HeightFor(content, size.Width), size.Height)))
	r.scroll.scroll.Resize(size)
}

func (r *scrollRenderer) Refresh() {
	r.Layout(r.scroll.Size())
	r.scroll.scroll.Refresh()
	canvas.Refresh(r.scroll)
}
