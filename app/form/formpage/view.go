// Package formpage draws a form: its questions as cards, with what is wrong
// below each field, and what must be agreed to first as a question on top.
//
// It promises that Enter in a field saves, that leaving half-typed words is
// asked about first, and that what stands on a form is a draft until then.
//
// Example:
//
//	screen := formpage.New(desk, form.New(book, asks, draft), route.Pay("", ""), draft != nil)
package formpage

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/kit"
	"holdfast/app/route"
)

// Screen draws a Form as a page of the window.
type Screen struct {
	desk    kit.Desk
	env     *kit.Env
	model   *form.Form
	leads   route.Route // where saving leads what was taken up again
	resumed bool

	inputs              map[string]*kit.Field
	boxes               map[string]fyne.Focusable
	above, cards, again *kit.Slot
	place               *kit.Slot
	extras              Extras
	around              around
}

// New draws a form. A form that was taken up again (resumed) leads to a
// place when it is done; any other goes back to where somebody came from.
func New(desk kit.Desk, model *form.Form, leads route.Route, resumed bool) *Screen {
	return NewWith(desk, model, leads, resumed, Extras{})
}

// NewWith is New with what only this form has.
func NewWith(desk kit.Desk, model *form.Form, leads route.Route, resumed bool, extras Extras) *Screen {
	s := &Screen{desk: desk, env: desk.Env(), model: model, leads: leads, resumed: resumed, extras: extras, around: newAround(),
		above: kit.NewSlot(nil), cards: kit.NewSlot(nil), again: kit.NewSlot(nil), place: kit.NewSlot(nil)}
	state := model.State()
	if len(state.Groups) == 0 {
		s.place.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: state.Trouble}))
		return s
	}
	s.fill(state)
	s.place.Set(kit.Stack(kit.Gap, s.above, s.around.above, s.cards, s.again, s.acts(), s.around.below))
	return s
}

// Focus puts the cursor into a field.
func (s *Screen) Focus(field string) {
	if f := s.inputs[field]; f != nil {
		f.Focus()
	}
}

// First is the first field.
func (s *Screen) First() fyne.Focusable { return kit.First(s.cards) }

// Head is the title.
func (s *Screen) Head() kit.Head {
	state := s.model.State()
	return kit.Head{Title: cmp.Or(state.Title, s.extras.Title), Note: state.Note}
}

// Content is the cards, with the way out below them.
func (s *Screen) Content() fyne.CanvasObject { return s.place }

// Draft is what was typed and not saved.
func (s *Screen) Draft() []byte { return s.model.Draft() }

// fill makes the cards of a state.
func (s *Screen) fill(state form.State) {
	s.inputs, s.boxes = map[string]*kit.Field{}, map[string]fyne.Focusable{}
	var cards []fyne.CanvasObject
	for _, g := range state.Groups {
		cards = append(cards, s.card(g))
	}
	s.cards.Set(kit.Stack(kit.Gap, cards...))
	s.fillAround()
}

// card is a group: what is short stands beside each other, what is long below.
func (s *Screen) card(g form.Group) fyne.CanvasObject {
	var parts, short []fyne.CanvasObject
	flush := func() {
		if len(short) > 0 {
			parts = append(parts, kit.Grid(240, short...))
		}
		short = nil
	}
	for _, in := range g.Inputs {
		part := s.input(in)
		if in.Kind == form.Line || in.Kind == form.Day || in.Kind == form.OneOf {
			short = append(short, part)
			continue
		}
		flush()
		parts = append(parts, part)
	}
	flush()
	return kit.Card(kit.Head{Title: g.Title, Note: g.Say}, kit.Form(parts...))
}

// input makes the field that its kind asks for.
func (s *Screen) input(in form.Input) fyne.CanvasObject {
	switch in.Kind {
	case form.Lines:
		return s.field(in, s.entry(in, kit.NewLines(s.env, max(2, in.Rows))))
	case form.Day:
		d := kit.NewDateEntry(s.env, nil).SetText(in.Value)
		d.OnTyped, d.Sure = func(text string) { s.typed(in, text) }, s.Save
		return s.field(in, d)
	case form.OneOf:
		return s.field(in, kit.NewSelect(Options(in.Choices), func(id string) { s.typed(in, id) }).Hint(s.env.Say("Choose one")).Set(in.Value))
	case form.SomeOf:
		return s.some(in)
	case form.Order:
		return s.order(in)
	case form.Yes:
		box := kit.NewCheck(in.Label, in.Value == form.True, func(on bool) { s.typed(in, form.Truth(on)) })
		in.Label = ""
		return s.field(in, box)
	case form.Cards:
		return s.field(in, kit.NewRadio(Options(in.Choices), func(id string) { s.typed(in, id) }).Set(in.Value))
	case form.Own:
		return s.field(in, s.extras.Own(s, in))
	case form.Said:
		var lines []fyne.CanvasObject
		for _, text := range in.Says {
			lines = append(lines, kit.NewText(kit.Small, text))
		}
		if in.Label == "" {
			return kit.Stack(kit.Hair, lines...)
		}
		return s.field(in, kit.Stack(kit.Hair, lines...))
	default:
		return s.field(in, s.entry(in, kit.NewEntry(s.env)))
	}
}

