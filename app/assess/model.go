package assess

import (
	"strings"
	"time"

	"holdfast/assessment"
	"holdfast/board"
	"holdfast/member"
	"holdfast/wording"
)

// Board is what the screens of this package ask of the board.
type Board interface {
	Now() (time.Time, error)
	Assess() board.Assessments
	People(board.Filter) ([]board.Row, error)
	Member(member.ID) (member.Member, error)
}

// Choice is one of several answers. ID stands for it and is never shown.
type Choice struct{ ID, Label, Note string }

// Tone is how a word is coloured.
type Tone int

// The tones.
const (
	Quiet Tone = iota
	Care       // it waits for somebody
	Good
)

// explained puts an error into sentences.
func explained(book *wording.Book, err error) string {
	var said []string
	for _, t := range board.Explain(err).Says {
		said = append(said, book.Render(t))
	}
	return strings.Join(said, " ")
}

// Waiting is how many things about rounds and plans need somebody, for the
// sidebar.
func Waiting(b Board) int {
	n, err := b.Assess().Waiting(board.ToRound, board.ToPlan)
	if err != nil {
		return 0
	}
	return n
}

// answered says how many of those who were asked have answered: of everyone,
// or, where several groups are asked, of each of them.
func answered(book *wording.Book, r board.RoundState) (all string, groups []string) {
	all = book.Count(r.AnsweredInAll(), "{n} of {all} has answered", "{n} of {all} have answered", "all", r.AskedInAll())
	for _, side := range assessment.Sides() {
		if asked := r.Asked[side]; asked > 0 {
			groups = append(groups, book.Say("{group}: {n} of {all}", "group", book.Render(side.Name()), "n", r.Answered[side], "all", asked))
		}
	}
	return all, groups
}

// term is from when to when a round is.
func term(book *wording.Book, r assessment.Round) string {
	switch {
	case !r.Closed.IsZero():
		return book.Say("Closed on {date}", "date", r.Closed)
	case r.To.IsZero():
		return book.Say("Since {date}", "date", r.From)
	default:
		return book.Say("{from} – {until}", "from", r.From, "until", r.To)
	}
}
