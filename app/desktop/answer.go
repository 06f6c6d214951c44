package desktop

import (
	"fyne.io/fyne/v2"

	"holdfast/app"
	"holdfast/app/desk"
	"holdfast/app/kit"
	"holdfast/app/packet"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/wording"
)

// Answering is the window of somebody who answers a packet, without a vault.
type Answering struct {
	cfg    Config
	shell  *app.Shell
	model  *packet.Model
	unread error
}

// Answer puts the window for a packet together. Of cfg, what is about vaults is
// not used. Nothing is written but what the person saves.
func Answer(cfg Config, path string) (*Answering, error) {
	settings := cfg.Preferences.Settings()
	book, err := assets.Book(language(settings, cfg.SystemLanguage))
	if err != nil {
		return nil, err
	}
	a := &Answering{cfg: cfg}
	data, err := board.ReadPacketFile(path)
	a.unread = err
	a.model = packet.NewModel(book, data, board.SystemRandom())
	a.shell = app.NewShell(app.Config{
		Window: cfg.Window, Clipboard: cfg.Clipboard, Clock: cfg.Clock, Dispatch: cfg.Dispatch,
		Book: book, Look: look(settings), Policy: app.Policy{Title: settings.Title}, Home: cfg.Home, Sticks: cfg.Sticks,
		Front: func(env *kit.Env) fyne.CanvasObject { return packet.NewDoor(env, a.model, a.unread, a.enter) },
	})
	return a, nil
}

// Shell is the window's shell.
func (a *Answering) Shell() *app.Shell { return a.shell }

// Ground shows the window, empty, while the fonts are still being read.
func (a *Answering) Ground() {
	a.cfg.Window.Resize(windowSize(a.cfg.Preferences.Settings().Window))
	a.shell.Ground()
}

// Start asks for the words.
func (a *Answering) Start() { a.shell.Start() }

// enter shows the questions; hiding and locking ask for the words again.
func (a *Answering) enter() {
	cfg := packet.Config{Hide: a.shell.Hide, Quit: a.cfg.Quit, Speak: func(l wording.Language) {
		if book, err := assets.Book(l); err == nil {
			a.shell.SetBook(book)
		}
	}}
	a.shell.Sit(func(desk kit.Desk) kit.Screen { return packet.New(desk, a.model, cfg) })
}

// Happened is told what the machine reports.
func (a *Answering) Happened(e desk.Event) {
	told := make(chan struct{})
	a.cfg.Dispatch(func() {
		a.shell.Happened(app.Asleep)
		if e == desk.SessionEnd {
			a.cfg.Quit()
		}
		close(told)
	})
	<-told
}

// Close ends it, after the window was closed.
func (a *Answering) Close() error {
	a.shell.End()
	a.shell.Wait()
	return nil
}
