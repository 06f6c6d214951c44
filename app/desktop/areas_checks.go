package desktop

import (
	"holdfast/app/checks"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
)

func openChecks(b *board.Board) func(kit.Desk, route.Route, []byte) kit.Screen {
	return func(desk kit.Desk, at route.Route, draft []byte) kit.Screen { return checks.New(desk, b, at, draft) }
}

// checksToLookAt is how many items of checklists are due.
func checksToLookAt(b *board.Board) func() int {
	return func() int { return checks.Waiting(b) }
}
