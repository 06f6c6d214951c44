package main

import (
	"cmp"
	"errors"
	"path/filepath"
	"strings"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// spanWords are from which day to which; the present year where left out.
type spanWords struct {
	From record.Date `name:"from" placeholder:"DATE" help:"${pay_from}"`
	To   record.Date `name:"to" placeholder:"DATE" help:"${pay_to}"`
}

func (s *spanWords) days(b *board.Board) (from, to record.Date, err error) {
	now, err := b.Now()
	if err != nil {
		return from, to, err
	}
	from, to = record.Date{Year: now.Year(), Month: 1, Day: 1}, record.DateOf(now)
	if !s.From.IsZero() {
		from = s.From
	}
	if !s.To.IsZero() {
		to = s.To
	}
	return from, to, nil
}

// outWords say where a file is to lie, and under which passphrase.
type outWords struct {
	Out        string `name:"out" placeholder:"FILE" help:"${pay_out}"`
	Passphrase string `name:"out-passphrase-file" placeholder:"FILE" help:"${pay_out_passphrase}"`
	Plaintext  bool   `name:"plaintext" help:"${pay_plaintext}"`
}

// write puts data where it is to lie: what ends in .age under a passphrase,
// anything else only where it was said to be readable by anyone.
func (c *outWords) write(h *house, make func(form string) ([]byte, error), more ...wording.Text) error {
	locked, err := c.put(h, make)
	if err != nil {
		return err
	}
	return h.answer(map[string]any{"out": c.Out, "encrypted": locked, "warnings": h.said(more)}, func(p *page) {
		for _, m := range more {
			p.say(m)
		}
		p.written(locked)
	})
}

func (p *page) written(locked bool) {
	if locked {
		p.say(wording.T("The file is written. It opens with its passphrase and age (age-encryption.org), a free program."))
		return
	}
	p.say(wording.T("The file is written, readable by anyone who finds it. Remove it when it has served."))
}

// put writes the file and says whether it is under a passphrase.
func (c *outWords) put(h *house, make func(form string) ([]byte, error)) (locked bool, err error) {
	name, locked := strings.CutSuffix(strings.ToLower(c.Out), ".age")
	if !locked && !c.Plaintext {
		return locked, wording.Refuse("plaintext", "This file could be read by anyone who finds it. Let its name end in .age, or say --plaintext if that is meant.")
	}
	passphrase := ""
	if locked {
		if passphrase, err = h.newSecret(c.Passphrase); err != nil {
			return locked, err
		}
	}
	data, err := make(strings.TrimPrefix(filepath.Ext(name), "."))
	if err == nil && locked {
		plain := data
		data, err = board.Locked(plain, passphrase)
		clear(plain)
	}
	if err != nil {
		return locked, err
	}
	return locked, board.WriteOut(c.Out, data)
}

// document writes a document out; more is what to know with it.
func (c *outWords) document(h *house, d paper.Document, more ...wording.Text) error {
	return c.write(h, func(form string) ([]byte, error) { return board.DocumentAs(d, form, h.book) }, more...)
}

// caution is what a person said about papers to keep, where it is no yes.
func caution(b *board.Board, id member.ID) ([]wording.Text, error) {
	text, err := b.Consent().Caution(id)
	if err != nil || text.English == "" {
		return nil, err
	}
	return []wording.Text{text}, nil
}

type payStatementWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
	spanWords
	outWords
}

func (c *payStatementWords) Run(h *house) error {
	return h.somebody(c.Vault, c.ID, func(b *board.Board, id member.ID) error {
		from, to, err := c.days(b)
		if err != nil {
			return err
		}
		d, err := b.Pay().Statement(id, from, to, h.book)
		if err != nil {
			return err
		}
		if c.Out != "" {
			more, err := caution(b, id)
			if err != nil {
				return err
			}
			return c.document(h, d, more...)
		}
		a, err := b.Pay().Account(id)
		if err != nil {
			return err
		}
		s := compensation.StatementOf(a, from, to)
		return h.answer(map[string]any{"payee": compensation.Code(id), "from": from.String(), "to": to.String(), "minutes": s.Minutes, "earned": sums(s.Earned),
			"reimbursed": sums(s.Reimbursed), "open": sums(s.Open), "advances": sums(s.Advances), "claims": len(s.Claims), "payments": len(s.Payments)}, func(p *page) {
			p.line(d.Title)
			for _, block := range d.Blocks {
				p.block(block)
			}
		})
	})
}

