package consents

import (
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
)

// New makes the screen of a place in this area. draft is what was half-typed
// there, or nil.
func New(desk kit.Desk, b Board, at route.Route, draft []byte) kit.Screen {
	who, of, _ := strings.Cut(at.ID, "/")
	id, item, book := member.ID(who), record.ID(of), desk.Env().Book
	var asks *form.Form
	leads := route.Person(who, route.Choices)
	switch at.Tab {
	case route.ChoiceForm:
		asks = NewChoiceForm(b, book, id, item, draft)
	case route.PayReleaseForm:
		asks = NewPayReleaseForm(b, book, id, draft)
	case route.UseForm:
		asks = NewUseForm(b, book, id, draft)
	case route.DecidesForm:
		asks = NewDecidesForm(b, book, id, draft)
	case route.QuoteForm:
		asks, leads = NewQuoteForm(b, book, id, item, draft), route.Consent("", route.LibraryPage)
	case route.AgreementForm:
		asks, leads = NewAgreementForm(b, book, record.ID(who), draft), route.Consent("", route.AgreementsPage)
	case route.KindForm:
		asks, leads = NewKindForm(b, book, record.ID(who), draft), route.Consent("", route.GuidesPage)
	default:
		return newArea(desk, b, at)
	}
	return newFormScreen(desk, b, record.ID(who), asks, leads, draft != nil)
}

// area is the consent page with the pages beside it.
type area struct {
	desk  kit.Desk
	env   *kit.Env
	board Board
	page  *pageView
	tabs  *kit.Tabs
	ready bool
}

func newArea(desk kit.Desk, b Board, at route.Route) *area {
	a := &area{desk: desk, env: desk.Env(), board: b}
	a.page = newPageView(desk, b, member.ID(at.ID))
	view := func(id, label string, build func() fyne.CanvasObject) kit.Tab {
		return kit.Tab{ID: id, Label: label, Build: func() fyne.CanvasObject {
			if !a.ready { // the first view is not made twice
				return nil
			}
			return build()
		}}
	}
	a.tabs = kit.NewTabs([]kit.Tab{
		view("", a.env.Say("Choices"), a.page.object),
		view(route.LibraryPage, a.env.Say("Quotes and stories"), a.library),
		view(route.AgreementsPage, a.env.Say("Agreements"), a.agreements),
		view(route.GuidesPage, a.env.Say("Conversation guides"), a.guides),
		view(route.AuditPage, a.env.Say("A day in the past"), a.audit),
	}, func(tab string) { desk.At(route.Consent(string(a.page.model.Person()), tab)) })
	a.ready = true
	a.tabs.Set(at.Tab)
	return a
}

// Head is the title.
func (a *area) Head() kit.Head {
	return kit.Head{Title: a.env.Say("Consent"), Note: a.env.Say("Every yes has an end date. Every no is final until they say otherwise.")}
}

// Content is the tabs.
func (a *area) Content() fyne.CanvasObject { return a.tabs }

// Draft is nothing: what is typed here is a question, and not kept.
func (a *area) Draft() []byte { return nil }

func (a *area) library() fyne.CanvasObject { return newLibraryView(a.desk, a.board).place }

// trouble is why a place is empty.
func trouble(say string) fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Text: say})
}

func muted(text string) fyne.CanvasObject { return kit.NewText(kit.Body, text).In(kit.Muted) }

// tone is the colour of a word about a choice.
func tone(t board.Tone) kit.Tone {
	switch t {
	case board.ToneYes:
		return kit.OK
	case board.ToneSoon:
		return kit.Care
	case board.ToneNo:
		return kit.Never
	default:
		return kit.Info
	}
}

func verdictColour(v consent.Verdict) kit.Tone { return tone(verdictTone(v)) }

func body(text string) fyne.CanvasObject { return kit.NewText(kit.Body, text) }
