package consents

import (
	"strings"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Page is the Consent page without its looks: a question to the gate, the
// person that it is about, and what needs somebody.
type Page struct {
	board Board
	book  *wording.Book
	kinds consent.Kinds
	asked Asked
}

// Asked is a question as it is typed.
type Asked struct {
	Person  member.ID
	Purpose consent.Purpose
	// Where is a channel, Recipient one organisation or person.
	Where     consent.Channel
	Recipient string
	Day       string
}

// PageState is what the page shows.
type PageState struct {
	Trouble string
	// People and Uses are to choose from, Places where it may be.
	People, Uses, Places []form.Choice
	Asked                Asked
	// ToSomebody asks for a recipient.
	ToSomebody bool
	// Soon is who has something that ends soon or who is to be talked with,
	// After what is left after withdrawals.
	Soon  []Soon
	After []After
	// MoreSoon and MoreAfter are how many there are besides.
	MoreSoon, MoreAfter int
}

// mostAfter and mostSoon are how many the page shows at once.
const mostAfter, mostSoon = 4, 10

// Soon is somebody to talk with before long.
type Soon struct {
	ID         member.ID
	Name, Text string
	Care       bool
}

// Verdict is the gate's answer in words.
type Verdict struct {
	Verdict       consent.Verdict
	Lead, Because string
	Conditions    []string
	Basis         string
}

// NewPage makes the page; person is whom it is about at first, or "".
func NewPage(b Board, book *wording.Book, person member.ID) *Page {
	p := &Page{board: b, book: book, asked: Asked{Person: person, Purpose: consent.QuoteWords, Where: consent.AnnualReport}}
	if now, err := b.Now(); err == nil {
		p.asked.Day = record.DateOf(now).String()
	}
	return p
}

// people are those who can be asked about, by name.
func people(b Board) ([]form.Choice, error) {
	rows, err := b.People(board.Filter{})
	var list []form.Choice
	for _, r := range rows {
		list = append(list, form.Choice{ID: string(r.ID), Label: r.Name})
	}
	return list, err
}

// State is the page as it is now.
func (p *Page) State() PageState {
	o, err := p.board.Consent().Overview(mostAfter)
	var who []form.Choice
	if err == nil {
		who, err = people(p.board)
	}
	if err == nil {
		p.kinds, err = p.board.Consent().Kinds()
	}
	if err != nil {
		return PageState{Trouble: board.ExplainIn(p.book, err)}
	}
	switch {
	case p.asked.Person != "":
	case len(o.People) > 0:
		p.asked.Person = o.People[0].ID
	case len(who) > 0: // nobody serves or joins yet, as on the first day
		p.asked.Person = member.ID(who[0].ID)
	}
	s := PageState{People: who, Uses: purposes(p.book, p.kinds, p.kinds.Doing), Asked: p.asked,
		Places: append([]form.Choice{{ID: "", Label: p.book.Say("Nowhere in particular")}}, form.Choices(p.book, consent.Channels())...),
		After:  afters(p.book, o.After), MoreAfter: o.Open - len(o.After)}
	s.ToSomebody = p.kinds.ToSomebody(p.asked.Purpose)
	days := p.soonDays()
	for _, one := range o.People {
		switch {
		case one.Soon == 0 && !one.Review:
		case len(s.Soon) == mostSoon:
			s.MoreSoon++
		case one.Soon > 0:
			s.Soon = append(s.Soon, Soon{one.ID, one.Name, p.book.Count(one.Soon, "{n} choice ends within {days} days", "{n} choices end within {days} days", "days", days), true})
		default:
			s.Soon = append(s.Soon, Soon{one.ID, one.Name, p.book.Say("It is time to go through their choices"), false})
		}
	}
	return s
}

func (p *Page) soonDays() int {
	l, err := p.board.Consent().Limits()
	if err != nil {
		return consent.Usual().SoonDays
	}
	return l.SoonDays
}

// Person is whom the page is about.
func (p *Page) Person() member.ID { return p.asked.Person }

// Ask keeps what is typed of the question. Another use begins without a place,
// unless others will see it.
func (p *Page) Ask(a Asked) {
	if a.Purpose != p.asked.Purpose && !p.kinds.Public(a.Purpose) {
		a.Where = ""
	}
	p.asked = a
}

// Check asks the gate. wrong is what has to be mended first, by its field.
func (p *Page) Check() (answer Verdict, wrong map[string]string) {
	day, err := record.ParseDate(strings.TrimSpace(p.asked.Day))
	if err != nil {
		return Verdict{}, map[string]string{"day": p.book.Say("Write the day as year-month-day, like 2026-11-22.")}
	}
	q := consent.Question{Purpose: p.asked.Purpose, Channel: p.asked.Where, Day: day}
	if p.kinds.ToSomebody(q.Purpose) {
		q.Recipient = strings.TrimSpace(p.asked.Recipient)
	}
	a, err := p.board.Consent().May(p.asked.Person, q)
	if err != nil {
		return Verdict{}, map[string]string{"person": board.ExplainIn(p.book, err)}
	}
	return Verdict{Verdict: a.Verdict, Lead: p.book.Render(a.Verdict.Name()) + ".", Because: p.book.Render(a.Because),
		Conditions: p.book.All(a.Conditions), Basis: p.book.Render(a.Basis)}, nil
}

// Waiting is how many things about consent need somebody, for the sidebar.
func Waiting(b Board) int {
	n, err := b.Consent().Needs()
	if err != nil {
		return 0
	}
	return n
}
