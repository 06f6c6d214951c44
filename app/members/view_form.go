package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/member"
)

// formScreen draws a Form.
type formScreen struct {
	desk    kit.Desk
	env     *kit.Env
	board   Board
	model   *Form
	resumed bool // what was half-typed was taken up again

	inputs map[string]*kit.Field
	whole  *kit.Slot
	again  *kit.Text
	scroll *kit.Scroll
	body   fyne.CanvasObject
}

func newForm(desk kit.Desk, b Board, id member.ID, draft []byte) *formScreen {
	s := &formScreen{desk: desk, env: desk.Env(), board: b, resumed: draft != nil, inputs: map[string]*kit.Field{}}
	s.model = NewForm(b, s.env.Book, id, draft)
	s.body = s.build(s.model.State())
	return s
}

// Head is the title.
func (s *formScreen) Head() kit.Head {
	state := s.model.State()
	return kit.Head{Title: state.Title, Note: state.Note}
}

// Content is the cards, with the way out below them.
func (s *formScreen) Content() fyne.CanvasObject { return s.body }

// Draft is what was typed and not saved.
func (s *formScreen) Draft() []byte { return s.model.Draft() }

func (s *formScreen) build(state FormState) fyne.CanvasObject {
	if len(state.Groups) == 0 {
		return trouble(state.Trouble)
	}
	s.whole = kit.NewSlot(nil)
	cards := []fyne.CanvasObject{s.whole}
	for _, g := range state.Groups {
		cards = append(cards, s.card(g))
	}
	s.scroll = kit.NewScroll(kit.Pad(kit.Inset{Right: barRoom + 4}, kit.Stack(kit.Gap, cards...)))
	s.again = kit.NewText(kit.Small, "").In(kit.Never)
	foot := kit.Spread(kit.Gap, s.again, kit.RowRight(kit.Near,
		kit.Secondary(s.env.Say("Cancel"), s.cancel), kit.Primary(s.env.Say("Save"), s.Save)))
	return newFilled(nil, s.scroll, foot)
}

// First is the one field that is needed.
func (s *formScreen) First() fyne.Focusable {
	if s.inputs["name"] == nil {
		return nil
	}
	return kit.First(s.inputs["name"])
}

// card is a group of fields: short ones beside each other, long ones below.
func (s *formScreen) card(g Group) fyne.CanvasObject {
	var parts, short []fyne.CanvasObject
	flush := func() {
		switch len(short) {
		case 0:
		case 1:
			parts = append(parts, kit.Row(0, short[0]))
		default:
			parts = append(parts, kit.Grid(270, short...))
		}
		short = nil
	}
	for _, in := range g.Inputs {
		part := s.input(in)
		if isShort(in) {
			short = append(short, part)
			continue
		}
		flush()
		parts = append(parts, part)
	}
	flush()
	return kit.Card(kit.Head{Title: g.Title, Note: g.Say}, kit.Form(parts...))
}

// isShort says whether a field may stand beside others.
func isShort(in Input) bool {
	return in.Kind == member.KindLine || in.Kind == member.KindDate || in.Kind == member.KindChoice || in.Kind == member.KindYesNo
}

// typed keeps what stands in a field.
func (s *formScreen) typed(name, text string) {
	s.model.Type(name, text)
	s.inputs[name].SetMistake("")
	if s.again.String() != "" {
		s.again.SetText(s.model.State().Again)
	}
	s.desk.Typed()
}

// Save keeps what was typed, or shows what has to be mended first.
func (s *formScreen) Save() {
	saved, how := s.model.Save()
	if !how.OK() {
		s.redraw()
		return
	}
	s.desk.Saved()
	undone := route.Person(string(saved.ID), route.Overview)
	if s.model.ID() == "" {
		undone = route.Members()
	}
	s.leave(route.Person(string(saved.ID), route.Overview))
	s.desk.Again()
	p := NewPerson(s.board, s.env.Book, saved.ID, nil)
	s.desk.Say(how.Say, func() { takeBack(s.desk, p, how.Kind, undone) })
}

// leave goes back to where somebody came from, or, for somebody new and for
// what was taken up again, to a page in place of the form.
func (s *formScreen) leave(to route.Route) {
	if s.model.ID() != "" && !s.resumed {
		s.desk.Back()
		return
	}
	s.desk.At(to)
	s.desk.Go(to)
}

// redraw shows what is wrong, and goes to the first of it.
func (s *formScreen) redraw() {
	state := s.model.State()
	s.whole.Set(nil)
	if state.Trouble != "" {
		s.whole.Set(trouble(state.Trouble))
		s.scroll.ToTop()
	}
	for _, g := range state.Groups {
		for _, in := range g.Inputs {
			s.inputs[in.Name].SetMistake(in.Mistake)
		}
	}
	s.again.SetText(state.Again)
	s.body.Refresh()
	if f := s.inputs[state.First]; f != nil {
		f.Focus()
	}
}

func (s *formScreen) cancel() { kit.Leave(s.env, s.model.Changed(), s.let) }

// let lets go of what was typed.
func (s *formScreen) let() {
	s.desk.Saved()
	if s.resumed {
		s.leave(route.Members())
		return
	}
	s.desk.Back()
}
