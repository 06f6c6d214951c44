package compensation

import (
	"cmp"
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// BankLine is one line of a list from a bank or a finance office: money that
// went out.
type BankLine struct {
	// Line is the line of the file, from 1.
	Line   int
	Day    record.Date
	Amount Money
	// Text is whatever stands beside it; the code of a payee, or the reference
	// of a payment, is looked for in it.
	Text string
}

// BankColumns says which columns of a list hold what, counted from 0; -1 is
// none. Debit and Credit are for lists that keep them apart.
type BankColumns struct {
	Day, Amount, Debit, Credit, Currency int
	Text                                 []int
}

// bankHeads are the words by which a head of a column is known, in lower case.
func bankHeads() map[string][]string {
	return map[string][]string{
		"day":      {"date", "posting date", "posted", "payment date", "paid on", "fecha", "fecha de pago", "día"},
		"amount":   {"amount", "sum", "total", "importe", "monto", "cantidad"},
		"debit":    {"debit", "withdrawal", "withdrawals", "paid out", "money out", "cargo", "débito", "debe", "retiro"},
		"credit":   {"credit", "deposit", "deposits", "paid in", "money in", "abono", "crédito", "haber", "depósito"},
		"currency": {"currency", "moneda", "divisa"},
		"text": {"description", "memo", "reference", "payee", "name", "details", "check number", "number", "code",
			"descripción", "concepto", "referencia", "beneficiario", "detalle", "número", "código"},
	}
}

// KnownBankHead says whether a text is the head of a column of a list.
func KnownBankHead(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	for _, names := range bankHeads() {
		if slices.Contains(names, text) {
			return true
		}
	}
	return false
}

// GuessBank finds the columns of a list by its head. It fails with a
// wording.Problem where no day or no amount is found.
func GuessBank(head []string) (BankColumns, error) {
	c := BankColumns{-1, -1, -1, -1, -1, nil}
	heads := bankHeads()
	places := map[string]*int{"day": &c.Day, "amount": &c.Amount, "debit": &c.Debit, "credit": &c.Credit, "currency": &c.Currency}
	for i, name := range head {
		name = strings.ToLower(strings.TrimSpace(name))
		for field, at := range places {
			if *at < 0 && slices.Contains(heads[field], name) {
				*at = i
			}
		}
		if slices.Contains(heads["text"], name) {
			c.Text = append(c.Text, i)
		}
	}
	if c.Day < 0 {
		return c, wording.Refuse("file", "No column of this list is called a date. Give the column that holds the day a head like “Date”.")
	}
	if c.Amount < 0 && c.Debit < 0 {
		return c, wording.Refuse("file", "No column of this list is called an amount. Give the column that holds it a head like “Amount”.")
	}
	return c, nil
}

// Skipped is a line of a list that was not taken, and why.
type Skipped struct {
	Line int
	Why  wording.Text
}

// ReadBank makes lines of the rows of a list. Numbers are read in the manner
// of a language, days as ISO 8601 or, in the order that the language uses,
// with slashes. Money that came in is left out; a line that can't be read is
// named with its reason, and never guessed.
func ReadBank(c BankColumns, rows [][]string, lines []int, code string, l wording.Language) ([]BankLine, []Skipped) {
	var read []BankLine
	var skipped []Skipped
	for i, row := range rows {
		at := i + 1
		if i < len(lines) {
			at = lines[i]
		}
		line, out, err := c.line(row, code, l)
		switch {
		case err != nil:
			skipped = append(skipped, Skipped{at, wording.Problems(err)[0].What})
		case !out:
			skipped = append(skipped, Skipped{at, wording.T("Money that came in; only payments are compared.")})
		default:
			line.Line = at
			read = append(read, line)
		}
	}
	return read, skipped
}

// line reads one row; out says whether money went out.
func (c BankColumns) line(row []string, code string, l wording.Language) (b BankLine, out bool, err error) {
	cell := func(i int) string {
		if i < 0 || i >= len(row) {
			return ""
		}
		return strings.TrimSpace(row[i])
	}
	if named := cell(c.Currency); named != "" {
		code = strings.ToUpper(named)
	}
	if b.Day, err = readDay(cell(c.Day), l); err != nil {
		return b, false, err
	}
	for _, i := range c.Text {
		b.Text = strings.TrimSpace(b.Text + " " + cell(i))
	}
	text := cell(c.Debit)
	if text == "" {
		text = cell(c.Amount)
		if text == "" && cell(c.Credit) != "" {
			return b, false, nil
		}
	}
	text = unsigned(text)
	b.Amount, err = ReadAmount(text, code, l)
	return b, true, err
}

// unsigned takes the sign off that a bank puts before, after or around money
// that goes out.
func unsigned(text string) string {
	text = strings.ReplaceAll(text, "−", "-")
	if inner, ok := strings.CutPrefix(text, "("); ok {
		return strings.TrimSuffix(inner, ")")
	}
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(text, "-"), "-"))
}

// readDay reads a day as ISO 8601, or as 11/22/2026 in English and 22/11/2026
// in Spanish.
func readDay(text string, l wording.Language) (record.Date, error) {
	if day, err := record.ParseDate(text); err == nil && !day.IsZero() {
		return day, nil
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '.' || r == '-' })
	refused := wording.Refuse("day", "This is not a day. Write it like 2026-11-22.")
	if len(parts) != 3 || len(parts[2]) != 4 {
		return record.Date{}, refused
	}
	month, day := parts[0], parts[1]
	if l == wording.InSpanish {
		month, day = day, month
	}
	if !figures(month, 1, 2) || !figures(day, 1, 2) || !figures(parts[2], 4, 4) {
		return record.Date{}, refused
	}
	read, err := record.ParseDate(parts[2] + "-" + twoFigures(month) + "-" + twoFigures(day))
	if err != nil {
		return record.Date{}, refused
	}
	return read, nil
}

