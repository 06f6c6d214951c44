package compensation

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// Column is a column of the treasurer's export. None of them can hold a name
// or anything that was typed.
type Column string

// The columns.
const (
	ColKind     Column = "kind"
	ColPayee    Column = "payee"
	ColFund     Column = "fund"
	ColDay      Column = "date"
	ColPaidOn   Column = "paid_on"
	ColTitle    Column = "title"
	ColHours    Column = "hours"
	ColQuantity Column = "quantity"
	ColRate     Column = "rate"
	ColBasis    Column = "basis"
	ColAmount   Column = "amount"
	ColOpen     Column = "open"
	ColCurrency Column = "currency"
	ColMethod   Column = "method"
	ColState    Column = "state"
	ColApproved Column = "approved_on"
	ColEntry    Column = "entry"
)

// Columns are all columns, as a form offers them.
func Columns() []Column {
	return []Column{ColKind, ColPayee, ColFund, ColDay, ColPaidOn, ColTitle, ColHours, ColQuantity, ColRate, ColBasis,
		ColAmount, ColOpen, ColCurrency, ColMethod, ColState, ColApproved, ColEntry}
}

// UsualColumns are those of a board that has chosen none.
func UsualColumns() []Column {
	return []Column{ColPayee, ColFund, ColKind, ColDay, ColTitle, ColHours, ColRate, ColAmount, ColCurrency, ColMethod, ColPaidOn, ColState}
}

// Known says whether c is one of Columns.
func (c Column) Known() bool { return slices.Contains(Columns(), c) }

// Name is the head of the column.
func (c Column) Name() wording.Text {
	switch c {
	case ColKind:
		return wording.T("Kind")
	case ColPayee:
		return wording.T("Payee")
	case ColFund:
		return wording.T("Fund")
	case ColDay:
		return wording.T("Date")
	case ColPaidOn:
		return wording.T("Paid on")
	case ColTitle:
		return wording.T("Service")
	case ColHours:
		return wording.T("Hours")
	case ColQuantity:
		return wording.T("Quantity")
	case ColRate:
		return wording.T("Rate")
	case ColBasis:
		return wording.T("Per")
	case ColAmount:
		return wording.T("Amount")
	case ColOpen:
		return wording.T("Still open")
	case ColCurrency:
		return wording.T("Currency")
	case ColMethod:
		return wording.T("Method")
	case ColState:
		return wording.T("State")
	case ColApproved:
		return wording.T("Approved on")
	default:
		return wording.T("Entry")
	}
}

// Cell is one cell of what goes out: a number, a day, or a text.
type Cell struct {
	Text   string
	Number string // with a point, "" where it is none
	Day    record.Date
}

// Sheet is a table that goes out: a head and rows.
type Sheet struct {
	Name string
	Head []string
	Rows [][]Cell
}

