package main

import (
	"strings"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

type payPaidWords struct {
	Vault     string      `arg:"" help:"${vault}"`
	ID        string      `arg:"" name:"id" help:"${id}"`
	Amount    string      `arg:"" help:"${pay_amount}"`
	Currency  string      `name:"currency" placeholder:"CODE" help:"${pay_currency}"`
	On        record.Date `name:"on" placeholder:"DATE" help:"${pay_paid_on}"`
	By        string      `name:"by" placeholder:"METHOD" help:"${pay_by}"`
	For       []string    `name:"for" placeholder:"ENTRY[=AMOUNT]" help:"${pay_for}"`
	Advance   bool        `name:"advance" help:"${pay_advance}"`
	Agreed    bool        `name:"agreed" help:"${pay_agreed}"`
	Fund      string      `name:"fund" placeholder:"CODE" help:"${pay_advance_fund}"`
	Handed    string      `name:"handed-by" placeholder:"WHO" help:"${pay_handed}"`
	Witness   string      `name:"witness" placeholder:"WHO" help:"${pay_witness}"`
	Store     string      `name:"store" placeholder:"STORE" help:"${pay_store}"`
	Card      string      `name:"card" placeholder:"FIGURES" help:"${pay_card}"`
	Reference string      `name:"reference" placeholder:"TEXT" help:"${pay_reference}"`
	Ask       bool        `name:"ask" help:"${pay_ask}"`
}

func (c *payPaidWords) Run(h *house) error {
	return h.somebody(c.Vault, c.ID, func(b *board.Board, id member.ID) error {
		e, err := c.payment(h, b, id)
		if err != nil {
			return err
		}
		concerns, err := b.Pay().Concerns(e)
		if err != nil {
			return err
		}
		if c.Ask {
			return h.answer(map[string]any{"written": false, "concerns": h.concerns(concerns)}, func(p *page) {
				for _, concern := range concerns {
					p.say(concern.Says)
				}
			})
		}
		if c.Advance {
			e, err = b.Pay().Advance(e)
		} else {
			e, err = b.Pay().Pay(e, c.Agreed)
		}
		if err != nil {
			return err
		}
		return h.written(b, []compensation.Entry{e}, concerns)
	})
}

func (c *payPaidWords) payment(h *house, b *board.Board, id member.ID) (compensation.Entry, error) {
	e := compensation.Entry{Member: id, Day: c.On, Method: compensation.Method(c.By), Handed: c.Handed, Witness: c.Witness,
		Store: c.Store, Card: c.Card, Reference: c.Reference}
	s, err := b.Settings()
	if err != nil {
		return e, err
	}
	code := s.Pay.Currency
	if c.Currency != "" {
		code = strings.ToUpper(c.Currency)
	}
	if e.Amount, err = compensation.ReadAmount(c.Amount, code, h.book.Language()); err != nil {
		return e, err
	}
	if e.Method == "" {
		way, err := b.Pay().Way(id)
		if err != nil {
			return e, err
		}
		e.Method = way.Method
	}
	if c.Fund != "" {
		f, err := b.Pay().Fund(c.Fund)
		if err != nil {
			return e, err
		}
		e.Fund = f.ID
	}
	if len(c.For) > 0 {
		e.For, err = c.parts(h, b, id)
	}
	return e, err
}

// parts are claims by the beginning of their identifiers, each with its share
// after an equals sign or all that is open of it.
func (c *payPaidWords) parts(h *house, b *board.Board, id member.ID) ([]compensation.Part, error) {
	a, err := b.Pay().Account(id)
	if err != nil {
		return nil, err
	}
	var parts []compensation.Part
	for _, text := range c.For {
		name, amount, exact := strings.Cut(text, "=")
		e, err := entryNamed(a, name)
		if err != nil {
			return nil, err
		}
		part := compensation.Part{Claim: e.ID}
		for _, claim := range a.Claims {
			if claim.ID == e.ID {
				part.Minor = claim.Open.Minor
			}
		}
		if exact {
			m, err := compensation.ReadAmount(amount, e.Amount.Currency, h.book.Language())
			if err != nil {
				return nil, err
			}
			part.Minor = m.Minor
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// entryNamed is an entry of an account by the beginning of its identifier.
func entryNamed(a *compensation.Account, name string) (compensation.Entry, error) {
	for _, e := range a.Entries {
		if len(name) >= 4 && strings.HasPrefix(string(e.ID), strings.ToLower(name)) {
			return e, nil
		}
	}
	return compensation.Entry{}, wording.Refuse("entry", "There is no such entry for this person; “pay ledger” lists them.")
}

// choiceWords are about claims by their identifiers; none are all that are
// open.
type choiceWords struct {
	Vault string   `arg:"" help:"${vault}"`
	ID    string   `arg:"" name:"id" help:"${id}"`
	For   []string `name:"for" placeholder:"ENTRY" help:"${pay_for_claims}"`
}

func (c *choiceWords) run(h *house, do func(*board.Board, member.ID, []record.ID) (compensation.Entry, error)) error {
	return h.somebody(c.Vault, c.ID, func(b *board.Board, id member.ID) error {
		a, err := b.Pay().Account(id)
		if err != nil {
			return err
		}
		var claims []record.ID
		for _, name := range c.For {
			e, err := entryNamed(a, name)
			if err != nil {
				return err
			}
			claims = append(claims, e.ID)
		}
		e, err := do(b, id, claims)
		if err != nil {
			return err
		}
		return h.written(b, []compensation.Entry{e}, nil)
	})
}

type payChoiceWords struct {
	choiceWords
	AskAgain record.Date `name:"ask-again" placeholder:"DATE" help:"${pay_ask_again}"`
}

func (c *payChoiceWords) Run(h *house) error {
	return c.run(h, func(b *board.Board, id member.ID, claims []record.ID) (compensation.Entry, error) {
		return b.Pay().Decline(id, claims, c.AskAgain)
	})
}

type payDeferWords struct {
	choiceWords
	Until record.Date `name:"until" required:"" placeholder:"DATE" help:"${pay_until}"`
}

func (c *payDeferWords) Run(h *house) error {
	return c.run(h, func(b *board.Board, id member.ID, claims []record.ID) (compensation.Entry, error) {
		return b.Pay().Defer(id, claims, c.Until)
	})
}

type payApproveWords struct {
	choiceWords
	By string `name:"by" required:"" placeholder:"WHO" help:"${pay_approver}"`
}

func (c *payApproveWords) Run(h *house) error {
	return c.run(h, func(b *board.Board, id member.ID, claims []record.ID) (compensation.Entry, error) {
		return b.Pay().Approve(id, claims, c.By)
	})
}

// aboutWords are about one earlier entry.
type aboutWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
	Entry string `arg:"" help:"${pay_entry}"`
}

// open opens the vault and finds the entry.
func (c *aboutWords) open(h *house, do func(*board.Board, member.ID, compensation.Entry) error) error {
	return h.somebody(c.Vault, c.ID, func(b *board.Board, id member.ID) error {
		a, err := b.Pay().Account(id)
		if err != nil {
			return err
		}
		about, err := entryNamed(a, c.Entry)
		if err != nil {
			return err
		}
		return do(b, id, about)
	})
}

func (c *aboutWords) run(h *house, do func(board.Ledger, compensation.Entry) (compensation.Entry, error)) error {
	return c.open(h, func(b *board.Board, _ member.ID, about compensation.Entry) error {
		e, err := do(b.Pay(), about)
		if err != nil {
			return err
		}
		return h.written(b, []compensation.Entry{e}, nil)
	})
}

type payReturnWords struct {
	aboutWords
	Amount string      `name:"amount" placeholder:"AMOUNT" help:"${pay_return_amount}"`
	On     record.Date `name:"on" placeholder:"DATE" help:"${pay_paid_on}"`
}

func (c *payReturnWords) Run(h *house) error {
	return c.run(h, func(l board.Ledger, about compensation.Entry) (compensation.Entry, error) {
		sum := about.Amount
		if c.Amount != "" {
			var err error
			if sum, err = compensation.ReadAmount(c.Amount, sum.Currency, h.book.Language()); err != nil {
				return about, err
			}
		}
		return l.Return(about.Member, about.ID, sum, c.On)
	})
}

type paySignWords struct {
	aboutWords
	On record.Date `name:"on" placeholder:"DATE" help:"${pay_paid_on}"`
}

func (c *paySignWords) Run(h *house) error {
	return c.run(h, func(l board.Ledger, about compensation.Entry) (compensation.Entry, error) {
		return l.Sign(about.Member, about.ID, c.On)
	})
}

type payVoidWords struct {
	aboutWords
	Reason string `name:"reason" required:"" placeholder:"TEXT" help:"${pay_reason}"`
	Agreed bool   `name:"agreed" help:"${pay_agreed}"`
}

func (c *payVoidWords) Run(h *house) error {
	return c.run(h, func(l board.Ledger, about compensation.Entry) (compensation.Entry, error) {
		return l.Reverse(about.Member, about.ID, c.Reason, c.Agreed)
	})
}
