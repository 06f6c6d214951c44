package main

import (
	"strings"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

type payWayWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
	Set   string `name:"set" placeholder:"FILE" help:"${pay_way_set}"`
}

func (c *payWayWords) Run(h *house) error {
	return h.somebody(c.Vault, c.ID, func(b *board.Board, id member.ID) error {
		way, err := b.Pay().Way(id)
		if err != nil {
			return err
		}
		if c.Set != "" {
			way = compensation.Way{Member: id}
			if err := h.readJSON(c.Set, &way); err != nil {
				return err
			}
			if way.Member != id {
				return wording.Refuse("member", "The file is about another person; leave the identifier out of it.")
			}
			if err := b.Pay().SaveWay(way); err != nil {
				return err
			}
		}
		return h.answer(way, func(p *page) {
			p.row(way.Method.Name(), way.Handover, way.Words)
			p.say(way.Method.Shows())
			for _, q := range way.Method.Questions() {
				p.row(q.Ask, way.Said(q))
			}
			for _, l := range way.Limits {
				p.say(l.Words())
			}
		})
	})
}

type payPayeeWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
	Set   string `name:"set" placeholder:"FILE" help:"${pay_payee_set}"`
}

func (c *payPayeeWords) Run(h *house) error {
	return h.somebody(c.Vault, c.ID, func(b *board.Board, id member.ID) error {
		payee, err := b.Pay().Payee(id)
		if err != nil {
			return err
		}
		if c.Set != "" {
			payee = compensation.Payee{Member: id}
			if err := h.readJSON(c.Set, &payee); err != nil {
				return err
			}
			if payee.Member != id {
				return wording.Refuse("member", "The file is about another person; leave the identifier out of it.")
			}
			if err := b.Pay().SavePayee(payee); err != nil {
				return err
			}
		}
		return h.answer(payee, func(p *page) {
			p.row(wording.T("Code"), compensation.Code(id))
			p.row(wording.T("Name"), payee.Name)
			p.row(wording.T("Business"), payee.Business)
			p.row(wording.T("Reference"), payee.Reference)
			p.row(wording.T("Tax form on file"), h.book.Date(payee.FormOnFile))
		})
	})
}

type payFundsWords struct {
	Vault string `arg:"" help:"${vault}"`
	Set   string `name:"set" placeholder:"FILE" help:"${pay_fund_set}"`
}

// fundAnswer is how a fund stands in JSON.
type fundAnswer struct {
	compensation.Fund
	Spent    compensation.Money `json:"spent"`
	Owed     compensation.Money `json:"owed"`
	Balance  compensation.Money `json:"balance"`
	Free     compensation.Money `json:"free"`
	Ends     record.Date        `json:"ends,omitzero"`
	Forecast compensation.Money `json:"forecast"`
	RunsOut  record.Date        `json:"runs_out,omitzero"`
}

func (c *payFundsWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if c.Set != "" {
			var f compensation.Fund
			if err := h.readJSON(c.Set, &f); err != nil {
				return err
			}
			if before, err := b.Pay().Fund(f.Code); err == nil && f.ID == "" {
				f.ID = before.ID
			}
			if _, err := b.Pay().SaveFund(f); err != nil {
				return err
			}
		}
		standings, err := b.Pay().Funds()
		if err != nil {
			return err
		}
		answers := []fundAnswer{}
		for _, s := range standings {
			answers = append(answers, fundAnswer{s.Fund, s.Spent, s.Owed, s.Balance, s.Free, s.Ends, s.Forecast, s.RunsOut})
		}
		return h.answer(map[string]any{"funds": answers}, func(p *page) {
			for _, s := range standings {
				p.row(s.Fund.Code, s.Fund.Name, wording.T("{sum} left", "sum", s.Balance), wording.T("{sum} after what is owed", "sum", s.Free))
				if !s.RunsOut.IsZero() {
					p.say(wording.T("{fund} lasts until about {date}", "fund", s.Fund.Name, "date", s.RunsOut))
				}
			}
		})
	})
}

