package store

import (
	"maps"

	"holdfast/store/internal/seal"
)

// differences gives, in acts of moderate size, the changes that make of live
// what the snapshot is after the filter.
func (s *snapshot) differences(live map[place]sum, f Filter, act func([]change) error) error {
	extra := maps.Clone(live)
	var changes []change
	size := 0
	add := func(c change) error {
		changes = append(changes, c)
		if size += len(c.value); size < batchBytes {
			return nil
		}
		full := changes
		changes, size = nil, 0
		return act(full)
	}
	for collection, items := range s.index.collections {
		for _, it := range items {
			raw, err := s.value(nil, collection, it)
			if err != nil {
				return err
			}
			p := place{collection, it.key}
			value, keep := f.live(collection, it.key, raw)
			if !keep {
				continue
			}
			delete(extra, p)
			if is, ok := live[p]; ok && is == seal.Sum(value) {
				continue
			}
			if err := add(change{collection: collection, key: it.key, value: value}); err != nil {
				return err
			}
		}
	}
	for p := range extra {
		if err := add(change{collection: p.collection, key: p.key, deleted: true}); err != nil {
			return err
		}
	}
	if len(changes) == 0 {
		return nil
	}
	return act(changes)
}
