package pay

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
)

// funds is the page of funds, rates, gifts in kind, and what changed hands.
func (a *area) funds() fyne.CanvasObject {
	s := ReadFunds(a.board, a.env.Book)
	if s.Trouble != "" {
		return trouble(s.Trouble)
	}
	return kit.Stack(kit.Gap, a.fundCard(s),
		kit.Columns(kit.Column{Share: 1, Least: 420, Body: a.rateCard(s)}, kit.Column{Share: 1, Least: 420, Body: a.otherCard(s)}),
		a.giftCard(s), a.handCard(s))
}

func (a *area) fundCard(s FundsState) fyne.CanvasObject {
	head := kit.Head{Title: a.env.Say("Funds"), Acts: []fyne.CanvasObject{kit.Primary(a.env.Say("Add a fund"), a.leads("", route.FundForm))}}
	if len(s.Funds) == 0 {
		return kit.Card(head, kit.Empty("", a.env.Say("No fund is written down yet. Add where the money comes from, and Holdfast says how long it lasts.")))
	}
	columns := []kit.TableColumn[FundRow]{
		{Title: a.env.Say("Fund"), Cell: func(f FundRow) fyne.CanvasObject { return kit.TwoLines(kit.Strong, f.Name, f.Code+" · "+f.Source) }},
		{Title: a.env.Say("Pays for"), Cell: func(f FundRow) fyne.CanvasObject { return body(dash(f.Period)) }},
		{Title: a.env.Say("Left"), Cell: func(f FundRow) fyne.CanvasObject {
			return kit.Stack(4, kit.TwoLines(kit.Body, f.Left, f.Free), kit.NewBar(f.Share))
		}},
		{Title: a.env.Say("Forecast"), Cell: func(f FundRow) fyne.CanvasObject {
			switch {
			case f.Closed:
				return kit.Tag(kit.Info, a.env.Say("Closed"))
			case f.Care:
				return kit.Row(kit.Near, kit.Tag(kit.Care, a.env.Say("Runs short")), kit.NewText(kit.Small, f.Look))
			default:
				return kit.NewText(kit.Small, f.Look)
			}
		}}}
	return kit.Card(head, kit.Table(columns, s.Funds, func(f FundRow) { a.desk.Go(route.Pay(string(f.ID), route.FundForm)) }))
}

func (a *area) rateCard(s FundsState) fyne.CanvasObject {
	head := kit.Head{Title: a.env.Say("Rate card"), Note: a.env.Say("The same activity pays everybody the same."), Acts: []fyne.CanvasObject{kit.Secondary(a.env.Say("Add a rate"), a.leads("", route.RateForm))}}
	if len(s.Rates) == 0 {
		return kit.Card(head, kit.Empty("", a.env.Say("The card is empty. Agree with the board on a rate for meetings, and begin with that.")))
	}
	columns := []kit.TableColumn[RateRow]{
		{Title: a.env.Say("Activity"), Cell: func(r RateRow) fyne.CanvasObject { return body(r.Activity) }},
		{Title: a.env.Say("Pays"), Cell: func(r RateRow) fyne.CanvasObject { return kit.NewText(kit.Strong, r.Amount) }},
		{Title: a.env.Say("From"), Cell: func(r RateRow) fyne.CanvasObject { return body(r.From) }}}
	return kit.Card(head, kit.Stack(kit.Gap, kit.Table(columns, s.Rates, a.rate), a.unequal(s.Unequal)))
}

// unequal is where the same activity paid something else, and why.
func (a *area) unequal(all []UnequalRow) fyne.CanvasObject {
	if len(all) == 0 {
		return kit.NewText(kit.Small, a.env.Say("Nothing was paid at another rate.")).In(kit.Muted)
	}
	parts := []fyne.CanvasObject{kit.NewText(kit.SmallStrong, a.env.Say("Paid at another rate"))}
	for _, u := range all {
		parts = append(parts, kit.TwoLines(kit.Body, a.env.Say("{activity}: {between}", "activity", u.Activity, "between", u.Between), u.Why))
	}
	return kit.Stack(kit.Near, parts...)
}

