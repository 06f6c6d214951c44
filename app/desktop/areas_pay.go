package desktop

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/pay"
	"holdfast/app/payform"
	"holdfast/app/payrun"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
)

// openPay leads to the pages about paying, the two acts on many people, or a
// form.
func openPay(b *board.Board) func(kit.Desk, route.Route, []byte) kit.Screen {
	return func(desk kit.Desk, at route.Route, draft []byte) kit.Screen {
		switch at.Tab {
		case route.MeetingAct:
			return payrun.NewMeetingScreen(desk, b, draft)
		case route.PayRunAct:
			return payrun.NewRunScreen(desk, b)
		}
		if f, leads := payform.New(b, desk.Env().Book, at, draft); f != nil {
			return formpage.New(desk, f, leads, draft != nil)
		}
		return pay.New(desk, b, at)
	}
}

func payToLookAt(b *board.Board) func() int {
	return func() int { return pay.Waiting(b) }
}

func payTab(b *board.Board) func(kit.Desk, member.ID) fyne.CanvasObject {
	return func(desk kit.Desk, id member.ID) fyne.CanvasObject { return pay.Tab(desk, b, id) }
}
