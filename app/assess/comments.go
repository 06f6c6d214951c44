package assess

import (
	"strings"

	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// Comments are what people wrote and allowed to be shown in other words: a
// keyholder writes them, so that nobody is known by the way they write.
type Comments struct {
	board Board
	book  *wording.Book
	id    record.ID
}

// NewComments makes the page of a round.
func NewComments(b Board, book *wording.Book, id record.ID) *Comments { return &Comments{b, book, id} }

// Comment is one that waits.
type Comment struct {
	ID             record.ID
	Question, Text string
}

// State is what waits, and what the round is called.
func (c *Comments) State() (all []Comment, title, wrong string) {
	r, err := c.board.Assess().Round(c.id)
	if err != nil {
		return nil, "", board.ExplainIn(c.book, err)
	}
	waiting, err := c.board.Assess().Comments(c.id)
	in, err2 := c.board.Assess().Instrument(r.Instrument, r.Version)
	if err := errorOf(err, err2); err != nil {
		return nil, r.Title, board.ExplainIn(c.book, err)
	}
	for _, one := range waiting {
		q, _ := in.Question(one.Question)
		all = append(all, Comment{one.ID, q.Text.In(c.book.Language()), one.Text})
	}
	return all, r.Title, ""
}

// Reword puts other words in the place of somebody's own.
func (c *Comments) Reword(id record.ID, text string) (wrong string) {
	if text = strings.TrimSpace(text); text == "" {
		return c.book.Say("Write it in other words, or leave it out.")
	}
	return c.set(id, text)
}

// LeaveOut takes a comment away.
func (c *Comments) LeaveOut(id record.ID) (wrong string) { return c.set(id, "") }

func (c *Comments) set(id record.ID, text string) string {
	if err := c.board.Assess().Reword(c.id, id, text); err != nil {
		return board.ExplainIn(c.book, err)
	}
	return ""
}
