package payform

import (
	"errors"
	"strings"

	"holdfast/app/form"
	"holdfast/compensation"
	"holdfast/record"
)

// fund asks about a fund, new or known.
func (k keeper) fund(id record.ID, draft []byte) *form.Form {
	var kept compensation.Fund
	var code string
	return k.simple(draft, &form.Simple{Title: k.book.Say("A fund"), Note: k.book.Say("Where the money comes from, and what may be paid from it."),
		Start: func() (form.Values, error) {
			_, s, err := k.today()
			if err != nil {
				return nil, err
			}
			code = s.Pay.Currency
			standings, err := k.board.Pay().Funds()
			for _, s := range standings {
				if s.Fund.ID == id {
					kept = s.Fund
					code = kept.Budget.Currency
				}
			}
			return form.Values{"code": kept.Code, "name": kept.Name, "source": string(kept.Source), "budget": k.plain(kept.Budget), "currency": code, "from": kept.From.String(),
				"to": kept.To.String(), "allows": lines(kept.Allows), "rules": lines(kept.Rules), "closed": form.Truth(kept.Closed), "note": kept.Note}, err
		},
		Fields: func(form.Values) []form.Group { return k.fundGroups(id) },
		Keep: func(v form.Values) (string, error) {
			budget, unread := k.money(v, "budget", code)
			kept.Code, kept.Name, kept.Source, kept.Budget = v.Text("code"), v.Text("name"), compensation.Source(v["source"]), budget
			kept.From, kept.To, kept.Closed, kept.Note = v.Day("from"), v.Day("to"), v.On("closed"), v.Text("note")
			kept.Rules, kept.Allows = v.List("rules"), nil
			for _, c := range v.List("allows") {
				kept.Allows = append(kept.Allows, compensation.Category(c))
			}
			_, err := k.board.Pay().SaveFund(kept)
			return k.book.Say("The fund is kept."), errors.Join(unread, err)
		}})
}

func (k keeper) fundGroups(id record.ID) []form.Group {
	what := form.Group{Title: k.book.Say("What it is"), Inputs: []form.Input{
		{Name: "name", Label: k.book.Say("Name")},
		{Name: "code", Label: k.book.Say("Code"), Help: k.book.Say("What stands in exports in place of the name.")},
		{Kind: form.OneOf, Name: "source", Label: k.book.Say("Where it comes from"), Choices: choices(k.book, compensation.Sources())},
		{Name: "budget", Label: k.book.Say("How much there is in all")}, {Name: "currency", Label: k.book.Say("Currency")},
		{Kind: form.Day, Name: "from", Label: k.book.Say("Pays for work from")}, {Kind: form.Day, Name: "to", Label: k.book.Say("Until")}}}
	if id != "" {
		what.Inputs = append(what.Inputs, form.Input{Kind: form.Yes, Name: "closed", Label: k.book.Say("It is closed, and takes nothing more")})
	}
	may := form.Group{Title: k.book.Say("What may be paid from it"), Say: k.book.Say("Where nothing is ticked, everything may."), Inputs: []form.Input{
		{Kind: form.SomeOf, Name: "allows", Label: k.book.Say("Work and expenses"), Choices: append(choices(k.book, compensation.Categories(false)), choices(k.book, compensation.Categories(true))...)}}}
	if rules, err := k.caps(); err == nil && len(rules) > 0 {
		may.Inputs = append(may.Inputs, form.Input{Kind: form.SomeOf, Name: "rules", Label: k.book.Say("Numbers that bind it"), Choices: rules})
	}
	may.Inputs = append(may.Inputs, form.Input{Kind: form.Lines, Name: "note", Label: k.book.Say("Note")})
	return []form.Group{what, may}
}

// caps are the dated numbers that can bind a fund.
func (k keeper) caps() ([]form.Choice, error) {
	rules, err := k.board.Rules()
	if err != nil {
		return nil, err
	}
	today, _, err := k.today()
	var all []form.Choice
	for _, use := range caps() {
		for _, id := range rules.Used(use) {
			r, _ := rules.At(id, today)
			all = append(all, form.Choice{ID: id, Label: k.book.Render(r.Label())})
		}
	}
	return all, err
}

func lines[T ~string](all []T) string {
	texts := make([]string, len(all))
	for i, one := range all {
		texts[i] = string(one)
	}
	return strings.Join(texts, "\n")
}

