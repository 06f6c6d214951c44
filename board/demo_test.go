package board_test

import (
	"context"
	"errors"
	"regexp"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// everything is all people, sheets, contacts and notes of a board.
type everything struct {
	People   []member.Member
	Sheets   []contact.Sheet
	Contacts []contact.Entry
	Notes    []member.Note
}

func all(t *testing.T, b *board.Board) everything {
	t.Helper()
	rows, err := b.People(board.Filter{})
	must(t, err)
	var e everything
	for _, row := range rows {
		m, err := b.Member(row.ID)
		must(t, err)
		s, err := b.Sheet(row.ID)
		must(t, err)
		log, err := b.ContactLog(row.ID)
		must(t, err)
		notes, err := b.Notes(row.ID)
		must(t, err)
		e.People, e.Sheets = append(e.People, m), append(e.Sheets, s)
		e.Contacts, e.Notes = append(e.Contacts, log...), append(e.Notes, notes...)
	}
	return e
}

func invented(t *testing.T, d board.Demo) everything {
	t.Helper()
	b := newWorld(t).settled()
	must(t, b.FillDemo(t.Context(), d, nil))
	return all(t, b)
}

func TestTheSameSeedInventsTheSameBoard(t *testing.T) {
	one := invented(t, board.Demo{Seed: 7, People: 30, Records: 200})
	if diff := cmp.Diff(one, invented(t, board.Demo{Seed: 7, People: 30, Records: 200})); diff != "" {
		t.Error(diff)
	}
	if cmp.Equal(one, invented(t, board.Demo{Seed: 8, People: 30, Records: 200})) {
		t.Error("another seed invents the same board")
	}
	if n := len(one.People) + len(one.Sheets) + len(one.Contacts) + len(one.Notes); n < 200 {
		t.Errorf("%d records, fewer than asked for", n)
	}
}

func TestTheInventedBoardLooksLikeABoard(t *testing.T) {
	b := newWorld(t).settled()
	must(t, b.FillDemo(t.Context(), board.Demo{Seed: 1, People: 12}, nil))
	stages, err := b.Stages()
	must(t, err)
	want := []board.StageCount{{Stage: member.Interviewed, Count: 1}, {Stage: member.Onboarding, Count: 1},
		{Stage: member.Active, Count: 9}, {Stage: member.OnLeave, Count: 1}}
	if diff := cmp.Diff(want, stages); diff != "" {
		t.Error(diff)
	}
	found, err := b.Find(wording.English(), "wren", 1)
	must(t, err)
	if len(found) != 1 || found[0].Line.String() != "You can send a Signal message. Do not call." {
		t.Errorf("%+v", found)
	}
}

func TestWhatIsInventedCouldBeSaved(t *testing.T) {
	today := record.Date{Year: 2026, Month: time.November, Day: 21}
	fictional := regexp.MustCompile(`^(\+1 \d{3} 555 01\d\d|[a-z0-9.]+@example\.org)?$`)
	names := map[string]bool{}
	for seed := range uint64(5) {
		e := invented(t, board.Demo{Seed: seed, People: 150})
		for _, m := range e.People {
			if err := m.Validate(today); err != nil {
				t.Errorf("seed %d: %s: %v", seed, m.Name, err)
			}
			if names[m.Name] = true; !fictional.MatchString(m.EmergencyReach) {
				t.Errorf("a number that may be somebody's: %s", m.EmergencyReach)
			}
		}
		for _, s := range e.Sheets {
			if err := s.Validate(); err != nil {
				t.Errorf("seed %d: %v", seed, err)
			}
			for _, way := range s.Channels {
				if !fictional.MatchString(way.Value) {
					t.Errorf("a number or address that may be somebody's: %s", way.Value)
				}
			}
		}
		for _, n := range e.Notes {
			if err := n.Validate(today); err != nil {
				t.Errorf("seed %d: %v", seed, err)
			}
		}
	}
	if len(names) != 150 {
		t.Errorf("150 people have %d names", len(names))
	}
}

func TestAnInventedBoardDoesNotMixWithARealOne(t *testing.T) {
	b := newWorld(t).settled()
	add(t, b, "Wren")
	if err := b.FillDemo(t.Context(), board.Demo{People: 3}, nil); len(wording.Problems(err)) != 1 {
		t.Errorf("%v", err)
	}
	for _, d := range []board.Demo{{People: 0}, {People: 20_001}, {People: 1, Records: -1}} {
		if err := b.FillDemo(t.Context(), d, nil); len(wording.Problems(err)) != 1 {
			t.Errorf("%+v: %v", d, err)
		}
	}
}

func TestInventingStopsWhereItIsAskedTo(t *testing.T) {
	b := newWorld(t).settled()
	ctx, stop := context.WithCancel(t.Context())
	err := b.FillDemo(ctx, board.Demo{People: 1000}, func(done, total int) { stop() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if rows, err := b.People(board.Filter{}); err != nil || len(rows) == 0 || len(rows) == 1000 {
		t.Errorf("%d people, %v", len(rows), err)
	}
}
