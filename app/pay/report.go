package pay

import (
	"cmp"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/record"
	"holdfast/report"
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

// ReadReport is the report from one day to another.
func ReadReport(b Board, book *wording.Book, from, to record.Date) ReportState {
	r, err := b.Pay().Report(from, to, "")
	if err != nil {
		return ReportState{Trouble: board.ExplainIn(book, err)}
	}
	s := ReportState{Report: r, Hidden: book.Count(report.Least,
		"Figures about fewer than {n} person are left out, also where they could be worked out from the others.",
		"Figures about fewer than {n} people are left out, also where they could be worked out from the others.")}
	if r.Total.Hidden {
		return s
	}
	s.Stats = []Stat{{Label: book.Say("Paid"), Figure: r.Total.Paid.In(book.Language()), Share: -1, Note: book.Count(r.Total.People, "{n} person", "{n} people")},
		{Label: book.Say("Time that was paid"), Figure: dash(compensation.Length(r.Total.Minutes)), Share: -1}}
	if r.AnyMedian {
		s.Stats = append(s.Stats, Stat{Label: book.Say("Days until paid, in the middle"), Figure: book.Number(r.Median), Share: -1})
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
		if row.Hidden {
			table.Rows = append(table.Rows, []string{book.Render(row.Label), "", "", "", book.Say("left out")})
			continue
		}
		hour := ""
		if !row.Hour.IsZero() {
			hour = row.Hour.In(book.Language())
		}
		table.Rows = append(table.Rows, []string{book.Render(row.Label), book.Number(row.People), cmp.Or(compensation.Length(row.Minutes), "—"), dash(hour), row.Paid.In(book.Language())})
	}
	return table
}
