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
// and stops at the first error, which it returns.
func (c *Collection[V]) Scan(prefix record.Key, each func(V) error) error {
	return c.tx.ScanRaw(c.schema.Collection, prefix, func(_ record.Key, raw []byte) error {
		value, err := c.schema.Decode(raw)
		if err != nil {
			return err
		}
		return each(value)
	})
}
