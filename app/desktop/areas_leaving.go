package desktop

import (
	"holdfast/app"
	"holdfast/app/kit"
	"holdfast/app/leaving"
	"holdfast/app/route"
	"holdfast/board"
)

// openKeeping leads to what was kept long enough, and to handing over.
func (d *Desktop) openKeeping(b *board.Board) func(kit.Desk, route.Route, []byte) kit.Screen {
	return func(desk kit.Desk, at route.Route, draft []byte) kit.Screen {
		return leaving.NewArea(desk, b, at, draft, func() { d.shell.LockNow(app.Asked) })
	}
}

// leavingToLookAt is how many things wait to be erased or finished.
func leavingToLookAt(b *board.Board) func() int {
	return func() int { return leaving.Waiting(b) }
}
