package pay

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// Board is what the pages of this package ask of the board.
type Board interface {
	Now() (time.Time, error)
	Settings() (board.Settings, error)
	Member(member.ID) (member.Member, error)
	People(board.Filter) ([]board.Row, error)
	Pay() board.Ledger
	Consent() board.Consents
	Rules() (rule.Book, error)
	RemoveRule(id string, from record.Date) error
}

// Waiting is how many people wait to be paid, for the sidebar.
func Waiting(b Board) int {
	p, err := b.Pay().Page()
	if err != nil {
		return 0
	}
	return p.Owed.People
}

// Outcome is how an act went: what to say, or why it was not done.
type Outcome struct{ Say, Trouble string }

func outcome(book *wording.Book, say string, err error) Outcome {
	if err != nil {
		return Outcome{Trouble: board.ExplainIn(book, err)}
	}
	return Outcome{Say: say}
}

// capital makes the first letter a capital one.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// dash stands where there is nothing.
func dash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

// rateWords is a rate with what it is for: "$75.00 an hour".
func rateWords(book *wording.Book, rate compensation.Money, basis compensation.Basis) string {
	if rate.IsZero() {
		return ""
	}
	return book.Say("{rate} {basis}", "rate", rate, "basis", basis.Name())
}

// joinedLines are sentences, one after the other.
func joinedLines(book *wording.Book, texts ...wording.Text) string {
	var all []string
	for _, t := range texts {
		if text := book.Render(t); text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, " · ")
}
