package app

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
)

// Keyed is a screen that is told of keys which no part has used, and says
// whether it has a use for them.
type Keyed interface{ Key(*fyne.KeyEvent) bool }

// Sit gives the window to somebody who may reach one screen and nothing else:
// no sidebar, no search, no way to any place, no list of keys. The board is
// let go of; Enter shows it again. screen makes what is shown, and makes it
// anew in another look or language. Its Draft is what is kept when the window
// locks.
func (s *Shell) Sit(screen func(kit.Desk) kit.Screen) {
	if s.board != nil {
		s.leaveScreen()
	}
	if s.guard.State() != Unlocked { // there was no board to let go of
		s.guard.Unlock()
		s.watchIdle()
	}
	s.fresh()
	s.dropBoard()
	s.clip.Forget()
	s.sitting, s.spoken = screen, s.cfg.Book
	s.drafts = kit.NewDebounce(s.env.Runner, draftAfter, s.keepDraft)
	s.trail.Go(route.Route{Area: route.Sitting})
	s.guard.Sit()
	s.showSitting()
}

// showSitting fills the window with the one screen.
func (s *Shell) showSitting() {
	s.screen = s.sitting(s)
	s.show(s.screen.Content())
}

// stand ends a sitting: the window speaks as it did before.
func (s *Shell) stand() {
	if s.sits() {
		s.sitting, s.cfg.Book = nil, s.spoken
		s.applyTitle()
	}
}

// sits says whether somebody answers on this laptop.
func (s *Shell) sits() bool { return s.sitting != nil }

// screenKey gives a key to the screen.
func (s *Shell) screenKey(key *fyne.KeyEvent) {
	if keyed, ok := s.screen.(Keyed); ok {
		keyed.Key(key)
	}
}
