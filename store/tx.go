package store

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"

	"holdfast/record"
)

// Tx is what one View or Act sees: the records at its beginning, and in an Act
// also what it has put and deleted itself. It ends with the function that it
// was given to.
type Tx struct {
	snap    *snapshot
	pending map[string]map[record.Key]change // nil in a View
	ended   bool
}

var errEnded = errors.New("this look at the records has ended")

func (tx *Tx) end() { tx.ended = true }

// Collections are the names of all collections that hold a record, sorted.
func (tx *Tx) Collections() []string {
	names := map[string]bool{}
	for name := range tx.snap.index.collections {
		names[name] = true
	}
	for name, changed := range tx.pending {
		for _, c := range changed {
			names[name] = names[name] || !c.deleted
		}
		if len(tx.merged(name, "")) == 0 {
			delete(names, name)
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// Raw reads a record's bytes; record.ErrNotFound where there is none.
func (tx *Tx) Raw(collection string, key record.Key) ([]byte, error) {
	if tx.ended {
		return nil, errEnded
	}
	if c, ok := tx.pending[collection][key]; ok {
		if c.deleted {
			return nil, record.ErrNotFound
		}
		return slices.Clone(c.value), nil
	}
	return tx.snap.find(collection, key)
}

// PutRaw saves bytes as a record: for bringing back a Version, or restoring.
// A malformed key or collection is record.ErrInvalid.
func (tx *Tx) PutRaw(collection string, key record.Key, raw []byte) error {
	return tx.change(change{collection: collection, key: key, value: slices.Clone(raw)})
}

// DeleteRaw takes a record away; record.ErrNotFound where there is none.
func (tx *Tx) DeleteRaw(collection string, key record.Key) error {
	if !tx.has(collection, key) {
		return record.ErrNotFound
	}
	return tx.change(change{collection: collection, key: key, deleted: true})
}

func (tx *Tx) has(collection string, key record.Key) bool {
	if c, ok := tx.pending[collection][key]; ok {
		return !c.deleted
	}
	_, ok := tx.snap.index.find(collection, key)
	return ok
}

func (tx *Tx) change(c change) error {
	switch {
	case tx.ended:
		return errEnded
	case tx.pending == nil:
		return errors.New("nothing can be saved in a View")
	case c.collection == "" || len(c.collection) > 64 || !c.key.Valid():
		return record.ErrInvalid
	}
	if tx.pending[c.collection] == nil {
		tx.pending[c.collection] = map[record.Key]change{}
	}
	tx.pending[c.collection][c.key] = c
	return nil
}

// ScanRaw calls each with every record of a collection under prefix, in the
// order of their keys, and stops at the first error, which it returns. The
// bytes are valid during the call only. What each changes meanwhile may or may
// not come up.
func (tx *Tx) ScanRaw(collection string, prefix record.Key, each func(record.Key, []byte) error) error {
	if tx.ended {
		return errEnded
	}
	var buffer []byte
	for _, it := range tx.merged(collection, prefix) {
		var err error
		if c, ok := tx.pending[collection][it.key]; ok {
			if c.deleted {
				continue
			}
			buffer = append(buffer[:0], c.value...)
		} else if buffer, err = tx.snap.value(buffer[:0], collection, it); err != nil {
			return err
		}
		if err := each(it.key, buffer); err != nil {
			return err
		}
	}
	return nil
}

// merged are the items under prefix with those that this Tx has put. The boxes
// of what it has put are in pending.
func (tx *Tx) merged(collection string, prefix record.Key) []item {
	items := tx.snap.index.under(collection, prefix)
	if len(tx.pending[collection]) == 0 {
		return items
	}
	var edits []edit
	for key, c := range tx.pending[collection] {
		if key.Under(prefix) {
			edits = append(edits, edit{item: item{key: key}, deleted: c.deleted})
		}
	}
	slices.SortFunc(edits, func(a, b edit) int { return strings.Compare(string(a.item.key), string(b.item.key)) })
	return merge(items, edits)
}

// changes are what the act changed, in a fixed order. A record that was put
// and deleted again in the same act was never there.
func (tx *Tx) changes() []change {
	var all []change
	for collection, changed := range tx.pending {
		for key, c := range changed {
			if _, was := tx.snap.index.find(collection, key); was || !c.deleted {
				all = append(all, c)
			}
		}
	}
	slices.SortFunc(all, func(a, b change) int {
		return cmp.Or(strings.Compare(a.collection, b.collection), strings.Compare(string(a.key), string(b.key)))
	})
	return all
}
