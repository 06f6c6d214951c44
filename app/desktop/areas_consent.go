package desktop

import (
	"fyne.io/fyne/v2"

	"holdfast/app/consents"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
)

func openConsent(b *board.Board) func(kit.Desk, route.Route, []byte) kit.Screen {
	return func(desk kit.Desk, at route.Route, draft []byte) kit.Screen { return consents.New(desk, b, at, draft) }
}

func consentsToLookAt(b *board.Board) func() int {
	return func() int { return consents.Waiting(b) }
}

func consentTab(b *board.Board) func(kit.Desk, member.ID) fyne.CanvasObject {
	return func(desk kit.Desk, id member.ID) fyne.CanvasObject { return consents.Tab(desk, b, id) }
}

// changedMind asks what a person takes back, and then opens their choices.
func changedMind(b *board.Board) func(kit.Desk, member.ID, string) {
	return func(desk kit.Desk, id member.ID, name string) { consents.ChangedMind(desk, b, id, name, nil) }
}
