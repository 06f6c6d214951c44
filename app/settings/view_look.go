package settings

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// look is the page about the window. What is changed here shows at once; the
// shell then makes the page anew.
func (s *Screen) look() fyne.CanvasObject {
	state := s.model.Look()
	size := kit.NewSelect(options(state.Sizes), func(id string) { s.said(s.model.SetTextSize(id)) }).Set(state.TextSize)
	language := kit.NewSelect(options(state.Languages), func(id string) { s.said(s.model.SetLanguage(id)) }).Set(state.Language)
	return kit.Columns(
		kit.Column{Share: 1, Least: 320, Body: kit.Card(kit.Head{Title: s.env.Say("Colours")},
			kit.NewRadio(options(state.Themes), func(id string) { s.said(s.model.SetTheme(id)) }).Set(state.Theme))},
		kit.Column{Share: 1, Least: 320, Body: kit.Card(kit.Head{Title: s.env.Say("Reading")}, kit.Form(
			kit.NewField(s.env.Say("Text size"), size),
			kit.NewField(s.env.Say("Language"), language),
			kit.NewSwitch(s.env.Say("No movement"), s.env.Say("Nothing slides or fades."), state.Still,
				func(on bool) { s.said(s.model.SetStill(on)) }),
			s.title(state)))})
}

// title is what the window is called where everybody can see it.
func (s *Screen) title(state LookState) fyne.CanvasObject {
	entry := kit.NewEntry(s.env).With(state.Title).Hint(s.env.Say("Notes"))
	field := kit.NewField(s.env.Say("Title of the window"), entry).
		Help(s.env.Say("It shows in the taskbar, on a locked screen too. Choose something that says nothing."))
	save := func() {
		wrong := s.model.SetTitle(entry.Text)
		field.SetMistake(wrong)
		if wrong == "" {
			s.desk.Say(s.env.Say("The window has its title."), nil)
		}
	}
	entry.OnSubmitted = func(string) { save() }
	return kit.Stack(kit.Near, field, kit.Row(0, kit.Secondary(s.env.Say("Use this title"), save)))
}
