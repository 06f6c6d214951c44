package packet

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"holdfast/app/answer/pages"
	"holdfast/app/kit"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/wording"
)

// ending is that of every file that travels.
const ending = ".age"

// Config is what the screen needs from around it.
type Config struct {
	// Hide hides the window, Speak changes its language, Quit closes it.
	Hide  func()
	Speak func(wording.Language)
	Quit  func()
}

// Screen draws a Model over the whole window.
type Screen struct {
	env   *kit.Env
	model *Model
	cfg   Config
	place *kit.Slot
	pages *pages.Pages
	code  *kit.Entry
}

// New draws a packet that is open.
func New(desk kit.Desk, model *Model, cfg Config) *Screen {
	s := &Screen{env: desk.Env(), model: model, cfg: cfg, place: kit.NewSlot(nil)}
	model.Speak(s.env.Book)
	s.redraw()
	return s
}

// Head is shown nowhere: the questions have the whole window.
func (s *Screen) Head() kit.Head { return kit.Head{Title: s.model.Title()} }

// Content is the whole window.
func (s *Screen) Content() fyne.CanvasObject { return s.place }

// Draft is nothing: answers are in memory, or in a sealed file.
func (s *Screen) Draft() []byte { return nil }

// Key answers keys that no part has used.
func (s *Screen) Key(key *fyne.KeyEvent) bool { return s.pages != nil && s.pages.Key(key) }

func (s *Screen) redraw() {
	s.pages = nil
	s.env.Canvas.Unfocus() // what has the focus is about to go
	if s.model.Page() == Answering {
		s.pages = pages.New(s.env, s.model.Sheet(), pages.Around{Title: s.model.Title(), Note: s.model.Note(), Anonymous: true, First: s.until,
			Hide: s.cfg.Hide, Pause: s.pause, Finish: s.finish, FinishLabel: s.env.Say("Save my answers…")})
		s.place.Set(s.pages.Object())
		return
	}
	f := pages.NewFrame(s.env, s.model.Title(), s.model.Note(), s.cfg.Hide)
	var parts []fyne.CanvasObject
	var foot pages.Foot
	switch s.model.Page() {
	case PutAside:
		parts, foot = s.aside()
	case Sealed:
		parts, foot = s.sealed()
	default:
		parts, foot = s.askCode()
	}
	f.Show(0, kit.NarrowLeft(640, kit.Stack(kit.Gap, parts...)), foot)
	s.place.Set(f.Object())
	if s.model.Page() == AskCode {
		code := s.code
		s.env.Runner.After(0, func() { s.env.Canvas.Focus(code) }) // once the window shows it
	}
}

// until says by when, or nothing.
func (s *Screen) until() fyne.CanvasObject {
	return kit.NewText(kit.Body, s.model.Until()).In(kit.Muted)
}

func (s *Screen) askCode() ([]fyne.CanvasObject, pages.Foot) {
	typed := ""
	if s.code != nil && s.model.Wrong() != "" {
		typed = s.code.Text // a slip is mended, not typed anew
	}
	s.code = kit.NewEntry(s.env).With(typed)
	s.code.OnSubmitted = func(string) { s.begin() }
	field := kit.NewField(s.env.Say("The code on your slip"), s.code).Calm().Help(s.env.Say("Three groups of four letters and digits"))
	field.SetMistake(s.model.Wrong())
	parts := []fyne.CanvasObject{kit.NewText(kit.Title, s.env.Say("Welcome"))}
	names := map[wording.Language]string{wording.InEnglish: "English", wording.InSpanish: "Español"}
	for _, l := range s.model.Languages() {
		if name := names[l]; name != "" && l != s.env.Book.Language() {
			parts = append(parts, kit.Row(0, kit.Secondary(name, func() { s.cfg.Speak(l) })))
		}
	}
	return append(parts, field), pages.Foot{Right: []fyne.CanvasObject{
		kit.Quiet(s.env.Say("Go on with answers that I put aside…"), s.takeUp), kit.Primary(s.env.Say("Go on"), s.begin)}}
}

func (s *Screen) begin() {
	s.model.Begin(s.code.Text)
	s.redraw()
}

// takeUp asks for the file with answers that were put aside.
func (s *Screen) takeUp() {
	typed := s.code.Text
	kit.AskPath(s.env, kit.Pick{Title: s.env.Say("Answers that were put aside"), Confirm: s.env.Say("Open"), From: s.env.Home, Files: true, Endings: []string{ending},
		Picked: func(path string) string {
			data, err := board.ReadPacketFile(path)
			if err != nil {
				return explained(s.env.Book, err)
			}
			look, ok := s.model.TakeUp(typed, data)
			if !ok {
				return s.model.Wrong()
			}
			kit.Start(s.env.Runner, func(context.Context, func(kit.Progress)) (assessment.Answers, error) { return look() }, nil,
				func(a assessment.Answers, err error) { s.model.Took(a, err); s.redraw() })
			return ""
		}})
}

// finish seals the answers and asks where they go.
func (s *Screen) finish() {
	data, name, err := s.model.Seal()
	s.save(data, err, name, s.env.Say("Only the board’s keyholders can open this file; you can’t either. Its name tells nothing about you."), true)
}

// pause seals the answers for the person alone.
func (s *Screen) pause() {
	kit.Start(s.env.Runner, func(context.Context, func(kit.Progress)) ([]byte, error) { return s.model.Aside()() }, nil, func(data []byte, err error) {
		s.save(data, err, s.env.Say("put-aside")+ending, s.env.Say("It opens with the words of the packet and your own code together. Keep it beside the packet."), false)
	})
}

func (s *Screen) save(data []byte, err error, name, say string, sealed bool) {
	if err != nil {
		kit.Tell(s.env, s.env.Say("This could not be made"), explained(s.env.Book, err), nil)
		return
	}
	kit.AskPath(s.env, kit.Pick{Title: s.env.Say("Where to put your answers"), Say: say, Confirm: s.env.Say("Save here"), From: s.env.Home, Endings: []string{ending}, Save: name,
		Picked: func(path string) string {
			if filepath.Ext(path) == "" {
				path += ending
			}
			if err := board.WriteOut(path, data); err != nil {
				return explained(s.env.Book, err)
			}
			s.model.Wrote(path, sealed)
			s.redraw()
			return ""
		}})
}

// aside says how to go on later.
func (s *Screen) aside() ([]fyne.CanvasObject, pages.Foot) {
	return []fyne.CanvasObject{kit.NewText(kit.Title, s.env.Say("Your answers are put aside")),
			kit.NewText(kit.Body, s.env.Say("They are in {file}. To go on, open the packet again with its words, type your code, and choose this file. They don’t count until you save and hand over your answers.", "file", s.model.Saved()))},
		pages.Foot{Right: []fyne.CanvasObject{kit.Quiet(s.env.Say("Go on answering"), func() { s.model.GoOn(); s.redraw() }), kit.Primary(s.env.Say("Close"), s.cfg.Quit)}}
}

// sealed says what to do with the file.
func (s *Screen) sealed() ([]fyne.CanvasObject, pages.Foot) {
	return []fyne.CanvasObject{kit.NewText(kit.Title, s.env.Say("Thank you")),
			kit.NewText(kit.Body, s.env.Say("Your answers lie in this file: {file}. Only the board’s keyholders can open it. Hand it over, then remove it.", "file", s.model.Saved()))},
		pages.Foot{Right: []fyne.CanvasObject{kit.Quiet(s.env.Say("Somebody else answers too"), func() { s.model.Another(); s.redraw() }), kit.Primary(s.env.Say("Close"), s.cfg.Quit)}}
}
