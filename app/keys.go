package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"holdfast/app/kit"
	"holdfast/app/route"
)

// bindKeys ties keys to the window. Fyne gives a shortcut to a field that has
// the focus instead of the window; ours pass on to the root what they do not
// know, so that Ctrl+L locks while somebody types.
func (s *Shell) bindKeys() {
	canvas := s.cfg.Window.Canvas()
	canvas.SetOnTypedKey(s.typedKey)
	ctrl := fyne.KeyModifierShortcutDefault
	bind := func(modifier fyne.KeyModifier, key fyne.KeyName, act func()) {
		shortcut := &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
		handler := func(fyne.Shortcut) { s.Noticed(); act() }
		canvas.AddShortcut(shortcut, handler)
		s.shortcut.AddShortcut(shortcut, handler)
	}
	bind(ctrl, fyne.KeyL, func() { s.LockNow(Asked) })
	bind(ctrl, fyne.KeyK, s.search)
	bind(ctrl, fyne.KeySlash, s.Shortcuts)
	for _, key := range []fyne.KeyName{fyne.KeyS, fyne.KeyReturn, fyne.KeyEnter} {
		bind(ctrl, key, s.save)
	}
	bind(fyne.KeyModifierAlt, fyne.KeyLeft, s.backByKey)
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
	for i, key := range digits {
		bind(fyne.KeyModifierAlt, key, func() { s.goToArea(i) })
	}
}

// typedKey sees every key that no part has used.
func (s *Shell) typedKey(key *fyne.KeyEvent) {
	s.Noticed()
	if key.Name == fyne.KeyEscape && s.guard.Escape() {
		s.Hide()
		return
	}
	if kit.HandleKey(s.cfg.Window.Canvas(), key) {
		return
	}
	if s.sits() {
		s.screenKey(key)
		return
	}
	switch key.Name {
	case fyne.KeyF1:
		s.guide()
	case fyne.KeyF6:
		s.otherSide()
	default:
		s.screenKey(key)
	}
}

// backByKey goes back in what lies on top, or else in the window.
func (s *Shell) backByKey() {
	if !kit.HandleBack(s.cfg.Window.Canvas()) {
		s.Back()
	}
}

// save does what the button of what lies on top does, or else keeps the form of
// the page.
func (s *Shell) save() {
	canvas := s.cfg.Window.Canvas()
	if field, ok := canvas.Focused().(*kit.Entry); ok && field.Left != nil {
		field.Left()
	}
	if canvas.Overlays().Top() != nil {
		kit.HandleKey(canvas, &fyne.KeyEvent{Name: fyne.KeyReturn})
	} else if form, ok := s.screen.(kit.Saver); ok {
		form.Save()
	}
}

// guide opens the guide at what is being done; a page that anybody may see has
// none.
func (s *Shell) guide() {
	if s.cfg.Guide != nil && s.guard.State() != Hidden && !s.sits() {
		s.cfg.Guide(s.env, s.Here())
	}
}

func (s *Shell) goToArea(i int) {
	if s.board != nil && i < len(s.board.Areas) {
		s.Go(route.Route{Area: s.board.Areas[i].ID})
	}
}

// otherSide takes the focus from the sidebar to the page or back.
func (s *Shell) otherSide() {
	if s.board == nil || s.env.Canvas.Overlays().Top() != nil {
		return
	}
	if from := s.env.Canvas.Focused(); from != nil && !s.inSidebar(from) {
		s.env.Canvas.Focus(s.sidebar.chosen())
		return
	}
	if s.begin(); s.page.AtStart() {
		s.env.Canvas.FocusNext()
	}
	for range s.sidebar.all() { // where nothing of the page takes the focus
		if s.inSidebar(s.env.Canvas.Focused()) {
			s.env.Canvas.FocusNext()
		}
	}
}

func (s *Shell) inSidebar(f fyne.Focusable) bool {
	nav, ok := f.(*kit.Nav)
	if !ok {
		return false
	}
	for _, own := range s.sidebar.all() {
		if own == nav {
			return true
		}
	}
	return false
}

// search opens the palette.
func (s *Shell) search() {
	if s.board == nil || s.board.Find == nil || s.env.Canvas.Overlays().Top() != nil {
		return
	}
	board := s.board
	kit.OpenPalette(s.env, kit.Search{
		Hint:    s.env.Say("A name, a word, a page"),
		Find:    board.Find,
		Nothing: s.env.Say("Nothing is found. Try part of a name, or fewer letters."),
		Open:    func(f kit.Found) { s.Go(board.Open(f)) },
	})
}

// Shortcuts opens the sheet of all keys.
func (s *Shell) Shortcuts() {
	if s.sits() || s.guard.State() == Hidden || s.env.Canvas.Overlays().Top() != nil {
		return
	}
	env := s.env
	kit.ShowShortcuts(env,
		kit.ShortcutGroup{Title: env.Say("Always"), Rows: []kit.Shortcut{
			{Keys: "Ctrl L", Does: env.Say("Lock now")},
			{Keys: "Esc Esc", Does: env.Say("Hide: lock behind a page of notes. The same keys lead back to the lock.")},
			{Keys: "F1", Does: env.Say("Open the guide at what you are doing")},
			{Keys: "Ctrl /", Does: env.Say("Show this list")},
			{Keys: "Esc", Does: env.Say("Close what lies on top")},
			{Keys: "Tab", Does: env.Say("Go to the next thing that can be used")},
		}},
		kit.ShortcutGroup{Title: env.Say("While unlocked"), Rows: []kit.Shortcut{
			{Keys: "Ctrl S", Does: env.Say("Save what you are filling in; Ctrl Enter does the same")},
			{Keys: "Ctrl K", Does: env.Say("Find anyone or anything")},
			{Keys: "Alt 1 … 9", Does: env.Say("Open an area of the sidebar")},
			{Keys: "Alt ←", Does: env.Say("Go back")},
			{Keys: "F6", Does: env.Say("Go from the sidebar to the page and back")},
		}})
}
