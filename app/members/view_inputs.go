package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/member"
)

// mostLinks is how many choices of a line are offered as words to click; more
// of them are a menu.
const mostLinks = 8

// input makes the field of a form that its kind asks for.
func (s *formScreen) input(in Input) fyne.CanvasObject {
	switch {
	case in.Kind == member.KindDate:
		d := kit.NewDateEntry(s.env, nil).SetText(in.Value)
		d.OnTyped = func(text string) { s.typed(in.Name, text) }
		return s.field(in, d)
	case in.Kind == member.KindChoice || in.Kind == member.KindYesNo:
		return s.field(in, kit.NewSelect(formpage.Options(in.Choices), func(id string) { s.typed(in.Name, id) }).Set(in.Value))
	case in.Ticked:
		return s.ticks(in)
	case in.Kind == member.KindText:
		return s.field(in, s.entry(in, kit.NewLines(s.env, 2)))
	case in.Kind == member.KindList:
		return s.lines(in)
	case in.Covered:
		secret := kit.NewSecretEntry(s.env)
		s.entry(in, secret.Entry)
		return s.field(in, secret)
	default:
		return s.words(in)
	}
}

// field puts an input under its label.
func (s *formScreen) field(in Input, input fyne.CanvasObject) *kit.Field {
	f := kit.NewField(in.Label, input).Help(in.Help)
	s.inputs[in.Name] = f
	return f
}

// entry lets an entry hold the field's value and tell what is typed. Enter
// saves from a line.
func (s *formScreen) entry(in Input, e *kit.Entry) *kit.Entry {
	e.With(in.Value)
	e.OnChanged = func(text string) { s.typed(in.Name, text) }
	if !e.MultiLine {
		e.OnSubmitted = func(string) { s.Save() }
	}
	return e
}

// words is a line of its own, with usual words to click where there are a
// few.
func (s *formScreen) words(in Input) fyne.CanvasObject {
	e := s.entry(in, kit.NewEntry(s.env))
	f := s.field(in, e)
	if len(in.Choices) == 0 || len(in.Choices) > mostLinks {
		return f
	}
	links := make([]fyne.CanvasObject, len(in.Choices))
	for i, c := range in.Choices {
		links[i] = kit.Link(c.Label, func() { e.SetText(c.Label) })
	}
	return kit.Stack(6, f, kit.Row(14, links...))
}

// lines is a list, one entry on each line, with a menu of usual ones.
func (s *formScreen) lines(in Input) fyne.CanvasObject {
	e := s.entry(in, kit.NewLines(s.env, 2))
	f := s.field(in, e)
	if len(in.Choices) == 0 {
		return f
	}
	labels := map[string]string{}
	for _, c := range in.Choices {
		labels[c.ID] = c.Label
	}
	var menu *kit.Select
	menu = kit.NewSelect(formpage.Options(in.Choices), func(id string) {
		text := e.Text
		if text != "" {
			text += "\n"
		}
		e.SetText(text + labels[id])
		menu.Set("").Hint(s.env.Say("Pick from a list…"))
	}).Hint(s.env.Say("Pick from a list…"))
	return kit.Stack(6, f, kit.Row(0, menu))
}

// ticks is a list that is filled by ticking, with room for what nobody
// thought of.
func (s *formScreen) ticks(in Input) fyne.CanvasObject {
	on, rest := in.Parts()
	other := kit.NewLines(s.env, 2).With(rest)
	tell := func() { s.typed(in.Name, in.Joined(on, other.Text)) }
	other.OnChanged = func(string) { tell() }
	boxes := make([]fyne.CanvasObject, len(in.Choices))
	for i, c := range in.Choices {
		boxes[i] = kit.NewCheck(c.Label, on[c.ID], func(ticked bool) { on[c.ID] = ticked; tell() })
	}
	f := s.field(in, kit.Grid(210, boxes...))
	return kit.Stack(kit.Near, f, kit.NewField(s.env.Say("Anything else, one on each line"), other))
}
