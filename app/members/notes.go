package members

import (
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
)

// Notebook is the tab of notes, with the note that is being written.
type Notebook struct {
	// Writing says that one is being written.
	Writing bool
	Typed   NoteForm
	touched bool
}

// NoteForm is a note while it is typed, with the day as text. It is what a
// draft holds.
type NoteForm struct {
	// ID is that of a note that is changed, or "".
	ID   record.ID `json:"note_id,omitempty"`
	On   string    `json:"on,omitempty"`
	Text string    `json:"text,omitempty"`
}

// NoteRow is one note.
type NoteRow struct {
	ID        record.ID
	Day, Text string
}

// NotesState is what the tab shows.
type NotesState struct {
	Trouble string
	Notes   []NoteRow
	Writing bool
	// Title is that of the form, Typed what stands in it.
	Title string
	Typed NoteForm
}

// Notes is the tab as it is now, the newest note first.
func (p *Person) Notes() NotesState {
	notes, err := p.board.Notes(p.id)
	if err != nil {
		return NotesState{Trouble: board.ExplainIn(p.book, err)}
	}
	s := NotesState{Writing: p.notes.Writing, Typed: p.notes.Typed, Title: p.book.Say("A new note")}
	if s.Typed.ID != "" {
		s.Title = p.book.Say("Change a note")
	}
	for _, n := range notes {
		s.Notes = append(s.Notes, NoteRow{n.ID, p.book.Date(n.On), n.Text})
	}
	return s
}

// Write begins a note, or takes one up to change it.
func (p *Person) Write(id record.ID) {
	_, today, _ := p.read()
	p.notes = Notebook{Writing: true, Typed: NoteForm{On: today.String()}}
	notes, _ := p.board.Notes(p.id)
	for _, n := range notes {
		if id != "" && n.ID == id {
			p.notes.Typed = NoteForm{ID: id, On: n.On.String(), Text: n.Text}
		}
	}
}

// TypeNote keeps what stands in the form.
func (p *Person) TypeNote(on, text string) {
	p.notes.Typed.On, p.notes.Typed.Text, p.notes.touched = on, text, true
}

// LeaveNote lets go of what is being written.
func (p *Person) LeaveNote() { p.notes = Notebook{} }

// SaveNote keeps the note that is being written.
func (p *Person) SaveNote() Outcome {
	typed := p.notes.Typed
	on, err := record.ParseDate(typed.On)
	if err != nil {
		return Outcome{Mistakes: map[string]string{"on": p.book.Say("Write the day as year-month-day, like 2026-11-22.")}}
	}
	_, err = p.board.SaveNote(member.Note{Member: p.id, ID: typed.ID, On: on, Text: typed.Text})
	if err == nil {
		p.notes = Notebook{}
	}
	return outcome(p.book, board.ActNoteSave, p.book.Say("The note was saved."), err)
}

// RemoveNote takes a note away; it stays in the history.
func (p *Person) RemoveNote(id record.ID) Outcome {
	err := p.board.RemoveNote(p.id, id)
	if err == nil && p.notes.Typed.ID == id {
		p.notes = Notebook{}
	}
	return outcome(p.book, board.ActNoteRemove, p.book.Say("The note was taken away."), err)
}
