package settings

import (
	"context"
	"encoding/json"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/record"
)

// Screen draws a Model.
type Screen struct {
	desk  kit.Desk
	env   *kit.Env
	model *Model
	tabs  *kit.Tabs
	half  halfTyped
	// about is the page about the board.
	about *boardView
	// reset asks for a new passphrase in place of a forgotten one.
	reset bool
}

// halfTyped is what has been typed and not saved; it is what a draft holds.
type halfTyped struct {
	Board *BoardForm `json:"board,omitempty"`
	Field *FieldForm `json:"field,omitempty"`
	// Use is what a field is called on this board, Key what a key is.
	Use *useForm `json:"use,omitempty"`
	Key *keyForm `json:"key,omitempty"`
}

// useForm is how the board uses a field while it is typed, keyForm the name of
// a key.
type (
	useForm struct {
		Row    FieldRow `json:"row"`
		Label  string   `json:"label"`
		Hidden bool     `json:"hidden"`
	}
	keyForm struct {
		ID    record.ID `json:"id"`
		Label string    `json:"label"`
	}
)

// New makes the pages, opened where the route says, with what was half-typed.
func New(desk kit.Desk, b Board, at route.Route, draft []byte, window Window) kit.Screen {
	s := &Screen{desk: desk, env: desk.Env(), model: NewModel(b, window, desk.Env().Book)}
	if err := json.Unmarshal(draft, &s.half); err != nil {
		s.half = halfTyped{} // nothing was half-typed, or by another program
	}
	s.tabs = kit.NewTabs([]kit.Tab{
		{ID: route.Appearance, Label: s.env.Say("Appearance"), Build: s.look},
		{ID: route.Locking, Label: s.env.Say("Locking"), Build: s.locking},
		{ID: route.BoardPage, Label: s.env.Say("Board"), Build: s.boardPage},
		{ID: route.FieldsPage, Label: s.env.Say("Fields"), Build: s.fields},
		{ID: route.KeysPage, Label: s.env.Say("Keys"), Build: s.keys},
		{ID: route.VaultPage, Label: s.env.Say("Vault"), Build: s.vault},
	}, func(id string) { desk.At(route.Settings(id)) })
	s.tabs.Set(at.Tab)
	s.reset = at.ID == route.ResetPassphrase
	s.env.Runner.After(0, s.askAgain)
	return s
}

// askAgain opens the dialog that was half-filled in.
func (s *Screen) askAgain() {
	switch at := s.tabs.Chosen(); {
	case at == route.FieldsPage && s.half.Field != nil:
		s.editField(*s.half.Field)
	case at == route.FieldsPage && s.half.Use != nil:
		s.arrange(*s.half.Use)
	case at == route.KeysPage && s.reset:
		s.reset = false
		s.desk.At(route.Settings(at)) // whoever comes back here is not asked again
		s.newPassphrase()
	case at == route.KeysPage && s.half.Key != nil:
		s.rename(*s.half.Key)
	}
}

// Save keeps what is filled in about the board.
func (s *Screen) Save() {
	if s.tabs.Chosen() == route.BoardPage && s.about != nil {
		s.about.save()
	}
}

// Head is the title.
func (s *Screen) Head() kit.Head { return kit.Head{Title: s.env.Say("Settings")} }

// Content is the pages.
func (s *Screen) Content() fyne.CanvasObject { return s.tabs }

// Draft is what was typed and not saved.
func (s *Screen) Draft() []byte {
	if s.half == (halfTyped{}) {
		return nil
	}
	draft, err := json.Marshal(s.half)
	if err != nil {
		return nil
	}
	return draft
}

// saved forgets one of the half-typed forms.
func (s *Screen) saved(form func(*halfTyped)) {
	form(&s.half)
	if s.half == (halfTyped{}) {
		s.desk.Saved()
		return
	}
	s.desk.Typed()
}

// said tells what went wrong, and whether something did.
func (s *Screen) said(trouble string) bool {
	if trouble == "" {
		return false
	}
	kit.Tell(s.env, s.env.Say("This could not be kept"), trouble, nil)
	return true
}

// work does something beside the window that nothing else may be done beside.
func (s *Screen) work(title, say string, w Work, done func(error)) {
	var job *kit.Job
	busy := kit.ShowBusy(s.env, title, say, func() { job.Cancel() })
	busy.Bar.Say(s.env.Say("This takes a few seconds."))
	job = kit.Start(s.env.Runner, func(ctx context.Context, report func(kit.Progress)) (struct{}, error) {
		return struct{}{}, w(ctx, func(step board.Step, done, total int64) {
			report(kit.Progress{Done: done, Total: total, What: board.StepWords(step)})
		})
	}, busy.Bar.Report, func(_ struct{}, err error) { busy.Close(); done(err) })
}

// trouble is why a page could not be made.
func trouble(text string) fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Text: text})
}

func options(from []Option) []kit.Option {
	to := make([]kit.Option, len(from))
	for i, o := range from {
		to[i] = kit.Option{ID: o.ID, Label: o.Label, Note: o.Note}
	}
	return to
}