// rate asks whether a line goes off the card.
func (a *area) rate(r RateRow) {
	kit.Ask(a.env, kit.Dialog{Title: a.env.Say("{activity}: {amount}", "activity", r.Activity, "amount", r.Amount), Grave: true, Confirm: a.env.Say("Take it off the card"),
		Say: a.env.Say("What was entered at this rate stays as it is. For a raise, add a rate from a later day instead."),
		OnConfirm: func() bool {
			return a.did(outcome(a.env.Book, a.env.Say("It is off the card."), a.board.Pay().RemoveRate(r.Rate)))
		}})
}

func (a *area) otherCard(s FundsState) fyne.CanvasObject {
	head := kit.Head{Title: a.env.Say("What others are paid"), Acts: []fyne.CanvasObject{kit.Secondary(a.env.Say("Add"), a.leads("", route.CompareForm))}}
	if len(s.Others) == 0 {
		return kit.Card(head, muted(a.env.Say("What consultants or staff are paid for the same shows whether the board is paid fairly.")))
	}
	columns := []kit.TableColumn[OtherRow]{
		{Title: a.env.Say("Who"), Cell: func(o OtherRow) fyne.CanvasObject { return kit.TwoLines(kit.Body, o.Who, o.Activity) }},
		{Title: a.env.Say("They"), Cell: func(o OtherRow) fyne.CanvasObject { return body(o.Amount) }},
		{Title: a.env.Say("The board"), Cell: func(o OtherRow) fyne.CanvasObject { return body(o.Ours) }},
		{Cell: func(o OtherRow) fyne.CanvasObject { return kit.NewText(kit.Small, o.Difference) }}}
	return kit.Card(head, kit.Table(columns, s.Others, nil))
}

func (a *area) giftCard(s FundsState) fyne.CanvasObject {
	head := kit.Head{Title: a.env.Say("Gifts in kind"), Acts: []fyne.CanvasObject{kit.Secondary(a.env.Say("Add a gift"), a.leads("", route.GiftForm))}}
	if len(s.Gifts) == 0 {
		return kit.Card(head, muted(a.env.Say("A room, food, somebody’s hours: what the board was given that is not money.")))
	}
	columns := []kit.TableColumn[GiftRow]{
		{Title: a.env.Say("What"), Cell: func(g GiftRow) fyne.CanvasObject { return body(g.What) }},
		{Title: a.env.Say("By whom"), Cell: func(g GiftRow) fyne.CanvasObject { return body(g.From) }},
		{Title: a.env.Say("Date"), Cell: func(g GiftRow) fyne.CanvasObject { return body(g.Day) }},
		{Title: a.env.Say("Worth"), Right: true, Cell: func(g GiftRow) fyne.CanvasObject { return kit.Figures(kit.Strong, g.Value) }}}
	head.Note = a.env.Say("{sum} in all", "sum", s.GiftTotal)
	return kit.Card(head, kit.Table(columns, s.Gifts, func(g GiftRow) { a.desk.Go(route.Pay(string(g.ID), route.GiftForm)) }))
}

// handCard is the log of what changed hands without a bank.
func (a *area) handCard(s FundsState) fyne.CanvasObject {
	head := kit.Head{Title: a.env.Say("Cash and cards"), Note: a.env.Say("What changed hands without a bank, the latest first.")}
	if len(s.Hand) == 0 {
		return kit.Card(head, muted(a.env.Say("Nothing changed hands yet.")))
	}
	columns := []kit.TableColumn[HandRow]{
		{Title: a.env.Say("Date"), Cell: func(h HandRow) fyne.CanvasObject { return body(h.Day) }},
		{Title: a.env.Say("Who"), Cell: func(h HandRow) fyne.CanvasObject { return kit.NewText(kit.Strong, h.Who) }},
		{Title: a.env.Say("How"), Cell: func(h HandRow) fyne.CanvasObject { return kit.TwoLines(kit.Body, h.How, h.Card) }},
		{Title: a.env.Say("Amount"), Right: true, Cell: func(h HandRow) fyne.CanvasObject { return kit.Figures(kit.Strong, h.Sum) }},
		{Title: a.env.Say("Handed over by"), Cell: func(h HandRow) fyne.CanvasObject { return body(dash(h.Hands)) }},
		{Cell: func(h HandRow) fyne.CanvasObject {
			if h.Missing {
				return kit.Tag(kit.Care, a.env.Say("One signature"))
			}
			return kit.NewText(kit.Small, h.Signed)
		}}}
	return kit.Card(head, kit.Table(columns, s.Hand, nil))
}
