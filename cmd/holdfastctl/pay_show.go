package main

import (
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/record"
	"holdfast/wording"
)

type payOweWords struct {
	Vault string `arg:"" help:"${vault}"`
}

// payLineAnswer is one line of what is to be paid in JSON.
type payLineAnswer struct {
	Member  string             `json:"member"`
	Name    string             `json:"name"`
	Entries []string           `json:"entries"`
	What    string             `json:"what"`
	Date    string             `json:"date"`
	Due     string             `json:"due"`
	Minutes int                `json:"minutes,omitempty"`
	Open    compensation.Money `json:"open"`
	State   string             `json:"state"`
	How     string             `json:"how"`
	Tag     string             `json:"tag,omitempty"`
	Fund    string             `json:"fund,omitempty"`
}

func (c *payOweWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		s, err := b.Pay().Page()
		if err != nil {
			return err
		}
		lines := []payLineAnswer{}
		for _, l := range s.ToPay {
			lines = append(lines, h.payLine(l))
		}
		answer := map[string]any{"owed": sums(s.Owed.Sums), "people": s.Owed.People, "oldest_days": s.Owed.Oldest, "late": s.Owed.Late, "to_pay": lines,
			"near_limits": h.nearLimits(s.Limits)}
		if s.AnyMedian {
			answer["median_days"] = s.Median
		}
		return h.answer(answer, func(p *page) {
			p.row(wording.T("Owed now"), s.Owed.Sums.Words(), s.OwedLine)
			p.gap()
			for i, l := range s.ToPay {
				open := wording.T("{sum}", "sum", l.Open)
				if l.Open.IsZero() {
					open = l.State.Name()
				}
				p.row(l.Name, l.What, h.book.Date(l.Day), compensation.Length(l.Minutes), open, l.How, lines[i].Tag, l.Fund)
			}
			for _, near := range s.Limits {
				p.say(wording.T("{name}: {left}", "name", near.Name, "left", near.Left))
			}
		})
	})
}

func (h *house) payLine(l board.PayLine) payLineAnswer {
	a := payLineAnswer{Member: string(l.Member), Name: l.Name, What: h.book.Render(l.What), Date: l.Day.String(), Due: l.Due.String(),
		Minutes: l.Minutes, Open: l.Open, State: string(l.State), How: h.book.Render(l.How), Tag: h.book.Render(l.Tag), Fund: l.Fund}
	for _, id := range l.Claims {
		a.Entries = append(a.Entries, string(id))
	}
	return a
}

// sums are those of a purse; never nil, so that JSON has an empty list.
func sums(p compensation.Purse) []compensation.Money {
	return append([]compensation.Money{}, p.Sums()...)
}

func (h *house) nearLimits(limits []board.NearLimit) []map[string]any {
	all := []map[string]any{}
	for _, n := range limits {
		all = append(all, map[string]any{"member": n.Member, "name": n.Name, "left": h.book.Render(n.Left), "over": n.Used.Over})
	}
	return all
}

type payRunWords struct {
	Vault string `arg:"" help:"${vault}"`
	Payee bool   `name:"payee" help:"${pay_run_payee}"`
}

func (c *payRunWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		steps, err := b.Pay().PayRun()
		if err != nil {
			return err
		}
		answers := []map[string]any{}
		page := &page{book: h.book}
		if len(steps) == 0 {
			page.say(wording.T("Nobody is waiting."))
		}
		for _, s := range steps {
			lines, ask := []payLineAnswer{}, []string{}
			for _, l := range s.Lines {
				lines = append(lines, h.payLine(l))
			}
			for _, q := range s.Ask {
				ask = append(ask, h.book.Render(q.Ask))
			}
			a := map[string]any{"member": s.Member, "name": s.Name, "amount": s.Payment.Amount, "method": s.Payment.Method, "words": s.Way.Words,
				"handover": s.Way.Handover, "not_asked": ask, "two_signatures": s.Signatures, "concerns": h.concerns(s.Concerns), "lines": lines}
			page.row(s.Name, s.Payment.Amount.In(h.book.Language()), s.Way.Method.Name(), s.Way.Handover, s.Way.Words)
			if c.Payee {
				payee, err := b.Pay().Payee(s.Member)
				if err != nil {
					return err
				}
				a["payee"] = payee.Name
				page.row("", payee.Name, payee.Business)
			}
			answers = append(answers, a)
			for _, concern := range s.Concerns {
				page.say(wording.T("  {text}", "text", concern.Says))
			}
		}
		return h.answerPage(map[string]any{"steps": answers}, page)
	})
}

