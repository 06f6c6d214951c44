package assess

import (
	"fyne.io/fyne/v2"

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
	return newListView(desk, b)
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

// options are choices for the kit.
func options(choices []Choice) []kit.Option {
	all := make([]kit.Option, len(choices))
	for i, c := range choices {
		all[i] = kit.Option{ID: c.ID, Label: c.Label, Note: c.Note}
	}
	return all
}
