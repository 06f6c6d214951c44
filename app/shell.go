package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/app/theme"
	"holdfast/wording"
)

// draftAfter is how long typing must pause before a draft is kept.
const draftAfter = 2 * time.Second

// Shell is the window. All its methods are called on the window's goroutine.
type Shell struct {
	cfg   Config
	guard *Guard
	env   *kit.Env
	// lasting runs what must outlive a lock: the lock itself, and drafts.
	lasting *kit.Runner
	clip    *kit.Clipboard

	board *Board // nil unless unlocked
	// sitting makes the one screen of a sitting, which has no board.
	sitting func(kit.Desk) kit.Screen
	// spoken is the language before the sitting.
	spoken *wording.Book

	screen kit.Screen
	trail  route.Trail

	shortcut fyne.ShortcutHandler

	root    *fyne.Container
	sidebar *sidebar
	page    *kit.Page
	pages   *kit.Slot
	toasts  *kit.Toasts
	notices []namedNotice

	drafts  *kit.Debounce
	keeping draftKeeper
	unkept  bool // the last draft could not be kept
	idle    kit.Timer
}

// NewShell makes a Shell; Start shows it.
func NewShell(cfg Config) *Shell {
	s := &Shell{cfg: cfg, guard: NewGuard(cfg.Clock.Now, cfg.Policy)}
	s.lasting = kit.NewRunner(cfg.Clock, cfg.Dispatch)
	s.clip = kit.NewClipboard(cfg.Clipboard, s.lasting)
	// While there is a window still: later the clipboard can't be reached, and
	// on some systems it outlives the program.
	cfg.Window.SetOnClosed(s.clip.Forget)
	s.keeping = draftKeeper{keep: cfg.KeepDraft, lock: cfg.Lock}
	s.bindKeys()
	return s
}

// Ground shows the window with nothing in it but its colour. It needs no
// fonts, which can be read meanwhile: reading them takes as long as getting a
// window from the system.
func (s *Shell) Ground() {
	s.dress()
	s.cfg.Window.SetContent(container.NewWithoutLayout())
	s.cfg.Window.Show()
}

// Start shows the front.
func (s *Shell) Start() {
	s.dress()
	s.showFront()
	s.followSystem()
}

// dress gives the window its title and its colours.
func (s *Shell) dress() {
	s.cfg.Window.SetPadded(false)
	s.applyTitle()
	s.applyLook()
}

// followSystem draws everything anew when the desktop changes between light
// and dark.
func (s *Shell) followSystem() {
	settings := fyne.CurrentApp().Settings()
	was := settings.ThemeVariant()
	settings.AddListener(func(now fyne.Settings) {
		s.cfg.Dispatch(func() { // Fyne may tell it from anywhere
			if variant := now.ThemeVariant(); variant != was {
				was = variant
				s.rebuild()
			}
		})
	})
}

// Env is what parts of the screen in force are made with.
func (s *Shell) Env() *kit.Env { return s.env }

// State is what the window shows.
func (s *Shell) State() State { return s.guard.State() }

// Here is the place that is shown; the zero Route while locked.
func (s *Shell) Here() route.Route { return s.trail.Here() }

// fresh makes a new Env, after everything that the last one started is
// cancelled.
func (s *Shell) fresh() {
	if s.env != nil {
		s.env.Runner.Close()
	}
	runner := kit.NewRunner(s.cfg.Clock, s.cfg.Dispatch)
	s.env = &kit.Env{
		Book: s.cfg.Book, Runner: runner, Canvas: s.cfg.Window.Canvas(),
		Clipboard: s.clip, Still: s.cfg.Look.StillPicture, Home: s.cfg.Home, Sticks: s.cfg.Sticks,
	}
}

// showFront shows the welcome or unlock screen.
func (s *Shell) showFront() {
	s.fresh()
	front := s.cfg.Front(s.env)
	if s.cfg.Guide == nil {
		s.show(front)
		return
	}
	s.show(front, kit.Quiet(s.env.Say("Guide"), s.guide).WithHint("F1"))
}

// Untouched is how long nobody has touched anything.
func (s *Shell) Untouched() time.Duration { return s.guard.Untouched() }

// Front shows the front anew, in a window that is locked, without what lay on top
// of it: another screen may stand there now.
func (s *Shell) Front() {
	if s.guard.State() == Locked {
		kit.CloseAll(s.env.Canvas)
		s.showFront()
	}
}

