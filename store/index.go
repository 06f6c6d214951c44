package store

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"holdfast/record"
)

// item is one live record: where it lies, and its box. While the engine is on
// the disk, the box lies there and only its length is kept here.
type item struct {
	key  record.Key
	box  []byte
	size int
	// act is the sequence of the act that put it.
	act uint64
}

// index is every live record, by collection and in the order of the keys. It
// never changes: an act makes a new one, so whoever holds one sees one moment.
// (Copying a collection's 10,000 items takes less than half a millisecond,
// waiting for the disk several.)
type index struct {
	collections map[string][]item
}

// records and bytes say how much is live.
func (ix *index) size() (records int, bytes int64) {
	for _, items := range ix.collections {
		records += len(items)
		for _, it := range items {
			bytes += int64(it.size + len(it.key))
		}
	}
	return records, bytes
}

func (ix *index) find(collection string, key record.Key) (item, bool) {
	items := ix.collections[collection]
	i, ok := slices.BinarySearchFunc(items, key, byKey)
	if !ok {
		return item{}, false
	}
	return items[i], true
}

// under are the records of a collection under a prefix, by key.
func (ix *index) under(collection string, prefix record.Key) []item {
	items := ix.collections[collection]
	if prefix == "" {
		return items
	}
	// "a/…" lies together, but not beside "a" itself: "a-b" comes between.
	from, _ := slices.BinarySearchFunc(items, prefix+"/", byKey)
	to, _ := slices.BinarySearchFunc(items, prefix+"0", byKey) // '0' follows '/'
	if one, ok := ix.find(collection, prefix); ok {
		return append([]item{one}, items[from:to]...)
	}
	return items[from:to]
}

func byKey(it item, key record.Key) int { return strings.Compare(string(it.key), string(key)) }

// edit is what becomes of one record: a new item, or none.
type edit struct {
	collection string
	item       item
	deleted    bool
}

// with is the index after the edits, of which none may be twice.
func (ix *index) with(edits []edit) *index {
	next := &index{collections: maps.Clone(ix.collections)}
	if next.collections == nil {
		next.collections = map[string][]item{}
	}
	slices.SortFunc(edits, func(a, b edit) int {
		return cmp.Or(strings.Compare(a.collection, b.collection), strings.Compare(string(a.item.key), string(b.item.key)))
	})
	for len(edits) > 0 {
		collection := edits[0].collection
		n := 1
		for n < len(edits) && edits[n].collection == collection {
			n++
		}
		if merged := merge(next.collections[collection], edits[:n]); len(merged) > 0 {
			next.collections[collection] = merged
		} else {
			delete(next.collections, collection)
		}
		edits = edits[n:]
	}
	return next
}

// merge puts sorted edits into sorted items.
func merge(items []item, edits []edit) []item {
	out := make([]item, 0, len(items)+len(edits))
	for _, e := range edits {
		i, found := slices.BinarySearchFunc(items, e.item.key, byKey)
		out = append(out, items[:i]...)
		if found {
			i++
		}
		items = items[i:]
		if !e.deleted {
			out = append(out, e.item)
		}
	}
	return append(out, items...)
}

// builder makes an index out of the acts of a journal.
type builder struct {
	collections map[string]map[record.Key]item
}

// apply is for the edits of one act.
func (b *builder) apply(act uint64, edits []edit) {
	if b.collections == nil {
		b.collections = map[string]map[record.Key]item{}
	}
	for _, e := range edits {
		c := b.collections[e.collection]
		if c == nil {
			c = map[record.Key]item{}
			b.collections[e.collection] = c
		}
		if e.deleted {
			delete(c, e.item.key)
		} else {
			e.item.act = act
			c[e.item.key] = e.item
		}
	}
}

// sizeOf is the length of the box that a record has so far, 0 for none.
func (b *builder) sizeOf(e edit) int { return b.collections[e.collection][e.item.key].size }

func (b *builder) index() *index {
	ix := &index{collections: make(map[string][]item, len(b.collections))}
	for name, c := range b.collections {
		if len(c) == 0 {
			continue
		}
		ix.collections[name] = slices.SortedFunc(maps.Values(c), func(a, b item) int {
			return strings.Compare(string(a.key), string(b.key))
		})
	}
	return ix
}
