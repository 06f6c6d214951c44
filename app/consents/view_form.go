package consents

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
)

// formScreen draws a Form.
type formScreen struct {
	desk    kit.Desk
	env     *kit.Env
	board   Board
	model   *Form
	leads   route.Route // where saving leads what was taken up again
	resumed bool

	inputs              map[string]*kit.Field
	whole, cards, again *kit.Slot
	place               *kit.Slot
}

func newFormScreen(desk kit.Desk, b Board, model *Form, leads route.Route, resumed bool) *formScreen {
	s := &formScreen{desk: desk, env: desk.Env(), board: b, model: model, leads: leads, resumed: resumed,
		whole: kit.NewSlot(nil), cards: kit.NewSlot(nil), again: kit.NewSlot(nil), place: kit.NewSlot(nil)}
	state := model.State()
	if len(state.Groups) == 0 {
		s.place.Set(trouble(state.Trouble))
		return s
	}
	s.fill(state)
	s.place.Set(kit.Stack(kit.Gap, s.whole, s.cards, s.again,
		kit.RowRight(kit.Near, kit.Secondary(s.env.Say("Cancel"), s.cancel), kit.Primary(s.env.Say("Write it down"), s.save))))
	return s
}

// Head is the title.
func (s *formScreen) Head() kit.Head {
	state := s.model.State()
	if state.Title == "" {
		return kit.Head{Title: s.env.Say("Consent")}
	}
	return kit.Head{Title: state.Title, Note: state.Note}
}

// Content is the cards, with the way out below them.
func (s *formScreen) Content() fyne.CanvasObject { return s.place }

// Draft is what was typed and not saved.
func (s *formScreen) Draft() []byte { return s.model.Draft() }

// fill makes the cards of a state.
func (s *formScreen) fill(state FormState) {
	s.inputs = map[string]*kit.Field{}
	var cards []fyne.CanvasObject
	for _, g := range state.Groups {
		cards = append(cards, s.card(g))
	}
	s.cards.Set(kit.Stack(kit.Gap, cards...))
}

