package board

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"holdfast/chart"
	"holdfast/compensation"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/report"
	"holdfast/wording"
)

// PayReport is what was paid in a quarter or a year that is over, for the
// board and those who fund it. Figures about fewer than five people are hidden,
// also where they could be had by adding up or subtracting whatever any of
// these reports shows.
type PayReport struct {
	From, To record.Date
	Currency string
	// Total is everybody together; People is how many were paid.
	Total  PayRow
	Tables []PayTable
	// Median is how many days lay between the work and its payment, in the
	// middle; false where it would be about fewer than five people.
	Median    int
	AnyMedian bool
	// Equal is how many entries were paid at another rate than the card's, each
	// with a reason; false where that is about fewer than five.
	Equal    int
	AnyEqual bool
}

// PayTable is the same sums by month, fund, activity or role.
type PayTable struct {
	Title wording.Text
	Rows  []PayRow
}

// PayRow is what was paid for one thing. Hidden says that the pay for work is
// left out, Timeless its time and Spentless the expenses.
type PayRow struct {
	Label                       wording.Text
	Hidden, Timeless, Spentless bool
	// People is how many were paid for work or, where there was none, got back
	// what they laid out.
	People int
	// Paid is for work, Expenses what was laid out and given back.
	Paid, Expenses compensation.Money
	// Minutes is the time that was paid, Hour what an hour came to; both zero
	// where no time was written down.
	Minutes int
	Hour    compensation.Money
}

// ReportSpan is a time that a report can be about.
type ReportSpan struct {
	// Quarter is 1 to 4, or 0 for the whole year.
	Year, Quarter int
}

// Days are the first and the last day of it.
func (s ReportSpan) Days() (from, to record.Date) {
	per, month := compensation.PerYear, time.January
	if s.Quarter > 0 {
		per, month = compensation.PerQuarter, time.Month(3*s.Quarter)
	}
	return per.Span(record.Date{Year: s.Year, Month: month, Day: 1})
}

// Name is the time in words: "2026", "2026, quarter 3".
func (s ReportSpan) Name() wording.Text {
	if s.Quarter == 0 {
		return wording.T("All of {year}", "year", compensation.YearWord(s.Year))
	}
	return wording.T("{year}, quarter {n}", "year", compensation.YearWord(s.Year), "n", s.Quarter)
}

// ReportSpans are the quarters and years that are over and in which something
// was paid, the latest first; of two that end on one day, the shorter.
func (l Ledger) ReportSpans() ([]ReportSpan, error) {
	p, r, err := l.pays()
	if err != nil {
		return nil, err
	}
	today, known := record.DateOf(l.b.in(r.settings)), map[ReportSpan]bool{}
	for _, a := range p.accounts {
		for _, paid := range a.Payments {
			for _, s := range []ReportSpan{{paid.Day.Year, quarterOf(paid.Day)}, {paid.Day.Year, 0}} {
				if _, last := s.Days(); !paid.Void && last.Before(today) {
					known[s] = true
				}
			}
		}
	}
	return slices.SortedFunc(maps.Keys(known), latestSpan), nil
}

// latestSpan orders the times of reports, the latest first. No two are alike
// in it, so that the order is the same each time: the fourth quarter and its
// year end on one day.
func latestSpan(a, b ReportSpan) int {
	_, endOfA := a.Days()
	_, endOfB := b.Days()
	return cmp.Or(endOfB.Compare(endOfA), b.Quarter-a.Quarter)
}

// quarterOf is the quarter that a day lies in, from 1.
func quarterOf(day record.Date) int { return (int(day.Month) + 2) / 3 }

