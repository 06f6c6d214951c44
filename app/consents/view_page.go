package consents

import (
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/member"
)

// pageView draws a Page.
type pageView struct {
	desk  kit.Desk
	env   *kit.Env
	board Board
	model *Page

	whole, question, answer, choices, aside *kit.Slot
	fields                                  map[string]*kit.Field
}

func newPageView(desk kit.Desk, b Board, person member.ID) *pageView {
	return &pageView{desk: desk, env: desk.Env(), board: b, model: NewPage(b, desk.Env().Book, person),
		whole: kit.NewSlot(nil), question: kit.NewSlot(nil), answer: kit.NewSlot(nil), choices: kit.NewSlot(nil), aside: kit.NewSlot(nil)}
}

// object is the page as it is now.
func (p *pageView) object() fyne.CanvasObject {
	s := p.model.State()
	switch {
	case s.Trouble != "":
		return trouble(s.Trouble)
	case len(s.People) == 0:
		return kit.Card(kit.Head{}, kit.Empty(p.env.Say("Nobody is on the board yet"), p.env.Say("Add somebody first; then write down what they agree to."),
			kit.Primary(p.env.Say("Add a person"), func() { p.desk.Go(route.Person(route.NewPerson, "")) })))
	}
	p.ask(s)
	p.answer.Set(nil)
	p.show(s)
	p.whole.Set(kit.Stack(kit.Gap,
		kit.Card(kit.Head{Title: p.env.Say("Can I…?")}, p.question, p.answer),
		kit.Columns(kit.Column{Share: 600, Least: 480, Body: p.choices}, kit.Column{Share: 390, Least: 300, Body: p.aside})))
	return p.whole
}

// ask draws the question; which fields it has depends on the use.
func (p *pageView) ask(s PageState) {
	a := s.Asked
	p.fields = map[string]*kit.Field{}
	add := func(name, label string, input fyne.CanvasObject) fyne.CanvasObject {
		p.fields[name] = kit.NewField(label, input)
		return p.fields[name]
	}
	parts := []fyne.CanvasObject{
		add("person", p.env.Say("Person"), kit.NewSelect(formpage.Options(s.People), func(id string) { p.turn(func(a *Asked) { a.Person = member.ID(id) }) }).Set(string(a.Person))),
		add("use", p.env.Say("Use"), kit.NewSelect(formpage.Options(s.Uses), func(id string) { p.turn(func(a *Asked) { setText(&a.Purpose, id) }) }).Set(string(a.Purpose)))}
	shares := []float32{190, 240, 240, 180}
	if s.ToSomebody {
		shares = []float32{180, 200, 200, 200, 180}
		to := kit.NewEntry(p.env).With(a.Recipient)
		to.OnChanged = func(text string) { p.change(func(a *Asked) { a.Recipient = text }) }
		to.OnSubmitted = func(string) { p.check() }
		parts = append(parts, add("recipient", p.env.Say("To whom"), to))
	}
	parts = append(parts, add("where", p.env.Say("Where"), kit.NewSelect(formpage.Options(s.Places), func(id string) { p.change(func(a *Asked) { setText(&a.Where, id) }) }).Set(string(a.Where))))
	day := kit.NewDateEntry(p.env, nil).SetText(a.Day)
	day.OnTyped, day.Sure = func(text string) { p.change(func(a *Asked) { a.Day = text }) }, p.check
	parts = append(parts, add("day", p.env.Say("On"), day))
	p.question.Set(kit.Spread(kit.Gap, kit.GridOf(165, shares, parts...), kit.Pad(kit.Inset{Top: 22}, kit.Primary(p.env.Say("Check"), p.check))))
}

func setText[T ~string](into *T, text string) { *into = T(text) }

// change keeps a part of the question; the answer to the last one goes.
func (p *pageView) change(how func(*Asked)) {
	a := p.model.asked
	how(&a)
	p.model.Ask(a)
	p.answer.Set(nil)
	p.whole.Refresh()
}

// turn changes whom or what it is about, and shows what depends on it.
func (p *pageView) turn(how func(*Asked)) {
	before := p.model.asked
	p.change(how)
	s := p.model.State()
	p.ask(s)
	p.show(s)
	focus := "use"
	if s.Asked.Person != before.Person {
		focus = "person"
		p.desk.At(route.Consent(string(s.Asked.Person), ""))
	}
	p.whole.Refresh()
	p.fields[focus].Focus()
}

// check asks the gate.
func (p *pageView) check() {
	verdict, wrong := p.model.Check()
	for name, field := range p.fields {
		field.SetMistake(wrong[name])
	}
	p.answer.Set(nil)
	if len(wrong) == 0 {
		parts := []fyne.CanvasObject{kit.Banner(kit.Notice{Tone: verdictColour(verdict.Verdict), Lead: verdict.Lead, Text: verdict.Because, Note: verdict.Basis, Inset: true})}
		if len(verdict.Conditions) > 0 {
			parts = append(parts, kit.NewText(kit.Small, strings.Join(verdict.Conditions, " · ")))
		}
		p.answer.Set(kit.Stack(kit.Near, parts...))
	}
	p.whole.Refresh()
}

// show draws the person's choices and what needs somebody.
func (p *pageView) show(s PageState) {
	who := newPersonView(p.desk, p.board, p.model.Person(), p.again)
	p.choices.Set(who.choices())
	aside := []fyne.CanvasObject{p.after(s)}
	if len(s.Soon) > 0 {
		aside = append(aside, p.soon(s))
	}
	p.aside.Set(kit.Stack(kit.Gap, aside...))
}

// again shows everything anew after an act; an answer that stands is asked
// for again, since a yes that was taken back must not stand there any longer.
func (p *pageView) again() {
	p.show(p.model.State())
	if p.answer.Part() != nil {
		p.check()
	}
	p.whole.Refresh()
	p.desk.Again()
}

func (p *pageView) after(s PageState) fyne.CanvasObject {
	head := kit.Head{Title: p.env.Say("After a withdrawal")}
	if len(s.After) == 0 {
		return kit.Card(head, muted(p.env.Say("Nothing is left to do.")))
	}
	var parts []fyne.CanvasObject
	for _, a := range s.After {
		parts = append(parts, newPersonView(p.desk, p.board, a.Member, p.again).after(a))
	}
	if more := s.MoreAfter; more > 0 {
		parts = append(parts, muted(p.env.Book.Count(more, "{n} more is on the page of its person.", "{n} more are on the pages of their persons.")))
	}
	return kit.Card(head, kit.Stack(kit.Gap, parts...))
}

func (p *pageView) soon(s PageState) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(s.Soon))
	for i, one := range s.Soon {
		rows[i] = kit.Spread(12, kit.Stack(kit.Hair, kit.Row(0, kit.Link(one.Name, func() { p.desk.Go(route.Person(string(one.ID), route.Choices)) })),
			kit.NewText(kit.Small, one.Text)), kit.Tag(soonTone(one), p.soonWord(one)))
	}
	if s.MoreSoon > 0 {
		rows = append(rows, muted(p.env.Book.Count(s.MoreSoon, "{n} more person after these", "{n} more people after these")))
	}
	return kit.Card(kit.Head{Title: p.env.Say("To talk about soon")}, kit.Rows(rows...))
}

func soonTone(s Soon) kit.Tone {
	if s.Care {
		return kit.Care
	}
	return kit.Info
}

func (p *pageView) soonWord(s Soon) string {
	if s.Care {
		return p.env.Say("Ends soon")
	}
	return p.env.Say("Review")
}