// card is a group: what is short stands beside each other, what is long below.
func (s *formScreen) card(g Group) fyne.CanvasObject {
	var parts, short []fyne.CanvasObject
	flush := func() {
		if len(short) > 0 {
			parts = append(parts, kit.Grid(260, short...))
		}
		short = nil
	}
	for _, in := range g.Inputs {
		part := s.input(in)
		if in.Kind == Line || in.Kind == Day || in.Kind == OneOf {
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
func (s *formScreen) input(in Input) fyne.CanvasObject {
	switch in.Kind {
	case Lines:
		rows := 2
		if in.Name == "words" {
			rows = 5
		}
		return s.field(in, s.entry(in, kit.NewLines(s.env, rows)))
	case Day:
		d := kit.NewDateEntry(s.env, nil).SetText(in.Value)
		d.OnTyped = func(text string) { s.typed(in, text) }
		return s.field(in, d)
	case OneOf:
		return s.field(in, kit.NewSelect(options(in.Choices), func(id string) { s.typed(in, id) }).Set(in.Value).Hint(s.env.Say("Choose one")))
	case SomeOf:
		return s.some(in)
	case Yes:
		box := kit.NewCheck(in.Label, in.Value == yes, func(on bool) { s.typed(in, truth(on)) })
		in.Label = ""
		return s.field(in, box)
	case Said:
		return s.told(in)
	case Scan:
		return s.scan(in)
	case Print:
		return kit.Row(0, kit.Secondary(in.Label, s.print))
	default:
		return s.field(in, s.entry(in, kit.NewEntry(s.env)))
	}
}

// field puts an input under its label.
func (s *formScreen) field(in Input, input fyne.CanvasObject) *kit.Field {
	f := kit.NewField(in.Label, input).Help(in.Help)
	if in.Mistake != "" {
		f.SetMistake(in.Mistake)
	}
	s.inputs[in.Name] = f
	return f
}

func (s *formScreen) entry(in Input, e *kit.Entry) *kit.Entry {
	e.With(in.Value)
	e.OnChanged = func(text string) { s.typed(in, text) }
	if !e.MultiLine {
		e.OnSubmitted = func(string) { s.save() }
	}
	return e
}

// some are choices to tick, any number of them.
func (s *formScreen) some(in Input) fyne.CanvasObject {
	on := map[string]bool{}
	for _, id := range (values{"": in.Value}).list("") {
		on[id] = true
	}
	boxes := make([]fyne.CanvasObject, len(in.Choices))
	for i, c := range in.Choices {
		boxes[i] = kit.NewCheck(c.Label, on[c.ID], func(ticked bool) {
			on[c.ID] = ticked
			var all []string
			for _, c := range in.Choices {
				if on[c.ID] {
					all = append(all, c.ID)
				}
			}
			s.typed(in, joined(all))
		})
	}
	return s.field(in, kit.Grid(200, boxes...))
}

// told are the words of a notice.
func (s *formScreen) told(in Input) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, text := range in.Says {
		lines = append(lines, kit.NewText(kit.Small, "· "+text))
	}
	return s.field(in, kit.Stack(kit.Hair, lines...))
}

// scan is a page that is kept with the choice.
func (s *formScreen) scan(in Input) fyne.CanvasObject {
	label := s.env.Say("Attach a scan…")
	if in.Value != "" {
		label, in.Help = s.env.Say("Attach another one…"), s.env.Say("A page is in the vault. Remove the file that it came from, also from the scanner.")
	}
	return s.field(in, kit.Row(0, kit.Secondary(label, func() { s.attach(in) })))
}

func (s *formScreen) attach(in Input) {
	kit.AskPath(s.env, kit.Pick{Title: in.Label, Say: in.Help, Confirm: s.env.Say("Attach"), From: s.env.Home, Files: true,
		Endings: []string{".pdf", ".jpg", ".jpeg", ".png"},
		Picked: func(path string) string {
			kept, err := s.board.Attachments().AddFile(s.model.asks.owner(), path)
			if err != nil {
				return explained(s.env.Book, err)
			}
			s.model.Type(in.Name, string(kept.ID))
			s.desk.Typed()
			s.redraw(in.Name)
			return ""
		}})
}

// print prints the form of a release as it is typed so far.
func (s *formScreen) print() {
	askLanguage(s.desk, s.env.Say("The form to sign"), s.env.Say("What is typed here stands on the form; what is empty has lines to write on. It does not name the person."),
		func(language string) out {
			return out{s.env.Say("Where to put the form"), s.env.Say("form"), pdfEnding, func() ([]byte, error) { return s.model.Paper(language) }}
		})
}

// typed keeps what stands in a field; where others depend on it, they are
// asked anew.
func (s *formScreen) typed(in Input, text string) {
	s.model.Type(in.Name, text)
	s.desk.Typed()
	if in.Turns && in.Kind != Day {
		s.redraw(in.Name)
		return
	}
	if f := s.inputs[in.Name]; f != nil && f.Mistake() != "" {
		f.SetMistake("")
	}
	if end := s.inputs["end"]; end != nil && in.Kind == Day {
		s.follow("end")
		s.follow("start")
	}
}

// follow shows a day that another answer has changed.
func (s *formScreen) follow(name string) {
	f := s.inputs[name]
	if f == nil {
		return
	}
	if d, ok := f.Input.(*kit.DateEntry); ok && d.Text() != s.model.values[name] {
		d.SetText(s.model.values[name])
	}
}

// redraw makes the cards anew, with the focus where it was.
func (s *formScreen) redraw(focus string) {
	state := s.model.State()
	s.fill(state)
	s.whole.Set(nil)
	if state.Trouble != "" {
		s.whole.Set(trouble(state.Trouble))
	}
	s.again.Set(nil)
	if state.Again != "" {
		s.again.Set(kit.NewText(kit.Small, state.Again).In(kit.Never))
	}
	s.place.Refresh()
	if f := s.inputs[focus]; f != nil {
		f.Focus()
	}
}

func (s *formScreen) save() {
	say := s.model.Save()
	if say == "" {
		s.redraw(s.model.State().First)
		return
	}
	s.desk.Saved()
	s.leave()
	s.desk.Again()
	s.desk.Say(say, nil)
}

// leave goes back to where somebody came from, or, for what was taken up
// again, to a page in place of the form.
func (s *formScreen) leave() {
	if !s.resumed {
		s.desk.Back()
		return
	}
	s.desk.At(s.leads)
	s.desk.Go(s.leads)
}

func (s *formScreen) cancel() {
	let := func() { s.desk.Saved(); s.leave() }
	if !s.model.Changed() {
		let()
		return
	}
	kit.Ask(s.env, kit.Dialog{
		Title: s.env.Say("Leave without saving?"), Say: s.env.Say("What you typed here is let go."),
		Confirm: s.env.Say("Leave without saving"), Cancel: s.env.Say("Go on typing"), Grave: true,
		OnConfirm: func() bool { let(); return true },
	})
}
