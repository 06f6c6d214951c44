package pay

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/passphrase"
	"holdfast/app/route"
	"holdfast/board"
)

// area is the page about paying with the pages beside it.
type area struct {
	desk  kit.Desk
	env   *kit.Env
	board Board
	judge passphrase.Judge
	tabs  *kit.Tabs
	ready bool
}

// New makes the screen of a page of this area.
func New(desk kit.Desk, b *board.Board, at route.Route) kit.Screen {
	a := &area{desk: desk, env: desk.Env(), board: b, judge: b}
	view := func(id, label string, build func() fyne.CanvasObject) kit.Tab {
		return kit.Tab{ID: id, Label: label, Build: func() fyne.CanvasObject {
			if !a.ready { // the first view is not made twice
				return nil
			}
			return build()
		}}
	}
	a.tabs = kit.NewTabs([]kit.Tab{
		view("", a.env.Say("To pay"), a.page),
		view(route.LedgerPage, a.env.Say("Ledger"), func() fyne.CanvasObject { return newLedgerView(a).object() }),
		view(route.FundsPage, a.env.Say("Funds and rates"), a.funds),
		view(route.NumbersPage, a.env.Say("Dated numbers"), func() fyne.CanvasObject { return newNumbersView(a).object() }),
		view(route.TreasurerPage, a.env.Say("For the treasurer"), func() fyne.CanvasObject { return newTreasurerView(a).object() }),
		view(route.PayReportPage, a.env.Say("For the board"), func() fyne.CanvasObject { return newReportView(a).object() }),
	}, func(tab string) { desk.At(route.Pay("", tab)) })
	a.ready = true
	a.tabs.Set(at.Tab)
	return a
}

// Head is the title.
func (a *area) Head() kit.Head {
	return kit.Head{Title: a.env.Say("Compensation"), Note: a.env.Say("People are paid for their time, preparation and travel.")}
}

// Content is the tabs.
func (a *area) Content() fyne.CanvasObject { return a.tabs }

// Draft is nothing: what is typed here is a question, and not kept.
func (a *area) Draft() []byte { return nil }

// show goes to another page of the area.
func (a *area) show(tab string) {
	a.tabs.Set(tab)
	a.desk.At(route.Pay("", tab))
}

// leads leads to a form or an act.
func (a *area) leads(id, tab string) func() { return func() { a.desk.Go(route.Pay(id, tab)) } }

// did says what was done and shows the page anew, or tells what went wrong.
func (a *area) did(o Outcome) bool {
	if o.Trouble != "" {
		kit.Tell(a.env, a.env.Say("This was not kept"), o.Trouble, nil)
		return false
	}
	a.tabs.Again()
	a.desk.Again()
	a.desk.Say(o.Say, nil)
	return true
}

// trouble is why a place is empty.
func trouble(say string) fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Text: say})
}

func muted(text string) fyne.CanvasObject { return kit.NewText(kit.Body, text).In(kit.Muted) }

func body(text string) fyne.CanvasObject { return kit.NewText(kit.Body, text) }
