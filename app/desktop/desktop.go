package desktop

import (
	"context"
	"errors"
	"runtime/debug"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"holdfast/app"
	"holdfast/app/backups"
	"holdfast/app/desk"
	"holdfast/app/keyway"
	"holdfast/app/kit"
	"holdfast/app/welcome"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/preference"
	"holdfast/wording"
)

// Config is what a window is put together from.
type Config struct {
	Window    fyne.Window
	Clipboard fyne.Clipboard
	Clock     kit.Clock
	// Dispatch carries a function to the window's goroutine.
	Dispatch func(func())
	// Environment is what vaults need of the world.
	Environment board.Environment
	// Vault is the folder of the vault that is opened, or made.
	Vault string
	// Home is the folder in which files are looked for at first.
	Home string
	// Sticks lists the folders of what is plugged in, or is nil.
	Sticks func() []string
	// Zone is the IANA name of the time zone that is proposed for a new board.
	Zone string
	// Preferences is the settings file.
	Preferences *preference.Keeper
	// SystemLanguage is the language of the desktop ("es-MX").
	SystemLanguage string
	// Quit ends the program, which then calls Close.
	Quit func()
}

// Desktop is the window, put together.
type Desktop struct {
	cfg    Config
	holder *holder
	shell  *app.Shell
	book   *wording.Book
	// making shows the welcome screen, with what was answered so far.
	making  bool
	answers *welcome.Model
	// created says that the welcome screen has made a vault already.
	created atomic.Bool
	begun   *board.Board
	// chosen is which key file and plugin opened a vault last, for as long as
	// the program runs: nothing of it is written down.
	chosen keyway.Chosen
	// coming is a board that is being got back from a backup, or was.
	coming *backups.Homecoming
	// left is the wait until the window counts as left.
	left kit.Timer
	// backing is a backup that is being made by itself.
	backing *kit.Job
}

// New puts a window together; Start shows it.
func New(cfg Config) (*Desktop, error) {
	d := &Desktop{cfg: cfg, holder: &holder{env: cfg.Environment, dir: cfg.Vault}}
	settings := cfg.Preferences.Settings()
	book, err := assets.Book(language(settings, cfg.SystemLanguage))
	if err != nil {
		return nil, err
	}
	d.book = book
	d.shell = app.NewShell(app.Config{
		Window: cfg.Window, Clipboard: cfg.Clipboard, Clock: cfg.Clock, Dispatch: cfg.Dispatch,
		Book: book, Look: look(settings), Policy: app.Policy{Title: settings.Title},
		Home: cfg.Home, Sticks: cfg.Sticks, Front: d.front, KeepDraft: d.keepDraft,
		Lock:  func(app.Reason) { d.holder.lock() },
		Guide: d.openGuide,
	})
	return d, nil
}

// Ground shows the window, empty, while the fonts are still being read.
func (d *Desktop) Ground() {
	d.cfg.Window.Resize(windowSize(d.cfg.Preferences.Settings().Window))
	d.shell.Ground()
}

// Start shows the window's first screen.
func (d *Desktop) Start() {
	d.shell.Start()
	if d.begun != nil {
		d.Enter(d.begun, d.holder.folder())
		d.begun = nil
	}
}

// Begin has a board shown from the start, which lies in Config.Vault.
func (d *Desktop) Begin(b *board.Board) { d.begun = b }

// Shell is the window's shell.
func (d *Desktop) Shell() *app.Shell { return d.shell }

// Board is the board that is open, or nil.
func (d *Desktop) Board() *board.Board { return d.holder.board() }

// Enter shows a board that was opened or made elsewhere, in the folder where
// it lies.
func (d *Desktop) Enter(b *board.Board, dir string) {
	d.holder.opened(b, dir)
	d.shell.Enter(d.furnished(b))
	book := d.book
	kit.Start(d.shell.Env().Runner, func(ctx context.Context, _ func(kit.Progress)) (struct{}, error) {
		err := b.Warm(ctx, book)
		// Hardening the passphrase and reading everything once took memory
		// that is not needed again for a long time.
		debug.FreeOSMemory()
		return struct{}{}, err
	}, nil, func(struct{}, error) {})
	d.applyPolicy(b)
	d.backing = nil // one that a lock cut off tells of no end
	d.backUpWhenQuiet(b)
}

// Close locks, keeps what was half-typed and lets go of the vault. Call it
// after the window was closed.
func (d *Desktop) Close() error {
	d.shell.End()
	d.shell.Wait()
	err := d.holder.letGo()
	settings := d.cfg.Preferences
	size := d.cfg.Window.Canvas().Size()
	return errors.Join(err, settings.Change(func(s *preference.Settings) {
		s.Window = preference.Window{Width: int(size.Width), Height: int(size.Height)}
	}))
}

// Happened is told what the machine reports, and returns when the board is
// locked.
func (d *Desktop) Happened(e desk.Event) {
	why := app.Asleep
	switch e {
	case desk.ScreenLocked:
		why = app.ScreenLock
	case desk.SessionEnd:
		why = app.Closing
	case desk.Idle:
		why = app.ScreenLock
	}
	told := make(chan struct{})
	d.cfg.Dispatch(func() { d.happened(why); close(told) })
	<-told
	d.shell.Wait()
	if e == desk.SessionEnd {
		d.cfg.Dispatch(d.cfg.Quit)
	}
}

// happened locks the board, also one that is just being opened, or leaves what
// is shown and asked in front of it: a recovery kit, a plan of what would come
// back, a passphrase that was typed.
func (d *Desktop) happened(why app.Reason) {
	if d.making && d.holder.board() != nil {
		d.abandon()
	}
	if d.shell.State() != app.Unlocked {
		d.holder.alarm()
		if d.coming == nil || !d.coming.Bringing() { // which says itself how it ended
			d.shell.Front()
		}
	}
	d.shell.Happened(why)
}
