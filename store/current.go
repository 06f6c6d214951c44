package store

import (
	"slices"

	"holdfast/record"
)

// currently knows which act put each live record.
type currently struct {
	collections map[string]*inActs
	// last is the collection that was asked about last, and its name.
	last   *inActs
	lastOf string
}

// inActs are the live records of a collection by the act that put them, and
// within it by key, which is how an act names them: the act in the upper half,
// where the record stands in the index in the lower. next is the one that comes
// up next, seen how many came up. ready is closed once the order is known.
type inActs struct {
	items []item
	order []uint64
	next  int
	seen  int
	ready chan struct{}
}

// currentIn sorts while the first acts are being read.
func currentIn(ix *index) *currently {
	c := &currently{collections: map[string]*inActs{}}
	for name, items := range ix.collections {
		in := &inActs{items: items, ready: make(chan struct{})}
		c.collections[name] = in
		go in.sort()
	}
	return c
}

func (in *inActs) sort() {
	in.order = make([]uint64, len(in.items))
	for i := range in.items {
		in.order[i] = in.items[i].act<<32 | uint64(i)
	}
	slices.Sort(in.order)
	close(in.ready)
}

func (c *currently) is(sequence uint64, ch change) bool {
	if c.lastOf != ch.collection || c.last == nil {
		in := c.collections[ch.collection]
		if in == nil {
			return false // nothing of the collection is left
		}
		<-in.ready
		c.last, c.lastOf = in, ch.collection
	}
	return c.last.is(sequence, ch.key)
}

func (in *inActs) is(sequence uint64, key record.Key) bool {
	for in.next < len(in.order) && in.order[in.next]>>32 < sequence {
		in.next++
	}
	if in.next < len(in.order) && in.order[in.next]>>32 == sequence && in.items[uint32(in.order[in.next])].key == key {
		in.next++
		in.seen++
		return true
	}
	// A later act changed it, or this one names its records in another order.
	i, ok := slices.BinarySearchFunc(in.items, key, byKey)
	if !ok || in.items[i].act != sequence {
		return false
	}
	in.seen++
	return true
}

// seen is how many records of a collection came up.
func (c *currently) seen(collection string) int {
	if in := c.collections[collection]; in != nil {
		return in.seen
	}
	return 0
}
