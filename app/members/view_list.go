package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
)

// listScreen draws a List.
type listScreen struct {
	desk  kit.Desk
	env   *kit.Env
	model *List
	state ListState

	find *kit.Entry
	list *kit.List[board.Row]
	rows *kit.Slot
	body fyne.CanvasObject

	// answer is who fits, which in a list of thousands takes longer than the
	// next key; entered says that the first of them is to be opened.
	answer  *kit.Latest[ListState]
	entered bool
}

func newList(desk kit.Desk, b Board, at route.Route) *listScreen {
	s := &listScreen{desk: desk, env: desk.Env()}
	s.model = NewList(b, s.env.Book, at)
	s.answer = kit.NewLatest(s.env.Runner, s.answered)
	s.state = s.model.Frame()
	s.body = s.build()
	s.ask()
	return s
}

// Head is the title, how many there are, and how more come in.
func (s *listScreen) Head() kit.Head {
	head := kit.Head{Title: s.env.Say("Members"), Note: s.state.Note}
	if !s.state.Blank && s.state.Trouble == "" {
		head.Acts = []fyne.CanvasObject{
			kit.Secondary(s.env.Say("From a spreadsheet"), s.bringIn),
			kit.Primary(s.env.Say("Add a person"), s.add),
		}
	}
	return head
}

// Content is the list, or what to do first.
func (s *listScreen) Content() fyne.CanvasObject { return s.body }

// Draft is nothing: what is searched for is not kept.
func (s *listScreen) Draft() []byte { return nil }

func (s *listScreen) add()     { s.desk.Go(route.Person(route.NewPerson, "")) }
func (s *listScreen) bringIn() { s.desk.Go(route.Person(route.Import, "")) }

func (s *listScreen) open(r board.Row) { s.desk.Go(route.Person(string(r.ID), "")) }

func (s *listScreen) build() fyne.CanvasObject {
	switch {
	case s.state.Trouble != "":
		return trouble(s.state.Trouble)
	case s.state.Blank:
		return kit.Stack(0, kit.Card(kit.Head{}, kit.Empty(s.env.Say("Nobody is on the board yet"),
			s.env.Say("Add the first person by name; the rest can wait. If you have a list already, bring it in from a spreadsheet and look at it before anything is kept."),
			kit.Primary(s.env.Say("Add a person"), s.add),
			kit.Secondary(s.env.Say("From a spreadsheet"), s.bringIn))))
	}
	s.list = kit.NewList(func() kit.Line[board.Row] { return newLine(s.model) }, s.open)
	s.rows = kit.NewSlot(nil)
	s.show()
	return newFilled(s.tools(), s.rows, nil)
}

// tools are the search, the filter and the order.
func (s *listScreen) tools() fyne.CanvasObject {
	s.find = kit.NewEntry(s.env).Hint(s.env.Say("A name, also misspelt"))
	s.find.OnChanged = func(text string) { s.model.Search(text); s.redraw() }
	s.find.OnSubmitted = func(string) { s.openFirst() }
	s.find.Keys = s.intoList
	whom := kit.NewSelect(formpage.Options(s.state.Whom), func(id string) { s.model.Choose(id); s.redraw() }).Set(s.state.Who)
	order := kit.NewSelect(formpage.Options(s.state.Orders), func(id string) { s.model.Sort(id); s.redraw() }).Set(s.state.Order)
	return kit.Row(kit.Gap,
		kit.NewField(s.env.Say("Find"), s.find),
		kit.NewField(s.env.Say("Show"), whom),
		kit.NewField(s.env.Say("Sort by"), order))
}

// intoList goes from the search into the list.
func (s *listScreen) intoList(key *fyne.KeyEvent) bool {
	if key.Name != fyne.KeyDown || s.list.Rows() == 0 {
		return false
	}
	s.env.Canvas.Focus(s.list)
	return true
}

// openFirst opens the first who fits, once it is known who that is.
func (s *listScreen) openFirst() {
	s.entered = s.answer.Busy()
	if !s.entered && len(s.state.People) > 0 {
		s.open(s.state.People[0])
	}
}

// redraw asks who fits now.
func (s *listScreen) redraw() {
	s.desk.At(s.model.At())
	s.ask()
}

func (s *listScreen) ask() {
	asked := *s.model
	s.answer.Ask(func() ListState { return asked.State() })
}

func (s *listScreen) answered(state ListState) {
	s.state = state
	if s.list == nil {
		return // there is nobody, or nothing can be shown
	}
	s.show()
	s.desk.Again()
	if s.entered {
		s.openFirst()
	}
}

func (s *listScreen) show() {
	switch {
	case s.state.Trouble != "":
		s.rows.Set(trouble(s.state.Trouble))
	case s.state.None != "":
		s.rows.Set(kit.Stack(0, kit.Card(kit.Head{}, kit.Empty("", s.state.None))))
	default:
		s.list.SetRows(s.state.People)
		s.rows.Set(kit.Sheet(newFilled(newTitles(s.env), s.list, nil)))
	}
}
