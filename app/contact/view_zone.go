package contactpage

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// zoneField is the person's time zone: typed by part of its name, with the
// zones that fit to choose from, and the time there to see that it is right.
func (s *SheetForm) zoneField() fyne.CanvasObject {
	z := &zoneInput{form: s, fit: kit.NewSlot(nil), entry: kit.NewEntry(s.env)}
	s.fields.entry(z.entry, &s.model.Form().Zone)
	typed := z.entry.OnChanged
	z.entry.OnChanged = func(text string) { typed(text); z.look() }
	z.field = s.fields.add("time_zone", s.env.Say("Where they are: time zone"), "", z.entry)
	z.look()
	return kit.Stack(6, z.field, z.fit)
}

// zoneInput is the field and what fits.
type zoneInput struct {
	form  *SheetForm
	entry *kit.Entry
	field *kit.Field
	fit   *kit.Slot
}

// look shows what fits what is typed, or what time it is there.
func (z *zoneInput) look() {
	s, typed := z.form, z.entry.Text
	help := s.model.ZoneNow(typed)
	if help == "" {
		help = s.env.Say("A city or a region, such as Chicago.")
	}
	wrong := z.field.Mistake()
	z.field.Help(help)
	z.field.SetMistake(wrong)
	links := []fyne.CanvasObject{}
	for _, c := range s.model.ZoneChoices(typed) {
		links = append(links, kit.Link(c.Label, func() { z.choose(c.ID) }))
	}
	z.fit.Set(nil)
	if len(links) > 0 {
		z.fit.Set(kit.Row(14, links...))
	}
	s.content.Refresh()
}

func (z *zoneInput) choose(name string) {
	z.field.SetMistake("")
	z.entry.SetText(name)
	z.field.Focus()
}
