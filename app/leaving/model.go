package leaving

import (
	"context"
	"strings"
	"time"

	"holdfast/board"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/wording"
)

// Model is the pages without their looks.
type Model struct {
	board *board.Board
	book  *wording.Book
	clock func() time.Time
}

// NewModel makes the pages of a board; clock times how long work takes.
func NewModel(b *board.Board, book *wording.Book, clock func() time.Time) *Model {
	return &Model{board: b, book: book, clock: clock}
}

// Explain puts an error into words, and is empty for none.
func (m *Model) Explain(err error) string { return board.ExplainIn(m.book, err) }

// Work is long work that a person can stop.
type Work func(ctx context.Context, progress board.Progress) error

// Words is what a step of long work is called; backup says that a backup is
// being made, of which the time that is left can be told.
func (m *Model) Words(backup bool) func(step board.Step, done, total int64) wording.Text {
	began := map[board.Step]time.Time{}
	return func(step board.Step, done, total int64) wording.Text {
		if !backup {
			return board.StepWords(step)
		}
		now := m.clock()
		if began[step].IsZero() {
			began[step] = now
		}
		return board.BackupWords(step, now.Sub(began[step]), done, total)
	}
}

// Erasing is the rewrite of everything that waits; done is told what came of
// it.
func (m *Model) Erasing(done *board.Erased) Work {
	return func(ctx context.Context, progress board.Progress) (err error) {
		*done, err = m.board.Leaving().Erase(ctx, progress)
		return err
	}
}

// ErasedWords say what an erasing came to; care says that something is left to
// do.
func (m *Model) ErasedWords(e board.Erased) (say string, care bool) {
	said := []string{m.book.Say("It is done: what was to be erased is gone, and every earlier version with it.")}
	if n := len(e.Unfinished); n > 0 {
		care = true
		said = append(said, m.book.Say("Some old files could not be removed from the disk yet. That is tried again at each opening; until then the erasing is not finished."))
	}
	missed := 0
	for _, c := range e.Companions {
		if !c.Written {
			missed++
		}
	}
	if missed > 0 {
		care = true
		said = append(said, m.book.Count(missed, "{n} place with backups could not be told of it. Put that stick in, and it is told the next time.", "{n} places with backups could not be told of it. Put those sticks in, and they are told the next time."))
	}
	return strings.Join(said, " "), care
}

// printed is a document as a file that whose name ends in form.
func (m *Model) printed(d paper.Document, form string) ([]byte, error) {
	return board.DocumentAs(d, form, m.book)
}

// name is what somebody is called, or the number of who is gone.
func (m *Model) name(id member.ID) string {
	if who, err := m.board.Member(id); err == nil {
		return who.Name
	}
	return m.book.Say("somebody who is forgotten ({code})", "code", id.Short())
}
