// Package record holds the few words that every other package shares: what
// identifies a record, what a calendar day is, and how a kind of record is
// turned into bytes and back.
//
// A record is one value of a domain type (a member, a contact sheet) under a
// Key. Keys are hierarchical: "MEMBER/EVENT" keeps everything of one person
// under one prefix. A Schema describes a kind of record: the collection that
// it belongs to, its key, its version, and how older versions are brought up
// to the present one.
//
// Promises:
//   - identifiers are random (UUID version 4), so they tell nothing about when
//     somebody joined;
//   - a Date is a day on a calendar and never shifts with a time zone;
//   - a record written by a newer program is reported as ErrNewer, never
//     guessed at, and fields that this program does not know survive a save.
//
// Example:
//
//	schema := record.Schema[Note]{
//		Collection: "note", Version: 1,
//		Key: func(n Note) record.Key { return record.Join(n.Member, n.ID) },
//	}
//	raw, err := schema.Encode(note, nil)
//	note, err = schema.Decode(raw)
package record
