package board

import (
	"bytes"
	"context"

	"holdfast/backup"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/roster/table"
	"holdfast/store"
	"holdfast/wording"
)

// Treasurer is the export for the treasurer from one day to another, in the
// columns that the board chose: codes of payees and funds, neutral titles,
// nothing that anybody typed.
func (l Ledger) Treasurer(from, to record.Date, book *wording.Book) (table.Out, error) {
	p, r, err := l.pays()
	if err != nil {
		return table.Out{}, err
	}
	if err := span(from, to); err != nil {
		return table.Out{}, err
	}
	today := record.DateOf(l.b.in(r.settings))
	columns := r.settings.Pay.Columns
	if len(columns) == 0 {
		columns = compensation.UsualColumns()
	}
	return outOf(compensation.Treasurer(p.list(r), p.funds, columns, from, to, today, book)), nil
}

// YearEnd is the list of a calendar year of payment for whoever files taxes.
func (l Ledger) YearEnd(year int, book *wording.Book) (table.Out, error) {
	p, r, err := l.pays()
	if err != nil {
		return table.Out{}, err
	}
	rules, err := l.b.Rules()
	if err != nil {
		return table.Out{}, err
	}
	payees := map[member.ID]compensation.Payee{}
	err = l.b.view(func(tx *store.Tx) error {
		all, err := allOf(tx, compensation.PayeeSchema())
		for _, p := range all {
			payees[p.Member] = p
		}
		return err
	})
	if err != nil {
		return table.Out{}, err
	}
	var totals []compensation.Year
	accounts := p.list(r)
	for _, a := range accounts {
		for _, y := range a.Years() {
			if y.Year == year {
				totals = append(totals, y)
			}
		}
	}
	thresholds := compensation.Thresholds(accounts, year, rules, r.settings.Pay)
	return outOf(compensation.YearEnd(thresholds, totals, payees, book)), nil
}

func outOf(s compensation.Sheet) table.Out {
	out := table.Out{Name: s.Name, Head: s.Head, Rows: make([][]table.OutCell, len(s.Rows))}
	for i, row := range s.Rows {
		out.Rows[i] = make([]table.OutCell, len(row))
		for j, c := range row {
			out.Rows[i][j] = table.OutCell(c)
		}
	}
	return out
}

// SheetForm is the form in which a table leaves the vault; it is also how its
// file is named.
type SheetForm string

// The forms.
const (
	SheetXLSX SheetForm = "xlsx"
	SheetCSV  SheetForm = "csv"
)

// Sheet is a table as a file that anyone can read. Ask first, with No as the
// answer that is offered; Locked is for everything else. tell hears how many
// rows are written, and may be nil.
func Sheet(ctx context.Context, out table.Out, form SheetForm, tell func(done, total int)) ([]byte, error) {
	if form == SheetCSV {
		return out.CSV()
	}
	if form != SheetXLSX {
		return nil, wording.Refuse("out", "Let the name of the file end in .xlsx or .csv, and .age after it unless anybody may read it.")
	}
	var file bytes.Buffer
	err := out.WriteXLSX(&file, func(rows int) error {
		if tell != nil {
			tell(rows, len(out.Rows))
		}
		return ctx.Err()
	})
	return file.Bytes(), err
}

// Locked is a file under a passphrase of its own, which any age program opens.
// It fails with a Problem for a passphrase that is too short.
func Locked(data []byte, passphrase string) ([]byte, error) { return backup.Locked(data, passphrase) }
