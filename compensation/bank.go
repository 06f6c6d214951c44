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

// GuessBank finds the columns of a list by its head. It fails with a
// wording.Problem where no day or no amount is found.
func GuessBank(head []string) (BankColumns, error) {
	c := BankColumns{-1, -1, -1, -1, -1, nil}
	heads := bankHeads()
	for i, name := range head {
		name = strings.ToLower(strings.TrimSpace(name))
		for at, field := range map[*int]string{&c.Day: "day", &c.Amount: "amount", &c.Debit: "debit", &c.Credit: "credit", &c.Currency: "currency"} {
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
// list; leave them out with skip.
func Reconcile(list []BankLine, payments []*Paid, days int, skip func(*Paid) bool) Reconciliation {
	left := make([]*Paid, 0, len(payments))
	for _, p := range payments {
		if !p.Void && !skip(p) {
			left = append(left, p)
		}
	}
	slices.SortStableFunc(left, func(a, b *Paid) int { return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID)) })
	var r Reconciliation
	lines := slices.Clone(list)
	take := func(into *[]Match, fits func(BankLine, *Paid) bool) {
		lines = slices.DeleteFunc(lines, func(line BankLine) bool {
			best := -1
			for i, p := range left {
				if fits(line, p) && (best < 0 || apart(line, p) < apart(line, left[best])) {
					best = i
				}
			}
			if best < 0 {
				return false
			}
			p := left[best]
			left = slices.Delete(left, best, best+1)
			m := Match{Line: line, Paid: p, Days: p.Day.DaysUntil(line.Day)}
			m.Amount, _ = line.Amount.Minus(p.Amount) // the same currency, or 0 where it is not
			if line.Amount.Currency != p.Amount.Currency {
				m.Amount = Money{}
			}
			*into = append(*into, m)
			return true
		})
	}
	near := func(line BankLine, p *Paid) bool { return apart(line, p) <= days }
	take(&r.Matched, func(line BankLine, p *Paid) bool { return line.Amount == p.Amount && named(line, p) && near(line, p) })
	take(&r.Matched, func(line BankLine, p *Paid) bool { return line.Amount == p.Amount && near(line, p) && !namesAnother(line, p) })
	take(&r.Differ, func(line BankLine, p *Paid) bool { return named(line, p) && line.Amount.Currency == p.Amount.Currency })
	r.OnlyList, r.OnlyLedger = lines, left
	return r
}

// apart is how many days lie between a line and a payment.
func apart(line BankLine, p *Paid) int {
	days := p.Day.DaysUntil(line.Day)
	return max(days, -days)
}

// named says whether a line holds the payment's reference or its payee's code.
func named(line BankLine, p *Paid) bool {
	text := strings.ToUpper(line.Text)
	return strings.Contains(text, Code(p.Account)) || referenced(text, p.Reference)
}

// referenced looks for a reference as a word of its own: "12" is not in "1204".
func referenced(text, reference string) bool {
	reference = strings.ToUpper(strings.TrimSpace(reference))
	if reference == "" {
		return false
	}
	return slices.Contains(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == '#' || r == ':' || r == '/' }), reference)
}

// namesAnother says whether a line holds the code of some payee who is not
// this payment's.
func namesAnother(line BankLine, p *Paid) bool {
	for word := range strings.FieldsSeq(strings.ToUpper(line.Text)) {
		if codeShaped(word) && word != Code(p.Account) {
			return true
		}
	}
	return false
}

// codeShaped says whether a word looks like what Code makes.
func codeShaped(word string) bool {
	return len(word) == 9 && word[4] == '-' && strings.Trim(word, "0123456789ABCDEF-") == "" && strings.Count(word, "-") == 1
}
