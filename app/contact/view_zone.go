package contactpage

import (
	"fyne.io/fyne/v2"

	"holdfast/app/zone"
)

// zoneField is the person's time zone, with the time there to see that it is
// right.
func (s *SheetForm) zoneField() fyne.CanvasObject {
	z := zone.NewField(s.env, s.env.Say("Where they are: time zone"), s.model.Form().Zone).About(s.model.ZoneNow)
	z.Changed = func(name string) { s.model.Form().Zone = name; s.desk.Typed() }
	z.OnSubmitted(s.Save)
	s.fields.keep("time_zone", z.Field)
	return z.Object()
}
