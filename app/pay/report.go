package pay

import (
	"fmt"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/wording"
)

// ReportState is the board's report.
type ReportState struct {
	Trouble string
	Stats   []Stat
	// Hidden is why there are no tables, or what is left out of them.
	Hidden string
	Tables []ReportTable
	Report board.PayReport
}

// ReportTable is one table with its chart.
type ReportTable struct {
	Title string
	Rows  [][]string
	Of    board.PayTable
}

// ReportSpans are the times that a report can be about, the latest first.
func ReportSpans(b Board, book *wording.Book) (all []form.Choice, trouble string) {
	spans, err := b.Pay().ReportSpans()
	if err != nil {
		return nil, board.ExplainIn(book, err)
	}
	for _, s := range spans {
		all = append(all, form.Choice{ID: spanID(s), Label: book.Render(s.Name())})
	}
	return all, ""
}

// spanID names a time among the answers of a form: "2026-3", "2026-0".
func spanID(s board.ReportSpan) string { return fmt.Sprintf("%04d-%d", s.Year, s.Quarter) }

// SpanOf is the time that spanID named.
func SpanOf(id string) (s board.ReportSpan) {
	fmt.Sscanf(id, "%d-%d", &s.Year, &s.Quarter) // what is none has no report
	return s
}

// ReadReport is the report of a quarter or a year.
func ReadReport(b Board, book *wording.Book, span board.ReportSpan) ReportState {
	r, err := b.Pay().Report(span, "")
	if err != nil {
		return ReportState{Trouble: board.ExplainIn(book, err)}
	}
	s := ReportState{Report: r, Hidden: board.LeftOut(book)}
	if r.Total.Hidden {
		return s
	}
	words := r.Total.Words(book)
	s.Stats = []Stat{{Label: book.Say("Paid for work"), Figure: words[4], Share: -1, Note: book.Count(r.Total.People, "{n} person", "{n} people")},
		{Label: book.Say("Time that was paid"), Figure: capital(dash(words[2])), Share: -1}, {Label: book.Say("Expenses given back"), Figure: capital(dash(words[5])), Share: -1}}
	if r.AnyMedian {
		s.Stats = append(s.Stats, Stat{Label: book.Say("Days until paid (median: half wait less)"), Figure: book.Number(r.Median), Share: -1})
	}
	if r.AnyEqual {
		s.Stats = append(s.Stats, Stat{Label: book.Say("Equal pay"), Figure: book.Number(r.Equal), Note: book.Say("entries at another rate than the card’s, each with a reason"), Share: -1})
	}
	for _, t := range r.Tables {
		s.Tables = append(s.Tables, reportTable(book, t))
	}
	return s
}

func reportTable(book *wording.Book, t board.PayTable) ReportTable {
	table := ReportTable{Title: book.Render(t.Title), Of: t}
	for _, row := range t.Rows {
		words := row.Words(book)
		for i := range words {
			words[i] = dash(words[i])
		}
		table.Rows = append(table.Rows, words)
	}
	return table
}
