package board

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"

	"holdfast/attachment"
	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// shelf is a collection of records about people as the history shows it and
// takes changes back in it.
type shelf struct {
	// differ says what is different between two versions of a record.
	differ func(member.Arrangement, store.Version, store.Version) ([]wording.Text, error)
	values func(store.Version) (values, error)
	get    func(*store.Tx, record.Key) (values, error)
	put    func(*store.Tx, record.Key, values) error
}

// shelves are the collections whose records belong to a person.
func shelves() map[string]shelf {
	return map[string]shelf{
		member.Schema().Collection:       shelfOf(member.Schema(), memberDetails),
		member.NoteSchema().Collection:   shelfOf(member.NoteSchema(), noteDetails),
		contact.Schema().Collection:      shelfOf(contact.Schema(), sheetDetails),
		contact.EntrySchema().Collection: shelfOf(contact.EntrySchema(), entryDetails),
		consent.EventSchema().Collection: shelfOf(consent.EventSchema(), choiceDetails),
		consent.UseSchema().Collection:   shelfOf(consent.UseSchema(), useDetails),
		consent.QuoteSchema().Collection: shelfOf(consent.QuoteSchema(), noDetails[consent.Quote]),
		attachment.Schema().Collection:   shelfOf(attachment.Schema(), noDetails[attachment.Attachment]),
		// The ledger is not here: what it says is taken back by an entry of its
		// own (Ledger.Reverse).
		compensation.WaySchema().Collection:   shelfOf(compensation.WaySchema(), noDetails[compensation.Way]),
		compensation.PayeeSchema().Collection: shelfOf(compensation.PayeeSchema(), noDetails[compensation.Payee]),
	}
}

// ofPeople says whether records of a collection belong to a person.
func ofPeople(collection string) bool {
	_, known := shelves()[collection]
	return known
}

// values are the fields of a record by their JSON names; nil stands for no
// record.
type values map[string]json.RawMessage

func (v values) equal(other values) bool {
	return (v == nil) == (other == nil) && maps.EqualFunc(v, other, func(a, b json.RawMessage) bool { return bytes.Equal(a, b) })
}

func shelfOf[V any](schema record.Schema[V], differ func(a, b V, fields member.Arrangement) []wording.Text) shelf {
	return shelf{
		differ: func(fields member.Arrangement, before, after store.Version) ([]wording.Text, error) {
			was, err := decoded(schema, before)
			if err != nil {
				return nil, err
			}
			is, err := decoded(schema, after)
			if err != nil {
				return nil, err
			}
			return differ(was, is, fields), nil
		},
		values: func(v store.Version) (values, error) {
			if v.Raw == nil || v.Deleted {
				return nil, nil
			}
			return valuesOf(schema.Decode(v.Raw))
		},
		get: func(tx *store.Tx, key record.Key) (values, error) {
			v, err := valuesOf(store.In(tx, schema).Get(key))
			if errors.Is(err, record.ErrNotFound) {
				return nil, nil
			}
			return v, err
		},
		put: func(tx *store.Tx, key record.Key, v values) error {
			if v == nil {
				return store.In(tx, schema).Delete(key)
			}
			raw, err := json.Marshal(v)
			if err != nil {
				return err
			}
			var record V
			if err := json.Unmarshal(raw, &record); err != nil {
				return err
			}
			return store.In(tx, schema).Put(record)
		},
	}
}

func valuesOf[V any](record V, err error) (values, error) {
	if err != nil {
		return nil, err
	}
	raw, err := json.Marshal(record)
	if err != nil {
		return nil, err
	}
	v := values{}
	return v, json.Unmarshal(raw, &v)
}

// noDetails is for records of which the history says no more than the act.
func noDetails[V any](V, V, member.Arrangement) []wording.Text { return nil }
