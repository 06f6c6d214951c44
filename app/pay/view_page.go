package pay

import (
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
)

// page is the first page: the figures, and what is to be paid.
func (a *area) page() fyne.CanvasObject {
	s := ReadPage(a.board, a.env.Book)
	if s.Trouble != "" {
		return trouble(s.Trouble)
	}
	cells := make([]fyne.CanvasObject, len(s.Stats))
	for i, stat := range s.Stats {
		cells[i] = a.stat(stat)
	}
	return kit.Stack(kit.Gap, kit.Grid(200, cells...), a.toPay(s), kit.NewText(kit.Small, strings.Join(s.Sources, "\n")))
}

func (a *area) stat(s Stat) fyne.CanvasObject {
	var below []fyne.CanvasObject
	if s.Share >= 0 {
		below = append(below, kit.NewBar(s.Share))
	}
	if s.Note != "" {
		below = append(below, kit.NewText(kit.Small, s.Note))
	}
	return kit.StatWith(s.Label, s.Figure, kit.Stack(4, below...))
}

// toPay is the queue as a table.
func (a *area) toPay(s PageState) fyne.CanvasObject {
	head := kit.Head{Title: a.env.Say("To pay"), Acts: []fyne.CanvasObject{
		kit.Quiet(a.env.Say("Export for the treasurer…"), func() { a.show(route.TreasurerPage) }),
		kit.Secondary(a.env.Say("Enter a meeting"), a.leads("", route.MeetingAct)),
		kit.Secondary(a.env.Say("Add work"), a.leads("", route.WorkForm)),
		kit.Primary(a.env.Say("Pay run"), a.leads("", route.PayRunAct))}}
	if len(s.Rows) == 0 {
		return kit.Card(head, kit.Empty("", s.Quiet))
	}
	text := func(of func(PayRow) string) func(PayRow) fyne.CanvasObject {
		return func(r PayRow) fyne.CanvasObject { return body(of(r)) }
	}
	figures := func(style kit.Style, of func(PayRow) string) func(PayRow) fyne.CanvasObject {
		return func(r PayRow) fyne.CanvasObject { return kit.Figures(style, of(r)) }
	}
	columns := []kit.TableColumn[PayRow]{
		{Title: a.env.Say("Who"), Cell: func(r PayRow) fyne.CanvasObject { return kit.NewText(kit.Strong, r.Who) }},
		{Title: a.env.Say("Work"), Cell: text(func(r PayRow) string { return r.Work })},
		{Title: a.env.Say("Date"), Cell: text(func(r PayRow) string { return r.Date })},
		{Title: a.env.Say("Hours"), Right: true, Cell: figures(kit.Body, func(r PayRow) string { return r.Time })},
		{Title: a.env.Say("Rate"), Right: true, Cell: figures(kit.Body, func(r PayRow) string { return r.Rate })},
		{Title: a.env.Say("Amount"), Right: true, Cell: func(r PayRow) fyne.CanvasObject {
			if r.Declined {
				return kit.Figures(kit.Body, r.Amount)
			}
			return kit.Figures(kit.Strong, r.Amount)
		}},
		{Title: a.env.Say("How they want it"), Cell: how},
		{Title: a.env.Say("Fund"), Cell: text(func(r PayRow) string { return r.Fund })}}
	parts := []fyne.CanvasObject{kit.Table(columns, s.Rows, func(r PayRow) { a.desk.Go(route.Person(string(r.Member), route.Paid)) })}
	if s.More != "" {
		parts = append(parts, kit.Row(0, kit.Link(s.More, func() { a.show(route.LedgerPage) })))
	}
	return kit.Card(head, parts...)
}

// how is how somebody wants to be paid, with a short warning beside it.
func how(r PayRow) fyne.CanvasObject {
	if r.Tag == "" {
		return body(r.How)
	}
	return kit.Row(kit.Near, body(r.How), kit.Tag(kit.Care, r.Tag))
}