// field puts an input under its label.
func (s *Screen) field(in form.Input, input fyne.CanvasObject) *kit.Field {
	f := kit.NewField(in.Label, input).Help(in.Help)
	if in.Mistake != "" {
		f.SetMistake(in.Mistake)
	}
	s.inputs[in.Name] = f
	return f
}

func (s *Screen) entry(in form.Input, e *kit.Entry) *kit.Entry {
	e.With(in.Value)
	e.OnChanged = func(text string) { s.typed(in, text) }
	if !e.MultiLine {
		e.OnSubmitted = func(string) { s.Save() }
	}
	return e
}

// some are choices to tick, any number of them.
func (s *Screen) some(in form.Input) fyne.CanvasObject {
	on := map[string]bool{}
	for _, id := range (form.Values{"": in.Value}).List("") {
		on[id] = true
	}
	boxes := make([]fyne.CanvasObject, len(in.Choices))
	for i, c := range in.Choices {
		box := kit.NewCheck(c.Label, on[c.ID], func(ticked bool) {
			on[c.ID] = ticked
			var all []string
			for _, c := range in.Choices {
				if on[c.ID] {
					all = append(all, c.ID)
				}
			}
			s.typed(in, strings.Join(all, "\n"))
			if in.Turns { // the cards were made anew
				s.env.Canvas.Focus(s.boxes[in.Name+"\n"+c.ID])
			}
		})
		boxes[i], s.boxes[in.Name+"\n"+c.ID] = box, box
	}
	return s.field(in, kit.Grid(200, boxes...))
}

// Options are choices for the kit.
func Options(choices []form.Choice) []kit.Option {
	all := make([]kit.Option, len(choices))
	for i, c := range choices {
		all[i] = kit.Option{ID: c.ID, Label: c.Label}
	}
	return all
}

// typed keeps what stands in a field; where others depend on it, they are
// asked anew.
func (s *Screen) typed(in form.Input, text string) {
	s.model.Type(in.Name, text)
	s.desk.Typed()
	if in.Turns {
		s.redraw(in.Name)
		return
	}
	if s.again.Part() != nil {
		s.lookAgain(s.model.State())
	}
	switch in.Kind {
	case form.Day:
		s.follow()
	case form.OneOf:
		s.place.Refresh() // what is chosen may need another line
	}
}

// follow shows the days that another day has changed.
func (s *Screen) follow() {
	for name, f := range s.inputs {
		if d, ok := f.Input.(*kit.DateEntry); ok && d.Text() != s.model.Value(name) {
			d.SetText(s.model.Value(name))
		}
	}
}

// redraw makes the cards anew, with the focus where it was.
func (s *Screen) redraw(focus string) {
	state := s.model.State()
	s.fill(state)
	s.above.Set(nil)
	if state.Trouble != "" {
		s.above.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: state.Trouble}))
	}
	s.lookAgain(state)
	s.place.Refresh()
	if f := s.inputs[focus]; f != nil {
		f.Focus()
	} else if state.Trouble != "" {
		kit.InSight(s.above)
	}
}

// lookAgain says below the form how much of it is wrong still.
func (s *Screen) lookAgain(state form.State) {
	s.again.Set(nil)
	if state.Again != "" {
		s.again.Set(kit.NewText(kit.Small, state.Again).In(kit.Never))
	}
}

// Save keeps the form, or shows what has to be mended first.
func (s *Screen) Save() {
	say, ask := s.model.Save()
	switch {
	case ask != nil:
		s.ask(ask)
	case say == "":
		s.redraw(s.model.State().First)
	case s.extras.Done != nil:
		s.desk.Saved()
		s.extras.Done(say)
	default:
		s.desk.Saved()
		s.leave()
		s.desk.Again()
		s.desk.Say(say, nil)
	}
}

// ask puts a question; the button that Enter presses is the one that does
// nothing.
func (s *Screen) ask(a *form.Ask) {
	Put(s.env, a, func() {
		s.model.Type(a.Field, form.True)
		s.Save()
	})
}

// Put puts a question before the person; yes is done once they agreed.
func Put(env *kit.Env, a *form.Ask, yes func()) {
	var lines []fyne.CanvasObject
	for _, text := range a.Says {
		lines = append(lines, kit.NewText(kit.Body, text))
	}
	kit.Ask(env, kit.Dialog{Title: a.Title, Body: kit.Stack(kit.Near, lines...), Confirm: a.Confirm, Cancel: env.Say("No, go back"), Grave: true,
		OnConfirm: func() bool {
			env.Runner.After(0, yes) // once the question is off the window
			return true
		}})
}

// leave goes back to where somebody came from, or, for what was taken up
// again, to a page in place of the form.
func (s *Screen) leave() {
	if !s.resumed {
		s.desk.Back()
		return
	}
	s.desk.At(s.leads)
	s.desk.Go(s.leads)
}

func (s *Screen) cancel() {
	kit.Leave(s.env, s.model.Changed(), func() {
		if s.extras.Let != nil {
			s.extras.Let(s.model.Values())
		}
		s.desk.Saved()
		s.leave()
	})
}
