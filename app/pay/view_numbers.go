package pay

import (
	"strconv"

	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/compensation"
)

// mostReached is how many people are shown under a watched number.
const mostReached = 40

// numbersView draws the dated numbers and the totals of a year.
type numbersView struct {
	a     *area
	env   *kit.Env
	year  int
	place *kit.Slot
}

func newNumbersView(a *area) *numbersView {
	return &numbersView{a: a, env: a.env, place: kit.NewSlot(nil)}
}

func (v *numbersView) object() fyne.CanvasObject { v.draw(); return v.place }

func (v *numbersView) draw() {
	s := ReadNumbers(v.a.board, v.env.Book, v.year)
	if s.Trouble != "" {
		v.place.Set(trouble(s.Trouble))
		return
	}
	year := kit.NewSelect(formpage.Options(Years(v.a.board)), func(id string) {
		if n, err := strconv.Atoi(id); err == nil {
			v.year = n
			v.draw()
			v.place.Refresh()
		}
	}).Set(strconv.Itoa(s.Year))
	parts := []fyne.CanvasObject{kit.Banner(kit.Notice{Tone: kit.Info, Text: s.General}),
		kit.Card(kit.Head{Title: v.env.Say("By year of payment"), Note: v.env.Say("Gift cards and cash count; expenses given back stand apart.")}, kit.Row(0, kit.NewField(v.env.Say("Year"), year)))}
	for _, w := range s.Watched {
		parts = append(parts, v.watched(w))
	}
	parts = append(parts, kit.Columns(kit.Column{Share: 620, Least: 480, Body: v.numbers(s)}, kit.Column{Share: 370, Least: 300, Body: v.policy(s)}))
	v.place.Set(kit.Stack(kit.Gap, parts...))
}

// watched is one number with everybody who was paid in the year.
func (v *numbersView) watched(w WatchedState) fyne.CanvasObject {
	head := kit.Head{Title: w.Title, Note: w.Note}
	var parts []fyne.CanvasObject
	if !w.Known {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Inset: true, Text: w.Note,
			Acts: []fyne.CanvasObject{kit.Secondary(v.env.Say("Enter it"), v.a.leads(w.Number, route.NumberForm))}}))
		head.Note = ""
	}
	if len(w.Rows) == 0 {
		parts = append(parts, muted(v.env.Say("Nobody was paid in that year.")))
	} else {
		columns := []kit.TableColumn[ReachRow]{
			{Title: v.env.Say("Who"), Cell: func(r ReachRow) fyne.CanvasObject { return kit.NewText(kit.Strong, r.Who) }},
			{Title: v.env.Say("Paid"), Right: true, Cell: func(r ReachRow) fyne.CanvasObject { return kit.Figures(kit.Strong, r.Paid) }},
			{Title: v.env.Say("Expenses apart"), Right: true, Cell: func(r ReachRow) fyne.CanvasObject { return kit.Figures(kit.Body, r.Expenses) }},
			{Title: v.env.Say("Payments"), Right: true, Cell: func(r ReachRow) fyne.CanvasObject { return kit.Figures(kit.Body, r.Payments) }},
			{Cell: func(r ReachRow) fyne.CanvasObject { return kit.Tag(reachTone(r.Reach), r.Word) }}}
		parts = append(parts, kit.Table(columns, w.Rows[:min(mostReached, len(w.Rows))], func(r ReachRow) { v.a.desk.Go(route.Person(string(r.Member), route.Paid)) }))
	}
	if w.Source != "" {
		parts = append(parts, kit.NewText(kit.Small, w.Source))
	}
	return kit.Card(head, parts...)
}

func reachTone(r compensation.Reach) kit.Tone {
	switch r {
	case compensation.Near, compensation.Reached:
		return kit.Care
	default:
		return kit.Info
	}
}

// numbers are all dated numbers with where they were read.
func (v *numbersView) numbers(s NumbersState) fyne.CanvasObject {
	head := kit.Head{Title: v.env.Say("Dated numbers"), Note: v.env.Say("Thresholds, rates and terms, each with where it was read."),
		Acts: []fyne.CanvasObject{kit.Primary(v.env.Say("Add a number"), v.a.leads("", route.NumberForm))}}
	columns := []kit.TableColumn[NumberRow]{
		{Title: v.env.Say("What"), Cell: func(r NumberRow) fyne.CanvasObject { return kit.TwoLines(kit.Body, r.Name, r.Where+" · "+r.Holds) }},
		{Title: v.env.Say("Value"), Cell: func(r NumberRow) fyne.CanvasObject {
			if r.Tag == "" {
				return kit.NewText(kit.Strong, r.Value)
			}
			return kit.Stack(4, kit.NewText(kit.Strong, r.Value), kit.Row(0, kit.Tag(kit.Info, r.Tag)))
		}},
		{Title: v.env.Say("Source"), Cell: func(r NumberRow) fyne.CanvasObject {
			return kit.TwoLines(kit.Small, r.Source, v.env.Say("looked up {date}", "date", r.Checked))
		}}}
	return kit.Card(head, kit.Table(columns, s.Numbers, v.open))
}

// open changes a number, or takes one of the board's own away.
func (v *numbersView) open(r NumberRow) {
	id := r.ID + "/" + r.From.String()
	if !r.Own {
		v.a.desk.Go(route.Pay(id, route.NumberForm))
		return
	}
	var dialog *kit.OpenDialog
	dialog = kit.Tell(v.env, r.Name, v.env.Say("{value}, {holds}. Read in: {source}", "value", r.Value, "holds", r.Holds, "source", r.Source), kit.Row(kit.Near,
		kit.Secondary(v.env.Say("Change…"), func() { dialog.Close(); v.a.desk.Go(route.Pay(id, route.NumberForm)) }),
		kit.Secondary(v.env.Say("Take it away"), func() { dialog.Close(); v.a.did(r.Forget(v.a.board, v.env.Book)) })))
}

// policy is what the board decided.
func (v *numbersView) policy(s NumbersState) fyne.CanvasObject {
	facts := make([]kit.Fact, len(s.Policy))
	for i, f := range s.Policy {
		facts[i] = kit.Know(f[0], f[1])
	}
	return kit.Card(kit.Head{Title: v.env.Say("What the board decided")}, kit.Facts(facts...), kit.Row(0, kit.Secondary(v.env.Say("Change…"), v.a.leads("", route.PayRulesForm))))
}
