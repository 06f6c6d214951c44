package members

import (
	"strings"

	"holdfast/board"
	"holdfast/record"
)

// ChangesState is what the History tab shows.
type ChangesState struct {
	Trouble string
	// Gone says that the person is not there any more: taking them in was
	// taken back.
	Gone bool
	Rows []ChangeRow
}

// ChangeRow is one act.
type ChangeRow struct {
	Sequence uint64
	What     string
	// Who says who did it and when.
	Who     string
	Details []string
	// Undo says that it can be taken back; Since is what has become of it
	// where it can't.
	Undo  bool
	Since string
	// Mistake is why it could not be taken back.
	Mistake string
}

// Changes reads what was done about the person, the latest first. It reads
// the journal, so it runs beside the window.
func (p *Person) Changes() ChangesState {
	changes, err := p.board.History(p.id)
	if err != nil {
		return ChangesState{Trouble: board.ExplainIn(p.book, err)}
	}
	_, err = p.board.Member(p.id)
	s := ChangesState{Gone: err != nil && board.Explain(err).Field == "id"}
	for _, c := range changes {
		row := ChangeRow{Sequence: c.Sequence, What: p.book.Render(c.What), Undo: c.Standing == board.Stands}
		switch c.Standing {
		case board.TakenBack:
			row.Since = p.book.Say("Taken back")
		case board.ChangedSince:
			row.Since = p.book.Say("Changed since")
		}
		who := c.Who
		if who == "" {
			who = p.book.Say("A keyholder who was removed")
		}
		row.Who = p.book.Say("{who} · {day}, {time}", "who", who, "day", record.DateOf(c.At), "time", p.book.Time(c.At))
		for _, d := range c.Details {
			row.Details = append(row.Details, strings.TrimSuffix(p.book.Render(d), ".")) // they follow each other
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// Undo takes one act back. It reads the journal, so it runs beside the
// window.
func (p *Person) Undo(sequence uint64) error { return p.board.Undo(p.id, sequence) }
