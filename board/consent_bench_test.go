package board_test

import (
	"fmt"
	"testing"

	"holdfast/board"
	"holdfast/consent"
)

// The Consent page of a board with 200 people, and one question of it.
func BenchmarkConsent(b *testing.B) {
	for _, choices := range []int{6, 250} {
		opened := newWorld(b).settled()
		must(b, opened.FillDemo(b.Context(), board.Demo{Seed: 3, People: 200, Choices: choices}, nil))
		rows, err := opened.People(board.Filter{})
		must(b, err)
		b.Run(fmt.Sprintf("page, %d choices each", choices), func(b *testing.B) {
			for b.Loop() {
				_, err := opened.Consent().Overview(4)
				must(b, err)
			}
		})
		b.Run(fmt.Sprintf("may, %d choices each", choices), func(b *testing.B) {
			for n := 0; b.Loop(); n++ {
				_, err := opened.Consent().May(rows[n%len(rows)].ID, consent.Question{Purpose: consent.QuoteWords, Channel: consent.AnnualReport})
				must(b, err)
			}
		})
	}
}
