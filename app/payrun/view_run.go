package payrun

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/pay"
	"holdfast/app/route"
	"holdfast/board"
)

// RunScreen draws a Run.
type RunScreen struct {
	desk  kit.Desk
	env   *kit.Env
	board *board.Board
	model *Run
	place *kit.Slot
	form  *formpage.Screen
}

// NewRunScreen begins a pay run.
func NewRunScreen(desk kit.Desk, b *board.Board) *RunScreen {
	s := &RunScreen{desk: desk, env: desk.Env(), board: b, model: NewRun(b, desk.Env().Book), place: kit.NewSlot(nil)}
	s.draw()
	return s
}

// Head is the title.
func (s *RunScreen) Head() kit.Head {
	return kit.Head{Title: s.env.Say("Pay run"), Note: s.env.Say("One by one, the way each person wants it, the longest waiting first.")}
}

// Content is whose turn it is.
func (s *RunScreen) Content() fyne.CanvasObject { return s.place }

// Draft is nothing: what is paid is written down at once, and the queue is made
// anew each time.
func (s *RunScreen) Draft() []byte { return nil }

// Save marks what is shown as paid, where somebody has their turn.
func (s *RunScreen) Save() {
	if s.form != nil {
		s.form.Save()
	}
}

// draw shows whose turn it is.
func (s *RunScreen) draw() {
	s.form = nil
	state := s.model.State()
	switch {
	case state.Trouble != "":
		s.place.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: state.Trouble}))
	case state.Done != "":
		back := kit.Primary(s.env.Say("Back to Compensation"), func() { s.desk.Go(route.Pay("", "")) })
		acts := []fyne.CanvasObject{back}
		if made, err := s.model.Receipts(); err == nil && len(made) > 0 {
			label := s.env.Book.Count(len(made), "{n} receipt to print…", "{n} receipts to print…")
			acts = append(acts, kit.Secondary(label, func() { pay.PrintReceipts(s.desk, s.board.Pay(), made) }))
		}
		s.place.Set(kit.Card(kit.Head{}, kit.Empty(s.env.Say("Everybody had their turn"), state.Done, acts...)))
		s.env.Canvas.Focus(back)
	case state.Paid != "":
		s.paid(state)
	default:
		s.turn(state)
	}
}

// turn is what is paid at the left, and their way at the right.
func (s *RunScreen) turn(state RunState) {
	s.form = formpage.NewWith(s.desk, s.model.Form(), route.Route{}, false, formpage.Extras{
		Save: s.env.Say("Mark as paid"), Done: s.done, Acts: func(*formpage.Screen) []fyne.CanvasObject {
			return []fyne.CanvasObject{kit.Secondary(s.env.Say("Skip for now"), s.next)}
		}})
	head := kit.Head{Title: s.env.Say("{place} · {name}", "place", state.Place, "name", state.Name), Note: s.env.Say("{sum} is owed", "sum", state.Total)}
	s.place.Set(kit.Columns(
		kit.Column{Share: 560, Least: 440, Body: kit.Stack(kit.Gap, kit.Card(head, s.lines(state)), s.form.Content())},
		kit.Column{Share: 430, Least: 320, Body: s.way(state)}))
	s.env.Runner.After(0, func() { s.form.Focus("amount") }) // once it is in the window
}

func (s *RunScreen) next() {
	s.model.Next()
	s.place.Set(nil) // so that whose turn it is begins at the top
	s.place.Refresh()
	s.draw()
	s.place.Refresh()
}

func (s *RunScreen) done(say string) {
	s.model.Paid(say)
	s.desk.Again()
	s.draw()
	s.place.Refresh()
}

func (s *RunScreen) lines(state RunState) fyne.CanvasObject {
	columns := []kit.TableColumn[RunLine]{
		{Title: s.env.Say("Work"), Cell: func(l RunLine) fyne.CanvasObject { return kit.NewText(kit.Body, l.What) }},
		{Title: s.env.Say("Date"), Cell: func(l RunLine) fyne.CanvasObject { return kit.NewText(kit.Body, l.Day) }},
		{Title: s.env.Say("Fund"), Cell: func(l RunLine) fyne.CanvasObject { return kit.NewText(kit.Body, l.Fund) }},
		{Title: s.env.Say("Amount"), Right: true, Cell: func(l RunLine) fyne.CanvasObject { return kit.Figures(kit.Strong, l.Sum) }}}
	return kit.Table(columns, state.Lines, nil)
}

// way is how the person wants it, with their words and the name that it needs.
func (s *RunScreen) way(state RunState) fyne.CanvasObject {
	name := kit.NewMasked(s.env, "••••••", s.model.Payee)
	facts := []kit.Fact{kit.Know(s.env.Say("Way"), state.How)}
	if state.Words != "" {
		facts = append(facts, kit.Know(s.env.Say("What to say"), state.Words))
	}
	facts = append(facts, kit.Fact{Label: s.env.Say("Name for the payment"), Value: name})
	parts := []fyne.CanvasObject{kit.Facts(facts...), kit.NewText(kit.Small, state.Shows)}
	if len(state.Answers) > 0 {
		var asked []kit.Fact
		for _, a := range state.Answers {
			asked = append(asked, kit.Know(a[0], a[1]))
		}
		parts = append(parts, kit.Facts(asked...))
	}
	leads := func(tab string) func() { return func() { s.desk.Go(route.Pay(string(s.model.Member()), tab)) } }
	parts = append(parts, kit.Row(kit.Gap, kit.Link(s.env.Say("Change their way…"), leads(route.WayForm)),
		kit.Link(s.env.Say("They want to wait…"), leads(route.DeferForm)), kit.Link(s.env.Say("They choose not to be paid…"), leads(route.DeclineForm))))
	return kit.Card(kit.Head{Title: s.env.Say("How {name} wants it", "name", state.Name)}, parts...)
}

// paid offers the receipt, and then the next one.
func (s *RunScreen) paid(state RunState) {
	next := kit.Primary(s.env.Say("Next person"), s.next)
	id, payment := s.model.Member(), s.model.Payment()
	acts := []fyne.CanvasObject{next}
	if !state.Unsigned {
		acts = append(acts, kit.Secondary(s.env.Say("Receipt to print…"), func() { pay.PrintReceipt(s.desk, s.board.Pay(), id, payment) }),
			kit.Secondary(s.env.Say("They signed for it…"), func() { s.desk.Go(route.Pay(string(id)+"/"+string(payment), route.SignForm)) }))
	}
	head := kit.Head{Title: s.env.Say("{place} · {name}", "place", state.Place, "name", state.Name)}
	s.place.Set(kit.Stack(0, kit.Card(head, kit.NewText(kit.Lead, state.Paid), kit.Row(kit.Near, acts...)))) // no higher than it has to be
	s.env.Canvas.Focus(next)
}
