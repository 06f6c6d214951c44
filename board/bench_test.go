package board_test

import (
	"testing"

	"holdfast/board"
	"holdfast/member"
	"holdfast/wording"
)

// A large board: what a screen waits for must not grow with it.
func BenchmarkTenThousandPeople(b *testing.B) {
	w := newWorld(b)
	large := w.settled()
	if err := large.FillDemo(b.Context(), board.Demo{Seed: 1, People: 10_000}, nil); err != nil {
		b.Fatal(err)
	}
	rows, err := large.People(board.Filter{})
	if err != nil {
		b.Fatal(err)
	}
	for name, do := range map[string]func() error{
		"list":      func() error { _, err := large.People(board.Filter{}); return err },
		"search":    func() error { _, err := large.Find(wording.English(), "starlng", 8); return err },
		"today":     func() error { _, err := large.Today(); return err },
		"reach now": func() error { _, err := large.ReachNow(8); return err },
		"right now": func() error { _, err := large.RightNow(rows[5000].ID); return err },
		"save":      func() error { _, err := large.SaveNote(member.Note{Member: rows[7].ID, Text: "x"}); return err },
		"save, then search": func() error {
			if _, err := large.SaveNote(member.Note{Member: rows[7].ID, Text: "x"}); err != nil {
				return err
			}
			_, err := large.Find(wording.English(), "starlng", 8)
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
