package checks

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
)

// New makes the screen of a place in this area. draft is what was half-typed
// there, or nil.
func New(desk kit.Desk, b Board, at route.Route, draft []byte) kit.Screen {
	book := desk.Env().Book
	switch {
	case at.Tab == route.AboutBoard:
		return formpage.New(desk, NewAbout(b, book, draft), route.Checks(at.ID), draft != nil)
	case at.Tab == route.StateCard:
		return formpage.New(desk, NewCard(b, book, at.ID, draft), route.Checks(at.ID), draft != nil)
	case at.Tab == route.CheckItem:
		return newItemScreen(desk, b, at, draft)
	case at.ID != "":
		return newPageScreen(desk, NewPage(b, book, at.ID), at.ID)
	default:
		return newListScreen(desk, NewList(b, book))
	}
}

// colour is the colour of a word about an item; none is red.
func colour(t Tone) kit.Tone {
	switch t {
	case Well:
		return kit.OK
	case Look:
		return kit.Care
	default:
		return kit.Info
	}
}

func trouble(say string) fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Text: say})
}

// facts are questions with their answers.
func facts(env *kit.Env, all []Fact) fyne.CanvasObject {
	rows := make([]kit.Fact, len(all))
	for i, f := range all {
		value := kit.NewText(kit.Body, f.Answer)
		if f.Answer == "" {
			value = kit.NewText(kit.Body, env.Say("Not answered yet")).In(kit.Muted)
		}
		rows[i] = kit.Fact{Label: f.Question, Value: value}
	}
	return kit.Facts(rows...)
}
