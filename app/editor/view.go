package editor

import (
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
)

// New makes the screen of a place: the library, one set of questions, or one
// of the forms of the editor. draft is what was half-typed there, or nil.
func New(desk kit.Desk, b Board, at route.Route, draft []byte) kit.Screen {
	book := desk.Env().Book
	page := func(f *form.Form) kit.Screen {
		return formpage.New(desk, f, route.Instrument(instrumentOf(at.ID), route.QuestionsEditor), draft != nil)
	}
	switch at.Tab {
	case route.NewQuestions:
		made := ""
		f := NewQuestions(b, book, draft, func(at string) { made = at })
		return formpage.NewWith(desk, f, route.Questions(), draft != nil, formpage.Extras{Save: desk.Env().Say("Begin"), Done: func(say string) { openMade(desk, made, say) }})
	case route.QuestionHead:
		return page(NewHead(b, book, at.ID, draft))
	case route.QuestionForm:
		return page(NewQuestion(b, book, at.ID, draft))
	case route.ScaleForm:
		return page(NewScale(b, book, at.ID, draft))
	case route.FurtherLanguage:
		return page(NewTranslation(b, book, at.ID, draft))
	case route.QuestionsEditor:
		return newPageScreen(desk, b, at.ID)
	default:
		return newLibraryScreen(desk, NewLibrary(b, book))
	}
}

// instrumentOf is the place of the instrument within that of a form.
func instrumentOf(at string) string {
	parts := strings.SplitN(at, "/", 3)
	return strings.Join(parts[:min(2, len(parts))], "/")
}

// openMade opens what was begun, in place of the form.
func openMade(desk kit.Desk, at, say string) {
	to := route.Instrument(at, route.QuestionsEditor)
	desk.At(to)
	desk.Go(to)
	desk.Again()
	desk.Say(say, nil)
}

func trouble(say string) fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Text: say})
}
