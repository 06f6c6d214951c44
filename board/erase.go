package board

import (
	"bytes"
	"slices"
	"strings"

	"holdfast/assessment"
	"holdfast/attachment"
	"holdfast/backup"
	"holdfast/record"
	"holdfast/store"
)

// personErased is the kind of a tombstone for everything about a person.
// Other kinds are a collection, for one record in it, and a collection with a
// field after a dot, for one field of one record.
const personErased = "person"

// tombstone is what remains of something that was erased, and until it is,
// the mark that it waits for the rewrite.
type tombstone struct {
	backup.Tombstone
	Waiting bool `json:"waiting,omitempty"`
	// PassedOn says that the person let what is needed to pay them be passed on
	// when they were taken off. Of who did not, nothing goes out after it either.
	PassedOn bool `json:"passed_on,omitempty"`
}

func tombstoneSchema() record.Schema[tombstone] {
	return record.Schema[tombstone]{
		Collection: "tombstone", Version: 1,
		Key: func(t tombstone) record.Key { return record.Join(record.ID(t.Kind), t.ID) },
	}
}

func tombstones(tx *store.Tx, each func(tombstone)) error {
	return store.In(tx, tombstoneSchema()).Scan("", func(t tombstone) error {
		each(t)
		return nil
	})
}

// erases says whether an act took something off for good: what waits to be
// erased is not brought back.
func (k Kind) erases() bool { return k == ActForget || k == ActPurge }

// eraser takes what tombstones are about out of records, one by one: while
// the vault is rewritten, and while a backup is restored.
type eraser struct {
	people  map[record.ID]bool
	records map[place]bool // by collection and the last part of the key
	fields  map[place][]string
	// marks are the tombstones themselves, which wait no longer once the
	// rewrite is done.
	marks map[record.Key]bool
	// names are those of the forgotten, for earlier versions of others'
	// records; still are the records that name them now, which a person has
	// looked at.
	names names
	still map[place]bool
	// refilled are records with a field that was filled in again after it was
	// to be erased.
	refilled map[place][]byte
}

func newEraser(stones []backup.Tombstone) *eraser {
	e := &eraser{people: map[record.ID]bool{}, records: map[place]bool{}, fields: map[place][]string{},
		marks: map[record.Key]bool{}, still: map[place]bool{}, refilled: map[place][]byte{}}
	for _, t := range stones {
		e.marks[tombstoneSchema().Key(tombstone{Tombstone: t})] = true
		collection, field, one := strings.Cut(t.Kind, ".")
		at := place{collection, record.Key(t.ID)}
		switch {
		case t.Kind == personErased:
			e.people[t.ID] = true
		case one:
			e.fields[at] = append(e.fields[at], field)
		default:
			e.records[at] = true
		}
	}
	return e
}

// newTo are the tombstones that hold for a backup in which some were known
// already. A field that had been erased before it was made may have been
// filled in again since; people and records don't come back under their
// number. n is how many of them are news to it.
func newTo(known, stones []backup.Tombstone) (hold []backup.Tombstone, n int) {
	for _, t := range stones {
		was := slices.Contains(known, t)
		if slices.Contains(hold, t) || was && strings.Contains(t.Kind, ".") {
			continue
		}
		if hold = append(hold, t); !was {
			n++
		}
	}
	return hold, n
}

// edit is what is left of a record, and false where nothing is. It has the
// form of store.Filter.Edit and changes nothing in raw.
func (e *eraser) edit(collection string, key record.Key, raw []byte) ([]byte, bool) {
	if collection == tombstoneSchema().Collection {
		return e.mark(key, raw)
	}
	segments := strings.Split(string(key), "/")
	itself := place{collection, record.Key(lastOf(key))}
	if e.records[itself] || e.records[partOf(collection, segments)] {
		return nil, false
	}
	var own record.ID
	if at := slices.IndexFunc(segments, func(s string) bool { return e.people[record.ID(s)] }); at >= 0 {
		kind := heldKind(collection)
		if kind.fate != FateStays {
			return nil, false
		}
		own = record.ID(segments[at])
		raw = withoutFields(raw, kind.free)
	}
	at := place{collection, key}
	if own == "" && !e.still[at] && e.names.in(raw) {
		return nil, false
	}
	if collection == assessment.CheckSchema().Collection && e.names.in(raw) {
		raw = e.names.unsigned(raw)
	}
	if now, again := e.refilled[at]; !again || !bytes.Equal(now, raw) {
		raw = withoutFields(raw, e.fields[itself])
	}
	return e.withoutPeople(raw, own), true
}

// partOf is the record that a record is a piece of, and goes with: the parts of
// a scanned page have only their place in it for a number of their own.
func partOf(collection string, segments []string) place {
	if collection != attachment.PartSchema().Collection || len(segments) < 2 {
		return place{}
	}
	return place{attachment.Schema().Collection, record.Key(segments[len(segments)-2])}
}

// withoutPeople takes the numbers of the forgotten out of a record, but for
// the one whom it stays with.
func (e *eraser) withoutPeople(raw []byte, own record.ID) []byte {
	for id := range e.people {
		if id != own && bytes.Contains(raw, []byte(id)) {
			raw = withoutID(raw, id)
		}
	}
	return raw
}

// mark ends the waiting of a tombstone.
func (e *eraser) mark(key record.Key, raw []byte) ([]byte, bool) {
	t, err := tombstoneSchema().Decode(raw)
	if err != nil || !t.Waiting || !e.marks[key] {
		return raw, true
	}
	t.Waiting = false
	done, err := tombstoneSchema().Encode(t, raw)
	if err != nil {
		return raw, true
	}
	return done, true
}
