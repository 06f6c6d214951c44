package member

import (
	"cmp"
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Note is something that the coordinator wrote down about working with a
// person.
type Note struct {
	Member ID        `json:"member"`
	ID     record.ID `json:"id"`
	// On is the day that the note is about.
	On   record.Date `json:"on"`
	Text string      `json:"text"`
}

// NoteSchema describes how notes are kept: collection "note", key
// MEMBER/NOTE, so that all notes of one person are one prefix.
func NoteSchema() record.Schema[Note] {
	return record.Schema[Note]{
		Collection: "note", Version: 1,
		Key: func(n Note) record.Key { return record.Join(n.Member, n.ID) },
	}
}

// Validate names everything that keeps the note from being saved:
// wording.Problems about "text" and "on".
func (n Note) Validate(today record.Date) error {
	var all problems
	all.When(prose(n.Text) == "", wording.Refuse("text", "Write something, or leave the note out."))
	all.Prose("text", n.Text, longestNote)
	all.When(n.On.IsZero(), wording.Refuse("on", "Write the day that the note is about."))
	all.When(n.On.After(today), wording.Refuse("on", "This day is still to come. Choose today or an earlier day."))
	return all.Err()
}

// NoteChanges says what is different between two states of a note.
func NoteChanges(before, after Note) []Change {
	var all []Change
	if before.Text != after.Text {
		all = append(all, Change{Field: "text", Label: wording.T("Note"), From: asWritten(before.Text), To: asWritten(after.Text)})
	}
	if before.On != after.On {
		all = append(all, Change{Field: "on", Label: wording.T("Day of the note"), From: dayText(before.On), To: dayText(after.On)})
	}
	return all
}

// newestFirst sorts notes.
func newestFirst(notes []Note) {
	slices.SortFunc(notes, func(a, b Note) int {
		return cmp.Or(b.On.Compare(a.On), cmp.Compare(a.ID, b.ID))
	})
}
