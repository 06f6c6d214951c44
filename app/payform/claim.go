package payform

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// claim asks about work, or about what somebody laid out.
func (k keeper) claim(id member.ID, expense bool, draft []byte) *form.Form {
	c := &claimForm{keeper: k, id: id, expense: expense}
	return form.New(k.book, c, draft)
}

// claimForm is the form of one claim.
type claimForm struct {
	keeper
	id            member.ID
	expense       bool
	name, code    string
	people, funds []form.Choice
}

// Begin gives today, and the only fund where there is one.
func (c *claimForm) Begin() (form.Values, error) {
	today, s, err := c.today()
	if err != nil {
		return nil, err
	}
	c.code = s.Pay.Currency
	if c.id != "" {
		if c.name, err = c.keeper.name(c.id); err != nil {
			return nil, err
		}
	}
	var err2 error
	c.people, err = c.keeper.people()
	c.funds, err2 = c.keeper.funds()
	v := form.Values{"member": string(c.id), "day": today.String(), "category": string(compensation.Meeting), "fund": oneFund(c.funds), "called_off": today.String()}
	if c.expense {
		v["category"] = "transit"
	}
	return v, cmp.Or(err, err2)
}

// Head is the title.
func (c *claimForm) Head(form.Values) (title, note string) {
	note = c.name
	if c.expense {
		return c.book.Say("Add an expense"), note
	}
	return c.book.Say("Add work"), note
}

// Groups are what it was, and what it comes to.
func (c *claimForm) Groups(v form.Values) []form.Group {
	g := form.Group{Title: c.book.Say("What it was")}
	add := func(in form.Input) { g.Inputs = append(g.Inputs, in) }
	if c.id == "" {
		add(form.Input{Kind: form.OneOf, Name: "member", Label: c.book.Say("Person"), Choices: c.people})
	}
	add(form.Input{Kind: form.OneOf, Name: "category", Label: c.book.Say("What for"), Turns: true, Choices: choices(c.book, compensation.Categories(c.expense))})
	add(form.Input{Kind: form.Day, Name: "day", Label: c.book.Say("On which day")})
	switch category := compensation.Category(v["category"]); {
	case category == compensation.MileageByCar:
		add(form.Input{Name: "quantity", Label: c.book.Say("How many miles"), Help: c.book.Say("They are paid by the dated rate.")})
	case c.expense:
		add(form.Input{Name: "amount", Label: c.book.Say("Amount")})
	default:
		add(form.Input{Name: "time", Label: c.book.Say("How long"), Help: c.book.Say("Such as 1:30, 1.5 or 90 min.")})
		if category == compensation.CancelledLate {
			add(form.Input{Kind: form.OneOf, Name: "instead", Label: c.book.Say("What was called off"), Choices: choices(c.book, compensation.Categories(false))})
			add(form.Input{Kind: form.Day, Name: "called_off", Label: c.book.Say("Called off on"), Help: c.book.Say("What is called off late is paid like what it would have been.")})
		}
	}
	return append([]form.Group{g}, c.paid(v)...)
}

// paid is what it is paid from, and at which rate.
func (c *claimForm) paid(v form.Values) []form.Group {
	g := form.Group{Title: c.book.Say("What it is paid from"), Inputs: c.shared(v)}
	if !c.expense {
		if v.On("other_rate") {
			g.Inputs = append(g.Inputs,
				form.Input{Name: "rate", Label: c.book.Say("Rate")},
				form.Input{Kind: form.OneOf, Name: "basis", Label: c.book.Say("For"), Choices: choices(c.book, compensation.Bases())},
				form.Input{Name: "quantity", Label: c.book.Say("How many"), Help: c.book.Say("For what is not paid by the hour; empty is one.")},
				form.Input{Name: "rate_reason", Label: c.book.Say("Why another rate"), Help: c.book.Say("The same activity pays everybody the same. It needs a reason where it does not.")})
		}
		g.Inputs = append(g.Inputs, form.Input{Kind: form.Yes, Name: "other_rate", Label: c.book.Say("At another rate than the card’s"), Turns: true})
	}
	g.Inputs = append(g.Inputs, form.Input{Name: "currency", Label: c.book.Say("Currency"), Help: c.book.Say("Empty is {currency}.", "currency", c.code)},
		form.Input{Kind: form.Lines, Name: "note", Label: c.book.Say("Note"), Help: c.book.Say("Where the receipt is, for instance. Nothing about anybody’s story.")})
	return []form.Group{g}
}

