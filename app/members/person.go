package members

import (
	"encoding/json"

	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Person is somebody's page without its looks.
type Person struct {
	board Board
	book  *wording.Book
	id    member.ID
	notes Notebook
	asked *Asked
}

// Head is the top of the page.
type Head struct {
	Name, Note string
	// Trouble is why nobody can be shown; the rest is then empty.
	Trouble string
}

// NewPerson makes the page of a person. draft is what was half-typed on it,
// or nil.
func NewPerson(b Board, book *wording.Book, id member.ID, draft []byte) *Person {
	p := &Person{board: b, book: book, id: id}
	var half halfTyped
	if draft != nil && json.Unmarshal(draft, &half) == nil {
		p.asked = half.Asked
		if half.NoteForm != (NoteForm{}) {
			p.notes = Notebook{Writing: true, Typed: half.NoteForm, touched: true}
		}
	}
	return p
}

// halfTyped is what a draft of the page holds: a note, a dialog, or both.
type halfTyped struct {
	NoteForm
	Asked *Asked `json:"asked,omitempty"`
}

// Draft is what is half-typed on the page, or nil.
func (p *Person) Draft() []byte {
	half := halfTyped{Asked: p.asked}
	if p.notes.Writing && p.notes.touched {
		half.NoteForm = p.notes.Typed
	}
	if half == (halfTyped{}) {
		return nil
	}
	draft, err := json.Marshal(half)
	if err != nil {
		return nil // text always has a JSON form
	}
	return draft
}

// ID is whose page it is.
func (p *Person) ID() member.ID { return p.id }

// Head is the name and the line below it.
func (p *Person) Head() Head {
	m, today, err := p.read()
	if err != nil {
		return Head{Trouble: board.ExplainIn(p.book, err)}
	}
	return Head{Name: m.Name, Note: p.book.Render(m.Summary(today))}
}

// read is the person as kept now, and the coordinator's day.
func (p *Person) read() (member.Member, record.Date, error) {
	m, err := p.board.Member(p.id)
	if err != nil {
		return m, record.Date{}, err
	}
	now, err := p.board.Now()
	return m, record.DateOf(now), err
}

// Value is what a covered field holds, for somebody who asked to see it.
func (p *Person) Value(field string) string {
	m, err := p.board.Member(p.id)
	if err != nil {
		return ""
	}
	fields, err := p.board.Fields()
	if err != nil {
		return ""
	}
	for _, f := range fields {
		if f.Name == field {
			return f.Get(m)
		}
	}
	return ""
}

// TakeBack takes the latest act about the person back, where it was of a
// kind. It reads the journal, so it runs beside the window.
func (p *Person) TakeBack(kind board.Kind) error { return p.board.UndoLast(p.id, kind) }

// TookBack says how it went to take something back.
func (p *Person) TookBack(err error) Outcome {
	return outcome(p.book, board.ActUndo, p.book.Say("Taken back."), err)
}

// facts are the fields of some groups that hold something.
func (p *Person) facts(m member.Member, groups ...member.Group) ([]Line, error) {
	fields, err := p.board.Fields()
	if err != nil {
		return nil, err
	}
	var lines []Line
	for _, group := range groups {
		for _, f := range fields {
			if f.Group != group || f.Counted || f.Name == "name" || f.Name == "pronouns" || f.Get(m) == "" {
				continue
			}
			line := Line{Label: p.book.Render(f.Label), Text: p.book.Render(f.Show(m))}
			if f.Masked {
				line.Text, line.Covered = "", f.Name
			}
			lines = append(lines, line)
		}
	}
	return lines, nil
}
