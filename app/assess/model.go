package assess

import (
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
	Settings() (board.Settings, error)
	People(board.Filter) ([]board.Row, error)
	Member(member.ID) (member.Member, error)
}

// Tone is how a word is coloured.
type Tone int

// The tones.
const (
	Quiet Tone = iota
	Care       // it waits for somebody
	Good
)

// Waiting is how many things about rounds and plans need somebody, for the
// sidebar.
func Waiting(b Board) int {
	n, err := b.Assess().Waiting(board.ToRound, board.ToPlan)
	if err != nil {
		return 0
	}
	return n
}

// answered says how many of those who were asked have answered.
func answered(book *wording.Book, r board.RoundState) string {
	return book.Count(r.AnsweredInAll(), "{n} of {all} has answered", "{n} of {all} have answered", "all", r.AskedInAll())
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
