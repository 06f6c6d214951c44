package board

import (
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// payItems are the items about paying: who waits longer than was promised,
// who is offered pay again today, which fund runs short, a limit that is
// passed, and a watched rule without a value.
func (b *Board) payItems(r *roll) ([]Item, error) {
	p, _, err := b.Pay().pays()
	if err != nil {
		return nil, err
	}
	today := record.DateOf(b.in(r.settings))
	var items []Item
	if owing := compensation.OwingOf(p.list(r), today); owing.Late > 0 {
		items = append(items, Item{Kind: ItemPay, Tag: wording.T("Pay"), Urgency: Care, Count: owing.Late,
			Title:  wording.N(owing.Late, "{n} entry is open longer than was promised", "{n} entries are open longer than was promised"),
			Detail: owedLine(owing), Act: wording.T("Pay now"), Target: ToPayRun})
	}
	for _, of := range [][]Item{r.offers(p, today), overLimit(b.Pay().limits(p, r, today))} {
		if len(of) > together {
			of = []Item{r.grouped(of[0].Kind, of)}
		}
		items = append(items, of...)
	}
	for _, s := range p.standings(r, today) {
		if s.Fund.Closed || s.Free.Minor >= 0 && s.RunsOut.IsZero() {
			continue
		}
		item := Item{Kind: ItemFund, Tag: wording.T("Fund"), Urgency: Care, Due: s.RunsOut, Act: wording.T("Open"), Target: ToPay,
			Title:  wording.T("{fund} lasts until about {date}", "fund", s.Fund.Name, "date", s.RunsOut),
			Detail: wording.T("If paying goes on as it has, {sum} is missing on {date}.", "sum", compensation.Money{Minor: -s.Forecast.Minor, Currency: s.Forecast.Currency}, "date", s.Ends)}
		if s.Free.Minor < 0 {
			item.Title = wording.T("{fund} owes more than it has", "fund", s.Fund.Name)
			item.Detail = wording.T("{sum} is missing for what is owed already.", "sum", compensation.Money{Minor: -s.Free.Minor, Currency: s.Free.Currency})
		}
		items = append(items, item)
	}
	return items, nil
}

// offers are those who declined and said to ask again by now.
func (r *roll) offers(p *pays, today record.Date) []Item {
	var items []Item
	for _, id := range r.order() {
		again := p.askAgain(id)
		if !again.IsZero() && !again.After(today) && r.people[id].Stage().Serving() {
			items = append(items, Item{Kind: ItemOfferAgain, Tag: wording.T("Pay"), Urgency: Calm, Member: id, Due: again,
				Title:  wording.T("Offer {name} to be paid again", "name", r.payName(id)),
				Detail: wording.T("They chose not to be, and said to ask again on {date}. A no needs no reason.", "date", again),
				Act:    wording.T("Open"), Target: ToPayTab})
		}
	}
	return items
}

// askAgain is the day that somebody who declined named: for everything, or for
// single things as long as their way was not gone through with them since.
// Zero where they named none.
func (p *pays) askAgain(id member.ID) record.Date {
	way := p.ways[id]
	if way.Method == compensation.NotAtAll {
		return way.AskAgain
	}
	var first record.Date
	for _, c := range p.account(id).Claims {
		if !c.Void && c.Declined.Minor > 0 && way.Confirmed.Before(c.AskAgain) && (first.IsZero() || c.AskAgain.Before(first)) {
			first = c.AskAgain
		}
	}
	return first
}

// overLimit are those who were paid more than they wanted.
func overLimit(near []NearLimit) []Item {
	var items []Item
	for _, n := range near {
		if n.Used.Over {
			items = append(items, Item{Kind: ItemLimit, Tag: wording.T("Limit"), Urgency: Care, Member: n.Member,
				Title:  wording.T("{name}: {left}", "name", n.Name, "left", n.Left),
				Detail: wording.T("Ask them how to go on, and whether they would like to see a benefits counselor."),
				Act:    wording.T("Open"), Target: ToPayTab})
		}
	}
	return items
}
