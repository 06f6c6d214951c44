package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"holdfast/board"
	"holdfast/consent"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// boards are of this size; the rest of the records are notes and contacts.
const boardPeople = 300

// passphrase opens the vaults that are made here.
const passphrase = "tundra oboe granite saffron willow kite"

// newBoard makes an invented board in a folder of this run.
func (s setup) newBoard(ctx context.Context, name string, demo board.Demo) (*board.Board, *board.Kit, error) {
	begin := board.DemoBeginning("bench", passphrase)
	begin.Paper, begin.PaperLabel = true, "bench"
	b, kit, err := board.Create(ctx, environment(), filepath.Join(s.dir, name), begin)
	if err != nil {
		return nil, nil, err
	}
	return b, kit, b.FillDemo(ctx, demo, nil)
}

// measureBoard measures what a coordinator waits for after the passphrase:
// the vault opened and Today worked out.
func measureBoard(ctx context.Context, s setup) error {
	b, kit, err := s.newBoard(ctx, "board", board.Demo{Seed: 1, People: boardPeople, Records: s.records})
	if err != nil {
		return err
	}
	key, err := keyring.PaperKey(kit.Paper.Text)
	if err != nil {
		return err
	}
	var opening, today []time.Duration
	for range s.rounds {
		closed := b.Lock()
		begin := time.Now()
		if b, _, err = closed.Unlock(ctx, key, nil); err != nil {
			return err
		}
		opened := time.Now()
		if _, err := b.Today(); err != nil {
			return err
		}
		opening, today = append(opening, opened.Sub(begin)), append(today, time.Since(opened))
	}
	limit := 150 * time.Millisecond
	s.table.within(fmt.Sprintf("unlocking a board of %d people, %d records, beyond the hash", boardPeople, s.records),
		short(median(opening)), short(limit), median(opening) < limit)
	s.table.told("  and Today after it", short(median(today)))
	return b.Close()
}

// measureSearch types the names of people one letter after the other into the
// search of a board with 10,000 people.
func measureSearch(ctx context.Context, s setup) error {
	const people, typed = 10_000, 200
	b, _, err := s.newBoard(ctx, "crowd", board.Demo{Seed: 2, People: people})
	if err != nil {
		return err
	}
	if err := b.Warm(ctx); err != nil {
		return err
	}
	rows, err := b.People(board.Filter{})
	if err != nil {
		return err
	}
	book := wording.English()
	var took []time.Duration
	for i := range typed {
		name := []rune(rows[i*len(rows)/typed].Name)
		for letters := 1; letters <= len(name); letters++ {
			begin := time.Now()
			if _, err := b.Find(book, string(name[:letters]), 8); err != nil {
				return err
			}
			took = append(took, time.Since(begin))
		}
	}
	limit := 8 * time.Millisecond
	worst := percentile(took, 0.99)
	s.table.within(fmt.Sprintf("a key typed into the search over %d people, 99th percentile", len(rows)), short(worst), short(limit), worst < limit)
	s.table.told("  the median", short(median(took)))
	return b.Close()
}

// measureConsent asks the gate about everybody of a board on which 200 people
// made 50,000 choices, and reads its Consent page.
func measureConsent(ctx context.Context, s setup) error {
	const people, choices = 200, 250
	b, _, err := s.newBoard(ctx, "consent", board.Demo{Seed: 3, People: people, Choices: choices})
	if err != nil {
		return err
	}
	rows, err := b.People(board.Filter{})
	if err != nil {
		return err
	}
	var asked, pages []time.Duration
	for _, row := range rows {
		for _, q := range []consent.Question{
			{Purpose: consent.QuoteWords, Channel: consent.AnnualReport}, {Purpose: consent.Release, Recipient: "County coalition", Channel: consent.MeetingList},
			{Purpose: consent.ShowPhoto, Channel: consent.Website}, {Purpose: consent.PayData, Recipient: "City treasurer"},
		} {
			begin := time.Now()
			if _, err := b.Consent().May(row.ID, q); err != nil {
				return err
			}
			asked = append(asked, time.Since(begin))
		}
	}
	for range s.rounds {
		begin := time.Now()
		if _, err := b.Consent().Overview(4); err != nil {
			return err
		}
		pages = append(pages, time.Since(begin))
	}
	limit := time.Millisecond
	worst := percentile(asked, 0.99)
	s.table.within(fmt.Sprintf("may this be done, on %d choices, 99th percentile", people*choices), short(worst), short(limit), worst < limit)
	limit = 100 * time.Millisecond
	s.table.within(fmt.Sprintf("the Consent page of %d people, the median", people), short(median(pages)), short(limit), median(pages) < limit)
	return b.Close()
}