type payLedgerWords struct {
	Vault string      `arg:"" help:"${vault}"`
	ID    string      `arg:"" optional:"" name:"id" help:"${id}"`
	From  record.Date `name:"from" placeholder:"DATE" help:"${pay_from}"`
	To    record.Date `name:"to" placeholder:"DATE" help:"${pay_to}"`
	Kind  []string    `name:"kind" placeholder:"KIND" help:"${pay_kind}"`
	Fund  string      `name:"fund" placeholder:"CODE" help:"${pay_ledger_fund}"`
	Open  bool        `name:"open" help:"${pay_only_open}"`
}

func (c *payLedgerWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		f := board.LedgerFilter{From: c.From, To: c.To, Open: c.Open}
		for _, kind := range c.Kind {
			f.Kinds = append(f.Kinds, compensation.Kind(kind))
		}
		var err error
		if c.ID != "" {
			if f.Member, err = b.Resolve(c.ID); err != nil {
				return err
			}
		}
		if c.Fund != "" {
			fund, err := b.Pay().Fund(c.Fund)
			if err != nil {
				return err
			}
			f.Fund = fund.ID
		}
		rows, err := b.Pay().Entries(f)
		if err != nil {
			return err
		}
		lines := []ledgerAnswer{}
		accounts := map[record.ID]map[string]ledgerAnswer{}
		funds, err := fundCodes(b)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if accounts[row.Member] == nil {
				a, err := b.Pay().Account(row.Member)
				if err != nil {
					return err
				}
				accounts[row.Member] = map[string]ledgerAnswer{}
				for _, l := range ledgerLines(a, row.Today, funds) {
					accounts[row.Member][l.ID] = l
				}
			}
			lines = append(lines, accounts[row.Member][string(row.ID)])
		}
		return h.answer(map[string]any{"entries": lines}, func(p *page) {
			for _, row := range rows {
				sum := ""
				if !row.Amount.IsZero() {
					sum = row.Amount.In(h.book.Language())
				}
				p.row(row.ID.Short(), h.book.Date(row.Day), row.Name, row.Kind.Name(), row.Title(), compensation.Length(row.Minutes), sum, row.State.Name())
			}
		})
	})
}

func fundCodes(b *board.Board) (map[record.ID]string, error) {
	standings, err := b.Pay().Funds()
	codes := map[record.ID]string{}
	for _, s := range standings {
		codes[s.Fund.ID] = s.Fund.Code
	}
	return codes, err
}

type payThresholdWords struct {
	Vault string `arg:"" help:"${vault}"`
	Year  int    `name:"year" placeholder:"YEAR" help:"${pay_year}"`
}

func (c *payThresholdWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		years, err := b.Pay().Thresholds(c.Year)
		if err != nil {
			return err
		}
		answers := []map[string]any{}
		page := &page{book: h.book}
		for _, y := range years {
			people := []map[string]any{}
			page.say(wording.T("{rule}: {says}", "rule", y.Rule.Label(), "says", y.Says))
			for _, t := range y.All {
				people = append(people, map[string]any{"member": t.Total.Member, "payee": compensation.Code(t.Total.Member), "name": t.Name, "total": t.Total.Pay,
					"expenses": t.Total.Expenses, "donated": t.Total.Donated, "payments": t.Total.Times, "reach": t.Reach})
				page.row(t.Name, t.Total.Pay.In(h.book.Language()), t.Reach.Name())
			}
			a := map[string]any{"rule": y.Rule.ID, "year": y.Year, "known": y.Known, "source": y.Rule.Source, "checked": y.Rule.Checked.String(), "near": y.Near,
				"reached": y.Reached, "people": people}
			if y.Known {
				a["value"] = y.Value
			}
			answers = append(answers, a)
			page.say(wording.T("Read at: {source} ({date}).", "source", y.Rule.Source, "date", y.Rule.Checked))
			page.say(wording.T("General information, not legal or tax advice."))
		}
		return h.answerPage(map[string]any{"thresholds": answers}, page)
	})
}

type payLogWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *payLogWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		log, err := b.Pay().HandLog()
		if err != nil {
			return err
		}
		answers := []map[string]any{}
		for _, l := range log {
			answers = append(answers, map[string]any{"entry": l.ID, "member": l.Member, "date": l.Day.String(), "amount": l.Amount, "method": l.Method,
				"handed_by": l.Handed, "witness": l.Witness, "store": l.Store, "card": l.Card, "signed": l.Signed.String(), "void": l.Void})
		}
		return h.answer(map[string]any{"log": answers}, func(p *page) {
			for _, l := range log {
				p.row(h.book.Date(l.Day), l.Name, l.Amount.In(h.book.Language()), l.Method.Name(), l.Store, l.Card, l.Handed, l.Witness)
			}
		})
	})
}
