package board

import (
	"slices"
	"time"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Change is one act as it concerns one person.
type Change struct {
	Sequence uint64
	At       time.Time
	// Who is the keyholder's label, or "" for one that is gone.
	Who  string
	Kind Kind
	// What is the act in words, Details what changed by it, each a few words,
	// without any number or address.
	What    wording.Text
	Details []wording.Text
	// Standing says whether it can be taken back.
	Standing Standing
}

// Standing is what has become of an act since.
type Standing string

// The standings. Stands, the zero value, is that it can be taken back.
const (
	Stands       Standing = ""
	TakenBack    Standing = "taken_back"
	ChangedSince Standing = "changed_since"
	ForGood      Standing = "for_good" // what it took off is not brought back
)

// History is what was done about one person, the latest first. What Stands
// can be taken back with Undo.
func (b *Board) History(id member.ID) ([]Change, error) {
	opened, err := b.vault()
	if err != nil {
		return nil, err
	}
	versions, err := opened.Versions("", record.Key(id))
	if err != nil {
		return nil, err
	}
	if len(versions) == 0 {
		return nil, errNobody(record.ErrNotFound)
	}
	who, err := b.names()
	if err != nil {
		return nil, err
	}
	settings, err := b.Settings()
	if err != nil {
		return nil, err
	}
	var changes []Change
	before, shelves, steps := map[place]store.Version{}, shelves(), map[uint64][]step{}
	for _, v := range versions {
		shelf, known := shelves[v.Collection]
		if !known {
			continue
		}
		if last := len(changes) - 1; last < 0 || changes[last].Sequence != v.Sequence {
			changes = append(changes, Change{
				Sequence: v.Sequence, At: v.At.In(settings.Location()), Who: who[v.Holder],
				Kind: Kind(v.Kind), What: Kind(v.Kind).Words(),
			})
		}
		at := place{v.Collection, v.Key}
		steps[v.Sequence] = append(steps[v.Sequence], step{shelf, before[at], v})
		details, err := shelf.differ(settings.Arrangement(), before[at], v)
		if err != nil {
			return nil, err
		}
		last := &changes[len(changes)-1]
		if v.Collection == member.Schema().Collection {
			last.Details = append(details, last.Details...) // the person first
		} else {
			last.Details = append(last.Details, details...)
		}
		before[at] = v
	}
	for i := range changes {
		if changes[i].Standing, err = standingOf(steps[changes[i].Sequence], before); err != nil {
			return nil, err
		}
	}
	slices.Reverse(changes)
	return changes, nil
}

// place is where a record lies in the vault.
type place struct {
	collection string
	key        record.Key
}

// decoded is the record of a version, or the empty record where there was
// none.
func decoded[V any](schema record.Schema[V], v store.Version) (V, error) {
	var none V
	if v.Raw == nil || v.Deleted {
		return none, nil
	}
	return schema.Decode(v.Raw)
}

// memberDetails says what is different about a person. For somebody who is
// new, or gone, it says so once instead of naming every field.
func memberDetails(before, after member.Member, fields member.Arrangement) []wording.Text {
	switch {
	case after.ID == "":
		return []wording.Text{wording.T("The person was taken off again.")}
	case before.ID == "":
		return []wording.Text{wording.T("Taken in at the stage “{stage}”.", "stage", after.Stage().Label())}
	default:
		return member.Texts(member.Changes(before, after, fields))
	}
}

// noteDetails says how a note was reworded; a new one speaks for itself.
func noteDetails(before, after member.Note, _ member.Arrangement) []wording.Text {
	if before.ID == "" || after.ID == "" {
		return nil
	}
	return member.Texts(member.NoteChanges(before, after))
}

// sheetDetails is memberDetails for a contact sheet.
func sheetDetails(before, after contact.Sheet, _ member.Arrangement) []wording.Text {
	switch {
	case after.Member == "":
		return []wording.Text{wording.T("The contact sheet was taken away again.")}
	case before.Member == "":
		n := len(after.Channels)
		return []wording.Text{wording.N(n, "A contact sheet was begun, with {n} way.", "A contact sheet was begun, with {n} ways.")}
	default:
		return contact.Changes(before, after)
	}
}

// entryDetails says how a contact went.
func entryDetails(_, after contact.Entry, _ member.Arrangement) []wording.Text {
	if after.ID == "" {
		return nil
	}
	return []wording.Text{after.Kind.Name(), after.Outcome.Name()}
}
