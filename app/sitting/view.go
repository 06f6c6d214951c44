package sitting

import (
	"context"

	"fyne.io/fyne/v2"

	"holdfast/app/answer/pages"
	"holdfast/app/form/formpage"
	"holdfast/app/keyway"
	"holdfast/app/keyway/keyform"
	"holdfast/app/kit"
	"holdfast/board"
	"holdfast/wording"
)

// Config is what the sitting needs from around it.
type Config struct {
	// End gives the board back to a keyholder; it is called beside the window.
	End func(context.Context, board.Key) (*board.Board, error)
	// Ended is given the board.
	Ended func(*board.Board)
	// Hide hides the window; Speak changes its language.
	Hide  func()
	Speak func(wording.Language)
}

// Screen draws a Model over the whole window.
type Screen struct {
	desk  kit.Desk
	env   *kit.Env
	model *Model
	cfg   Config
	place *kit.Slot
	pages *pages.Pages
	key   *keyform.Form
	typed string // a code that was not found
	job   *kit.Job
}

// New draws a sitting.
func New(desk kit.Desk, model *Model, cfg Config) *Screen {
	s := &Screen{desk: desk, env: desk.Env(), model: model, cfg: cfg, place: kit.NewSlot(nil)}
	model.Speak(s.env.Book)
	s.redraw()
	return s
}

// Head is shown nowhere: a sitting has the whole window.
func (s *Screen) Head() kit.Head { return kit.Head{Title: s.model.Title()} }

// Content is the whole window.
func (s *Screen) Content() fyne.CanvasObject { return s.place }

// Draft tells the room what would be lost. It is the room that keeps it: the
// window has no answers to give on.
func (s *Screen) Draft() []byte {
	if s.model.Remember() {
		return []byte{}
	}
	return nil
}

// Key answers keys that no part has used.
func (s *Screen) Key(key *fyne.KeyEvent) bool {
	if s.model.Page() == Door && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) {
		s.turn(s.model.Begin)()
		return true
	}
	return s.pages != nil && s.pages.Key(key)
}

// turn does something and shows what has come of it.
func (s *Screen) turn(do func()) func() {
	return func() { do(); s.redraw() }
}

func (s *Screen) redraw() {
	s.pages, s.key = nil, nil
	if s.model.Page() != ComingBack {
		s.typed = ""
	}
	s.env.Canvas.Unfocus() // what has the focus is about to go
	if s.model.Page() == Answering {
		s.place.Set(s.answering())
		return
	}
	f := pages.NewFrame(s.env, s.model.Title(), s.model.Note(), s.cfg.Hide)
	var parts []fyne.CanvasObject
	var foot pages.Foot
	var focus fyne.Focusable
	switch s.model.Page() {
	case ComingBack:
		parts, foot, focus = s.comingBack()
	case Paused:
		parts, foot = s.paused()
	case Handed:
		parts, foot = s.handed()
	case Ending:
		parts, foot, focus = s.ending()
	default:
		parts, foot, focus = s.door()
	}
	f.Show(0, kit.NarrowLeft(640, kit.Stack(kit.Gap, parts...)), foot)
	s.place.Set(f.Object())
	if focus != nil {
		s.env.Canvas.Focus(focus)
	}
}

// answering is the questions.
func (s *Screen) answering() fyne.CanvasObject {
	s.pages = pages.New(s.env, s.model.Sheet(), pages.Around{Title: s.model.Title(), Note: s.model.Note(), Anonymous: !s.model.Named(),
		First: s.first, Hide: s.cfg.Hide, Leave: s.pause, Changed: s.desk.Typed,
		Pause: s.pause, Finish: s.finish, FinishLabel: s.env.Say("Hand in")})
	return s.pages.Object()
}

// first tells the code with which the person can come back.
func (s *Screen) first() fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Info, Inset: true, Lead: s.env.Say("Your code: {code}", "code", string(s.model.Code())),
		Text: s.env.Say("Write it down if you may want to pause. It leads back to your answers on this laptop, also where it locks or its power fails meanwhile. Nobody else has it.")})
}

func (s *Screen) pause() {
	s.model.Pause()
	s.went()
}

func (s *Screen) finish() {
	s.model.HandIn()
	s.went()
}

// went shows the next page, or why there is none.
func (s *Screen) went() {
	if wrong := s.model.Wrong(); wrong != "" {
		kit.Tell(s.env, s.env.Say("This was not kept"), wrong, nil)
		return
	}
	s.redraw()
}

// door is where the next person begins, with all that is to be known before.
func (s *Screen) door() ([]fyne.CanvasObject, pages.Foot, fyne.Focusable) {
	var mend fyne.Focusable
	welcome := s.env.Say("Welcome")
	if name := s.model.Name(); name != "" {
		welcome = s.env.Say("Welcome, {name}", "name", name)
	}
	parts := []fyne.CanvasObject{kit.NewText(kit.Title, welcome)}
	if say := s.languages(); say != nil {
		parts = append(parts, say)
	}
	for _, say := range s.model.About() {
		parts = append(parts, kit.NewText(kit.Body, say))
	}
	parts = append(parts, pages.Intro(s.env)...)
	if sides := s.model.Sides(); sides != nil {
		which := kit.NewRadio(formpage.Options(sides), s.model.Choose).Set(string(s.model.Side()))
		field := kit.NewField(s.env.Say("You answer as one of"), which).Calm()
		field.SetMistake(s.model.Wrong())
		parts = append(parts, field)
		if s.model.Wrong() != "" { // it may be out of sight
			mend = which.First()
		}
	} else {
		parts = append(parts, wrong(s.model.Wrong())...)
	}
	if s.model.Code() != "" {
		parts = append(parts, s.first())
	}
	return parts, pages.Foot{
		Left: []fyne.CanvasObject{kit.Link(s.env.Say("For a keyholder: end the sitting"), s.turn(s.model.Leave)).Soft()},
		Right: []fyne.CanvasObject{kit.Quiet(s.env.Say("I have a code"), s.turn(s.model.Return)),
			kit.Primary(s.env.Say("Begin"), s.turn(s.model.Begin))}}, mend
}

