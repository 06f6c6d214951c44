package contactpage

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"holdfast/app/kit"
	"holdfast/contact"
	"holdfast/wording"
)

// hoursField is the hours of a way: rows of days, from, and to.
func (s *SheetForm) hoursField(i int, way *WayForm) fyne.CanvasObject {
	rows := []fyne.CanvasObject{}
	for at, span := range way.Spans {
		rows = append(rows, s.spanRow(i, at, span))
	}
	rows = append(rows, kit.Row(kit.Near, kit.Secondary(s.env.Say("Add hours"), func() { s.addSpan(i) })))
	return s.fields.add(wayField(i, "hours"), s.env.Say("When it is safe"),
		s.env.Say("By the clock where they are. With no hours, “yes” means at any time."), kit.Stack(kit.Near, rows...))
}

func (s *SheetForm) addSpan(i int) {
	s.model.AddSpan(i)
	s.changedWays()
	s.focus(s.spans[i][len(s.spans[i])-1])
}

// spanRow is one row of hours.
func (s *SheetForm) spanRow(i, at int, span *Span) fyne.CanvasObject {
	parts := []fyne.CanvasObject{}
	for _, day := range contact.EveryDay.List() {
		parts = append(parts, kit.NewCheck(s.shortDay(day), span.Days.Has(day), func(bool) { s.turnDay(span, day) }))
	}
	from := s.fields.entry(kit.NewEntry(s.env).Hint("09:00"), &span.From)
	s.spans[i] = append(s.spans[i], from)
	to := s.fields.entry(kit.NewEntry(s.env).Hint("17:00"), &span.To)
	parts = append(parts,
		clockBox(from), kit.NewText(kit.Body, s.env.Say("to")), clockBox(to),
		kit.Link(s.env.Say("Remove hours"), func() { s.removeSpan(i, at) }))
	return kit.Row(12, parts...)
}

// clockBox keeps a field for a time of day as narrow as that is.
func clockBox(entry *kit.Entry) fyne.CanvasObject { return container.New(clockLayout{}, entry) }

// clockLayout is as wide as a time of day.
type clockLayout struct{}

// Layout gives the field all of the room.
func (clockLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// MinSize is that of "00:00" in a field.
func (clockLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	digits := kit.NaturalWidth(kit.Figures(kit.Body, "00:00"))
	return fyne.NewSize(digits+36, objects[0].MinSize().Height)
}

func (s *SheetForm) turnDay(span *Span, day time.Weekday) {
	span.Days ^= contact.On(day)
	s.desk.Typed()
}

func (s *SheetForm) removeSpan(i, at int) {
	s.model.RemoveSpan(i, at)
	s.changedWays()
	s.focus(s.folds[i])
}

// shortDay is a day of the week in two or three letters.
func (s *SheetForm) shortDay(day time.Weekday) string {
	switch day {
	case time.Monday:
		return s.env.Say("Mon")
	case time.Tuesday:
		return s.env.Say("Tue")
	case time.Wednesday:
		return s.env.Say("Wed")
	case time.Thursday:
		return s.env.Say("Thu")
	case time.Friday:
		return s.env.Say("Fri")
	case time.Saturday:
		return s.env.Say("Sat")
	default:
		return s.env.Say("Sun")
	}
}

// purposeField is what a way may be used for.
func (s *SheetForm) purposeField(i int, way *WayForm) fyne.CanvasObject {
	checks := []fyne.CanvasObject{}
	for _, p := range contact.Purposes() {
		checks = append(checks, kit.NewCheck(wording.Capital(s.env.Book.Render(p.Name())), slices.Contains(way.Purposes, p),
			func(on bool) { s.turnPurpose(way, p, on) }))
	}
	return s.fields.add(wayField(i, "purposes"), s.env.Say("Only to be used for"),
		s.env.Say("With nothing ticked there is no limit."), kit.Row(18, checks...))
}

func (s *SheetForm) turnPurpose(way *WayForm, p contact.Purpose, on bool) {
	way.Purposes = slices.DeleteFunc(way.Purposes, func(other contact.Purpose) bool { return other == p })
	if on {
		way.Purposes = append(way.Purposes, p)
	}
	s.desk.Typed()
}
