package member

import "holdfast/record"

// AddNote writes a note about a person down. An ID is drawn for it; without a
// day it is about today.
func (s Service) AddNote(n Note) (Note, error) {
	if _, err := s.Get(n.Member); err != nil {
		return n, err
	}
	id, err := record.NewID(s.Random)
	if err != nil {
		return n, err
	}
	n.ID = id
	if n.On.IsZero() {
		n.On = s.Today
	}
	return s.putNote(n)
}

// SaveNote keeps an edited note.
func (s Service) SaveNote(n Note) (Note, error) {
	if _, err := s.Notes.Get(NoteSchema().Key(n)); err != nil {
		return n, err
	}
	return s.putNote(n)
}

// RemoveNote takes a note away.
func (s Service) RemoveNote(member ID, note record.ID) error {
	return s.Notes.Delete(record.Join(member, note))
}

// NotesOf are the notes about a person, the newest first.
func (s Service) NotesOf(member ID) ([]Note, error) {
	var notes []Note
	err := s.Notes.Scan(record.Key(member), func(n Note) error { notes = append(notes, n); return nil })
	newestFirst(notes)
	return notes, err
}

func (s Service) putNote(n Note) (Note, error) {
	n.Text = prose(n.Text)
	if err := n.Validate(s.Today); err != nil {
		return n, err
	}
	return n, s.Notes.Put(n)
}