// Enter opens a board: from here on the window can lock.
func (s *Shell) Enter(b Board) {
	s.stand()
	s.fresh()
	s.board = &b
	s.trail.Forget()
	s.notices = nil
	s.guard.Unlock()
	s.watchIdle()
	s.drafts = kit.NewDebounce(s.env.Runner, draftAfter, s.keepDraft)
	s.trail.Go(route.Route{Area: b.Areas[0].ID})
	s.frame()
	s.open(nil)
	s.offerDraft(b.Draft)
}

// LockNow locks, whatever is going on. In a window that is locked already it
// does nothing, except that hiding hides.
func (s *Shell) LockNow(why Reason) {
	before := s.guard.State()
	s.guard.Lock(why)
	if before != Unlocked {
		if why == Hiding && before == Locked {
			kit.CloseAll(s.env.Canvas)
			s.fresh()
			s.show(s.neutral())
			s.keeping.finish(s.lasting, route.Route{}, nil, why) // the front may have opened something
		}
		return
	}
	at, draft := s.halfTyped()
	kit.CloseAll(s.env.Canvas)
	s.leave()
	if why == Hiding {
		s.fresh()
		s.show(s.neutral())
	} else {
		s.showFront()
	}
	s.clip.Forget()
	s.keeping.finish(s.lasting, at, draft, why)
}

// End keeps what is half-typed and locks without drawing anything: the window
// is closed already, and nothing of it may be touched any more. Wait waits for
// it.
func (s *Shell) End() {
	if s.guard.State() != Unlocked {
		s.keeping.finish(s.lasting, route.Route{}, nil, Closing)
		return
	}
	s.guard.Lock(Closing)
	at, draft := s.halfTyped()
	s.env.Runner.Close()
	s.leave()
	s.keeping.finish(s.lasting, at, draft, Closing)
}

// leave drops everything of the board that the window holds.
func (s *Shell) leave() {
	if s.idle != nil {
		s.idle.Stop()
		s.idle = nil
	}
	s.drafts.Stop()
	s.dropBoard()
}

// dropBoard forgets everything that shows the board, or the sitting.
func (s *Shell) dropBoard() {
	s.stand()
	s.board, s.screen, s.page, s.pages, s.sidebar, s.toasts = nil, nil, nil, nil, nil, nil
	s.notices, s.drafts = nil, nil
	s.trail.Forget()
}

// Hide locks behind a page that anybody may see; on that page, the same keys
// lead back to the unlock screen.
func (s *Shell) Hide() {
	if s.guard.State() == Hidden {
		s.guard.Unhide()
		s.showFront()
		return
	}
	s.LockNow(Hiding)
}

// Happened is told what the machine reports: sleep, its screen lock, the
// window minimised or left.
func (s *Shell) Happened(what Reason) {
	if s.guard.Happened(what) {
		s.LockNow(what)
	}
}

// Noticed is told of every key and every movement of the mouse.
func (s *Shell) Noticed() {
	if s.guard.Touched() {
		s.LockNow(Idle)
	}
}

// watchIdle looks again when the time may have come. One timer is enough:
// each touch only moves the time at which it would be due.
func (s *Shell) watchIdle() {
	s.idle = s.lasting.After(max(s.guard.Left(), time.Second), func() {
		if s.guard.State() != Unlocked {
			return
		}
		if s.guard.Due() {
			s.LockNow(Idle)
			return
		}
		s.watchIdle()
	})
}

// Wait returns when drafts and locks that were under way are done. The
// program calls it, with the window closed, before it ends.
func (s *Shell) Wait() { s.lasting.Wait() }

// SetPolicy changes locking at once.
func (s *Shell) SetPolicy(p Policy) {
	s.guard.SetPolicy(p)
	s.applyTitle()
	if s.guard.State() == Unlocked {
		s.idle.Stop()
		s.watchIdle()
	}
}

// SetLook changes colours and sizes at once.
func (s *Shell) SetLook(look theme.Look) {
	s.cfg.Look = look
	s.applyLook()
	s.rebuild()
}

// SetBook changes the language at once.
func (s *Shell) SetBook(book *wording.Book) {
	s.cfg.Book = book
	s.applyTitle()
	s.rebuild()
}

func (s *Shell) applyLook() { fyne.CurrentApp().Settings().SetTheme(theme.New(s.cfg.Look)) }

// applyTitle gives the window the title that somebody chose, or that of the
// page which hides.
func (s *Shell) applyTitle() {
	title := s.guard.Policy().Title
	if title == "" {
		title = s.cfg.Book.Say("Notes")
	}
	s.cfg.Window.SetTitle(title)
}
