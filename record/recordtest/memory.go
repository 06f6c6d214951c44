package recordtest

import (
	"fmt"
	"maps"
	"slices"

	"holdfast/record"
)

// Memory is a collection of one kind of record, held encoded as on disk. It
// is not for use from several goroutines.
type Memory[V any] struct {
	schema record.Schema[V]
	raw    map[record.Key][]byte
}

// NewMemory makes an empty collection.
func NewMemory[V any](schema record.Schema[V]) *Memory[V] {
	return &Memory[V]{schema: schema, raw: map[record.Key][]byte{}}
}

// Get reads one record; record.ErrNotFound where there is none.
func (m *Memory[V]) Get(key record.Key) (V, error) {
	raw, ok := m.raw[key]
	if !ok {
		var none V
		return none, record.ErrNotFound
	}
	return m.schema.Decode(raw)
}

// Put saves a record under the key that its schema names; an empty or
// malformed key is record.ErrInvalid.
func (m *Memory[V]) Put(value V) error {
	key := m.schema.Key(value)
	if !key.Valid() {
		return fmt.Errorf("%w: the key of a record of %s", record.ErrInvalid, m.schema.Collection)
	}
	raw, err := m.schema.Encode(value, m.raw[key])
	if err == nil {
		m.raw[key] = raw
	}
	return err
}

// Delete takes a record away; record.ErrNotFound where there is none.
func (m *Memory[V]) Delete(key record.Key) error {
	if _, ok := m.raw[key]; !ok {
		return record.ErrNotFound
	}
	delete(m.raw, key)
	return nil
}

// Scan calls each with every record under prefix, in the order of their
// keys, and stops at the first error, which it returns.
func (m *Memory[V]) Scan(prefix record.Key, each func(V) error) error {
	for _, key := range slices.Sorted(maps.Keys(m.raw)) {
		if !key.Under(prefix) {
			continue
		}
		value, err := m.schema.Decode(m.raw[key])
		if err != nil {
			return err
		}
		if err := each(value); err != nil {
			return err
		}
	}
	return nil
}