// Report is what was paid in a quarter or a year, in one currency. It fails with
// a Problem while that is not over: what is added to it later could be told by
// subtracting.
func (l Ledger) Report(span ReportSpan, code string) (PayReport, error) {
	p, r, err := l.pays()
	if err != nil {
		return PayReport{}, err
	}
	from, to := span.Days()
	if span.Quarter < 0 || span.Quarter > 4 || !to.Before(record.DateOf(l.b.in(r.settings))) {
		return PayReport{}, wording.Refuse("quarter", "A report is about a whole quarter or a whole year that is over. Of two reports over other days, the difference could tell of one person.")
	}
	if code == "" {
		code = r.settings.Pay.Currency
	}
	out := PayReport{From: from, To: to, Currency: code}
	out.Total, out.Tables = newTally(p, r, span, code).tables()
	var days []int
	var waited, unequal [4][]int // whose claims, by quarter
	for n, a := range p.list(r) {
		for _, c := range a.Claims {
			if c.Void || c.PaidOn.Before(from) || c.PaidOn.After(to) || c.Amount.Currency != code {
				continue
			}
			q := quarterOf(c.PaidOn) - 1
			waited[q] = append(waited[q], n)
			days = append(days, max(0, c.Day.DaysUntil(c.PaidOn)))
			if c.RateReason != "" {
				unequal[q] = append(unequal[q], n)
				out.Equal++
			}
		}
	}
	if len(days) > 0 && span.may(waited) {
		slices.Sort(days)
		out.Median, out.AnyMedian = days[len(days)/2], true
	}
	if out.AnyEqual = span.may(unequal); !out.AnyEqual {
		out.Equal = 0
	}
	return out, nil
}

// may says whether a figure about these people, by quarter, may be shown beside
// those of the quarters.
func (s ReportSpan) may(people [4][]int) bool {
	wanted := [][]int{{0}, {1}, {2}, {3}, {0, 1, 2, 3}}
	shown := report.ReleaseAbout(people[:], wanted)
	if s.Quarter > 0 {
		return shown[s.Quarter-1]
	}
	return shown[len(wanted)-1]
}

// Document is the report to be printed, each table with bars beside it.
func (p PayReport) Document(settings Settings, at time.Time, book *wording.Book) paper.Document {
	d := paper.Document{Title: book.Say("Payments from {from} to {to}", "from", p.From, "to", p.To), Size: settings.Paper, Day: record.DateOf(at)}
	facts := paper.Facts{}
	for i, text := range p.Total.Words(book) {
		if i > 0 && text != "" {
			facts = append(facts, paper.Line{Label: ReportHeads(book)[i], Text: text})
		}
	}
	if p.AnyMedian {
		facts = append(facts, paper.Line{Label: book.Say("Days until paid (median: half wait less)"), Text: book.Number(p.Median)})
	}
	if p.AnyEqual {
		facts = append(facts, paper.Line{Label: book.Say("Paid at another rate than the card’s, with a reason"), Text: book.Number(p.Equal)})
	}
	d.Blocks = append(d.Blocks, facts)
	for _, t := range p.Tables {
		table := paper.Table{}
		for i, head := range ReportHeads(book) {
			table.Columns = append(table.Columns, paper.Column{Head: head, Right: i > 0})
		}
		for _, row := range t.Rows {
			table.Rows = append(table.Rows, row.Words(book))
		}
		head := paper.Together{paper.Heading{Text: book.Render(t.Title)}}
		if t.Tells() {
			head = append(head, t.Chart(chart.Print(), book))
		}
		d.Blocks = append(d.Blocks, head, table)
	}
	d.Blocks = append(d.Blocks, paper.Paragraph{Look: paper.Quiet, Text: LeftOut(book)})
	return d
}

// LeftOut says what a report leaves out.
func LeftOut(book *wording.Book) string {
	return book.Count(report.Least,
		"Figures about fewer than {n} person are left out, also where they could be worked out from the others.",
		"Figures about fewer than {n} people are left out, also where they could be worked out from the others.")
}

// ReportHeads are the heads of a table of a report; Words are the cells of a
// row below them.
func ReportHeads(book *wording.Book) []string {
	return []string{book.Say("What"), book.Say("People"), book.Say("Hours"), book.Say("An hour"), book.Say("Paid for work"), book.Say("Expenses")}
}

// Words are the cells of a row; what there is none of is empty.
func (row PayRow) Words(book *wording.Book) []string {
	words := []string{book.Render(row.Label), "", compensation.Length(row.Minutes), "", "", ""}
	if row.People > 0 {
		words[1] = book.Number(row.People)
	}
	for i, sum := range []compensation.Money{row.Hour, row.Paid, row.Expenses} {
		if !sum.IsZero() {
			words[3+i] = sum.In(book.Language())
		}
	}
	for at, hidden := range map[int]bool{2: row.Timeless, 4: row.Hidden, 5: row.Spentless} {
		if hidden {
			words[at] = hiddenWord(book)
		}
	}
	return words
}

func hiddenWord(book *wording.Book) string { return book.Say("left out") }
