package consents_test

import (
	"testing"

	"holdfast/app/apptest"
	"holdfast/app/consents"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/board"
)

// The page of a board with 200 people, until it is laid out for the painter.
func BenchmarkPage(b *testing.B) {
	for _, choices := range []int{6, 250} {
		s := kittest.NewStage(b, kittest.Variant{})
		w := emptyWorld(b, s)
		w.Must(w.board.FillDemo(b.Context(), board.Demo{Seed: 3, People: 200, Choices: choices}, nil))
		b.Run(map[bool]string{true: "6 choices each", false: "250 choices each"}[choices == 6], func(b *testing.B) {
			for b.Loop() {
				w.Show(apptest.Paged(consents.New(w.desk, w.board, route.Consent("", ""), nil)))
			}
		})
	}
}
