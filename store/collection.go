package store

import (
	"errors"
	"fmt"

	"holdfast/record"
)

// Collection is one kind of record as a Tx sees it. It has what the services
// of the domain ask for, and passes recordtest.Run.
type Collection[V any] struct {
	tx     *Tx
	schema record.Schema[V]
}

// In is the collection of a schema within tx.
func In[V any](tx *Tx, schema record.Schema[V]) *Collection[V] {
	return &Collection[V]{tx, schema}
}

// Get reads one record; record.ErrNotFound where there is none.
func (c *Collection[V]) Get(key record.Key) (V, error) {
	raw, err := c.tx.Raw(c.schema.Collection, key)
	if err != nil {
		var none V
		return none, err
	}
	return c.schema.Decode(raw)
}

// Put saves a record under the key that its schema names, keeping fields that
// a newer program wrote. A malformed key is record.ErrInvalid, a record of a
// newer version record.ErrNewer.
func (c *Collection[V]) Put(value V) error {
	key := c.schema.Key(value)
	if !key.Valid() {
		return fmt.Errorf("%w: the key of a record of %s", record.ErrInvalid, c.schema.Collection)
	}
	former, err := c.tx.Raw(c.schema.Collection, key)
	if err != nil && !errors.Is(err, record.ErrNotFound) {
		return err
	}
	raw, err := c.schema.Encode(value, former)
	if err != nil {
		return err
	}
	return c.tx.PutRaw(c.schema.Collection, key, raw)
}

// Delete takes a record away; record.ErrNotFound where there is none.
func (c *Collection[V]) Delete(key record.Key) error {
	return c.tx.DeleteRaw(c.schema.Collection, key)
}

// Scan calls each with every record under prefix, in the order of their keys,
// and stops at the first error, which it returns. What each changes meanwhile
// may or may not come up.
func (c *Collection[V]) Scan(prefix record.Key, each func(V) error) error {
	if c.tx.ended {
		return errEnded
	}
	items := c.tx.merged(c.schema.Collection, prefix)
	for len(items) > 0 {
		n := min(scanBatch, len(items))
		for _, read := range c.read(items[:n]) {
			if read.err == errSkipped {
				continue
			}
			if read.err != nil {
				return read.err
			}
			if err := each(read.value); err != nil {
				return err
			}
		}
		items = items[n:]
	}
	return nil
}

// scanBatch is how many records are made into values at once, on all cores:
// that takes ten times as long as opening them.
const scanBatch = 512

// errSkipped marks a record that was deleted meanwhile.
var errSkipped = errors.New("deleted meanwhile")

type read[V any] struct {
	value V
	err   error
}

func (c *Collection[V]) read(items []item) []read[V] {
	out := make([]read[V], len(items))
	boxes := make([][]byte, len(items))
	for i, it := range items { // one look at the engine is for one goroutine
		if _, own := c.tx.pending[c.schema.Collection][it.key]; !own {
			boxes[i], out[i].err = c.tx.snap.box(c.schema.Collection, it)
		}
	}
	// Each record has its own error, in its place.
	_ = onAllCores(len(items), func(i int) error {
		if out[i].err == nil {
			out[i].value, out[i].err = c.decode(items[i].key, boxes[i])
		}
		return nil
	})
	return out
}

func (c *Collection[V]) decode(key record.Key, box []byte) (value V, err error) {
	own, changed := c.tx.pending[c.schema.Collection][key]
	if changed && own.deleted {
		return value, errSkipped
	}
	raw := own.value
	if !changed {
		if raw, err = c.tx.snap.open(nil, c.schema.Collection, key, box); err != nil {
			return value, err
		}
		// What was decrypted has become a value; the bytes are not left to lie
		// about.
		defer clear(raw)
	}
	return c.schema.Decode(raw)
}
