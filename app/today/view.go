package today

import (
	"reflect"
	"time"

	"fyne.io/fyne/v2"

	contactpage "holdfast/app/contact"
	"holdfast/app/kit"
	"holdfast/app/route"
)

// lookAgain is how often the page looks again: "right now" is a matter of
// minutes.
const lookAgain = time.Minute

// Screen draws a Model.
type Screen struct {
	desk  kit.Desk
	env   *kit.Env
	model *Model
	place *kit.Slot
	state State
	// answer is the page, which takes a moment where there are thousands.
	answer *kit.Latest[State]
}

// New makes the page.
func New(desk kit.Desk, b Board) *Screen {
	s := &Screen{desk: desk, env: desk.Env(), place: kit.NewSlot(nil)}
	s.model = NewModel(b, s.env.Book)
	s.answer = kit.NewLatest(s.env.Runner, s.redraw)
	s.look()
	s.again()
	return s
}

// Head is the title and the day.
func (s *Screen) Head() kit.Head { return kit.Head{Title: s.env.Say("Today"), Note: s.model.Note()} }

// Content is the cards.
func (s *Screen) Content() fyne.CanvasObject { return s.place }

// Draft is nothing: nothing is typed here.
func (s *Screen) Draft() []byte { return nil }

// again looks every minute, for as long as the page is in the window.
func (s *Screen) again() {
	s.env.Runner.After(lookAgain, func() {
		if s.env.Shows(s.place) {
			s.look()
			s.again()
		}
	})
}

// look asks what there is to show now.
func (s *Screen) look() { s.answer.Ask(s.model.State) }

// redraw shows what has changed; a page that says the same stays as it is, with
// the focus where it was.
func (s *Screen) redraw(state State) {
	if reflect.DeepEqual(state, s.state) {
		return
	}
	s.state = state
	s.desk.Again()
	if state.Trouble != "" {
		s.place.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: state.Trouble}))
		return
	}
	s.place.Set(kit.Stack(kit.Gap,
		kit.Columns(
			kit.Column{Share: 594, Least: 380, Body: s.needs(state)},
			kit.Column{Share: 398, Least: 300, Body: s.people(state)}),
		s.figures(state)))
}

func (s *Screen) needs(state State) fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("Needs you")}
	if len(state.Needs) == 0 {
		return kit.Card(head, kit.NewText(kit.Body, state.Quiet).In(kit.Muted))
	}
	rows := make([]fyne.CanvasObject, len(state.Needs))
	for i, n := range state.Needs {
		rows[i] = s.need(n)
	}
	return kit.Card(head, kit.Rows(rows...))
}

func (s *Screen) need(n Need) fyne.CanvasObject {
	tone := kit.Info
	if n.Care {
		tone = kit.Care
	}
	return kit.ItemRow(kit.Item{Tone: tone, Word: n.Word, Title: n.Title, Note: n.Note,
		Act: kit.Secondary(n.Act, func() { s.act(n) })})
}

func (s *Screen) act(n Need) {
	if n.Dismiss == "" {
		s.desk.Go(n.Leads)
		return
	}
	s.model.Dismiss(n.Dismiss)
	s.look()
}

func (s *Screen) people(state State) fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("Who you can reach right now")}
	switch {
	case len(state.People) > 0:
	case state.Some:
		return kit.Card(head, kit.Empty("", state.Nobody, kit.Secondary(s.env.Say("Members"), func() { s.desk.Go(route.Members()) })))
	default:
		return kit.Card(head, kit.Empty("", state.Nobody,
			kit.Primary(s.env.Say("Add a person"), func() { s.desk.Go(route.Person(route.NewPerson, "")) }),
			kit.Secondary(s.env.Say("Bring people in from a spreadsheet"), func() { s.desk.Go(route.Person(route.Import, "")) })))
	}
	rows := make([]fyne.CanvasObject, len(state.People))
	for i, p := range state.People {
		rows[i] = kit.Spread(12,
			kit.Stack(kit.Hair,
				kit.Row(0, kit.Link(p.Name, func() { s.desk.Go(p.ContactPage) }).Bold()),
				kit.NewText(kit.Small, p.Line)),
			kit.Tag(contactpage.Tone(p.State), p.Word))
	}
	return kit.Card(head, kit.Rows(rows...))
}

func (s *Screen) figures(state State) fyne.CanvasObject {
	cells := make([]fyne.CanvasObject, len(state.Figures))
	for i, f := range state.Figures {
		cells[i] = kit.Stat(f.Label, f.Value, f.Note)
	}
	return kit.Grid(190, cells...)
}
