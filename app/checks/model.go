package checks

import (
	"slices"
	"strings"
	"time"

	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// Board is what the screens of this package ask of the board.
type Board interface {
	Now() (time.Time, error)
	Settings() (board.Settings, error)
	Assess() board.Assessments
	Attachments() board.Attachments
}

// Tone is what a word about an item means.
type Tone int

// The tones.
const (
	Open Tone = iota
	Well
	Look
)

// List is all checklists without their looks.
type List struct {
	board Board
	book  *wording.Book
}

// NewList makes the list.
func NewList(b Board, book *wording.Book) *List { return &List{b, book} }

// ListState is what the list shows.
type ListState struct {
	Trouble string
	// Known says that something is known about the board, Facts what.
	Known bool
	Facts []Fact
	// Rows are the checklists of which something applies: what is due first,
	// then what was begun, what was not, what is done. Others are those of
	// which nothing does.
	Rows, Others []Row
}

// Fact is a question about the board, and its answer.
type Fact struct{ Question, Answer string }

// Row is a checklist in the list.
type Row struct {
	ID, Title string
	// Progress says how many items are done, Share how much that is of them.
	Progress string
	Share    float64
	// Word says whether something is due, Next when to look again.
	Word string
	Tone Tone
	Next string
}

// State is the list as it is now.
func (l *List) State() ListState {
	states, err := l.board.Assess().Checklists(l.book.Language())
	if err != nil {
		return ListState{Trouble: board.ExplainIn(l.book, err)}
	}
	s := ListState{}
	if s.Facts, s.Known, err = known(l.board, l.book); err != nil {
		return ListState{Trouble: board.ExplainIn(l.book, err)}
	}
	var order [4][]Row
	for _, c := range states {
		row := l.row(c)
		switch {
		case len(c.Items) == 0:
			row.Progress = l.book.Count(c.Left, "{n} item, none for this board", "{n} items, none for this board")
			s.Others = append(s.Others, row)
		case c.Due() > 0:
			order[0] = append(order[0], row)
		case c.Of("") == len(c.Items):
			order[2] = append(order[2], row)
		case c.Share() == 1:
			order[3] = append(order[3], row)
		default:
			order[1] = append(order[1], row)
		}
	}
	s.Rows = slices.Concat(order[:]...)
	return s
}

func (l *List) row(c assessment.ChecklistState) Row {
	r := Row{ID: c.Instrument.ID, Title: c.Instrument.Title.In(l.book.Language()), Progress: progress(l.book, c), Share: c.Share()}
	switch due := c.Due(); {
	case due > 0:
		r.Word, r.Tone = l.book.Count(due, "{n} to look at", "{n} to look at"), Look
	case c.Of("") == len(c.Items):
		r.Word = l.book.Say("Not begun")
	case c.Share() == 1:
		r.Word, r.Tone = l.book.Say("Done"), Well
	default:
		r.Word = l.book.Say("In progress")
	}
	if next := c.Next(); !next.IsZero() {
		r.Next = l.book.Say("look again by {date}", "date", next)
	}
	return r
}

// progress says how much of a checklist is done.
func progress(book *wording.Book, c assessment.ChecklistState) string {
	return book.Say("{n} of {all} done", "n", c.Of(assessment.Done), "all", len(c.Items)-c.Of(assessment.NotForUs))
}

// known are the questions about the board with their answers; any says
// whether there is an answer.
func known(b Board, book *wording.Book) (facts []Fact, any bool, err error) {
	answers, err := b.Assess().Facts()
	if err != nil {
		return nil, false, err
	}
	asked, err := b.Assess().AboutBoard(answers)
	for _, q := range asked {
		f := fact(book, q.Checklist, q.Question, answers)
		any = any || f.Answer != ""
		facts = append(facts, f)
	}
	return facts, any, err
}

// fact is a question with its answer in words.
func fact(book *wording.Book, in assessment.Instrument, q assessment.Question, answers assessment.Answers) Fact {
	var said []string
	for _, value := range answers[q.ID].Values {
		said = append(said, in.Said(q, value, book))
	}
	return Fact{q.Text.In(book.Language()), strings.Join(said, "; ")}
}

// statusName is how an item stands, in the words of its checklist.
func statusName(book *wording.Book, in assessment.Instrument, status string) string {
	for _, s := range in.Scales {
		if s.ID != assessment.CheckScale {
			continue
		}
		for _, c := range s.Choices {
			if c.Code == status {
				return c.Text.In(book.Language())
			}
		}
	}
	return book.Say("Not answered yet")
}

func statusTone(status string) Tone {
	switch status {
	case assessment.Done, assessment.NotForUs:
		return Well
	case assessment.AskLawyer:
		return Look
	default:
		return Open
	}
}

// today is the board's day.
func today(b Board) record.Date {
	now, err := b.Now()
	if err != nil {
		return record.Date{}
	}
	return record.DateOf(now)
}

// Waiting is how many items of checklists should be looked at, for the
// sidebar.
func Waiting(b Board) int {
	n, err := b.Assess().ItemsDue()
	if err != nil {
		return 0
	}
	return n
}
