package board_test

import (
	"testing"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/record"
	"holdfast/wording"
)

// A long ledger: what a screen waits for, and the first reading of it.
func BenchmarkFiftyThousandEntries(b *testing.B) {
	w := newWorld(b)
	large := w.settled()
	if err := large.FillDemo(b.Context(), board.Demo{Seed: 1, People: 200, Meetings: 95}, nil); err != nil {
		b.Fatal(err)
	}
	rows, err := large.Pay().Entries(board.LedgerFilter{})
	if err != nil || len(rows) < 50_000 {
		b.Fatalf("there are %d entries (%v)", len(rows), err)
	}
	first, last := record.Date{Year: 2026, Month: 1, Day: 1}, record.Date{Year: 2026, Month: 12, Day: 31}
	out, err := large.Pay().Treasurer(first, last, wording.English())
	if err != nil {
		b.Fatal(err)
	}
	for name, do := range map[string]func() error{
		"page":       func() error { _, err := large.Pay().Page(); return err },
		"thresholds": func() error { _, err := large.Pay().Thresholds(2026); return err },
		"funds":      func() error { _, err := large.Pay().Funds(); return err },
		"ledger":     func() error { _, err := large.Pay().Entries(board.LedgerFilter{}); return err },
		"report":     func() error { _, err := large.Pay().Report(board.ReportSpan{Year: 2025}, "USD"); return err },
		"today":      func() error { _, err := large.Today(); return err },
		"export of a year": func() error {
			_, err := large.Pay().Treasurer(first, last, wording.English())
			return err
		},
		"a year as a workbook": func() error { _, err := board.Sheet(b.Context(), out.Out, board.SheetXLSX, nil); return err },
		"work, then the page": func() error {
			_, err := large.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: rows[0].Member, Category: compensation.Meeting,
				Day: record.Date{Year: 2026, Month: 11, Day: 20}, Minutes: 1}})
			if err == nil {
				_, err = large.Pay().Page()
			}
			return err
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
