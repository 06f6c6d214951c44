package pay

import (
	"context"
	"strconv"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Preview is what an export would hold, before it is made.
type Preview struct {
	Trouble string
	// Lines says how many rows there are, Withheld who is left out and what to
	// do about it.
	Lines, Withheld string
	People          []WithheldRow
}

// WithheldRow is somebody who is left out, and why.
type WithheldRow struct {
	Member   member.ID
	Who, Why string
}

// previewOf puts an export into words.
func previewOf(book *wording.Book, e board.PayExport, err error) Preview {
	if err != nil {
		return Preview{Trouble: board.ExplainIn(book, err)}
	}
	p := Preview{Lines: book.Count(len(e.Rows), "{n} row", "{n} rows"), Withheld: book.Render(e.Says())}
	for _, w := range e.Withheld {
		p.People = append(p.People, WithheldRow{w.Member, w.Name, book.Render(w.Because)})
	}
	return p
}

// Columns are the columns of the treasurer's export, in words.
func Columns(b Board, book *wording.Book) string {
	s, err := b.Settings()
	if err != nil {
		return board.ExplainIn(book, err)
	}
	columns := s.Pay.Columns
	if len(columns) == 0 {
		columns = compensation.UsualColumns()
	}
	var list wording.List
	for _, c := range columns {
		list = append(list, c.Name())
	}
	return book.Render(wording.T("{columns}", "columns", list))
}

// BankState is a list of a bank held beside the ledger.
type BankState struct {
	Trouble, Says, Notes                  string
	Matched                               int
	Differ, OnlyList, OnlyLedger, Skipped []BankRow
}

// BankRow is a line of the list, or a payment.
type BankRow struct{ Day, What, List, Ledger, Why string }

// ReadBank reads a list and holds it beside the ledger.
func ReadBank(ctx context.Context, b Board, book *wording.Book, path string) BankState {
	list, err := b.Pay().Reconcile(ctx, path, book)
	if err != nil {
		return BankState{Trouble: board.ExplainIn(book, err)}
	}
	s := BankState{Matched: len(list.Matched), Notes: joinedLines(book, list.Notices...)}
	money := func(m compensation.Money) string { return m.In(book.Language()) }
	name := func(id record.ID) string {
		if m, err := b.Member(id); err == nil {
			return m.Name
		}
		return compensation.Code(id)
	}
	for _, m := range list.Differ {
		s.Differ = append(s.Differ, BankRow{book.Date(m.Line.Day), name(m.Paid.Member), money(m.Line.Amount), money(m.Paid.Amount),
			book.Count(m.Days, "{n} day later", "{n} days later")})
	}
	for _, l := range list.OnlyList {
		s.OnlyList = append(s.OnlyList, BankRow{book.Date(l.Day), l.Text, money(l.Amount), "", ""})
	}
	for _, p := range list.OnlyLedger {
		s.OnlyLedger = append(s.OnlyLedger, BankRow{book.Date(p.Day), name(p.Member), "", money(p.Amount), book.Render(p.Method.Name())})
	}
	for _, one := range list.Skipped {
		s.Skipped = append(s.Skipped, BankRow{What: book.Say("Line {n}", "n", strconv.Itoa(one.Line)), Why: book.Render(one.Why)})
	}
	s.Says = book.Count(s.Matched, "{n} line agrees with a payment.", "{n} lines agree with a payment.")
	if len(s.Differ)+len(s.OnlyList)+len(s.OnlyLedger) == 0 {
		s.Says = book.Count(s.Matched, "{n} line agrees with a payment, and nothing differs.", "{n} lines agree with payments, and nothing differs.")
	}
	return s
}
