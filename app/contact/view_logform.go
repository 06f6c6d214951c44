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

// LogScreen is the screen on which a contact is written down.
type LogScreen struct {
	desk  kit.Desk
	env   *kit.Env
	model *LogModel
	id    member.ID

	content *kit.Slot
	fields  *fields
	kind    *kit.Slot
	notice  *kit.Slot
	answer  *kit.Select
}

// NewLogForm begins to write down a contact with a person; draft is what was
// half-typed of it, or nil.
func NewLogForm(desk kit.Desk, b Board, id member.ID, draft []byte) kit.Screen {
	l := &LogScreen{desk: desk, env: desk.Env(), id: id,
		content: kit.NewSlot(nil), kind: kit.NewSlot(nil), notice: kit.NewSlot(nil)}
	l.model = NewLogModel(b, l.env.Book, id, draft)
	if trouble := l.model.Trouble(); trouble != "" {
		l.content.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: trouble}))
		return l
	}
	l.fields = newFields(l.env, l.typed, l.Save, l.model.Mistake)
	l.content.Set(l.build())
	l.look()
	return l
}

// Head is who was contacted.
func (l *LogScreen) Head() kit.Head {
	return kit.Head{Title: l.env.Say("I contacted {name}", "name", l.model.Name()),
		Note: l.env.Say("A line or two is enough. Nobody is blamed for anything here.")}
}

// Content is the form.
func (l *LogScreen) Content() fyne.CanvasObject { return l.content }

// Draft is what is typed and not saved.
func (l *LogScreen) Draft() []byte { return l.model.Draft() }

func (l *LogScreen) build() fyne.CanvasObject {
	typed, f, book := l.model.Form(), l.fields, l.env.Book
	name := l.model.Name()
	who := []form.Choice{{ID: string(Outgoing), Label: l.env.Say("I got in touch")}, {ID: string(Incoming), Label: l.env.Say("{name} got in touch", "name", name)}}
	f.section("how")
	how := kit.Card(kit.Head{Title: l.env.Say("How and when")}, kit.Form(
		selected(f, "way", l.env.Say("Which way"), "", l.model.Ways(), &typed.Way, l.look),
		l.kind,
		selected(f, "incoming", l.env.Say("Who began"), "", who, &typed.Incoming, nil),
		kit.Columns(
			kit.Column{Share: 3, Least: 170, Body: f.day("at", l.env.Say("Day"), "", &typed.Day)},
			kit.Column{Share: 2, Least: 110, Body: f.line("clock", l.env.Say("Time"), l.env.Say("By your own clock."), &typed.Clock)})))
	f.section("went")
	answered := selected(f, "answered", l.env.Say("Who answered"), "", form.Choices(book, contact.AnsweredBy()), &typed.Answered, nil)
	l.answer, _ = answered.Input.(*kit.Select)
	went := kit.Card(kit.Head{Title: l.env.Say("How it went")}, kit.Form(
		selected(f, "outcome", l.env.Say("What happened"), "", form.Choices(book, contact.Outcomes()), &typed.Outcome, l.outcome),
		answered,
		selected(f, "purpose", l.env.Say("What it was about"), "", l.purposes(), &typed.Purpose, nil),
		f.lines("note", l.env.Say("Note"), l.env.Say("Only what the next contact needs. Never what happened to them."), 3, &typed.Note)))
	return kit.Stack(kit.Gap, l.notice,
		kit.Columns(kit.Column{Least: 320, Body: how}, kit.Column{Least: 320, Body: went}),
		kit.RowRight(kit.Near, kit.Secondary(l.env.Say("Cancel"), l.cancel), kit.Primary(l.env.Say("Write it down"), l.Save)))
}

// purposes are what a contact can be about, nothing in particular among it.
func (l *LogScreen) purposes() []form.Choice {
	return append([]form.Choice{{ID: string(contact.AnyPurpose), Label: l.env.Say("Nothing in particular")}}, form.Choices(l.env.Book, contact.Purposes())...)
}

// typed is told of each change.
func (l *LogScreen) typed() {
	l.desk.Typed()
	l.look()
}

// outcome chooses who answered along with how it went.
func (l *LogScreen) outcome() {
	l.model.ChooseOutcome(l.model.Form().Outcome)
	l.answer.Set(string(l.model.Form().Answered))
}

// look asks again what should be known about what is typed so far.
func (l *LogScreen) look() {
	outside, emergency := l.model.Notice()
	var banners []fyne.CanvasObject
	if emergency != "" {
		banners = append(banners, kit.Banner(kit.Notice{Tone: kit.Care, Lead: l.env.Say("The danger word was said."), Text: emergency}))
	}
	if outside != "" {
		banners = append(banners, kit.Banner(kit.Notice{Tone: kit.Info, Lead: outside,
			Text: l.env.Say("Write it down all the same: it is kept as it was, and nobody is blamed for it.")}))
	}
	l.notice.Set(nil)
	if len(banners) > 0 {
		l.notice.Set(kit.Stack(kit.Near, banners...))
	}
	l.drawKind()
	l.content.Refresh()
}

// drawKind asks for the kind of a way that is not on the sheet.
func (l *LogScreen) drawKind() {
	asked := l.model.Form().Way == NotOnSheet
	if asked == (l.kind.Part() != nil) {
		return
	}
	l.kind.Set(nil)
	l.fields.section("kind")
	if asked {
		l.kind.Set(selected(l.fields, "kind", l.env.Say("What kind of way it was"), "", form.Choices(l.env.Book, contact.Kinds()), &l.model.Form().Kind, nil))
	}
}

// First is the first field.
func (l *LogScreen) First() fyne.Focusable { return kit.First(l.content) }

// Save writes the contact down and goes back to the person, or shows what is
// wrong.
func (l *LogScreen) Save() {
	if l.fields.badDays() {
		l.fields.toFirstMistake()
		return
	}
	said, err := l.model.Save()
	switch {
	case err != nil:
		kit.Tell(l.env, l.env.Say("This is not saved yet"), board.ExplainIn(l.env.Book, err), nil)
	case said == "":
		l.fields.mark()
		l.fields.toFirstMistake()
		l.content.Refresh()
	default:
		l.desk.Saved()
		l.desk.Say(said, nil)
		l.close()
	}
}

// cancel goes back without saving, and lets the draft go.
func (l *LogScreen) cancel() {
	kit.Leave(l.env, l.Draft() != nil, func() { l.desk.Saved(); l.close() })
}

// close shows the person's tab in place of the form.
func (l *LogScreen) close() {
	tab := route.Person(string(l.id), route.Contact)
	l.desk.At(tab)
	l.desk.Go(tab)
}
