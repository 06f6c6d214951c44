package contactpage

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
)

// SheetForm is the screen on which a contact sheet is filled in.
type SheetForm struct {
	desk  kit.Desk
	env   *kit.Env
	model *SheetModel
	id    member.ID
	// note stands below the title: how many mistakes are in the way.
	note string

	content *kit.Slot
	fields  *fields
	ways    *kit.Slot
	first   *kit.Slot
	// folds are the buttons that open and close the ways; spans the fields in
	// which the hours of a way begin.
	folds []*kit.Button
	spans [][]*kit.Entry
}

// NewSheetForm opens the form of a person's sheet; draft is what was
// half-typed in it, or nil.
func NewSheetForm(desk kit.Desk, b Board, id member.ID, draft []byte) kit.Screen {
	s := &SheetForm{desk: desk, env: desk.Env(), id: id, content: kit.NewSlot(nil),
		ways: kit.NewSlot(nil), first: kit.NewSlot(nil)}
	s.model = NewSheetModel(b, s.env.Book, id, draft)
	if trouble := s.model.Trouble(); trouble != "" {
		s.content.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: trouble}))
		return s
	}
	s.note = s.env.Say("Everything is optional. What is left empty permits nothing.")
	s.fields = newFields(s.env, desk.Typed, s.Save, s.model.Mistake)
	s.content.Set(s.build())
	return s
}

// Head is whose sheet it is, and the ways out.
func (s *SheetForm) Head() kit.Head {
	head := kit.Head{Title: s.env.Say("How to reach {name}", "name", s.model.Name()), Note: s.note}
	if s.model.Trouble() == "" {
		head.Acts = []fyne.CanvasObject{
			kit.Secondary(s.env.Say("Cancel"), s.cancel),
			kit.Primary(s.env.Say("Save"), s.Save),
		}
	}
	return head
}

// Content is the form.
func (s *SheetForm) Content() fyne.CanvasObject { return s.content }

// Draft is what is typed and not saved.
func (s *SheetForm) Draft() []byte { return s.model.Draft() }

func (s *SheetForm) build() fyne.CanvasObject {
	parts := []fyne.CanvasObject{s.personCard()}
	s.drawWays()
	return kit.Stack(kit.Gap, append(parts, s.ways, s.wordsCard(), s.quietCard(), s.endCard())...)
}

// personCard is what holds for the person whatever the way.
func (s *SheetForm) personCard() fyne.CanvasObject {
	typed, f := s.model.Form(), s.fields
	name := s.model.Name()
	f.section("person")
	return kit.Card(kit.Head{Title: s.env.Say("Names and times")},
		kit.Columns(
			kit.Column{Least: 300, Body: kit.Form(
				f.line("name", s.env.Say("Name to use"), s.env.Say("Empty is the name of the page: {name}.", "name", name), &typed.Name),
				f.line("name_for_others", s.env.Say("Name when somebody else may hear"), s.env.Say("On a voicemail, or when somebody else answers."), &typed.NameForOthers),
				f.line("from", s.env.Say("Say you are from"), s.env.Say("Words that give nothing away, such as: the library group."), &typed.From))},
			kit.Column{Least: 300, Body: kit.Form(
				s.zoneField(),
				selected(f, "initiates", s.env.Say("Who gets in touch"), "", form.Choices(s.env.Book, contact.Initiators()), &typed.Initiates, nil),
				f.line("check_in_days", s.env.Say("Days between check-ins"), s.env.Say("Empty is none. Today reminds you when one is due."), &typed.Rhythm))}))
}

// wordsCard is the agreed words and the plan.
func (s *SheetForm) wordsCard() fyne.CanvasObject {
	typed, f := s.model.Form(), s.fields
	f.section("words")
	pair := func(name, label, help string, w *contact.Word) fyne.CanvasObject {
		return kit.Columns(
			kit.Column{Share: 2, Least: 200, Body: f.line(name, label, help, &w.Say)},
			kit.Column{Share: 3, Least: 260, Body: f.line(name+".means", s.env.Say("What it means, and what to do then"), "", &w.Means)})
	}
	return kit.Card(kit.Head{Title: s.env.Say("Words you agreed on"), Note: s.env.Say("Ordinary words that nobody else would notice.")},
		kit.Form(
			pair("safe_word", s.env.Say("Safe word"), s.env.Say("Says that it is really them, and that it is safe to go on."), &typed.SafeWord),
			pair("danger_word", s.env.Say("Danger word"), s.env.Say("Says that it is not safe, and that help may be needed."), &typed.DangerWord),
			pair("call_later_word", s.env.Say("“Call me later” word"), s.env.Say("Says that now is not a good time, no more."), &typed.LaterWord),
			f.lines("emergency_plan", s.env.Say("What to do in an emergency"), s.env.Say("In their own words: whom to call, what to wait for, what not to do."), 3, &typed.EmergencyPlan)))
}