// block is a part of a document as plain text.
func (p *page) block(b paper.Block) {
	switch b := b.(type) {
	case paper.Heading:
		p.gap()
		p.line(b.Text)
	case paper.Paragraph:
		p.line(b.Text)
	case paper.Facts:
		for _, f := range b {
			p.row(f.Label, f.Text)
		}
	case paper.Table:
		for _, row := range b.Rows {
			cells := make([]any, len(row))
			for i, cell := range row {
				cells[i] = cell
			}
			p.row(cells...)
		}
	case paper.Together:
		for _, inner := range b {
			p.block(inner)
		}
	}
}

type payLetterWords struct {
	Vault     string `arg:"" help:"${vault}"`
	ID        string `arg:"" name:"id" help:"${id}"`
	Recipient string `arg:"" help:"${pay_recipient}"`
	spanWords
	outWords
}

func (c *payLetterWords) Run(h *house) error {
	return h.somebody(c.Vault, c.ID, func(b *board.Board, id member.ID) error {
		from, to, err := c.days(b)
		if err != nil {
			return err
		}
		return c.write(h, func(form string) ([]byte, error) {
			d, err := b.Pay().Letter(id, c.Recipient, from, to, h.book)
			if err != nil {
				return nil, err
			}
			return board.DocumentAs(d, form, h.book)
		})
	})
}

type payReconcileWords struct {
	Vault string `arg:"" help:"${vault}"`
	File  string `arg:"" help:"${pay_bank_file}"`
}

// matchAnswer is a line of a bank's list and its payment in JSON.
type matchAnswer struct {
	Line   int                 `json:"line"`
	Date   string              `json:"date"`
	Amount compensation.Money  `json:"amount"`
	Entry  string              `json:"entry,omitempty"`
	Payee  string              `json:"payee,omitempty"`
	More   *compensation.Money `json:"list_has_more,omitempty"`
	Days   int                 `json:"days_later,omitempty"`
}

func (c *payReconcileWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		list, err := b.Pay().Reconcile(h.ctx, c.File, h.book)
		if err != nil {
			return err
		}
		answer := bankAnswer(list, h.book)
		if err := h.answer(answer, func(p *page) { showBank(p, list) }); err != nil {
			return err
		}
		if len(list.Differ)+len(list.OnlyList)+len(list.OnlyLedger) > 0 {
			return errNo
		}
		return nil
	})
}

func bankAnswer(list board.BankList, book *wording.Book) map[string]any {
	matches := func(all []compensation.Match) []matchAnswer {
		answers := []matchAnswer{}
		for _, m := range all {
			a := matchAnswer{Line: m.Line.Line, Date: m.Line.Day.String(), Amount: m.Line.Amount, Entry: string(m.Paid.ID),
				Payee: compensation.Code(m.Paid.Member), Days: m.Days}
			if !m.Amount.IsZero() {
				a.More = &m.Amount
			}
			answers = append(answers, a)
		}
		return answers
	}
	only, missing, skipped := []matchAnswer{}, []matchAnswer{}, []refusedAnswer{}
	for _, l := range list.OnlyList {
		only = append(only, matchAnswer{Line: l.Line, Date: l.Day.String(), Amount: l.Amount})
	}
	for _, p := range list.OnlyLedger {
		missing = append(missing, matchAnswer{Date: p.Day.String(), Amount: p.Amount, Entry: string(p.ID), Payee: compensation.Code(p.Member)})
	}
	for _, s := range list.Skipped {
		skipped = append(skipped, refusedAnswer{Line: s.Line, Reason: book.Render(s.Why)})
	}
	return map[string]any{"from": list.From.String(), "to": list.To.String(), "matched": matches(list.Matched), "differ": matches(list.Differ),
		"only_in_list": only, "only_in_ledger": missing, "skipped": skipped}
}