func twoFigures(text string) string {
	if len(text) == 1 {
		return "0" + text
	}
	return text
}

// Match is a line of the list and the payment that it is, or may be.
type Match struct {
	Line BankLine
	Paid *Paid
	// Amount and Days say how they differ: what the list has more than the
	// ledger, and how many days later it has it.
	Amount Money
	Days   int
}

// Reconciliation is a list held beside the ledger.
type Reconciliation struct {
	// Matched agree in the amount and, within the days allowed, in the day.
	// Differ are the same payment by its reference or payee, but not the same
	// amount or not near in time.
	Matched, Differ []Match
	// OnlyList is in the list alone, OnlyLedger in the ledger alone.
	OnlyList   []BankLine
	OnlyLedger []*Paid
}

// Reconcile holds a list beside the payments of the same time. A line is taken
// for a payment first by a reference or code and the amount, then by the
// amount and the nearest day within days, then by reference or code alone.
// Each payment is one line at most. Cash and cards never stand in a bank's
// list; leave them out of the payments.
func Reconcile(list []BankLine, payments []*Paid, days int) Reconciliation {
	m := newMatcher(payments)
	var r Reconciliation
	near := func(line BankLine, p *Paid) bool { return apart(line, p) <= days }
	lines := m.take(list, &r.Matched, func(line BankLine, words []string) []*Paid {
		return m.fitting(m.byAmount[line.Amount], func(p *Paid) bool { return near(line, p) && named(words, p) })
	})
	lines = m.take(lines, &r.Matched, func(line BankLine, words []string) []*Paid {
		return m.fitting(m.byAmount[line.Amount], func(p *Paid) bool { return near(line, p) && !namesAnother(words, p) })
	})
	r.OnlyList = m.take(lines, &r.Differ, func(line BankLine, words []string) []*Paid {
		var known []*Paid
		for _, word := range words {
			known = append(known, m.byWord[word]...)
		}
		return m.fitting(known, func(p *Paid) bool { return p.Amount.Currency == line.Amount.Currency })
	})
	for _, p := range m.payments {
		if !m.taken[p.ID] {
			r.OnlyLedger = append(r.OnlyLedger, p)
		}
	}
	return r
}

// matcher finds payments by what a line says.
type matcher struct {
	payments []*Paid
	byAmount map[Money][]*Paid
	byWord   map[string][]*Paid
	taken    map[record.ID]bool
}

func newMatcher(payments []*Paid) *matcher {
	m := &matcher{byAmount: map[Money][]*Paid{}, byWord: map[string][]*Paid{}, taken: map[record.ID]bool{}}
	for _, p := range payments {
		if !p.Void {
			m.payments = append(m.payments, p)
		}
	}
	slices.SortStableFunc(m.payments, func(a, b *Paid) int { return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID)) })
	for _, p := range m.payments {
		m.byAmount[p.Amount] = append(m.byAmount[p.Amount], p)
		for _, name := range p.names() {
			m.byWord[name] = append(m.byWord[name], p)
		}
	}
	return m
}

// take gives each line the nearest payment that find offers for it, and gives
// back the lines without one.
func (m *matcher) take(lines []BankLine, into *[]Match, find func(BankLine, []string) []*Paid) (rest []BankLine) {
	for _, line := range lines {
		found := find(line, wordsIn(line.Text))
		if len(found) == 0 {
			rest = append(rest, line)
			continue
		}
		p := slices.MinFunc(found, func(a, b *Paid) int { return apart(line, a) - apart(line, b) })
		m.taken[p.ID] = true
		*into = append(*into, Match{line, p, line.Amount.of(line.Amount.Minor - p.Amount.Minor), p.Day.DaysUntil(line.Day)})
	}
	return rest
}

func (m *matcher) fitting(payments []*Paid, fits func(*Paid) bool) []*Paid {
	var all []*Paid
	for _, p := range payments {
		if !m.taken[p.ID] && fits(p) {
			all = append(all, p)
		}
	}
	return all
}

// apart is how many days lie between a line and a payment.
func apart(line BankLine, p *Paid) int {
	days := p.Day.DaysUntil(line.Day)
	return max(days, -days)
}

// wordsIn are the words of a line in capitals: "12" is none of "CHECK #1204".
func wordsIn(text string) []string {
	return strings.FieldsFunc(strings.ToUpper(text), func(r rune) bool { return strings.ContainsRune(" \t,;#:/()", r) })
}

// names are the words by which a line may name a payment: its payee's code,
// and the last word of its reference, where that has at least three figures or
// letters.
func (p *Paid) names() []string {
	names := []string{Code(p.Member)}
	if words := wordsIn(p.Reference); len(words) > 0 && len(words[len(words)-1]) >= 3 {
		names = append(names, words[len(words)-1])
	}
	return names
}

// named says whether a line names the payment.
func named(words []string, p *Paid) bool {
	return slices.ContainsFunc(p.names(), func(name string) bool { return slices.Contains(words, name) })
}

// namesAnother says whether a line holds the code of a payee who is not this
// payment's.
func namesAnother(words []string, p *Paid) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return len(word) == 9 && word[4] == '-' && strings.Trim(word, "0123456789ABCDEF") == "-" && word != Code(p.Member)
	})
}
