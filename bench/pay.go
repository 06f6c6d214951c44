package main

import (
	"context"
	"fmt"
	"time"

	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// measurePay shows the page about paying, with its balances and thresholds,
// over a ledger of 50,000 entries, and exports a year of it.
func measurePay(ctx context.Context, s setup) error {
	const people, meetings = 200, 95
	b, _, err := s.newBoard(ctx, "pay", board.Demo{Seed: 4, People: people, Meetings: meetings})
	if err != nil {
		return err
	}
	begin := time.Now()
	entries, err := b.Pay().Entries(board.LedgerFilter{})
	if err != nil {
		return err
	}
	first := time.Since(begin)
	now, err := b.Now()
	if err != nil {
		return err
	}
	to := record.DateOf(now)
	from := to.AddMonths(-12).AddDays(1)
	var pages, exports []time.Duration
	for range s.rounds {
		begin := time.Now()
		if _, err := b.Pay().Page(); err != nil {
			return err
		}
		if _, err := b.Pay().Thresholds(to.Year); err != nil {
			return err
		}
		pages = append(pages, time.Since(begin))
		begin = time.Now()
		out, err := b.Pay().Treasurer(from, to, wording.English())
		if err == nil {
			_, err = board.Sheet(ctx, out.Out, board.SheetXLSX, nil)
		}
		if err != nil {
			return err
		}
		exports = append(exports, time.Since(begin))
	}
	limit := 150 * time.Millisecond
	s.table.within(fmt.Sprintf("balances, thresholds and the page about paying, over %d entries, the median", len(entries)), short(median(pages)), short(limit), median(pages) < limit)
	s.table.told("  the first reading of all of them", short(first))
	limit = 2 * time.Second
	s.table.within("the export of a year of them as a workbook, the median", short(median(exports)), short(limit), median(exports) < limit)
	return b.Close()
}