// quietCard is the time in which nobody gets in touch.
func (s *SheetForm) quietCard() fyne.CanvasObject {
	typed, f := s.model.Form(), s.fields
	f.section("quiet")
	return kit.Card(kit.Head{Title: s.env.Say("A time without contact")},
		kit.Columns(
			kit.Column{Share: 2, Least: 220, Body: f.day("do_not_contact_until", s.env.Say("No contact before"), s.env.Say("The first day on which it is all right again. Empty is no such time."), &typed.DoNotContactUntil)},
			kit.Column{Share: 3, Least: 260, Body: f.lines("do_not_contact_note", s.env.Say("What they wanted to say about it"), s.env.Say("No reason is needed."), 2, &typed.DoNotContactNote)}))
}

// endCard is until when the sheet holds, and the way out.
func (s *SheetForm) endCard() fyne.CanvasObject {
	typed, f := s.model.Form(), s.fields
	name := s.model.Name()
	s.drawFirst()
	f.section("end")
	return kit.Card(kit.Head{Title: s.env.Say("When this was agreed")},
		kit.Form(
			kit.Columns(
				kit.Column{Share: 2, Least: 220, Body: f.day("confirm_by", s.env.Say("Holds until"), s.env.Say("The last day on which it holds without being confirmed again. Empty is no such day."), &typed.ConfirmBy)},
				kit.Column{Share: 3, Least: 260, Body: s.first}),
			f.check(s.env.Say("I went through all of this with {name} today", "name", name), &typed.Together),
			kit.RowRight(kit.Near, kit.Secondary(s.env.Say("Save and close"), s.Save))))
}

// drawFirst makes the question which way was asked for first, whose answers
// are the ways.
func (s *SheetForm) drawFirst() {
	s.fields.section("first")
	s.first.Set(selected(s.fields, "first_asked", s.env.Say("The way they first asked for"),
		s.env.Say("Until the sheet was gone through once, only this one is open."), s.model.WayChoices(), &s.model.Form().FirstAsked, nil))
}

// First is the first field.
func (s *SheetForm) First() fyne.Focusable { return kit.First(s.content) }

// Save keeps the sheet and goes back to the person, or shows what is wrong.
func (s *SheetForm) Save() {
	if s.fields.badDays() {
		s.fields.toFirstMistake()
		return
	}
	if why := s.model.Unsettled(); why != "" {
		askAsItIs(s.env, why, func() { s.keep(true) })
		return
	}
	s.keep(false)
}

func (s *SheetForm) keep(asItIs bool) {
	saved, err := s.model.Save(asItIs)
	switch {
	case err != nil:
		kit.Tell(s.env, s.env.Say("This is not saved yet"), board.ExplainIn(s.env.Book, err), nil)
	case !saved:
		s.complain()
	default:
		s.desk.Saved()
		s.desk.Say(s.env.Say("Saved how to reach {name}.", "name", s.model.Name()), nil)
		s.close()
	}
}

// complain shows the mistakes, in ways that were folded away too.
func (s *SheetForm) complain() {
	s.note = s.env.Book.Count(s.model.Mistakes(), "Not saved yet: one thing below needs a look.", "Not saved yet: {n} things below need a look.")
	s.drawWays()
	s.fields.mark()
	s.fields.toFirstMistake()
	s.desk.Again()
	if other := s.model.Elsewhere(s.fields.has); other != "" {
		kit.Tell(s.env, s.env.Say("This is not saved yet"), other, nil)
	}
}

// cancel goes back without saving, and lets the draft go.
func (s *SheetForm) cancel() {
	kit.Leave(s.env, s.Draft() != nil, func() { s.desk.Saved(); s.close() })
}

// close shows the person's tab in place of the form.
func (s *SheetForm) close() {
	tab := route.Person(string(s.id), route.Contact)
	s.desk.At(tab)
	s.desk.Go(tab)
}
