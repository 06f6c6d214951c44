package member

import "holdfast/record"

// Note is something the coordinator wrote down about working with a person.
type Note struct {
	Member ID          `json:"member"`
	ID     record.ID   `json:"id"`
	On     record.Date `json:"on"`
	Text   string      `json:"text"`
}

// NoteSchema describes how notes are kept: collection "note", key
// MEMBER/NOTE, so that all notes of one person are one prefix.
func NoteSchema() record.Schema[Note] {
	return record.Schema[Note]{
		Collection: "note", Version: 1,
		Key: func(n Note) record.Key { return record.Join(n.Member, n.ID) },
	}
}
