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
}

// History is what was done about one person, the latest first. Each can be
// taken back with Undo.
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
	before := map[place]store.Version{}
	for _, v := range versions {
		if !ofPeople(v.Collection) {
			continue
		}
		if last := len(changes) - 1; last < 0 || changes[last].Sequence != v.Sequence {
			changes = append(changes, Change{
				Sequence: v.Sequence, At: v.At.In(settings.Location()), Who: who[v.Holder],
				Kind: Kind(v.Kind), What: Kind(v.Kind).Words(),
			})
		}
		at := place{v.Collection, v.Key}
		details, err := detailsOf(settings.Arrangement(), before[at], v)
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
	slices.Reverse(changes)
	return changes, nil
}

// place is where a record lies in the vault.
type place struct {
	collection string
	key        record.Key
}

// ofPeople says whether records of a collection belong to a person.
func ofPeople(collection string) bool {
	return collection == member.Schema().Collection || collection == member.NoteSchema().Collection ||
		collection == contact.Schema().Collection || collection == contact.EntrySchema().Collection
}

// detailsOf says what is different between two versions of one record.
func detailsOf(fields member.Arrangement, before, after store.Version) ([]wording.Text, error) {
	switch after.Collection {
	case member.Schema().Collection:
		return compared(member.Schema(), before, after, func(a, b member.Member) []wording.Text {
			return memberDetails(a, b, fields)
		})
	case contact.Schema().Collection:
		return compared(contact.Schema(), before, after, sheetDetails)
	case contact.EntrySchema().Collection:
		return compared(contact.EntrySchema(), before, after, entryDetails)
	default:
		return nil, nil
	}
}

// compared decodes two versions and says what is different.
func compared[V any](schema record.Schema[V], before, after store.Version, differ func(a, b V) []wording.Text) ([]wording.Text, error) {
	old, err := decoded(schema, before)
	if err != nil {
		return nil, err
	}
	now, err := decoded(schema, after)
	if err != nil {
		return nil, err
	}
	return differ(old, now), nil
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

// sheetDetails is memberDetails for a contact sheet.
func sheetDetails(before, after contact.Sheet) []wording.Text {
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
func entryDetails(before, after contact.Entry) []wording.Text {
	if after.ID == "" {
		return nil
	}
	return []wording.Text{after.Kind.Name(), after.Outcome.Name()}
}