// Treasurer is the export of claims, and of payments by what they went to,
// from one day to another (by their own day), in the words of a book. Funds
// are named by their codes, people by theirs. What was taken
// back is left out, so that a column adds up.
func Treasurer(accounts []*Account, funds []Fund, columns []Column, from, to, today record.Date, book *wording.Book) Sheet {
	s := Sheet{Name: book.Say("Payments")}
	for _, c := range columns {
		s.Head = append(s.Head, book.Render(c.Name()))
	}
	w := wordsOf(funds, book)
	var lines []line
	for _, a := range accounts {
		lines = append(lines, linesOf(a, from, to, today)...)
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Member, b.Member), a.Number-b.Number)
	})
	for _, l := range lines {
		row := make([]Cell, len(columns))
		for i, c := range columns {
			row[i] = l.cell(c, w)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// Within says whether an export from one day to another would have a line of
// this account.
func (a *Account) Within(from, to record.Date) bool {
	return len(linesOf(a, from, to, to)) > 0
}

// PassedOn are the accounts that may leave the house, and those that are held
// back. A code, or an amount beside a day, is still about its person, so that
// nothing of who did not agree goes out, neither coded nor summed up. Who agreed
// and is forgotten has nobody behind the code any more, and passes.
func PassedOn(accounts []*Account, forgotten, agreed func(record.ID) bool) (passed, held []*Account) {
	for _, a := range accounts {
		if forgotten(a.Member) || agreed(a.Member) {
			passed = append(passed, a)
		} else {
			held = append(held, a)
		}
	}
	return passed, held
}

// line is a row of the export before its columns are chosen.
type line struct {
	*Entry
	category Category
	sum      Money
	open     Money
	fund     record.ID
	paidOn   record.Date
	approved record.Date
	state    State
}

func linesOf(a *Account, from, to, today record.Date) []line {
	within := func(day record.Date) bool { return !day.Before(from) && !day.After(to) }
	var lines []line
	for _, c := range a.Claims {
		if !c.Void && within(c.Day) {
			lines = append(lines, line{c.Entry, c.Category, c.Amount, c.Open, c.Fund, c.PaidOn, c.ApprovedOn, c.State(today)})
		}
	}
	for _, p := range a.Payments {
		if p.Void || !within(p.Day) {
			continue
		}
		l := line{Entry: p.Entry, open: p.Amount.of(0), paidOn: p.Day, state: PaidOff}
		for _, q := range p.Portions {
			l.sum, l.fund, l.category = q.Money, q.Fund, ""
			if q.Claim != nil {
				l.category = q.Claim.Category
			}
			lines = append(lines, l)
		}
		if p.CameBack.Minor > 0 {
			l.sum, l.fund, l.category, l.state = p.CameBack, "", "", ReturnedTo
			lines = append(lines, l)
		}
	}
	return lines
}

// exportWords are the words of an export, rendered once.
type exportWords struct {
	neutral map[Category]string
	funds   map[record.ID]string
	book    *wording.Book
}

func wordsOf(funds []Fund, book *wording.Book) exportWords {
	w := exportWords{map[Category]string{"": book.Say("Advance")}, map[record.ID]string{}, book}
	for _, k := range kinds() {
		w.neutral[k.category] = book.Render(k.neutral)
	}
	for _, f := range funds {
		w.funds[f.ID] = f.Code
	}
	return w
}

func (l line) cell(c Column, w exportWords) Cell {
	text := func(t wording.Text) Cell { return Cell{Text: w.book.Render(t)} }
	switch c {
	case ColKind:
		return text(l.Kind.Name())
	case ColPayee:
		return Cell{Text: Code(l.Member)}
	case ColFund:
		return Cell{Text: w.funds[l.fund]}
	case ColDay:
		return Cell{Day: l.Day}
	case ColPaidOn:
		return Cell{Day: l.paidOn}
	case ColTitle:
		return Cell{Text: w.neutral[l.category]}
	case ColHours:
		return Cell{Number: hours(l.Minutes)}
	case ColQuantity:
		return Cell{Number: string(l.Quantity)}
	case ColAmount:
		return Cell{Number: l.sum.Plain()}
	case ColOpen:
		return Cell{Number: l.open.Plain()}
	case ColCurrency:
		return Cell{Text: l.Amount.Currency}
	case ColState:
		return text(l.state.Name())
	case ColApproved:
		return Cell{Day: l.approved}
	case ColEntry:
		return Cell{Text: l.ID.Short()}
	}
	switch {
	case c == ColRate && !l.Rate.IsZero():
		return Cell{Number: l.Rate.Plain()}
	case c == ColBasis && l.Basis != "":
		return text(l.Basis.Name())
	case c == ColMethod && l.Method != "":
		return text(l.Method.Name())
	default:
		return Cell{}
	}
}

// hours are minutes as a decimal number of hours, to four places; "" for none.
func hours(minutes int) string {
	if minutes == 0 {
		return ""
	}
	text := strings.TrimRight(big.NewRat(int64(minutes), 60).FloatString(4), "0")
	return strings.TrimSuffix(text, ".")
}

// YearEnd is the list for whoever files taxes: the code of each payee, the
// reference under which they know them, whether the tax form is there, and the
// totals of a calendar year of payment. It names nobody and says nothing about
// what the board is.
func YearEnd(thresholds []Threshold, totals []Year, payees map[record.ID]Payee, book *wording.Book) Sheet {
	s := Sheet{Name: book.Say("Payments"), Head: []string{book.Say("Payee"), book.Say("Reference"), book.Say("Year"), book.Say("Currency"),
		book.Say("Fees"), book.Say("Reimbursed"), book.Say("Number of payments"), book.Say("Tax form on file"), book.Say("Threshold"), book.Say("Reached")}}
	for _, y := range totals {
		p := payees[y.Member]
		row := []Cell{{Text: Code(y.Member)}, {Text: p.Reference}, {Number: YearWord(y.Year)}, {Text: y.Currency}, {Number: y.Pay.Plain()},
			{Number: y.Expenses.Plain()}, {Number: strconv.Itoa(y.Times)}, {Day: p.FormOnFile}, {}, {Text: book.Render(Unknown.Name())}}
		for _, t := range thresholds {
			if t.Total.Member == y.Member && t.Total.Year == y.Year && t.Total.Currency == y.Currency && t.Reach != Unknown {
				row[8], row[9] = Cell{Number: t.Value.Plain()}, Cell{Text: book.Render(t.Reach.Name())}
				break
			}
		}
		s.Rows = append(s.Rows, row)
	}
	slices.SortStableFunc(s.Rows, func(a, b []Cell) int { return cmp.Compare(a[0].Text, b[0].Text) })
	return s
}
