package assess

import (
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// List is all rounds without their looks.
type List struct {
	board Board
	book  *wording.Book
}

// NewList makes the list.
func NewList(b Board, book *wording.Book) *List { return &List{b, book} }

// ListState is what the list shows.
type ListState struct {
	Trouble string
	// Open are the rounds that take answers, Closed the others.
	Open, Closed []Row
}

// Row is a round in the list.
type Row struct {
	ID             record.ID
	Title, About   string
	Answered, When string
	Word           string
	Tone           Tone
	// Results says that its figures can be looked at.
	Results bool
}

// State is the list as it is now.
func (l *List) State() ListState {
	rounds, err := l.board.Assess().Rounds()
	now, err2 := l.board.Now()
	if err != nil || err2 != nil {
		return ListState{Trouble: board.ExplainIn(l.book, errorOf(err, err2))}
	}
	var s ListState
	for _, r := range rounds {
		row := l.row(r, record.DateOf(now))
		if r.Open() {
			s.Open = append(s.Open, row)
		} else {
			s.Closed = append(s.Closed, row)
		}
	}
	return s
}

// errorOf is the first error that there is.
func errorOf(all ...error) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *List) row(r board.RoundState, today record.Date) Row {
	row := Row{ID: r.ID, Title: r.Title, When: term(l.book, r.Round), Results: !r.Open() && !r.GivenUp}
	in, err := l.board.Assess().Instrument(r.Instrument, r.Version)
	if err == nil {
		row.About = in.Title.In(l.book.Language())
	}
	row.Answered = answered(l.book, r)
	row.Word, row.Tone = standing(l.book, r, today)
	return row
}

// standing is how a round stands, in a word or two.
func standing(book *wording.Book, r board.RoundState, today record.Date) (string, Tone) {
	switch {
	case r.GivenUp:
		return book.Say("Given up"), Quiet
	case r.Traces:
		return book.Say("Traces to erase"), Care
	case !r.Open():
		return book.Say("Results"), Good
	case !r.Begun(today):
		return book.Say("Not begun"), Quiet
	case !r.To.IsZero() && !today.Before(r.To), r.AnsweredInAll() >= r.AskedInAll():
		return book.Say("To be closed"), Care
	default:
		return book.Say("Taking answers"), Quiet
	}
}
