package desktop

import (
	"holdfast/app/assess"
	"holdfast/app/editor"
	"holdfast/app/kit"
	"holdfast/app/plan"
	"holdfast/app/route"
	"holdfast/app/sitting"
	"holdfast/board"
	"holdfast/record"
)

// openAssess leads to the rounds, and to what belongs to them.
func (d *Desktop) openAssess(b *board.Board) func(kit.Desk, route.Route, []byte) kit.Screen {
	return func(desk kit.Desk, at route.Route, draft []byte) kit.Screen {
		switch at.Tab {
		case route.PlanPage, route.ActionForm:
			return plan.New(desk, b, at, draft)
		case route.LibraryOfQuestions, route.QuestionsEditor, route.NewQuestions, route.QuestionHead, route.QuestionForm, route.ScaleForm, route.FurtherLanguage:
			return editor.New(desk, b, at, draft)
		}
		return assess.New(desk, b, at, draft, assess.Config{Sit: func(round record.ID, who sitting.Who) error { return d.sit(b, round, who) }})
	}
}

// roundsToLookAt is how many rounds and plans need somebody.
func roundsToLookAt(b *board.Board) func() int {
	return func() int { return assess.Waiting(b) }
}
