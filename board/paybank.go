package board

import (
	"context"
	"slices"

	"holdfast/compensation"
	"holdfast/record"
	"holdfast/roster/table"
	"holdfast/wording"
)

// BankList is a list of a bank or a finance office held beside the ledger.
type BankList struct {
	compensation.Reconciliation
	From, To record.Date
	// Skipped are the lines that were not compared, each with its reason, and
	// Notices what a person should know about how the file was read.
	Skipped []compensation.Skipped
	Notices []wording.Text
}

// bankDays is how many days may lie between a payment and its line in a list.
const bankDays = 10

// Reconcile reads a list (CSV or XLSX) and holds it beside the payments of the
// same days, in the manner of writing numbers and days of the book. Cash,
// cards and vouchers are left out: no bank sees them. Nothing is changed.
func (l Ledger) Reconcile(ctx context.Context, path string, book *wording.Book) (BankList, error) {
	p, r, err := l.pays()
	if err != nil {
		return BankList{}, err
	}
	file, err := table.ReadFile(ctx, path, table.Options{Known: compensation.KnownBankHead})
	if err != nil {
		return BankList{}, err
	}
	head := make([]string, len(file.Header))
	for i, c := range file.Header {
		head[i] = c.Name
	}
	columns, err := compensation.GuessBank(head)
	if err != nil {
		return BankList{}, err
	}
	list := BankList{Notices: file.Notices}
	lines, skipped := readBank(file, columns, r.settings.Pay.Currency, book.Language())
	list.Skipped = skipped
	for _, line := range lines {
		if list.From.IsZero() || line.Day.Before(list.From) {
			list.From = line.Day
		}
		if line.Day.After(list.To) {
			list.To = line.Day
		}
	}
	var payments []*compensation.Paid
	for _, a := range p.list(r) {
		for _, paid := range a.Payments {
			if !paid.Method.HandToHand() && !paid.Day.Before(list.From.AddDays(-bankDays)) && !paid.Day.After(list.To) {
				payments = append(payments, paid)
			}
		}
	}
	if len(lines) > 0 {
		list.Reconciliation = compensation.Reconcile(lines, payments, bankDays)
		// What was paid just before the list begins may stand in the one before.
		list.OnlyLedger = slices.DeleteFunc(list.OnlyLedger, func(p *compensation.Paid) bool { return p.Day.Before(list.From) })
	}
	return list, nil
}

// readBank reads the rows. A workbook holds numbers as numbers, with a point,
// whatever the language.
func readBank(file *table.Table, columns compensation.BankColumns, code string, l wording.Language) ([]compensation.BankLine, []compensation.Skipped) {
	rows, at := make([][]string, len(file.Rows)), make([]int, len(file.Rows))
	for i, row := range file.Rows {
		at[i] = row.Line
		for _, c := range row.Cells {
			text := c.Text
			if c.Kind == table.Number {
				text = inManner(text, l)
			}
			rows[i] = append(rows[i], text)
		}
	}
	return compensation.ReadBank(columns, rows, at, code, l)
}

// inManner writes a number with a point in the manner of a language.
func inManner(number string, l wording.Language) string {
	if l != wording.InSpanish {
		return number
	}
	comma := []byte(number)
	for i, c := range comma {
		if c == '.' {
			comma[i] = ','
		}
	}
	return string(comma)
}
