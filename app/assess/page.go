package assess

import (
	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/report"
	"holdfast/wording"
)

// Page is one round without its looks.
type Page struct {
	board Board
	book  *wording.Book
	id    record.ID
}

// NewPage makes the page of a round.
func NewPage(b Board, book *wording.Book, id record.ID) *Page { return &Page{b, book, id} }

// PageState is what the page shows.
type PageState struct {
	Trouble         string
	Title, About    string
	Term, Word      string
	Tone            Tone
	Open, Begun     bool
	Named, GivenUp  bool
	Answered, Aside string
	Groups          []Group
	// Enough says that it can be closed with results; Missing what is missing.
	Enough  bool
	Missing string
	// Codes says how many codes are out; Drawn says that there are any.
	Codes string
	Drawn bool
	// Traces, Waiting and Told are of a closed round.
	Traces  bool
	Waiting string
	Told    []Told
	// ByName are the answers of a round by name.
	ByName []Person
}

// Group is how many of a group have answered.
type Group struct {
	Side assessment.Side
	Text string
	Done float64
}

// Told is what the board was told, and when.
type Told struct{ On, What string }

// Person is somebody who has answered by name.
type Person struct {
	Name, Group string
	response    assessment.Response
}

// State is the page as it is now.
func (p *Page) State() PageState {
	r, err := p.board.Assess().Round(p.id)
	now, err2 := p.board.Now()
	if err := errorOf(err, err2); err != nil {
		return PageState{Trouble: board.ExplainIn(p.book, err)}
	}
	today := record.DateOf(now)
	s := PageState{Title: r.Title, Term: term(p.book, r.Round), Open: r.Open(), Begun: r.Begun(today), Named: r.Named, GivenUp: r.GivenUp, Traces: r.Traces}
	if in, err := p.board.Assess().Instrument(r.Instrument, r.Version); err == nil {
		s.About = in.Title.In(p.book.Language())
	}
	s.Word, s.Tone = standing(p.book, r, today)
	s.Answered = answered(p.book, r)
	p.groups(&s, r)
	p.handedOut(&s, r)
	if r.Waiting > 0 {
		s.Waiting = p.book.Count(r.Waiting, "{n} comment waits to be said in other words, so that nobody is known by the way they write.",
			"{n} comments wait to be said in other words, so that nobody is known by the way they write.")
	}
	for _, t := range r.Told {
		s.Told = append(s.Told, Told{p.book.Date(t.On), t.What})
	}
	if r.Named && !r.GivenUp {
		s.ByName, err = p.named()
	}
	if err != nil {
		s.Trouble = board.ExplainIn(p.book, err)
	}
	return s
}

func (p *Page) groups(s *PageState, r board.RoundState) {
	for _, side := range assessment.Sides() {
		if asked := r.Asked[side]; asked > 0 {
			n := r.Answered[side]
			s.Groups = append(s.Groups, Group{side, p.book.Say("{group}: {n} of {all}", "group", p.book.Render(side.Name()), "n", n, "all", asked),
				float64(n) / float64(asked)})
		}
	}
	if r.Aside > 0 {
		s.Aside = p.book.Count(r.Aside, "{n} person has paused; what they answered does not count yet.", "{n} people have paused; what they answered does not count yet.")
	}
	s.Enough = r.Named || r.AnsweredInAll() >= report.Least
	if !s.Enough {
		s.Missing = p.book.Count(report.Least-r.AnsweredInAll(), "{n} more has to answer before anything can be shown.", "{n} more have to answer before anything can be shown.")
	}
}

func (p *Page) handedOut(s *PageState, r board.RoundState) {
	left := 0
	for _, n := range r.CodesLeft {
		left += n
	}
	s.Drawn = left > 0
	if s.Drawn {
		s.Codes = p.book.Count(left, "{n} code is out and not used yet.", "{n} codes are out and not used yet.")
	}
}

// named are those who have answered by name.
func (p *Page) named() ([]Person, error) {
	all, err := p.board.Assess().ByName(p.id)
	var people []Person
	for _, r := range all {
		one := Person{Name: r.Name, Group: p.book.Render(r.Side.Name()), response: r}
		if r.Member != "" {
			one.Name = person(p.board, r.Member)
		}
		people = append(people, one)
	}
	return people, err
}

// Sides are the groups that are asked, to choose from.
func (s PageState) Sides(book *wording.Book) []form.Choice {
	var all []form.Choice
	for _, g := range s.Groups {
		all = append(all, form.Choice{ID: string(g.Side), Label: book.Render(g.Side.Name())})
	}
	return all
}

// People are those of the board who can be chosen in a round by name, and last
// somebody else.
func (p *Page) People() ([]form.Choice, error) {
	rows, err := p.board.People(board.Filter{})
	var all []form.Choice
	for _, r := range rows {
		all = append(all, form.Choice{ID: string(r.ID), Label: r.Name})
	}
	return append(all, form.Choice{ID: "", Label: p.book.Say("Somebody who is not on the board")}), err
}