// shared are the funds that pay for it: one, or several with the share of each.
// The next one is asked for once there is one before it.
func (c *claimForm) shared(v form.Values) []form.Input {
	all := []form.Input{{Kind: form.OneOf, Name: "fund", Label: c.book.Say("Fund"), Choices: c.funds}}
	if len(c.funds) <= 2 {
		return all
	}
	if v.On("split") {
		all = append(all, form.Input{Name: "share", Label: c.book.Say("Its share"), Help: c.book.Say("Whole numbers, such as 50, 30 and 20, or 1 and 1. The parts add up to the cent.")})
		for n := 2; n < len(c.funds); n++ {
			fund, share := "fund"+strconv.Itoa(n), "share"+strconv.Itoa(n)
			all = append(all, form.Input{Kind: form.OneOf, Name: fund, Label: c.book.Say("Another fund"), Choices: c.funds, Turns: true})
			if v[fund] == "" {
				break
			}
			all = append(all, form.Input{Name: share, Label: c.book.Say("Its share")})
		}
	}
	return append(all, form.Input{Kind: form.Yes, Name: "split", Label: c.book.Say("Several funds share it"), Turns: true})
}

// Turned does nothing: no answer follows from another.
func (c *claimForm) Turned(form.Values, string) {}

// Save asks what to know first, and writes it down.
func (c *claimForm) Save(v form.Values) (string, error) {
	claim, unread := c.read(v)
	weighed, err := c.board.Pay().Weigh(claim)
	if err = errors.Join(unread, err); err != nil {
		return "", err
	}
	var concerns []compensation.Concern
	sum := compensation.Money{}
	for _, w := range weighed {
		concerns = append(concerns, w.Concerns...)
		sum = compensation.Money{Minor: sum.Minor + w.Amount.Minor, Currency: w.Amount.Currency}
	}
	if err := c.asked(v, c.book.Say("Before this is accepted"), c.book.Say("Write it down all the same"), concerns); err != nil {
		return "", err
	}
	written, err := c.board.Pay().AddClaims(claim)
	if err != nil {
		return "", err
	}
	return c.book.Say("Written down: {sum}, to be paid by {date}.", "sum", sum, "date", written[0].Due), nil
}

// read is the claim as it is typed, with all that can't be read.
func (c *claimForm) read(v form.Values) (board.Claimed, error) {
	var err error
	unread := wording.Check{}
	unread.When(v["member"] == "", wording.Refuse("member", "Choose whose work this is."))
	e := compensation.Entry{Member: record.ID(v["member"]), Category: compensation.Category(v["category"]), Day: v.Day("day"), Note: v.Text("note"),
		Amount: compensation.Money{Currency: c.code}}
	if own := v.Text("currency"); own != "" {
		e.Amount.Currency = own
	}
	mileage := e.Category == compensation.MileageByCar
	switch {
	case mileage, v.On("other_rate") && v.Text("quantity") != "":
		e.Quantity, err = rule.ParseNumber(v.Text("quantity"))
		unread.When(err != nil, wording.Refuse("quantity", "Write a number like 3 or 12.5."))
	case c.expense:
		e.Amount, err = c.money(v, "amount", c.code)
		unread.Add(err)
	}
	if !c.expense && v.Text("time") != "" {
		e.Minutes, err = compensation.ReadMinutes(v["time"])
		unread.Add(err)
	}
	if e.Category == compensation.CancelledLate {
		e.Instead, e.CalledOff = compensation.Category(v["instead"]), v.Day("called_off")
		unread.When(e.Instead == "", wording.Refuse("instead", "Choose which activity was called off."))
	}
	if !c.expense && v.On("other_rate") {
		e.Rate, err = c.money(v, "rate", c.code)
		unread.Add(err)
		e.Basis, e.RateReason = compensation.Basis(v["basis"]), v.Text("rate_reason")
	}
	shares, err := sharesOf(v)
	unread.Add(err)
	return board.Claimed{Entry: e, Shares: shares}, unread.Err()
}

// sharesOf are the funds that pay for it.
func sharesOf(v form.Values) ([]compensation.Share, error) {
	if !v.On("split") || v["fund"] == "" {
		if v["fund"] == "" {
			return nil, nil
		}
		return []compensation.Share{{Fund: record.ID(v["fund"]), Weight: 1}}, nil
	}
	var shares []compensation.Share
	for n := 1; ; n++ {
		at := ""
		if n > 1 {
			at = strconv.Itoa(n)
		}
		fund := record.ID(v["fund"+at])
		if fund == "" {
			return shares, nil
		}
		if slices.ContainsFunc(shares, func(s compensation.Share) bool { return s.Fund == fund }) {
			return nil, wording.Refuse("fund"+at, "This fund is named already. Choose another, or none.")
		}
		weight, err := strconv.ParseInt(v.Text("share"+at), 10, 32)
		if err != nil || weight < 1 || weight > mostShare {
			return nil, wording.Refuse("share"+at, "This is a whole number from {least} to {most}.", "least", 1, "most", mostShare)
		}
		shares = append(shares, compensation.Share{Fund: fund, Weight: weight})
	}
}

// mostShare is the largest weight of a fund.
const mostShare = 1000
