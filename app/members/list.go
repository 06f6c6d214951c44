package members

import (
	"slices"
	"strconv"
	"strings"

	"holdfast/app/form"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Whom the list can be about, besides everybody ("") and each single stage.
const (
	serving = "serving"
	joining = "joining"
	former  = "former"
)

// List is the list of people without its looks.
type List struct {
	board Board
	book  *wording.Book
	text  string
	who   string
	order string
}

// ListState is what the list shows.
type ListState struct {
	// Note stands below the title, Trouble in place of everything.
	Note, Trouble string
	// Blank says that nobody is on the board yet; None is said where nobody
	// fits what was asked for.
	Blank bool
	None  string
	// People are worded one by one, when they come into sight: Word.
	People []board.Row
	// Whom are the choices of whom the list is about, Orders those of its
	// order; Who and Order are what is chosen.
	Whom, Orders []form.Choice
	Who, Order   string
	everybody    int
}

// Row is one person, worded.
type Row struct {
	Name, Pronouns string
	Stage          member.Stage
	StageWord      string
	Roles          string
	// Note is pronouns and roles, for a narrow window.
	Note           string
	Since, TermEnd string
	// Sheet is a word about the contact sheet, empty where none is called
	// for; Fresh says that it needs no confirming.
	Sheet string
	Fresh bool
}

// NewList makes the list that a route asks for.
func NewList(b Board, book *wording.Book, at route.Route) *List {
	l := &List{board: b, book: book, order: string(board.ByName)}
	who, order, _ := strings.Cut(at.Tab, ",")
	l.who = who
	if slices.Contains(board.Orders(), board.Order(order)) {
		l.order = order
	}
	return l
}

// At is the route of the list as it is; what was searched for is not in it.
func (l *List) At() route.Route {
	at := route.Members()
	if l.who != "" || l.order != string(board.ByName) {
		at.Tab = l.who + "," + l.order
	}
	return at
}

// Search shows only people who fit a text.
func (l *List) Search(text string) { l.text = strings.TrimSpace(text) }

// Choose says whom the list is about; Sort how it is ordered.
func (l *List) Choose(who string) { l.who = who }

// Sort orders the list.
func (l *List) Sort(order string) { l.order = order }

// Frame is the list without its people: what can be said at once, however
// many there are.
func (l *List) Frame() ListState {
	counts, err := l.board.Stages()
	if err != nil {
		return ListState{Trouble: board.ExplainIn(l.book, err)}
	}
	everybody := 0
	for _, c := range counts {
		everybody += c.Count
	}
	s := ListState{Blank: everybody == 0, everybody: everybody, Who: l.who, Order: l.order, Whom: l.whom(counts, everybody), Orders: l.orders()}
	if !slices.ContainsFunc(s.Whom, func(c form.Choice) bool { return c.ID == l.who }) {
		s.Who = ""
	}
	if !s.Blank {
		s.Note = l.book.Count(everybody, "{n} person", "{n} people")
	}
	return s
}

// State is the list as it is now.
func (l *List) State() ListState {
	s := l.Frame()
	if s.Blank || s.Trouble != "" {
		return s
	}
	var err error
	filter := board.Filter{Stages: stagesOf(s.Who), Text: l.text, Order: board.Order(l.order)}
	if s.People, err = l.board.People(filter); err != nil {
		return ListState{Trouble: board.ExplainIn(l.book, err)}
	}
	if len(s.People) != s.everybody {
		s.Note = l.book.Count(s.everybody, "{shown} of {n} person", "{shown} of {n} people", "shown", len(s.People))
	}
	switch {
	case len(s.People) > 0:
	case l.text != "":
		s.None = l.book.Say("Nobody fits this. Try part of a name, or show everyone.")
	default:
		s.None = l.book.Say("Nobody is at this stage now.")
	}
	return s
}

// whom are the groups that have somebody, and the stages.
func (l *List) whom(counts []board.StageCount, everybody int) []form.Choice {
	choices := []form.Choice{{ID: "", Label: l.book.Say("Everyone ({n})", "n", everybody)}}
	for _, group := range []string{serving, joining, former} {
		n, stages := 0, stagesOf(group)
		for _, c := range counts {
			if slices.Contains(stages, c.Stage) {
				n += c.Count
			}
		}
		if n > 0 {
			choices = append(choices, form.Choice{ID: group, Label: l.group(group, n)})
		}
	}
	for _, c := range counts {
		if c.Stage != "" {
			choices = append(choices, form.Choice{ID: string(c.Stage), Label: l.book.Say("{stage} ({n})", "stage", c.Stage.Label(), "n", c.Count)})
		}
	}
	return choices
}

// group is the choice of a group.
func (l *List) group(group string, n int) string {
	switch group {
	case serving:
		return l.book.Say("On the board ({n})", "n", n)
	case joining:
		return l.book.Say("Joining ({n})", "n", n)
	default:
		return l.book.Say("Not on the board ({n})", "n", n)
	}
}

// stagesOf are the stages that a choice means; none means all.
func stagesOf(who string) []member.Stage {
	var stages []member.Stage
	for _, s := range member.Stages() {
		onTheWay := s == member.Prospect || s.Joining()
		if who == string(s) || who == serving && s.Serving() || who == joining && onTheWay ||
			who == former && !s.Serving() && !onTheWay {
			stages = append(stages, s)
		}
	}
	return stages
}

func (l *List) orders() []form.Choice {
	return []form.Choice{
		{ID: string(board.ByName), Label: l.book.Say("Name")},
		{ID: string(board.ByStage), Label: l.book.Say("Stage")},
		{ID: string(board.ByTermEnd), Label: l.book.Say("Term end")},
		{ID: string(board.ByConfirmed), Label: l.book.Say("Oldest contact sheet")},
	}
}

// Word words one person of the list.
func (l *List) Word(r board.Row) Row {
	row := Row{
		Name: r.Name, Pronouns: l.book.Render(r.Pronouns), Stage: r.Stage, StageWord: l.book.Render(r.Stage.Label()),
		Roles: l.book.Render(r.Roles), Since: month(l.book, r.Since), TermEnd: month(l.book, r.TermEnd), Fresh: r.Fresh,
	}
	row.Note = row.Pronouns
	switch {
	case row.Note == "":
		row.Note = row.Roles
	case row.Roles != "":
		row.Note = l.book.Say("{one} · {next}", "one", row.Pronouns, "next", row.Roles)
	}
	switch {
	case !r.Stage.Serving() && r.Stage != member.Onboarding && r.Confirmed.IsZero():
	case r.Fresh:
		row.Sheet = l.book.Say("Confirmed")
	default:
		row.Sheet = l.book.Say("To confirm")
	}
	return row
}

// month is the month of a day, short enough for a column.
func month(book *wording.Book, day record.Date) string {
	if day.IsZero() {
		return ""
	}
	return book.Say("{month} {year}", "month", day.Month, "year", strconv.Itoa(day.Year))
}
