package history

import (
	"time"

	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// Board is what the page asks of the board.
type Board interface {
	Journal(since time.Time) ([]board.Entry, error)
}

// Row is one act.
type Row struct {
	// Day is empty where the row above is of the same day.
	Day, Time string
	Who, What string
	// Records says how many were touched; it is empty where none was, as when
	// a key was added.
	Records string
}

// State is what the page shows.
type State struct {
	Note    string
	Rows    []Row
	Empty   string
	Trouble string
}

// Read makes the page.
func Read(b Board, book *wording.Book) State {
	entries, err := b.Journal(time.Time{})
	if err != nil {
		return State{Trouble: board.ExplainIn(book, err)}
	}
	s := State{Note: book.Count(len(entries), "{n} act · kinds of acts only, nothing of what was written",
		"{n} acts · kinds of acts only, nothing of what was written")}
	if len(entries) == 0 {
		s.Empty = book.Say("Nothing was done yet.")
	}
	var before record.Date
	for _, e := range entries {
		r := Row{Time: book.Time(e.At), Who: e.Who, What: book.Render(e.What)}
		if e.Records > 0 {
			r.Records = book.Count(e.Records, "{n} record", "{n} records")
		}
		if r.Who == "" {
			r.Who = book.Say("A keyholder who was removed")
		}
		if day := record.DateOf(e.At); day != before {
			r.Day, before = book.Date(day), day
		}
		s.Rows = append(s.Rows, r)
	}
	return s
}
