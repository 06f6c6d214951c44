package settings

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/zone"
)

// boardView is the page about the board while it is filled in.
type boardView struct {
	screen *Screen
	form   BoardForm
	fields map[string]*kit.Field
	failed *kit.Slot
}

// boardPage is the page about the board.
func (s *Screen) boardPage() fyne.CanvasObject {
	form, wrong := s.model.BoardForm()
	if wrong != "" {
		return trouble(wrong)
	}
	if s.half.Board != nil {
		form = *s.half.Board
	}
	v := &boardView{screen: s, form: form, fields: map[string]*kit.Field{}, failed: kit.NewSlot(nil)}
	s.about = v
	terms, keeping := s.model.NumberLines()
	name := v.line(Line{Key: "board_name", Label: s.env.Say("What the board is called"), Help: s.env.Say("It shows only while the vault is open."),
		At: func(f *BoardForm) *string { return &f.Name }})
	place := zone.NewField(s.env, s.env.Say("Your time zone"), form.Zone)
	place.Help(s.env.Say("In this zone days begin for you. Each person has a zone of their own."))
	place.Changed = func(zone string) { v.form.Zone = zone; v.typed() }
	place.OnSubmitted(v.save)
	v.fields["time_zone"] = place.Field
	return kit.Stack(kit.Gap, v.failed,
		kit.Columns(
			kit.Column{Share: 1, Least: 320, Body: kit.Card(kit.Head{Title: s.env.Say("The board")},
				kit.Form(append([]fyne.CanvasObject{name, place.Object()}, v.lines(keeping)...)...))},
			kit.Column{Share: 1, Least: 320, Body: kit.Card(kit.Head{Title: s.env.Say("Terms"),
				Note: s.env.Say("Your own rules. Holdfast reminds and counts; it refuses nothing.")}, kit.Form(v.lines(terms)...))}),
		kit.RowRight(kit.Near, kit.Primary(s.env.Say("Save"), v.save)))
}

func (v *boardView) lines(from []Line) []fyne.CanvasObject {
	parts := make([]fyne.CanvasObject, len(from))
	for i, l := range from {
		parts[i] = v.line(l)
	}
	return parts
}

func (v *boardView) line(l Line) fyne.CanvasObject {
	at := l.At(&v.form)
	entry := kit.NewEntry(v.screen.env).With(*at)
	field := kit.NewField(l.Label, entry).Help(l.Help)
	entry.OnChanged = func(text string) { *at = text; v.typed() }
	entry.OnSubmitted = func(string) { v.save() }
	v.fields[l.Key] = field
	return field
}

func (v *boardView) typed() {
	v.screen.half.Board = &v.form
	v.screen.desk.Typed()
}

func (v *boardView) save() {
	mistakes, wrong := v.screen.model.SaveBoard(v.form)
	for key, field := range v.fields {
		field.SetMistake(mistakes[key])
	}
	v.failed.Set(nil)
	switch {
	case wrong != "":
		v.failed.Set(trouble(wrong))
	case len(mistakes) == 0:
		v.screen.saved(func(h *halfTyped) { h.Board = nil })
		v.screen.desk.Say(v.screen.env.Say("The settings of the board are saved."), nil)
		v.screen.desk.Again()
	}
}
