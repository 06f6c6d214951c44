package payform

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// caps are the uses of a dated number that can bind a fund.
func caps() []rule.Use { return []rule.Use{rule.HourCap, rule.HourFloor, rule.DayCap} }

// number asks about a dated number of the board's own: a new one, or one that
// goes before the one of an ID that begins on a day.
func (k keeper) number(id, from string, draft []byte) *form.Form {
	var known string // what it is called, where it is no new one
	return k.simple(draft, &form.Simple{Title: k.book.Say("A dated number"), Note: k.book.Say("It goes before the one that came with the program, on the days that it holds."),
		Start: func() (form.Values, error) {
			today, s, err := k.today()
			if err != nil {
				return nil, err
			}
			v := form.Values{"jurisdiction": s.Jurisdiction, "unit": s.Pay.Currency, "checked": today.String()}
			book, err := k.board.Rules()
			for _, r := range book.List() {
				if r.ID == id && r.From.String() == from {
					known = k.book.Render(r.Label())
					v = form.Values{"id": r.ID, "name": r.Name, "jurisdiction": r.Jurisdiction, "from": r.From.String(), "to": r.To.String(), "value": string(r.Value),
						"unit": string(r.Unit), "use": string(r.Use), "source": r.Source, "checked": today.String()}
					break // the board's own stands before the shipped one
				}
			}
			return v, err
		},
		Fields: func(form.Values) []form.Group { return k.numberGroups(known) },
		Keep: func(v form.Values) (string, error) {
			err := k.board.SaveRule(rule.Rule{ID: v.Text("id"), Name: v.Text("name"), Jurisdiction: v.Text("jurisdiction"), From: v.Day("from"), To: v.Day("to"), Value: rule.Number(v.Text("value")),
				Unit: rule.Unit(v.Text("unit")), Use: rule.Use(v["use"]), Source: v.Text("source"), Checked: v.Day("checked")})
			return k.book.Say("The number is kept, with where it was read."), err
		}})
}

func (k keeper) numberGroups(known string) []form.Group {
	what := form.Group{Title: cmp.Or(known, k.book.Say("What it is")), Say: k.book.Render(rule.General())}
	if known == "" {
		what.Inputs = append(what.Inputs, form.Input{Name: "id", Label: k.book.Say("Short name"), Help: k.book.Say("Small letters, figures and hyphens, like us-1099.")},
			form.Input{Name: "name", Label: k.book.Say("Name")})
	}
	what.Inputs = append(what.Inputs,
		form.Input{Name: "value", Label: k.book.Say("Value"), Help: k.book.Say("Left empty, it is not known for these days.")},
		form.Input{Name: "unit", Label: k.book.Say("Unit"), Help: k.book.Say("Such as USD, USD/hour, USD/day, USD/mile, years or percent.")},
		form.Input{Kind: form.Day, Name: "from", Label: k.book.Say("From")}, form.Input{Kind: form.Day, Name: "to", Label: k.book.Say("Until")},
		form.Input{Name: "jurisdiction", Label: k.book.Say("Where it holds"), Help: k.book.Say("A code like US, US-WA or GB.")},
		form.Input{Kind: form.OneOf, Name: "use", Label: k.book.Say("What it is compared with"), Choices: uses(k.book)})
	return []form.Group{what, {Title: k.book.Say("Where it was read"), Inputs: []form.Input{
		{Kind: form.Lines, Name: "source", Label: k.book.Say("Source")}, {Kind: form.Day, Name: "checked", Label: k.book.Say("Looked up on")}}}}
}

func uses(book *wording.Book) []form.Choice {
	return []form.Choice{
		{ID: string(rule.Shown), Label: book.Say("Nothing, it is only shown")},
		{ID: string(rule.YearTotal), Label: book.Say("What one person is paid in a calendar year")},
		{ID: string(rule.HourCap), Label: book.Say("The most for an hour")},
		{ID: string(rule.HourFloor), Label: book.Say("The least for an hour")},
		{ID: string(rule.DayCap), Label: book.Say("The most for a day")},
		{ID: string(rule.MileRate), Label: book.Say("What a mile is paid with")}}
}