// rate asks about a line of the rate card.
func (k keeper) rate(draft []byte) *form.Form {
	var code string
	return k.simple(draft, &form.Simple{Title: k.book.Say("A rate"), Note: k.book.Say("The same activity pays everybody the same. What was entered before keeps its rate."),
		Start: func() (form.Values, error) {
			today, s, err := k.today()
			code = s.Pay.Currency
			return form.Values{"from": today.String(), "category": string(compensation.Meeting), "basis": string(compensation.PerHour)}, err
		},
		Fields: func(form.Values) []form.Group { return k.rateGroup() },
		Keep: func(v form.Values) (string, error) {
			sum, unread := k.money(v, "amount", code)
			err := k.board.Pay().SaveRate(compensation.Rate{Category: compensation.Category(v["category"]), From: v.Day("from"), Amount: sum,
				Basis: compensation.Basis(v["basis"]), Note: v.Text("note")})
			return k.book.Say("The rate is on the card."), errors.Join(unread, err)
		}})
}

func (k keeper) rateGroup(more ...form.Input) []form.Group {
	return []form.Group{{Inputs: append([]form.Input{
		{Kind: form.OneOf, Name: "category", Label: k.book.Say("Activity"), Choices: choices(k.book, compensation.Categories(false))},
		{Name: "amount", Label: k.book.Say("Amount")},
		{Kind: form.OneOf, Name: "basis", Label: k.book.Say("For"), Choices: choices(k.book, compensation.Bases())},
		{Kind: form.Day, Name: "from", Label: k.book.Say("From")}}, more...)}}
}

// compare asks what others are paid for the same.
func (k keeper) compare(draft []byte) *form.Form {
	var code string
	return k.simple(draft, &form.Simple{Title: k.book.Say("What others are paid"), Note: k.book.Say("Consultants, staff, trainers: by what they do, and not by name."),
		Start: func() (form.Values, error) {
			today, s, err := k.today()
			code = s.Pay.Currency
			return form.Values{"from": today.String(), "category": string(compensation.Meeting), "basis": string(compensation.PerHour)}, err
		},
		Fields: func(form.Values) []form.Group {
			return k.rateGroup(form.Input{Name: "who", Label: k.book.Say("Who")}, form.Input{Name: "source", Label: k.book.Say("Where this was read")})
		},
		Keep: func(v form.Values) (string, error) {
			sum, unread := k.money(v, "amount", code)
			_, err := k.board.Pay().SaveComparison(compensation.Comparison{Category: compensation.Category(v["category"]), Who: v.Text("who"), Amount: sum,
				Basis: compensation.Basis(v["basis"]), From: v.Day("from"), Source: v.Text("source")})
			return k.book.Say("Kept beside the rate card."), errors.Join(unread, err)
		}})
}

// gift asks about something given in kind, new or known.
func (k keeper) gift(id record.ID, draft []byte) *form.Form {
	kept := compensation.InKind{}
	var code string
	var funds []form.Choice
	return k.simple(draft, &form.Simple{Title: k.book.Say("A gift in kind"), Note: k.book.Say("A room, food, an hour of somebody’s time: what the board was given that is not money."),
		Start: func() (form.Values, error) {
			today, s, err := k.today()
			if err != nil {
				return nil, err
			}
			code = s.Pay.Currency
			kept.Day = today
			gifts, err := k.board.Pay().Gifts()
			for _, g := range gifts {
				if g.ID == id {
					kept = g
				}
			}
			if err == nil {
				funds, err = k.funds()
			}
			return form.Values{"what": kept.What, "from": kept.From, "day": kept.Day.String(), "value": k.plain(kept.Value), "fund": string(kept.Fund)}, err
		},
		Fields: func(form.Values) []form.Group {
			return []form.Group{{Inputs: []form.Input{{Name: "what", Label: k.book.Say("What was given")}, {Name: "from", Label: k.book.Say("By whom")},
				{Kind: form.Day, Name: "day", Label: k.book.Say("On which day")}, {Name: "value", Label: k.book.Say("What it is worth")},
				{Kind: form.OneOf, Name: "fund", Label: k.book.Say("Counted towards"), Choices: funds}}}}
		},
		Keep: func(v form.Values) (string, error) {
			var unread error
			kept.Value, unread = k.money(v, "value", code)
			kept.What, kept.From, kept.Day, kept.Fund = v.Text("what"), v.Text("from"), v.Day("day"), record.ID(v["fund"])
			_, err := k.board.Pay().SaveGift(kept)
			return k.book.Say("The gift is kept."), errors.Join(unread, err)
		}})
}