func showBank(p *page, list board.BankList) {
	p.say(wording.N(len(list.Matched), "{n} line agrees with the ledger.", "{n} lines agree with the ledger."))
	for _, m := range list.Differ {
		p.say(wording.T("Line {line}, {date}: {sum} in the list, {other} in the ledger on {day}.", "line", m.Line.Line, "date", m.Line.Day,
			"sum", m.Line.Amount, "other", m.Paid.Amount, "day", m.Paid.Day))
	}
	for _, l := range list.OnlyList {
		p.say(wording.T("Line {line}, {date}: {sum} is in the list and not in the ledger.", "line", l.Line, "date", l.Day, "sum", l.Amount))
	}
	for _, paid := range list.OnlyLedger {
		p.say(wording.T("{date}: {sum} to {payee} is in the ledger and not in the list.", "date", paid.Day, "sum", paid.Amount, "payee", compensation.Code(paid.Member)))
	}
	for _, s := range list.Skipped {
		p.say(wording.T("Line {line} was left out: {why}", "line", s.Line, "why", s.Why))
	}
}

type payReportWords struct {
	Vault    string `arg:"" help:"${vault}"`
	Currency string `name:"currency" placeholder:"CODE" help:"${pay_currency}"`
	Year     int    `name:"year" placeholder:"YEAR" help:"${pay_report_year}"`
	Quarter  int    `name:"quarter" placeholder:"1-4" help:"${pay_report_quarter}"`
	outWords
}

// span is the time that is asked for, or the latest that has a report.
func (c *payReportWords) span(b *board.Board) (board.ReportSpan, error) {
	spans, err := b.Pay().ReportSpans()
	if c.Year == 0 && c.Quarter == 0 && len(spans) > 0 {
		return spans[0], err
	}
	now, err2 := b.Now()
	return board.ReportSpan{Year: cmp.Or(c.Year, now.Year()), Quarter: c.Quarter}, errors.Join(err, err2)
}

func (c *payReportWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		span, err := c.span(b)
		if err != nil {
			return err
		}
		r, err := b.Pay().Report(span, strings.ToUpper(c.Currency))
		if err != nil {
			return err
		}
		s, err := b.Settings()
		if err != nil {
			return err
		}
		now, err := b.Now()
		if err != nil {
			return err
		}
		d := r.Document(s, now, h.book)
		if c.Out != "" {
			return c.document(h, d)
		}
		return h.answer(h.reportJSON(r), func(p *page) {
			p.line(d.Title)
			for _, block := range d.Blocks {
				p.block(block)
			}
		})
	})
}

func (h *house) reportJSON(r board.PayReport) map[string]any {
	row := func(r board.PayRow) map[string]any {
		a := map[string]any{"label": h.book.Render(r.Label), "hidden": r.Hidden, "time_hidden": r.Timeless, "expenses_hidden": r.Spentless}
		if !r.Hidden {
			a["people"], a["paid"] = r.People, r.Paid
		}
		if !r.Hidden && !r.Timeless {
			a["minutes"], a["an_hour"] = r.Minutes, r.Hour
		}
		if !r.Spentless {
			a["expenses"] = r.Expenses
		}
		return a
	}
	tables := []map[string]any{}
	for _, t := range r.Tables {
		rows := []map[string]any{}
		for _, one := range t.Rows {
			rows = append(rows, row(one))
		}
		tables = append(tables, map[string]any{"title": h.book.Render(t.Title), "rows": rows})
	}
	answer := map[string]any{"from": r.From.String(), "to": r.To.String(), "currency": r.Currency, "total": row(r.Total), "tables": tables}
	if r.AnyMedian {
		answer["median_days"] = r.Median
	}
	if r.AnyEqual {
		answer["other_rates"] = r.Equal
	}
	return answer
}
