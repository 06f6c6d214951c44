package checks

import (
	"strings"

	"holdfast/assessment"
	"holdfast/board"
	"holdfast/paper"
	"holdfast/wording"
)

// Page is one checklist without its looks.
type Page struct {
	board Board
	book  *wording.Book
	id    string
}

// NewPage makes the page of a checklist.
func NewPage(b Board, book *wording.Book, id string) *Page { return &Page{b, book, id} }

// PageState is what the page shows.
type PageState struct {
	Trouble string
	// Title and Progress stand above, About below; Checked says when the
	// content was last gone through.
	Title, Progress, About, Checked string
	Share                           float64
	// Facts are what decides what applies; Card is what a state asks, where
	// the checklist has one, and CardTitle what it is called.
	Facts, Card []Fact
	CardTitle   string
	Sections    []Section
	// Left says how many items don't apply; Nothing that none does.
	Left, Nothing string
}

// Section is a part of a checklist.
type Section struct {
	Title string
	Items []Item
}

// Item is one item as a row.
type Item struct {
	ID, Text string
	// Rests is the law that it rests on, Word how it stands.
	Rests, Word string
	Tone        Tone
	// Note says who looks after it, and when to look again.
	Note string
}

// State is the page as it is now.
func (p *Page) State() PageState {
	c, err := p.board.Assess().Checklist(p.id)
	if err != nil {
		return PageState{Trouble: board.ExplainIn(p.book, err)}
	}
	answers, err := p.board.Assess().Facts()
	if err != nil {
		return PageState{Trouble: board.ExplainIn(p.book, err)}
	}
	in, language := c.Instrument, p.book.Language()
	s := PageState{Title: in.Title.In(language), Progress: progress(p.book, c), About: in.About.In(language), Share: c.Share(),
		Checked: p.book.Say("Content last checked on {date}.", "date", in.Reviewed)}
	for _, q := range c.About {
		if q.AboutBoard() {
			s.Facts = append(s.Facts, fact(p.book, in, q, answers))
			continue
		}
		s.Card, s.CardTitle = append(s.Card, fact(p.book, in, q, answers)), q.Section.Text.In(language)
	}
	section := ""
	for _, i := range c.Items {
		if len(s.Sections) == 0 || i.Section.ID != section {
			section = i.Section.ID
			s.Sections = append(s.Sections, Section{Title: i.Section.Text.In(language)})
		}
		at := &s.Sections[len(s.Sections)-1]
		at.Items = append(at.Items, p.item(in, i))
	}
	if c.Left > 0 {
		s.Left = p.book.Count(c.Left, "{n} item is left out because it does not apply to this board.", "{n} items are left out because they do not apply to this board.")
	}
	if len(c.Items) == 0 {
		s.Nothing = p.book.Say("By what is known of the board, nothing here applies to it.")
	}
	return s
}

func (p *Page) item(in assessment.Instrument, i assessment.CheckItem) Item {
	row := Item{ID: i.ID, Text: i.Text.In(p.book.Language()), Rests: i.Rests.On(p.book, " · "), Word: statusName(p.book, in, i.Mark.Status), Tone: statusTone(i.Mark.Status)}
	var notes []string
	if i.Mark.Owner != "" {
		notes = append(notes, i.Mark.Owner)
	}
	switch {
	case i.Changed:
		row.Word, row.Tone = p.book.Say("Words changed"), Look
		notes = append(notes, p.book.Say("the words are not those that were answered"))
	case i.Due:
		row.Word, row.Tone = p.book.Say("Look again"), Look
		notes = append(notes, p.book.Say("since {date}", "date", i.Mark.ReviewBy))
	case i.Marked && !i.Mark.ReviewBy.IsZero():
		notes = append(notes, p.book.Say("look again by {date}", "date", i.Mark.ReviewBy))
	}
	if i.Mark.SignedBy != "" {
		notes = append(notes, p.book.Say("signed by {name}, {date}", "name", i.Mark.SignedBy, "date", i.Mark.SignedOn))
	}
	row.Note = strings.Join(notes, " · ")
	return row
}

// Paper is the checklist as it stands, to be printed.
func (p *Page) Paper(book *wording.Book) (paper.Document, error) {
	c, err := p.board.Assess().Checklist(p.id)
	if err != nil {
		return paper.Document{}, err
	}
	settings, err := p.board.Settings()
	if err != nil {
		return paper.Document{}, err
	}
	answers, err := p.board.Assess().Facts()
	return board.ChecklistDocument(c, answers, today(p.board), book, settings.Paper), err
}
