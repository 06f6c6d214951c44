package payform

import (
	"cmp"
	"errors"
	"slices"

	"holdfast/app/form"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Payment asks about one payment for what is owed to a person. Made is what was
// written down.
type Payment struct {
	keeper
	id   member.ID
	of   record.ID // one claim, or "" for all that is open
	only string    // a currency, or ""
	name string
	sum  compensation.Money
	For  []compensation.Part
	// unapproved says that somebody has to approve it first.
	unapproved, signatures bool
	fund                   record.ID
	approver, handed       string // who it was for the one before
	Made                   compensation.Entry
}

// NewPayment asks about a payment for a claim, or for all that is open where
// of is "".
func NewPayment(b Board, book *wording.Book, id member.ID, of record.ID) *Payment {
	return &Payment{keeper: keeper{b, book}, id: id, of: of}
}

// In narrows the payment to what is owed in one currency.
func (p *Payment) In(code string) *Payment {
	p.only = code
	return p
}

// After begins with whoever approved and handed over another one, as they stand
// in its form. Who signs as the second says so each time.
func (p *Payment) After(before *form.Form) *Payment {
	p.approver, p.handed = before.Value("approver"), before.Value("handed_by")
	return p
}

// Begin gives the sum that is open, the person's way, and today.
func (p *Payment) Begin() (form.Values, error) {
	today, s, err := p.today()
	if err != nil {
		return nil, err
	}
	if p.name, err = p.keeper.name(p.id); err != nil {
		return nil, err
	}
	a, err := p.board.Pay().Account(p.id)
	if err != nil {
		return nil, err
	}
	p.sum = compensation.Money{Currency: s.Pay.Currency}
	for i, c := range a.OpenClaims() {
		if i == 0 && p.of == "" {
			p.sum.Currency = cmp.Or(p.only, c.Open.Currency)
		}
		if p.of != "" && p.of != c.ID || p.of == "" && (c.Open.Currency != p.sum.Currency || c.PutOff.After(today)) {
			continue
		}
		p.sum = compensation.Money{Minor: p.sum.Minor + c.Open.Minor, Currency: c.Open.Currency}
		p.For = append(p.For, compensation.Part{Claim: c.ID, Minor: c.Open.Minor})
		p.unapproved = p.unapproved || s.Pay.Approval && c.ApprovedOn.IsZero()
		p.fund = c.Fund
	}
	p.signatures = s.Pay.TwoSignatures
	way, err := p.board.Pay().Way(p.id)
	v := form.Values{"amount": p.plain(p.sum), "day": today.String(), "method": string(way.Method), "approver": p.approver, "handed_by": p.handed}
	if way.Method == compensation.NotAtAll {
		v["method"] = ""
	}
	return v, err
}

// Head is the title, with what is owed.
func (p *Payment) Head(form.Values) (title, note string) {
	return p.book.Say("Record a payment"), p.book.Say("{name}: {sum} is owed", "name", p.name, "sum", p.sum)
}

// methods are the ways in which something can be paid.
func methods(book *wording.Book) []form.Choice {
	all := slices.DeleteFunc(compensation.Methods(), func(m compensation.Method) bool { return m == compensation.NotAtAll })
	return choices(book, all)
}

// Groups are what to know first, and what is paid.
func (p *Payment) Groups(v form.Values) []form.Group {
	g := form.Group{Title: p.book.Say("What is paid")}
	if p.unapproved {
		g.Inputs = append(g.Inputs, form.Input{Name: "approver", Label: p.book.Say("Who approved it"), Help: p.book.Say("This board asks for it before it is paid.")})
	}
	g.Inputs = append(g.Inputs,
		form.Input{Name: "amount", Label: p.book.Say("Amount"), Help: p.book.Say("If it is less, the rest stays owed. If it is more, you are asked, and what is over is an advance.")},
		form.Input{Kind: form.Day, Name: "day", Label: p.book.Say("Paid on")})
	return append(p.concerns(v), form.Group{Title: g.Title, Inputs: append(g.Inputs, p.given(v, p.signatures)...)})
}

// given is how a payment reached somebody; which fields there are depends on
// the way.
func (k keeper) given(v form.Values, signatures bool) []form.Input {
	all := []form.Input{{Kind: form.OneOf, Name: "method", Label: k.book.Say("How"), Turns: true, Choices: methods(k.book)}}
	m := compensation.Method(v["method"])
	switch {
	case m.HandToHand():
		all = append(all, form.Input{Name: "handed_by", Label: k.book.Say("Handed over by")})
		second := form.Input{Name: "witness", Label: k.book.Say("Second signature")}
		if signatures {
			second.Help = k.book.Say("This board asks for two people.")
		}
		all = append(all, second)
		if m != compensation.Cash {
			all = append(all, form.Input{Name: "store", Label: k.book.Say("Store")},
				form.Input{Name: "card", Label: k.book.Say("Card"), Help: k.book.Say("Its last figures, to tell it from others.")})
		}
	case m != "":
		all = append(all, form.Input{Name: "reference", Label: k.book.Say("Reference"), Help: k.book.Say("The number of the check or transfer.")})
	}
	return all
}

// concerns are what to know before it is paid.
func (p *Payment) concerns(v form.Values) []form.Group {
	known, err := p.board.Pay().Concerns(p.entry(v, p.sum))
	if err != nil || len(known) == 0 {
		return nil
	}
	var says []string
	for _, c := range known {
		says = append(says, p.book.Render(c.Says))
	}
	return []form.Group{{Title: p.book.Say("Know this first"), Inputs: []form.Input{{Kind: form.Said, Says: says}}}}
}

// entry is the payment as it is typed.
func (p *Payment) entry(v form.Values, sum compensation.Money) compensation.Entry {
	e := given(v, compensation.Entry{Member: p.id, Day: v.Day("day"), Amount: sum, Fund: p.fund})
	if sum == p.sum || p.of != "" && sum.Minor > p.sum.Minor {
		e.For = slices.Clone(p.For)
	} else if p.of != "" && len(p.For) == 1 {
		e.For = []compensation.Part{{Claim: p.of, Minor: sum.Minor}}
	}
	return e
}

// given fills in how it reached somebody.
func given(v form.Values, e compensation.Entry) compensation.Entry {
	e.Method = compensation.Method(v["method"])
	if !e.Method.HandToHand() {
		e.Reference = v.Text("reference")
		return e
	}
	e.Handed, e.Witness = v.Text("handed_by"), v.Text("witness")
	if e.Method != compensation.Cash {
		e.Store, e.Card = v.Text("store"), v.Text("card")
	}
	return e
}

// Turned does nothing: no answer follows from another.
func (p *Payment) Turned(form.Values, string) {}

// Save asks what must be asked, approves where that is wanted, and pays.
func (p *Payment) Save(v form.Values) (string, error) {
	sum, unread := p.money(v, "amount", p.sum.Currency)
	e := p.entry(v, sum)
	concerns, err := p.board.Pay().Concerns(e)
	if err != nil {
		return "", err
	}
	if err := p.asked(v, p.book.Say("Before this is paid"), p.book.Say("Pay it all the same"), concerns, compensation.OwnLimit, compensation.ChoseNothing, compensation.NotDueYet); err != nil && unread == nil {
		return "", err
	}
	if p.unapproved {
		p.Made, err = p.board.Pay().PayApproved(e, v.Text("approver"), p.For, v.On("agreed"))
	} else {
		p.Made, err = p.board.Pay().Pay(e, v.On("agreed"))
	}
	if err != nil {
		return "", p.agreed(errors.Join(unread, err), p.book.Say("More than is owed"), p.book.Say("Yes, as an advance"))
	}
	return p.book.Say("Paid: {sum} to {name}.", "sum", sum, "name", p.name), nil
}

// advance asks about money given before anything is owed.
func (k keeper) advance(id member.ID, draft []byte) *form.Form {
	var funds []form.Choice
	var code, name string
	var signatures bool
	return k.simple(draft, &form.Simple{Title: k.book.Say("Give an advance"), Note: k.book.Say("Work and expenses that come later are paid from it first."),
		Start: func() (form.Values, error) {
			today, s, err := k.today()
			if err != nil {
				return nil, err
			}
			code, signatures = s.Pay.Currency, s.Pay.TwoSignatures
			if name, err = k.name(id); err != nil {
				return nil, err
			}
			way, err := k.board.Pay().Way(id)
			if err == nil {
				funds, err = k.funds()
			}
			return form.Values{"day": today.String(), "method": string(way.Method), "fund": oneFund(funds)}, err
		},
		Fields: func(v form.Values) []form.Group {
			return []form.Group{{Title: name, Inputs: append([]form.Input{{Name: "amount", Label: k.book.Say("Amount")},
				{Kind: form.Day, Name: "day", Label: k.book.Say("Paid on")}, {Kind: form.OneOf, Name: "fund", Label: k.book.Say("Fund"), Choices: funds}}, k.given(v, signatures)...)}}
		},
		Keep: func(v form.Values) (string, error) {
			sum, unread := k.money(v, "amount", code)
			e := given(v, compensation.Entry{Member: id, Day: v.Day("day"), Amount: sum, Fund: record.ID(v["fund"]), For: []compensation.Part{}})
			concerns, err := k.board.Pay().Concerns(e)
			if err == nil && unread == nil {
				err = k.asked(v, k.book.Say("Before this is paid"), k.book.Say("Pay it all the same"), concerns, compensation.OwnLimit, compensation.ChoseNothing)
			}
			if err == nil {
				_, err = k.board.Pay().Advance(e)
			}
			return k.book.Say("Paid ahead: {sum} to {name}.", "sum", sum, "name", name), errors.Join(unread, err)
		}})
}

// comeBack asks about a payment that did not arrive.
func (k keeper) comeBack(id member.ID, payment record.ID, draft []byte) *form.Form {
	var code string
	return k.simple(draft, &form.Simple{Title: k.book.Say("A payment came back"), Note: k.book.Say("What it paid is owed again."),
		Start: func() (form.Values, error) {
			today, _, err := k.today()
			if err != nil {
				return nil, err
			}
			a, err := k.board.Pay().Account(id)
			v := form.Values{"day": today.String()}
			if err == nil {
				for _, p := range a.Payments {
					if p.ID == payment {
						code, v["amount"] = p.Amount.Currency, k.plain(p.Net())
					}
				}
			}
			return v, err
		},
		Fields: func(form.Values) []form.Group {
			return []form.Group{{Inputs: []form.Input{{Name: "amount", Label: k.book.Say("How much of it")}, {Kind: form.Day, Name: "day", Label: k.book.Say("Came back on")}}}}
		},
		Keep: func(v form.Values) (string, error) {
			sum, unread := k.money(v, "amount", code)
			_, err := k.board.Pay().Return(id, payment, sum, v.Day("day"))
			return k.book.Say("Written down. It is owed again."), errors.Join(unread, err)
		}})
}

// sign asks on which day a person signed for a payment.
func (k keeper) sign(id member.ID, payment record.ID, draft []byte) *form.Form {
	return k.simple(draft, &form.Simple{Title: k.book.Say("They signed for a payment"), Note: k.book.Say("A mark or the code will do; no name is needed."),
		Start: func() (form.Values, error) {
			today, _, err := k.today()
			return form.Values{"day": today.String()}, err
		},
		Fields: func(form.Values) []form.Group {
			return []form.Group{{Inputs: []form.Input{{Kind: form.Day, Name: "day", Label: k.book.Say("Signed on")}}}}
		},
		Keep: func(v form.Values) (string, error) {
			_, err := k.board.Pay().Sign(id, payment, v.Day("day"))
			return k.book.Say("Written down: they signed for it."), err
		}})
}

// choice asks until when somebody wants to wait, or does not want to be paid.
// Nobody is asked why.
func (k keeper) choice(id member.ID, claim record.ID, later bool, draft []byte) *form.Form {
	s := &form.Simple{Title: k.book.Say("They choose not to be paid"), Note: k.book.Say("It is their choice, and needs no reason. Ask again when they say.")}
	label, help := k.book.Say("Ask again from"), k.book.Say("Leave it empty where they named no day.")
	if later {
		s.Title, s.Note = k.book.Say("They want to wait"), k.book.Say("It stays owed, and nobody is reminded of it before that day.")
		label, help = k.book.Say("Not before"), ""
	}
	var name string
	s.Start = func() (v form.Values, err error) {
		name, err = k.name(id)
		return form.Values{}, err
	}
	s.Fields = func(form.Values) []form.Group {
		return []form.Group{{Title: name, Inputs: []form.Input{{Kind: form.Day, Name: "until", Label: label, Help: help}}}}
	}
	s.Keep = func(v form.Values) (string, error) {
		var claims []record.ID
		if claim != "" {
			claims = []record.ID{claim}
		}
		if later {
			_, err := k.board.Pay().Defer(id, claims, v.Day("until"))
			return k.book.Say("Written down. It waits until then."), err
		}
		_, err := k.board.Pay().Decline(id, claims, v.Day("until"))
		return k.book.Say("Written down. No reason was asked for, and none is kept."), err
	}
	return k.simple(draft, s)
}

// approve asks who said that something may be paid.
func (k keeper) approve(id member.ID, claim record.ID, draft []byte) *form.Form {
	return k.simple(draft, &form.Simple{Title: k.book.Say("It may be paid"), Note: k.book.Say("Who said so stands in the ledger, with the day."),
		Start: func() (form.Values, error) { return form.Values{}, nil },
		Fields: func(form.Values) []form.Group {
			return []form.Group{{Inputs: []form.Input{{Name: "approver", Label: k.book.Say("Who approved it")}}}}
		},
		Keep: func(v form.Values) (string, error) {
			_, err := k.board.Pay().Approve(id, []record.ID{claim}, v.Text("approver"))
			return k.book.Say("Written down: it may be paid."), err
		}})
}