type payRatesWords struct {
	Vault    string      `arg:"" help:"${vault}"`
	Category string      `arg:"" optional:"" help:"${pay_category}"`
	Amount   string      `arg:"" optional:"" help:"${pay_amount}"`
	From     record.Date `name:"from" placeholder:"DATE" help:"${pay_rate_from}"`
	Per      string      `name:"per" default:"hour" placeholder:"BASIS" help:"${pay_per}"`
	Currency string      `name:"currency" placeholder:"CODE" help:"${pay_currency}"`
	Others   string      `name:"others" placeholder:"WHO" help:"${pay_others}"`
	Source   string      `name:"source" placeholder:"TEXT" help:"${pay_others_source}"`
}

func (c *payRatesWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if c.Category != "" {
			if err := c.save(h, b); err != nil {
				return err
			}
		}
		card, others, err := b.Pay().Card()
		if err != nil {
			return err
		}
		unequal, err := b.Pay().EqualPay()
		if err != nil {
			return err
		}
		beside, other := []map[string]any{}, []map[string]any{}
		for _, u := range unequal {
			other = append(other, map[string]any{"category": u.Category, "times": u.Times, "least": u.Least, "most": u.Most, "reasons": u.Reasons})
		}
		for _, o := range others {
			a := map[string]any{"category": o.Category, "who": o.Who, "amount": o.Amount, "basis": o.Basis, "from": o.From.String(), "source": o.Source}
			if o.Comparable {
				a["percent_more"] = o.Percent
			}
			beside = append(beside, a)
		}
		return h.answer(map[string]any{"rates": append(compensation.Card{}, card...), "others": beside, "unequal": other}, func(p *page) {
			for _, r := range card {
				p.row(r.Category.Name(), r.Amount.In(h.book.Language()), r.Basis.Name(), wording.T("from {date}", "date", r.From))
			}
			for _, o := range others {
				p.row(o.Category.Name(), o.Amount.In(h.book.Language()), o.Basis.Name(), o.Who)
			}
			for _, u := range unequal {
				p.say(wording.T("{activity} was paid at different rates, from {least} to {most}: {why}", "activity", u.Category.Name(), "least", u.Least, "most", u.Most, "why", strings.Join(u.Reasons, " · ")))
			}
		})
	})
}

func (c *payRatesWords) save(h *house, b *board.Board) error {
	s, err := b.Settings()
	if err != nil {
		return err
	}
	code := s.Pay.Currency
	if c.Currency != "" {
		code = strings.ToUpper(c.Currency)
	}
	amount, err := compensation.ReadAmount(c.Amount, code, h.book.Language())
	if err != nil {
		return err
	}
	from := c.From
	if from.IsZero() {
		now, err := b.Now()
		if err != nil {
			return err
		}
		from = record.DateOf(now)
	}
	category, basis := compensation.Category(c.Category), compensation.Basis(c.Per)
	if c.Others != "" {
		_, err = b.Pay().SaveComparison(compensation.Comparison{Category: category, Who: c.Others, Amount: amount, Basis: basis, From: from, Source: c.Source})
		return err
	}
	return b.Pay().SaveRate(compensation.Rate{Category: category, From: from, Amount: amount, Basis: basis})
}

type payInKindWords struct {
	Vault string `arg:"" help:"${vault}"`
	Set   string `name:"set" placeholder:"FILE" help:"${pay_in_kind_set}"`
}

func (c *payInKindWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if c.Set != "" {
			var g compensation.InKind
			if err := h.readJSON(c.Set, &g); err != nil {
				return err
			}
			if _, err := b.Pay().SaveGift(g); err != nil {
				return err
			}
		}
		gifts, err := b.Pay().Gifts()
		if err != nil {
			return err
		}
		total := compensation.Purse{}
		for _, g := range gifts {
			total.Add(g.Value)
		}
		return h.answer(map[string]any{"in_kind": append([]compensation.InKind{}, gifts...), "total": sums(total)}, func(p *page) {
			for _, g := range gifts {
				p.row(h.book.Date(g.Day), g.What, g.From, g.Value.In(h.book.Language()))
			}
			p.row(wording.T("In all"), total.Words())
		})
	})
}