// languages lets the person choose one that the questions are there in.
func (s *Screen) languages() fyne.CanvasObject {
	names := map[wording.Language]string{wording.InEnglish: "English", wording.InSpanish: "Español"}
	var acts []fyne.CanvasObject
	for _, l := range s.model.Languages() {
		if name := names[l]; name != "" && l != s.env.Book.Language() {
			acts = append(acts, kit.Secondary(name, func() { s.cfg.Speak(l) }))
		}
	}
	if len(acts) == 0 {
		return nil
	}
	return kit.Row(kit.Near, acts...)
}

func wrong(say string) []fyne.CanvasObject {
	if say == "" {
		return nil
	}
	return []fyne.CanvasObject{kit.Banner(kit.Notice{Tone: kit.Care, Inset: true, Text: say})}
}

// comingBack asks for the code.
func (s *Screen) comingBack() ([]fyne.CanvasObject, pages.Foot, fyne.Focusable) {
	entry := kit.NewEntry(s.env).With(s.typed)
	take := func() {
		s.typed = entry.Text // a slip is mended, not typed anew
		s.model.TakeUp(entry.Text)
		s.redraw()
	}
	entry.OnSubmitted = func(string) { take() }
	field := kit.NewField(s.env.Say("Your code"), entry).Calm().Help(s.env.Say("Three groups of four letters and digits"))
	field.SetMistake(s.model.Wrong())
	return []fyne.CanvasObject{kit.NewText(kit.Title, s.env.Say("Go on where you paused")), field},
		pages.Foot{Left: []fyne.CanvasObject{kit.Secondary(s.env.Say("Back"), s.turn(s.model.Next))},
			Right: []fyne.CanvasObject{kit.Primary(s.env.Say("Go on"), take)}}, entry
}

// paused tells the code once more.
func (s *Screen) paused() ([]fyne.CanvasObject, pages.Foot) {
	return []fyne.CanvasObject{kit.NewText(kit.Title, s.env.Say("Your answers are put aside")),
			kit.NewText(kit.Figure, string(s.model.Code())),
			kit.NewText(kit.Body, s.env.Say("With this code you come back to them on this laptop, as long as the round is open. They are shown to nobody else, and don’t count until you hand them in."))},
		pages.Foot{Right: []fyne.CanvasObject{kit.Quiet(s.env.Say("Go on answering"), s.turn(s.model.GoOn)),
			kit.Primary(s.env.Say("I have it; clear the screen"), s.turn(s.model.Next))}}
}

// handed says thanks.
func (s *Screen) handed() ([]fyne.CanvasObject, pages.Foot) {
	parts := []fyne.CanvasObject{kit.NewText(kit.Title, s.env.Say("Thank you")), kit.NewText(kit.Body, s.env.Say("Your answers are handed in. Nobody can see or change them on this screen any more."))}
	leave := kit.Link(s.env.Say("For a keyholder: end the sitting"), s.turn(s.model.Leave)).Soft()
	if s.model.Named() {
		return append(parts, kit.NewText(kit.Body, s.env.Say("Please hand the laptop back."))), pages.Foot{Left: []fyne.CanvasObject{leave}}
	}
	return append(parts, kit.NewText(kit.Body, s.env.Say("Please pass the laptop on."))),
		pages.Foot{Left: []fyne.CanvasObject{leave}, Right: []fyne.CanvasObject{kit.Primary(s.env.Say("The next person"), s.turn(s.model.Next))}}
}

// ending asks for a keyholder's passphrase.
func (s *Screen) ending() ([]fyne.CanvasObject, pages.Foot, fyne.Focusable) {
	s.key = keyform.New(s.env, keyway.ByPassphrase, keyway.Chosen{})
	s.key.Submitted = s.end
	parts := []fyne.CanvasObject{kit.NewText(kit.Title, s.env.Say("End the sitting")),
		kit.NewText(kit.Body, s.env.Say("A keyholder’s passphrase opens everything again. With another kind of key, lock with Ctrl+L and unlock as usual.")).In(kit.Muted)}
	parts = append(append(parts, wrong(s.model.Wrong())...), s.key.Object())
	return parts, pages.Foot{Left: []fyne.CanvasObject{kit.Secondary(s.env.Say("Back"), s.turn(s.model.Next))},
		Right: []fyne.CanvasObject{kit.Primary(s.env.Say("End the sitting"), s.end)}}, s.key.First()
}

// end tries the key beside the window.
func (s *Screen) end() {
	form := s.key
	makeKey := form.Take()
	if makeKey == nil || s.job != nil {
		return
	}
	s.job = kit.Start(s.env.Runner, func(ctx context.Context, _ func(kit.Progress)) (*board.Board, error) {
		key, err := makeKey()
		if err != nil {
			return nil, err
		}
		return s.cfg.End(ctx, key)
	}, nil, func(b *board.Board, err error) {
		s.job = nil
		if err == nil {
			s.cfg.Ended(b)
			return
		}
		if s.model.Refuse(err); form == s.key && form.Failed(err) {
			form.Focus()
			return
		}
		s.redraw()
	})
}