// rules asks what the board decided about paying.
func (k keeper) rules(draft []byte) *form.Form {
	var kept board.Settings
	return k.simple(draft, &form.Simple{Title: k.book.Say("What the board decided about paying"),
		Start: func() (form.Values, error) {
			s, err := k.board.Settings()
			kept = s
			p := s.Pay
			return form.Values{"pay_currency": p.Currency, "pay_promised_days": strconv.Itoa(p.PromisedDays), "pay_near_percent": strconv.Itoa(p.NearPercent),
				"pay_late_notice_days": strconv.Itoa(p.LateNoticeDays), "approval": form.Truth(p.Approval), "signatures": form.Truth(p.TwoSignatures),
				"pay_treasurer": p.Treasurer, "watched": strings.Join(p.Watched, "\n"), "columns": lines(p.Columns)}, err
		},
		Fields: func(form.Values) []form.Group { return k.rulesGroups() },
		Keep: func(v form.Values) (string, error) {
			p := &kept.Pay
			unread := wording.Check{}
			for field, into := range map[string]*int{"pay_promised_days": &p.PromisedDays, "pay_near_percent": &p.NearPercent, "pay_late_notice_days": &p.LateNoticeDays} {
				n, err := strconv.Atoi(v.Text(field))
				unread.When(err != nil, wording.Refuse(field, "Write a whole number."))
				*into = n
			}
			p.Currency, p.Treasurer, p.Watched = strings.ToUpper(v.Text("pay_currency")), v.Text("pay_treasurer"), v.List("watched")
			p.Approval, p.TwoSignatures, p.Columns = v.On("approval"), v.On("signatures"), nil
			for _, c := range v.List("columns") {
				p.Columns = append(p.Columns, compensation.Column(c))
			}
			if err := unread.Err(); err != nil {
				return "", errors.Join(err, p.Validate())
			}
			_, err := k.board.SaveSettings(kept)
			return k.book.Say("Kept: what the board decided about paying."), err
		}})
}

func (k keeper) rulesGroups() []form.Group {
	pay := form.Group{Title: k.book.Say("Paying"), Inputs: []form.Input{
		{Name: "pay_currency", Label: k.book.Say("Currency")},
		{Name: "pay_promised_days", Label: k.book.Say("Paid within so many days")},
		{Name: "pay_late_notice_days", Label: k.book.Say("Called off so many days before is late"), Help: k.book.Say("What is called off late is paid.")},
		{Name: "pay_near_percent", Label: k.book.Say("Near from so many percent on")},
		{Kind: form.Yes, Name: "approval", Label: k.book.Say("Somebody approves before it is paid")},
		{Kind: form.Yes, Name: "signatures", Label: k.book.Say("Two people sign where cash or a card changes hands")}}}
	watched := form.Input{Kind: form.SomeOf, Name: "watched", Label: k.book.Say("Year’s totals to look after")}
	if rules, err := k.board.Rules(); err == nil {
		today, _, _ := k.today()
		for _, id := range rules.Used(rule.YearTotal) {
			r, _ := rules.At(id, record.Date{Year: max(1, today.Year), Month: 12, Day: 31})
			watched.Choices = append(watched.Choices, form.Choice{ID: id, Label: k.book.Render(r.Label())})
		}
	}
	pay.Inputs = append(pay.Inputs, watched)
	return []form.Group{pay, {Title: k.book.Say("For the treasurer"), Inputs: []form.Input{
		{Name: "pay_treasurer", Label: k.book.Say("Who gets the payment data"), Help: k.book.Say("In the words in which people agree to it. Empty is “{name}”.", "name", compensation.Recipient)},
		{Kind: form.Order, Name: "columns", Label: k.book.Say("Columns of the export, in order"), Choices: choices(k.book, compensation.Columns())}}}}
}
