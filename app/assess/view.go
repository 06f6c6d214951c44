package assess

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/app/sitting"
	"holdfast/record"
)

// Config is what the screens of the area need from around them.
type Config struct {
	// Sit gives the window to whoever answers a round on this laptop.
	Sit func(round record.ID, who sitting.Who) error
}

// New makes the screen of a place in this area. draft is what was half-typed
// there, or nil.
func New(desk kit.Desk, b Board, at route.Route, draft []byte, cfg Config) kit.Screen {
	id, book := record.ID(at.ID), desk.Env().Book
	back := route.Round(at.ID, "")
	resumed := draft != nil
	switch at.Tab {
	case route.RoundForm:
		return formpage.NewWith(desk, NewForm(b, book, draft), route.Rounds(), resumed, formpage.Extras{Save: book.Say("Begin the round")})
	case route.RoundChange:
		return formpage.New(desk, NewAdjustForm(b, book, id, draft), back, resumed)
	case route.RoundTell:
		return formpage.New(desk, NewTellForm(b, book, id, draft), back, resumed)
	case route.PaperAnswers:
		return newEntryView(desk, b, id, draft)
	case route.RoundComments:
		return newCommentsView(desk, b, id)
	case route.RoundResults:
		return newResultsView(desk, b, id)
	}
	if id == "" {
		return newListView(desk, b)
	}
	return newPageView(desk, b, id, cfg)
}

// trouble is why a place is empty.
func trouble(say string) fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Text: say})
}

func body(text string) fyne.CanvasObject { return kit.NewText(kit.Body, text) }

func muted(text string) fyne.CanvasObject { return kit.NewText(kit.Body, text).In(kit.Muted) }

// colour is that of a word.
func colour(t Tone) kit.Tone {
	switch t {
	case Care:
		return kit.Care
	case Good:
		return kit.OK
	default:
		return kit.Info
	}
}
