package contactpage

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/board"
	"holdfast/contact"
)

// drawWays makes the cards of the ways anew.
func (s *SheetForm) drawWays() {
	s.fields.section("ways")
	s.folds, s.spans = nil, nil
	parts := []fyne.CanvasObject{}
	for i := range s.model.Form().Ways {
		parts = append(parts, s.wayCard(i))
	}
	adding := kit.NewSelect(formpage.Options(s.model.KindChoices()), s.addWay).Hint(s.env.Say("Choose the kind"))
	help := s.env.Say("The first is the one they like best.")
	if len(parts) == 0 {
		help = s.env.Say("Begin with the way that {name} likes best.", "name", s.model.Name())
	}
	parts = append(parts, kit.Row(kit.Near, kit.NewField(s.env.Say("Add a way"), adding)))
	s.ways.Set(kit.Card(kit.Head{Title: s.env.Say("Ways"), Note: help}, kit.Rows(parts...)))
	s.drawFirst()
}

func (s *SheetForm) addWay(kind string) {
	if err := s.model.AddWay(contact.Kind(kind)); err != nil {
		kit.Tell(s.env, s.env.Say("This can't be added now"), board.ExplainIn(s.env.Book, err), nil)
		return
	}
	s.changedWays()
	s.focusWay(len(s.model.Form().Ways) - 1)
}

// changedWays shows other ways, or the same ones differently.
func (s *SheetForm) changedWays() {
	s.desk.Typed()
	s.drawWays()
}

// focusWay puts the cursor into the first field of a way.
func (s *SheetForm) focusWay(i int) {
	if field := s.fields.made[wayField(i, "value")]; field != nil {
		field.Focus()
	}
}

// wayCard is one way: its name, what can be done with it, and its fields
// where it is open.
func (s *SheetForm) wayCard(i int) fyne.CanvasObject {
	way := s.model.Form().Ways[i]
	fold := kit.Link(s.env.Say("Change"), func() { s.fold(i) })
	if way.Open {
		fold.SetLabel(s.env.Say("Fold away"))
	}
	s.folds, s.spans = append(s.folds, fold), append(s.spans, nil)
	acts := []fyne.CanvasObject{fold}
	if i > 0 {
		acts = append(acts, kit.Link(s.env.Say("Move up"), func() { s.moveWay(i, -1) }))
	}
	if i+1 < len(s.model.Form().Ways) {
		acts = append(acts, kit.Link(s.env.Say("Move down"), func() { s.moveWay(i, 1) }))
	}
	acts = append(acts, kit.Link(s.env.Say("Remove"), func() { s.removeWay(i) }))
	head := kit.Spread(kit.Gap, kit.TwoLines(kit.Strong, s.model.WayName(i), s.model.WayNote(i)), kit.RowRight(14, acts...))
	if !way.Open {
		return head
	}
	return kit.Stack(14, head, s.wayFields(i, way))
}

func (s *SheetForm) fold(i int) {
	way := s.model.Form().Ways[i]
	way.Open = !way.Open
	s.drawWays()
	if way.Open {
		s.focusWay(i)
	} else {
		s.focus(s.folds[i])
	}
}

func (s *SheetForm) moveWay(i, by int) {
	s.model.MoveWay(i, by)
	s.changedWays()
	s.focus(s.folds[i+by])
}

func (s *SheetForm) removeWay(i int) {
	undo := s.model.RemoveWay(i)
	s.changedWays()
	s.desk.Say(s.env.Say("Removed. It counts once you save."), func() { undo(); s.changedWays() })
	if len(s.folds) > 0 {
		s.focus(s.folds[min(i, len(s.folds)-1)])
	}
}

// focus keeps the cursor near where somebody was: what had it was made anew.
func (s *SheetForm) focus(part fyne.Focusable) { s.env.Canvas.Focus(part) }

// rewritten shows the ways anew after an answer of one of their fields, and
// puts the cursor back into that.
func (s *SheetForm) rewritten(field string) func() {
	return func() {
		s.drawWays()
		if made := s.fields.made[field]; made != nil {
			made.Focus()
		}
	}
}

