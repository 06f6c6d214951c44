package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/app/theme"
)

// sidebar is the list of areas at the left.
type sidebar struct {
	shell *Shell
	box   *fyne.Container
	name  fyne.CanvasObject
	list  *kit.Scroll
	foot  *fyne.Container
	navs  []*kit.Nav
	areas []Area
	lock  *kit.Nav
	guide *kit.Nav // nil where there is none
}

func newSidebar(s *Shell) *sidebar {
	side := &sidebar{shell: s, areas: s.board.all()}
	var top, bottom []fyne.CanvasObject
	for i, area := range side.areas {
		nav := kit.NewNav(area.Icon, s.env.Book.Render(area.Label), "", func() { s.Go(route.Route{Area: area.ID}) })
		side.navs = append(side.navs, nav)
		if i < len(s.board.Areas) {
			top = append(top, nav)
		} else {
			bottom = append(bottom, nav)
		}
	}
	if s.cfg.Guide != nil {
		side.guide = kit.NewNav(theme.IconGuide, s.env.Say("Guide"), "F1", s.guide)
		bottom = append(bottom, side.guide)
	}
	side.lock = kit.NewNav(theme.IconLock, s.env.Say("Lock now"), "Ctrl L", func() { s.LockNow(Asked) })
	bottom = append(bottom, side.lock)
	side.name = kit.Pad(kit.Inset{Top: 18, Right: 12, Bottom: 12, Left: 24}, kit.Stack(0,
		kit.NewText(kit.Section, "Holdfast"), kit.NewText(kit.Small, s.board.Name).Most(2)))
	side.list = kit.NewScroll(kit.Pad(kit.Inset{Top: 4, Right: 12, Bottom: 4, Left: 12}, kit.Stack(2, top...)))
	side.foot = kit.Pad(kit.Inset{Top: 4, Right: 12, Bottom: 20, Left: 12}, kit.Stack(2, bottom...))
	ground := canvas.NewRectangle(fynetheme.Color(theme.Side))
	edge := canvas.NewRectangle(fynetheme.Color(theme.Hairline))
	side.box = &fyne.Container{Layout: sidebarLayout{side}, Objects: []fyne.CanvasObject{ground, edge, side.name, side.list, side.foot}}
	side.count()
	return side
}

// all are the entries, from the first to the last.
func (side *sidebar) all() []*kit.Nav {
	all := append([]*kit.Nav{}, side.navs...)
	if side.guide != nil {
		all = append(all, side.guide)
	}
	return append(all, side.lock)
}

// choose marks the area that is open.
func (side *sidebar) choose(id string) {
	for i, nav := range side.navs {
		nav.SetChosen(side.areas[i].ID == id)
	}
	side.count()
}

// chosen is the entry that is marked.
func (side *sidebar) chosen() *kit.Nav {
	for _, nav := range side.navs {
		if nav.Chosen() {
			return nav
		}
	}
	return side.navs[0]
}

// count asks each area how many things in it need a look.
func (side *sidebar) count() {
	for i, nav := range side.navs {
		if counter := side.areas[i].Count; counter != nil {
			nav.SetCount(counter())
		}
	}
}

// width is that of the sidebar in a window: as wide as its names ask for, or
// only pictures where the window is too narrow for names and a page.
func (side *sidebar) width(window float32) (width float32, compact bool) {
	width = theme.SideWidth
	for _, nav := range side.all() {
		nav.SetCompact(false)
		width = max(width, nav.NaturalWidth()+24)
	}
	scale := fynetheme.Size(theme.Body) / 15
	if window-width >= 440*scale {
		return width, false
	}
	return 68 * scale, true
}

// frameLayout puts the sidebar at the left and the page beside it; while a success
// is said, that has a strip of its own below the page, where it hides nothing.
type frameLayout struct{ side *sidebar }

func (f frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width, compact := f.side.width(size.Width)
	for _, nav := range f.side.all() {
		nav.SetCompact(compact)
	}
	if compact {
		f.side.name.Hide()
	} else {
		f.side.name.Show()
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(width, size.Height))
	strip := f.toast(objects[2], width, size)
	objects[1].Move(fyne.NewPos(width, 0))
	objects[1].Resize(fyne.NewSize(size.Width-width, size.Height-strip))
}

// toast places what is said at the right and gives the height that it takes.
func (f frameLayout) toast(toast fyne.CanvasObject, left float32, size fyne.Size) float32 {
	if !toast.Visible() {
		return 0
	}
	width := min(kit.NaturalWidth(toast), size.Width-left-2*theme.Margin)
	high := kit.HeightFor(toast, width)
	toast.Resize(fyne.NewSize(width, high))
	toast.Move(fyne.NewPos(size.Width-width-theme.Margin, size.Height-high-kit.Gap))
	return high + kit.Gap + kit.Near
}

func (f frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth, leastHeight)
}

// sidebarLayout keeps the name at the top and the foot at the bottom; the
// areas scroll between them where the window is low.
type sidebarLayout struct{ side *sidebar }

func (l sidebarLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	place(objects[0], 0, 0, size.Width, size.Height)
	place(objects[1], size.Width-1, 0, 1, size.Height)
	width := size.Width - 1
	top := kit.HeightFor(objects[2], width)
	if top == 0 {
		top = 16
	}
	foot := kit.HeightFor(objects[4], width)
	place(objects[2], 0, 0, width, top)
	place(objects[3], 0, top, width, max(0, size.Height-top-foot))
	place(objects[4], 0, size.Height-foot, width, foot)
}

func (l sidebarLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(56, 200) }
