package main

import (
	"strconv"
	"strings"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// payWords are about paying people.
type payWords struct {
	Owe       payOweWords       `cmd:"" help:"${pay_owe}"`
	Work      payWorkWords      `cmd:"" help:"${pay_work}"`
	Expense   payExpenseWords   `cmd:"" help:"${pay_expense}"`
	Meeting   payMeetingWords   `cmd:"" help:"${pay_meeting}"`
	Run       payRunWords       `cmd:"" help:"${pay_run}"`
	Paid      payPaidWords      `cmd:"" help:"${pay_paid}"`
	Decline   payChoiceWords    `cmd:"" help:"${pay_decline}"`
	Defer     payDeferWords     `cmd:"" help:"${pay_defer}"`
	Approve   payApproveWords   `cmd:"" help:"${pay_approve}"`
	Return    payReturnWords    `cmd:"" help:"${pay_return}"`
	Sign      paySignWords      `cmd:"" help:"${pay_sign}"`
	Void      payVoidWords      `cmd:"" help:"${pay_void}"`
	Ledger    payLedgerWords    `cmd:"" help:"${pay_ledger}"`
	Way       payWayWords       `cmd:"" help:"${pay_way}"`
	Payee     payPayeeWords     `cmd:"" help:"${pay_payee}"`
	Funds     payFundsWords     `cmd:"" help:"${pay_funds}"`
	Rates     payRatesWords     `cmd:"" help:"${pay_rates}"`
	InKind    payInKindWords    `cmd:"" name:"in-kind" help:"${pay_in_kind}"`
	Thresh    payThresholdWords `cmd:"" name:"thresholds" help:"${pay_thresholds}"`
	Statement payStatementWords `cmd:"" help:"${pay_statement}"`
	Letter    payLetterWords    `cmd:"" help:"${pay_letter}"`
	Receipt   payReceiptWords   `cmd:"" help:"${pay_receipt}"`
	Receipts  payReceiptsWords  `cmd:"" help:"${pay_receipts}"`
	Export    payExportWords    `cmd:"" help:"${pay_export}"`
	YearEnd   payYearEndWords   `cmd:"" name:"year-end" help:"${pay_year_end}"`
	Reconcile payReconcileWords `cmd:"" help:"${pay_reconcile}"`
	Report    payReportWords    `cmd:"" help:"${pay_report}"`
	Log       payLogWords       `cmd:"" help:"${pay_log}"`
}

// claimWords are what work and expenses have in common.
type claimWords struct {
	Vault    string      `arg:"" help:"${vault}"`
	ID       string      `arg:"" name:"id" help:"${id}"`
	Category string      `arg:"" name:"category" help:"${pay_category}"`
	On       record.Date `name:"on" placeholder:"DATE" help:"${pay_on}"`
	Fund     []string    `name:"fund" placeholder:"CODE[:WEIGHT]" help:"${pay_fund}"`
	Amount   string      `name:"amount" placeholder:"AMOUNT" help:"${pay_amount}"`
	Currency string      `name:"currency" placeholder:"CODE" help:"${pay_currency}"`
	Note     string      `name:"note" placeholder:"TEXT" help:"${pay_note}"`
	Ask      bool        `name:"ask" help:"${pay_ask}"`
}

type payWorkWords struct {
	claimWords
	Time     string `name:"time" placeholder:"TIME" help:"${pay_time}"`
	Quantity string `name:"quantity" placeholder:"N" help:"${pay_quantity}"`
	Rate     string `name:"rate" placeholder:"AMOUNT" help:"${pay_rate}"`
	Per      string `name:"per" placeholder:"BASIS" help:"${pay_per}"`
	Because  string `name:"because" placeholder:"TEXT" help:"${pay_because}"`
	Instead  string `name:"instead" placeholder:"CATEGORY" help:"${pay_instead}"`

	CalledOff record.Date `name:"called-off" placeholder:"DATE" help:"${pay_called_off}"`
}

type payExpenseWords struct {
	claimWords
	Miles string `name:"miles" placeholder:"N" help:"${pay_miles}"`
}

// entryAnswer of the ledger in JSON.
type ledgerAnswer struct {
	ID       string              `json:"id"`
	Number   int                 `json:"number"`
	Member   string              `json:"member"`
	Payee    string              `json:"payee"`
	Kind     string              `json:"kind"`
	Date     string              `json:"date"`
	Category string              `json:"category,omitempty"`
	Minutes  int                 `json:"minutes,omitempty"`
	Amount   *compensation.Money `json:"amount,omitempty"`
	Open     *compensation.Money `json:"open,omitempty"`
	Paid     *compensation.Money `json:"paid,omitempty"`
	Declined *compensation.Money `json:"declined,omitempty"`
	State    string              `json:"state,omitempty"`
	Due      string              `json:"due,omitempty"`
	PaidOn   string              `json:"paid_on,omitempty"`
	Method   string              `json:"method,omitempty"`
	Fund     string              `json:"fund,omitempty"`
	Of       string              `json:"of,omitempty"`
	Reason   string              `json:"reason,omitempty"`
}

func (c *payWorkWords) Run(h *house) error {
	return c.run(h, false, func(e *compensation.Entry, code string) (err error) {
		e.RateReason, e.Instead, e.CalledOff = c.Because, compensation.Category(c.Instead), c.CalledOff
		if c.Time != "" {
			if e.Minutes, err = compensation.ReadMinutes(c.Time); err != nil {
				return err
			}
		}
		if e.Quantity, err = quantity("quantity", c.Quantity); err != nil || c.Rate == "" {
			return err
		}
		e.Basis = compensation.Basis(c.Per)
		e.Rate, err = compensation.ReadAmount(c.Rate, code, h.book.Language())
		return err
	})
}

func (c *payExpenseWords) Run(h *house) error {
	return c.run(h, true, func(e *compensation.Entry, _ string) (err error) {
		e.Quantity, err = quantity("miles", c.Miles)
		return err
	})
}

func quantity(field, text string) (rule.Number, error) {
	n, err := rule.ParseNumber(text)
	if err != nil {
		return "", wording.Refuse(field, "Write a number like 3 or 12.5.")
	}
	return n, nil
}

// run enters a claim, or with --ask only says what it would come to.
func (c *claimWords) run(h *house, expense bool, fill func(*compensation.Entry, string) error) error {
	return h.open(c.Vault, func(b *board.Board) error {
		claim, err := c.claim(h, b, expense)
		if err == nil {
			err = fill(&claim.Entry, claim.Amount.Currency)
		}
		if err != nil {
			return err
		}
		weighed, err := b.Pay().Weigh(claim)
		if err != nil {
			return err
		}
		if c.Ask {
			return h.weighed(weighed)
		}
		written, err := b.Pay().AddClaims(claim)
		if err != nil {
			return err
		}
		return h.written(b, written, concernsOf(weighed))
	})
}

func (c *claimWords) claim(h *house, b *board.Board, expense bool) (board.Claimed, error) {
	var claim board.Claimed
	id, err := b.Resolve(c.ID)
	if err != nil {
		return claim, err
	}
	s, err := b.Settings()
	if err != nil {
		return claim, err
	}
	claim.Entry = compensation.Entry{Member: id, Category: compensation.Category(c.Category), Day: c.On, Note: c.Note}
	if !claim.Category.Known() || claim.Category.Expense() != expense {
		return claim, noSuchCategory(expense)
	}
	if claim.Day.IsZero() {
		now, err := b.Now()
		if err != nil {
			return claim, err
		}
		claim.Day = record.DateOf(now)
	}
	code := s.Pay.Currency
	if c.Currency != "" {
		code = strings.ToUpper(c.Currency)
	}
	claim.Amount.Currency = code
	if c.Amount != "" {
		if claim.Amount, err = compensation.ReadAmount(c.Amount, code, h.book.Language()); err != nil {
			return claim, err
		}
	}
	claim.Shares, err = shares(b, c.Fund)
	return claim, err
}

func noSuchCategory(expense bool) error {
	var list wording.List
	for _, c := range compensation.Categories(expense) {
		list = append(list, string(c))
	}
	return wording.Refuse("category", "There is no such category; there are {categories}.", "categories", list)
}

// shares are funds by their codes, each with its weight after a colon.
func shares(b *board.Board, funds []string) ([]compensation.Share, error) {
	var all []compensation.Share
	for _, text := range funds {
		code, number, weighted := strings.Cut(text, ":")
		f, err := b.Pay().Fund(code)
		if err != nil {
			return nil, err
		}
		share := compensation.Share{Fund: f.ID, Weight: 1}
		if weighted {
			if share.Weight, err = strconv.ParseInt(number, 10, 32); err != nil || share.Weight <= 0 {
				return nil, wording.Refuse("fund", "The weight of a fund is a whole number, like A:2.")
			}
		}
		all = append(all, share)
	}
	return all, nil
}

func concernsOf(weighed []board.Weighed) []compensation.Concern {
	var all []compensation.Concern
	for _, w := range weighed {
		all = append(all, w.Concerns...)
	}
	return all
}

type concernAnswer struct {
	About string `json:"about"`
	Says  string `json:"says"`
}

func (h *house) concerns(concerns []compensation.Concern) []concernAnswer {
	all := []concernAnswer{}
	for _, c := range concerns {
		all = append(all, concernAnswer{string(c.About), h.book.Render(c.Says)})
	}
	return all
}

// weighed says what claims would come to.
func (h *house) weighed(weighed []board.Weighed) error {
	var sums []compensation.Money
	for _, w := range weighed {
		sums = append(sums, w.Amount)
	}
	concerns := concernsOf(weighed)
	return h.answer(map[string]any{"written": false, "amounts": sums, "concerns": h.concerns(concerns)}, func(p *page) {
		for _, w := range weighed {
			p.row(w.Title(), w.Amount.In(h.book.Language()))
		}
		for _, c := range concerns {
			p.say(c.Says)
		}
	})
}

// written answers with what was written down, and what to know about it.
func (h *house) written(b *board.Board, entries []compensation.Entry, concerns []compensation.Concern) error {
	answers := []ledgerAnswer{}
	for _, e := range entries {
		a, err := b.Pay().Account(e.Member)
		if err != nil {
			return err
		}
		now, err := b.Now()
		if err != nil {
			return err
		}
		for _, line := range ledgerLines(a, record.DateOf(now), nil) {
			if line.ID == string(e.ID) {
				answers = append(answers, line)
			}
		}
	}
	return h.answer(map[string]any{"written": true, "entries": answers, "concerns": h.concerns(concerns)}, func(p *page) {
		for _, e := range entries {
			sum := ""
			if !e.Amount.IsZero() {
				sum = e.Amount.In(h.book.Language())
			}
			p.row(e.ID.Short(), e.Kind.Name(), e.Title(), h.book.Date(e.Day), sum)
		}
		for _, c := range concerns {
			p.say(c.Says)
		}
	})
}

// ledgerLines are the entries of one account as they stand; funds are their
// codes.
func ledgerLines(a *compensation.Account, today record.Date, funds map[record.ID]string) []ledgerAnswer {
	claims, payments := map[record.ID]*compensation.Claim{}, map[record.ID]*compensation.Paid{}
	for _, c := range a.Claims {
		claims[c.ID] = c
	}
	for _, p := range a.Payments {
		payments[p.ID] = p
	}
	var lines []ledgerAnswer
	for _, e := range a.Entries {
		line := ledgerAnswer{ID: string(e.ID), Number: e.Number, Member: string(e.Member), Payee: compensation.Code(e.Member), Kind: string(e.Kind),
			Date: e.Day.String(), Category: string(e.Category), Minutes: e.Minutes, Method: string(e.Method), Fund: funds[e.Fund], Of: string(e.Of), Reason: e.Reason}
		if !e.Amount.IsZero() {
			line.Amount = &e.Amount
		}
		if a.Void(e.ID) {
			line.State = string(compensation.Voided)
		}
		if c := claims[e.ID]; c != nil {
			line.State, line.Due, line.PaidOn = string(c.State(today)), c.Due.String(), c.PaidOn.String()
			line.Open, line.Paid, line.Declined = &c.Open, &c.Paid, &c.Declined
		}
		if p := payments[e.ID]; p != nil && !p.Void {
			net := p.Net()
			line.Paid, line.PaidOn = &net, p.Day.String()
		}
		lines = append(lines, line)
	}
	return lines
}

// somebody opens a vault and finds somebody in it.
func (h *house) somebody(vault, id string, do func(*board.Board, member.ID) error) error {
	return h.open(vault, func(b *board.Board) error {
		found, err := b.Resolve(id)
		if err != nil {
			return err
		}
		return do(b, found)
	})
}
