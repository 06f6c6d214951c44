package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/member"
)

// page draws a Person.
type page struct {
	desk   kit.Desk
	env    *kit.Env
	model  *Person
	head   Head
	others Others

	body   fyne.CanvasObject
	tabs   *kit.Tabs
	ready  bool // the page is put together
	listed bool // the whole onboarding was asked for
	steps  *checklist
	note   *notesView
}

func newPage(desk kit.Desk, b Board, at route.Route, draft []byte, others Others) *page {
	p := &page{desk: desk, env: desk.Env(), others: others}
	p.model = NewPerson(b, p.env.Book, member.ID(at.ID), draft)
	p.head = p.model.Head()
	if p.head.Trouble != "" {
		p.body = trouble(p.head.Trouble)
		return p
	}
	tab := at.Tab
	switch {
	case p.model.Asked() != nil:
		tab = route.Overview
		p.env.Runner.After(0, p.askAgain)
	case draft != nil:
		tab = route.Notes
	}
	p.build(tab)
	return p
}

// askAgain opens the dialog that was half-filled in.
func (p *page) askAgain() {
	switch a := p.model.Asked(); a.Ask {
	case AskMove:
		p.askMove()
	case AskLeave:
		p.askLeave()
	case AskRole:
		p.askRole(a.Role)
	case AskTerm:
		p.askTerm(a.Term)
	case AskStep:
		p.steps.askOwn()
	}
}

// unsaved says that something was typed, or that all of it is saved or let go.
func (p *page) unsaved() {
	if p.Draft() == nil {
		p.desk.Saved()
		return
	}
	p.desk.Typed()
}

// Head is the person's name and where they stand.
func (p *page) Head() kit.Head {
	p.head = p.model.Head()
	if p.head.Trouble != "" {
		return kit.Head{Title: p.env.Say("Members")}
	}
	head := kit.Head{Title: p.head.Name, Note: p.head.Note}
	if p.others.ChangedMind != nil {
		head.Acts = []fyne.CanvasObject{kit.Quiet(p.env.Say("They changed their mind…"), func() {
			p.others.ChangedMind(p.desk, p.model.ID(), p.head.Name)
		})}
	}
	if p.others.HeldPage {
		head.Acts = append(head.Acts, kit.Quiet(p.env.Say("Everything held about them…"), func() { p.desk.Go(p.at(route.Held)) }))
	}
	return head
}

// Content is the tabs.
func (p *page) Content() fyne.CanvasObject { return p.body }

// Draft is what is half-typed on the page.
func (p *page) Draft() []byte { return p.model.Draft() }

func (p *page) build(tab string) {
	view := func(id, label string, build func() fyne.CanvasObject) kit.Tab {
		return kit.Tab{ID: id, Label: label, Build: func() fyne.CanvasObject { return p.once(build) }}
	}
	p.tabs = kit.NewTabs([]kit.Tab{
		view(route.Overview, p.env.Say("Overview"), p.overview),
		view(route.Contact, p.env.Say("Safe contact"), p.contact),
		view(route.Choices, p.env.Say("Consent"), p.choices),
		view(route.Paid, p.env.Say("Compensation"), p.paid),
		view(route.Support, p.env.Say("Support & access"), p.support),
		view(route.Notes, p.env.Say("Notes"), p.notes),
		view(route.Changes, p.env.Say("History"), p.history),
	}, p.chose)
	p.body = p.tabs
	p.ready = true
	switch tab {
	case route.Overview, route.Choices, route.Paid, route.Support, route.Notes, route.Changes:
	default: // the page opens on what may be done right now
		tab = route.Contact
	}
	p.tabs.Set(tab)
}

// once builds a view, but not the first one while the page is put together.
func (p *page) once(build func() fyne.CanvasObject) fyne.CanvasObject {
	if !p.ready {
		return nil
	}
	return build()
}

func (p *page) chose(tab string) { p.desk.At(p.at(tab)) }

func (p *page) at(tab string) route.Route { return route.Person(string(p.model.ID()), tab) }

func (p *page) contact() fyne.CanvasObject {
	if p.others.ContactTab == nil {
		return kit.Stack(0)
	}
	return p.others.ContactTab(p.desk, p.model.ID(), p.head.Name)
}

func (p *page) choices() fyne.CanvasObject {
	if p.others.ConsentTab == nil {
		return kit.Stack(0)
	}
	return p.others.ConsentTab(p.desk, p.model.ID())
}

func (p *page) paid() fyne.CanvasObject {
	if p.others.PayTab == nil {
		return kit.Stack(0)
	}
	return p.others.PayTab(p.desk, p.model.ID())
}

func (p *page) edit() { p.desk.Go(p.at(route.Edit)) }

// editButton leads to the form.
func (p *page) editButton() fyne.CanvasObject {
	return kit.Secondary(p.env.Say("Change…"), p.edit)
}

// did says what was done, and shows it.
func (p *page) did(o Outcome) {
	p.tabs.Again()
	p.desk.Again()
	p.say(o)
}

// say says what was done, with the way to take it back.
func (p *page) say(o Outcome) {
	tab := p.tabs.Chosen()
	p.desk.Say(o.Say, func() { takeBack(p.desk, p.model, o.Kind, p.at(tab)) })
}

// facts are lines as facts; what is covered is shown to who asks.
func (p *page) facts(lines []Line) fyne.CanvasObject {
	facts := make([]kit.Fact, len(lines))
	for i, line := range lines {
		facts[i] = kit.Know(line.Label, line.Text)
		if line.Covered != "" {
			facts[i].Value = kit.NewMasked(p.env, dots, func() string { return p.model.Value(line.Covered) })
		}
	}
	return kit.Facts(facts...)
}

// dots stand for a covered value; they say nothing about its length.
const dots = "•••••••"

// muted is a sentence in place of what is not there.
func muted(text string) fyne.CanvasObject { return kit.NewText(kit.Body, text).In(kit.Muted) }
