package members

import (
	"strings"
	"time"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Board is what the screens of this package ask of the board.
type Board interface {
	Now() (time.Time, error)
	Settings() (board.Settings, error)
	Fields() ([]member.Field, error)

	People(board.Filter) ([]board.Row, error)
	Stages() ([]board.StageCount, error)
	Member(member.ID) (member.Member, error)

	AddMember(member.Member) (member.Member, error)
	SaveMember(member.Member) (member.Member, error)
	MoveMember(member.ID, member.StageChange) (member.Member, error)
	BackMember(member.ID) (member.Member, error)
	AgreeLeave(member.ID, member.Leave) (member.Member, error)
	StepMember(member.ID, member.Step) (member.Member, error)
	AddRole(member.ID, member.Role) (member.Member, error)
	AddTerm(member.ID, member.Term) (member.Member, error)

	Notes(member.ID) ([]member.Note, error)
	SaveNote(member.Note) (member.Note, error)
	RemoveNote(member.ID, record.ID) error

	History(member.ID) ([]board.Change, error)
	Undo(member.ID, uint64) error
	UndoLast(member.ID, board.Kind) error
}

// Line is a label and what stands beside it. Where Covered names a field, the
// text is not here: Person.Value tells it to somebody who asks.
type Line struct{ Label, Text, Covered string }

// Outcome is how an act went.
type Outcome struct {
	// Say is the sentence for a success, and Kind the act that is taken back
	// by "Undo".
	Say  string
	Kind board.Kind
	// Mistakes are what is wrong, under the names of fields; what is about no
	// field stands under "". Without any, the act was done.
	Mistakes map[string]string
}

// OK says whether the act was done.
func (o Outcome) OK() bool { return len(o.Mistakes) == 0 }

// outcome is a success with its sentence, or what is wrong.
func outcome(book *wording.Book, kind board.Kind, say string, err error) Outcome {
	if err != nil {
		return Outcome{Mistakes: board.MistakesIn(book, err)}
	}
	return Outcome{Say: say, Kind: kind}
}

// suggested are the choices of a list of the domain.
func suggested(book *wording.Book, list []member.Suggestion) []form.Choice {
	choices := make([]form.Choice, len(list))
	for i, s := range list {
		choices[i] = form.Choice{ID: s.Code, Label: book.Render(s.Label)}
	}
	return choices
}

// answers are the choices of a question that may stay open.
func answers(book *wording.Book) []form.Choice {
	return []form.Choice{
		{ID: "", Label: book.Say("Nobody has said")},
		{ID: string(member.Yes), Label: book.Render(member.Yes.Label())},
		{ID: string(member.No), Label: book.Render(member.No.Label())},
	}
}

// code is what a text stands for on a list: one of its codes, where the text
// is what the list says in the language of the book, or the text itself.
func code(book *wording.Book, list []member.Suggestion, text string) string {
	text = strings.TrimSpace(text)
	for _, s := range list {
		if strings.EqualFold(text, book.Render(s.Label)) {
			return s.Code
		}
	}
	return text
}
