package today

import (
	"time"

	"holdfast/app/route"
	"holdfast/board"
	"holdfast/contact"
	"holdfast/record"
	"holdfast/wording"
)

// Board is what the page asks of the board.
type Board interface {
	Now() (time.Time, error)
	Today() (board.Today, error)
	ReachNow(most int) ([]board.Reachable, error)
	People(board.Filter) ([]board.Row, error)
	DismissNotice(kind board.ItemKind)
}

// mostPeople is how many people the card of those who can be reached shows.
const mostPeople = 6

// State is what the page shows.
type State struct {
	// Needs are the items; Quiet is said where there are none.
	Needs []Need
	Quiet string
	// People may be reached now, or could be asked about first; Nobody is
	// said where the board has no people yet.
	People []Person
	Nobody string
	// Some: there are people, though nobody serves.
	Some bool
	// Figures stand below.
	Figures []Figure
	// Trouble is why the page could not be made.
	Trouble string
}

// Need is one thing that needs the coordinator.
type Need struct {
	Word, Title, Note, Act string
	// Care says that the tag is amber.
	Care bool
	// Leads is where the act leads; for a notice it is put aside instead.
	Leads   route.Route
	Dismiss board.ItemKind
}

// Person is somebody and what may be done to reach them this minute.
type Person struct {
	ID          record.ID
	Name, Line  string
	Word        string
	State       contact.State
	ContactPage route.Route
}

// Figure is a number and what it is about.
type Figure struct{ Label, Value, Note string }

// Model is the page without its looks.
type Model struct {
	board Board
	book  *wording.Book
}

// NewModel makes the page of a board.
func NewModel(b Board, book *wording.Book) *Model { return &Model{board: b, book: book} }

// State is the page as it is now.
func (m *Model) State() State {
	t, err := m.board.Today()
	if err != nil {
		return State{Trouble: m.explain(err)}
	}
	s := State{Quiet: m.book.Render(t.Quiet)}
	for _, item := range t.Items {
		// What was half-typed is offered above every page, by the window.
		if item.Target == board.ToDraft {
			continue
		}
		s.Needs = append(s.Needs, m.need(item))
	}
	if len(s.Needs) == 0 && s.Quiet == "" {
		s.Quiet = m.book.Say("Nothing needs you today.")
	}
	for _, f := range t.Figures {
		s.Figures = append(s.Figures, Figure{m.book.Render(f.Label), m.book.Render(f.Value), m.book.Render(f.Detail)})
	}
	people, err := m.board.ReachNow(mostPeople)
	if err != nil {
		return State{Trouble: m.explain(err)}
	}
	for _, p := range people {
		s.People = append(s.People, Person{ID: p.ID, Name: p.Name, Line: m.book.Render(p.Line),
			Word: m.book.Render(p.State.Name()), State: p.State, ContactPage: route.Person(string(p.ID), route.Contact)})
	}
	if len(people) == 0 {
		return m.nobody(s)
	}
	return s
}

// nobody says that nobody serves: on the first day there is nobody at all, and
// then somebody who may join.
func (m *Model) nobody(s State) State {
	all, err := m.board.People(board.Filter{})
	if err != nil {
		return State{Trouble: m.explain(err)}
	}
	s.Nobody, s.Some = m.book.Say("Nobody is on the board yet."), len(all) > 0
	if s.Some {
		s.Nobody = m.book.Say("Nobody serves on the board now. Whoever does stands here, with how to reach them.")
	}
	return s
}

// Dismiss puts a notice aside until the next time.
func (m *Model) Dismiss(kind board.ItemKind) { m.board.DismissNotice(kind) }

// Note stands below the title: the day, and where everything is.
func (m *Model) Note() string {
	now, err := m.board.Now()
	if err != nil {
		return ""
	}
	day := record.DateOf(now)
	return m.book.Say("{weekday} {day} · everything on this laptop only",
		"weekday", wording.Capital(m.book.Weekday(day.Weekday())), "day", m.book.DayMonth(day))
}

func (m *Model) need(item board.Item) Need {
	n := Need{
		Word: m.book.Render(item.Tag), Title: m.book.Render(item.Title), Note: m.book.Render(item.Detail),
		Act: m.book.Render(item.Act), Care: item.Urgency == board.Care,
	}
	switch id := string(item.Member); item.Target {
	case board.ToContact:
		n.Leads = route.Person(id, route.Contact)
	case board.ToOverview, board.ToOnboarding:
		n.Leads = route.Person(id, route.Overview)
	case board.ToKeyholders, board.ToKit:
		n.Leads = route.Settings(route.KeysPage)
	case board.ToBackups:
		n.Leads = route.Backups()
	case board.ToHeld:
		n.Leads = route.Person(id, route.Held)
	case board.ToConsent:
		n.Leads = route.Person(id, route.Choices)
		if id == "" {
			n.Leads = route.Consent("", "")
		}
	case board.ToPay:
		n.Leads = route.Pay("", "")
		if item.Kind == board.ItemFund {
			n.Leads = route.Pay("", route.FundsPage)
		}
	case board.ToPayRun:
		n.Leads = route.Pay("", route.PayRunAct)
	case board.ToPayTab:
		n.Leads = route.Person(id, route.Paid)
		if id == "" {
			n.Leads = route.Pay("", "")
		}
	case board.ToRetention:
		n.Leads = route.Keeping()
	case board.ToHandover:
		n.Leads = route.Handover()
	case board.ToAgreements:
		n.Leads = route.Consent("", route.AgreementsPage)
	case board.ToRound:
		n.Leads = route.Round(item.About, "")
		if item.Kind == board.ItemReword {
			n.Leads = route.Round(item.About, route.RoundComments)
		}
	case board.ToPlan:
		n.Leads = route.Plan(item.About)
	case board.ToChecklist:
		n.Leads = route.Checks(item.About)
	case board.ToNotice:
		n.Dismiss = item.Kind
	default:
		n.Leads = route.Members()
	}
	return n
}

func (m *Model) explain(err error) string { return board.ExplainIn(m.book, err) }