// wayFields are the fields of a way, those that its kind has.
func (s *SheetForm) wayFields(i int, way *WayForm) fyne.CanvasObject {
	f, about := s.fields, s.model.About(i)
	name := func(field string) string { return wayField(i, field) }
	what := kit.Form(
		selected(f, name("kind"), s.env.Say("Kind of way"), "", s.model.KindChoices(), &way.Kind, s.rewritten(name("kind"))),
		s.valueField(i, way),
		f.line(name("label"), s.env.Say("Which one it is"), s.env.Say("Only where there are two: work phone, old address."), &way.Label))
	safe := []fyne.CanvasObject{
		selected(f, name("safe"), s.env.Say("Is it safe?"), s.env.Say("Not known permits nothing."), form.Choices(s.env.Book, contact.Safeties()), &way.Safe, s.rewritten(name("safe"))),
	}
	if about.Answered {
		safe = append(safe, f.line(name("if_someone_else"), s.env.Say("If somebody else answers"), s.env.Say("What to say, then to stop: ask about opening hours."), &way.SomeoneElse),
			selected(f, name("organisation_named"), s.env.Say("May the organisation be named?"), "", form.Choices(s.env.Book, contact.Namings()), &way.Naming, nil))
	}
	hours := s.hoursField(i, way)
	shared := kit.Form(
		f.line(name("device_shared_with"), s.env.Say("Device shared with"), "", &way.SharedDevice),
		f.line(name("account_shared_with"), s.env.Say("Account shared with"), s.env.Say("A phone plan, an email account, a cloud."), &way.SharedAccount))
	parts := []fyne.CanvasObject{beside(what, kit.Form(safe...)), hours}
	own := kit.Form(s.kindFields(i, way, about)...)
	switch {
	case about.Posts:
		parts = append(parts, own)
	case len(own.Objects) == 0:
		parts = append(parts, shared)
	default:
		parts = append(parts, beside(shared, own))
	}
	return kit.Stack(14, append(parts, s.purposeField(i, way))...)
}

// beside puts two halves of a form beside each other.
func beside(left, right fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns(kit.Column{Least: 300, Body: left}, kit.Column{Least: 300, Body: right})
}

// valueField is the number or address, with what it reads as.
func (s *SheetForm) valueField(i int, way *WayForm) fyne.CanvasObject {
	label, help := s.env.Say("Number or address"), s.env.Say("Just as it was given. It is masked everywhere else.")
	switch {
	case s.model.About(i).Posts && way.SubstituteOnly:
		help = s.env.Say("The substitute address, and nothing else.")
	case way.Kind == contact.InPerson:
		label, help = s.env.Say("Where"), s.env.Say("Where it is all right to speak in person.")
	case way.Kind == contact.ThroughSupport:
		label, help = s.env.Say("Who, and how to reach them"), s.env.Say("Masked everywhere else.")
	}
	if s.model.About(i).Posts {
		return s.fields.lines(wayField(i, "value"), label, help, 3, &way.Value)
	}
	entry := s.fields.entry(kit.NewEntry(s.env), &way.Value)
	field := s.fields.add(wayField(i, "value"), label, help, entry)
	typed := entry.OnChanged
	reads := func() { field.Help(s.readsAs(i, help)) }
	entry.OnChanged = func(text string) { typed(text); reads() }
	if field.Mistake() == "" {
		reads()
	}
	return field
}

// readsAs is how a number reads abroad, where it reads as one: to see a digit
// that is missing. What was typed is what is kept.
func (s *SheetForm) readsAs(i int, help string) string {
	if reads := s.model.ReadsAs(i); reads != "" {
		return s.env.Say("Reads as {number}. {help}", "number", reads, "help", help)
	}
	return help
}

// kindFields are the fields that only ways of some kinds have.
func (s *SheetForm) kindFields(i int, way *WayForm, about About) []fyne.CanvasObject {
	f := s.fields
	name := func(field string) string { return wayField(i, field) }
	var list []fyne.CanvasObject
	if about.Calls {
		list = append(list,
			selected(f, name("voicemail"), s.env.Say("May a voicemail be left?"), "", form.Choices(s.env.Book, contact.Voicemails()), &way.Voicemail, nil),
			selected(f, name("dropped_call"), s.env.Say("When a call breaks off"), "", form.Choices(s.env.Book, contact.Droppeds()), &way.Dropped, nil),
			f.check(s.env.Say("Your caller ID may show"), &way.ShowCallerID))
	}
	if about.Writes {
		list = append(list, f.line(name("display_name"), s.env.Say("Name to write under"), "", &way.DisplayName))
	}
	if about.Mails {
		list = append(list, f.line(name("subject"), s.env.Say("The only subject to use"), "", &way.Subject))
	}
	if about.Writes {
		list = append(list,
			kit.Stack(0,
				f.check(s.env.Say("Disappearing messages must be on"), &way.Disappearing),
				f.check(s.env.Say("Attachments are all right"), &way.Attachments),
				f.check(s.env.Say("Calendar invites are all right"), &way.Calendar)),
			f.line(name("calendar_title"), s.env.Say("Title of calendar invites"), s.env.Say("One that gives nothing away."), &way.CalendarTitle))
	}
	if about.Posts {
		list = append(list,
			selected(f, name("return_address"), s.env.Say("Return address"), "", form.Choices(s.env.Book, contact.Returns()), &way.Return, nil),
			kit.Stack(0,
				f.check(s.env.Say("The envelope may be marked"), &way.MarkedEnvelope),
				f.check(s.env.Say("This is the substitute address of an address confidentiality programme"), &way.SubstituteOnly),
				f.check(s.env.Say("Letters wait at the office and are not sent"), &way.HoldAtOffice)))
	}
	return list
}
