package store

import (
	"io"

	"holdfast/record"
	"holdfast/store/internal/seal"
)

// boxer seals the values of the working copy, so that what lies in memory or
// on the disk is worth nothing once the key is wiped. Each box is bound to its
// record: one can't be taken for another.
type boxer struct {
	key    *seal.Key
	random io.Reader
}

// edits are the changes of an act, sealed.
func (b boxer) edits(changes []change) ([]edit, error) {
	edits := make([]edit, len(changes))
	err := onAllCores(len(changes), func(i int) error {
		c := changes[i]
		edits[i] = edit{collection: c.collection, item: item{key: c.key}, deleted: c.deleted}
		if c.deleted {
			return nil
		}
		box, err := b.key.Seal(b.random, make([]byte, 0, len(c.value)+seal.Overhead), c.value, bound(c.collection, c.key))
		edits[i].item.box, edits[i].item.size = box, len(box)
		return err
	})
	return edits, explain("seal a record", err)
}

// open appends a record's value to dst.
func (b boxer) open(dst []byte, collection string, key record.Key, box []byte) ([]byte, error) {
	value, err := b.key.Open(dst, box, bound(collection, key))
	return value, explain("open a record", err)
}

func bound(collection string, key record.Key) []byte {
	return append(appendText(make([]byte, 0, len(collection)+len(key)+2), collection), key...)
}
