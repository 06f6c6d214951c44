package app

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
)

// show fills the window with one part. The window is cleared in the colour of
// the ground, so nothing need be drawn below it: one full window less is what
// makes a lock quick where the processor draws.
func (s *Shell) show(part fyne.CanvasObject, onTop ...fyne.CanvasObject) {
	// A field that is dropped with the focus would go on blinking, and keep
	// what was typed into it.
	s.cfg.Window.Canvas().Unfocus()
	s.root = &fyne.Container{
		Layout:  &rootLayout{shell: s},
		Objects: append([]fyne.CanvasObject{newPresence(s), part}, onTop...),
	}
	s.cfg.Window.SetContent(s.root)
}

// frame builds sidebar, page and toasts.
func (s *Shell) frame() {
	s.sidebar = newSidebar(s)
	s.pages = kit.NewSlot(nil)
	s.toasts = kit.NewToasts(s.env)
	body := &fyne.Container{Layout: frameLayout{side: s.sidebar}, Objects: []fyne.CanvasObject{s.sidebar.box, s.pages, s.toasts}}
	s.toasts.Changed = func() { body.Layout.Layout(body.Objects, body.Size()) }
	s.show(body)
}

// open makes the screen of the place where we are.
func (s *Shell) open(draft []byte) {
	here := s.trail.Here()
	area := s.board.area(here.Area)
	s.env.Canvas.Unfocus() // what has the focus is about to go
	s.screen = area.Open(s, here, draft)
	s.page = kit.NewPage(s.screen.Head(), s.tools(), s.screen.Content())
	s.pages.Set(s.page.Object())
	s.sidebar.choose(area.ID)
	s.showNotices()
	s.begin()
}

// begin puts the focus where one begins on the page.
func (s *Shell) begin() {
	var first fyne.Focusable
	if screen, ok := s.screen.(kit.Beginner); ok {
		first = screen.First()
	}
	s.page.Begin(first)
}

// tools stand at the right of every head: the search and the way to hide.
func (s *Shell) tools() fyne.CanvasObject {
	hide := kit.Secondary(s.env.Say("Hide"), s.Hide).WithHint("Esc Esc")
	if s.board.Find == nil {
		return hide
	}
	return kit.Row(12, kit.NewSearchBox(s.env, s.search), hide)
}

// Go opens a place.
func (s *Shell) Go(to route.Route) {
	if s.board == nil {
		return
	}
	s.leaveScreen()
	s.trail.Go(to)
	s.open(nil)
}

// Back opens the place before.
func (s *Shell) Back() {
	if s.board == nil {
		return
	}
	if _, ok := s.trail.Back(); ok {
		s.leaveScreen()
		s.open(nil)
	}
}

// leaveScreen keeps what is half-typed before another screen is opened.
func (s *Shell) leaveScreen() {
	kit.CloseAll(s.env.Canvas)
	s.drafts.Flush()
}

// At notes that the screen went to another view of the same thing.
func (s *Shell) At(at route.Route) {
	if s.board != nil {
		s.trail.Replace(at)
	}
}

// Say says a success.
func (s *Shell) Say(sentence string, undo func()) {
	if s.toasts != nil {
		s.toasts.Say(sentence, undo)
	}
}

// Again asks for the head and the counts anew.
func (s *Shell) Again() {
	if s.board == nil {
		return
	}
	head := s.screen.Head()
	s.page.SetHead(head.Title, head.Note)
	s.sidebar.count()
}

// rebuild makes everything that is shown anew, in another look or language,
// and puts the focus back on the part of the same name.
func (s *Shell) rebuild() {
	s.env = &kit.Env{
		Book: s.cfg.Book, Runner: s.env.Runner, Clipboard: s.env.Clipboard,
		Canvas: s.env.Canvas, Still: s.cfg.Look.StillPicture, Zone: s.env.Zone, Home: s.env.Home, Sticks: s.env.Sticks,
	}
	switch {
	case s.guard.State() == Hidden:
		s.show(s.neutral())
	case s.sits():
		kit.CloseAll(s.env.Canvas)
		s.showSitting()
	case s.board == nil:
		s.showFront()
	default:
		kit.CloseAll(s.env.Canvas)
		focused := spokenName(s.env.Canvas.Focused())
		draft := s.screen.Draft()
		s.frame()
		s.open(draft)
		s.refocus(focused)
	}
}

func spokenName(f fyne.Focusable) string {
	if part, ok := f.(fyne.Accessible); ok {
		return part.AccessibilityLabel()
	}
	return ""
}

// mostFocusable bounds the walk by Tab through a window.
const mostFocusable = 400

// refocus tabs to the part with a name.
func (s *Shell) refocus(name string) {
	if name == "" {
		return
	}
	for range mostFocusable {
		s.env.Canvas.FocusNext()
		if spokenName(s.env.Canvas.Focused()) == name {
			return
		}
	}
	s.begin()
}
