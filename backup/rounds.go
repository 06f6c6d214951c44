package backup

import (
	"runtime"
	"slices"
	"sync"

	"holdfast/store"
)

// mostRound is about how many bytes are put together before they are written.
const mostRound = 4 << 20

// round is what some acts in a row left: a file for every collection, and one
// for the history. So neither writing nor reading a backup holds more of it in
// memory than a round, and a board of the usual size has one.
type round struct {
	number  int
	size    int
	piles   map[string]*pile
	history []byte
	// last is the pile that was added to last, and of which collection: an act
	// mostly has many records of one.
	last   *pile
	lastOf string
	// sums are of its files, in their order, once summing is done.
	sums    []Part
	summing sync.WaitGroup
}

// pile is the records of one collection in a round.
type pile struct {
	lines []byte
	count int
}

func newRound() *round { return &round{piles: map[string]*pile{}} }

func (r *round) add(p store.Past) {
	before := len(r.history)
	r.history = appendAct(r.history, p)
	for _, c := range p.Changes {
		if !c.Current {
			r.history = appendChange(r.history, p.Sequence, c)
			continue
		}
		to := r.pile(c.Collection)
		was := len(to.lines)
		to.lines = appendRecord(roomy(to.lines, c), p.Sequence, c)
		to.count++
		r.size += len(to.lines) - was
	}
	r.size += len(r.history) - before
}

func (r *round) pile(collection string) *pile {
	if r.last != nil && r.lastOf == collection {
		return r.last
	}
	to := r.piles[collection]
	if to == nil {
		to = &pile{}
		r.piles[collection] = to
	}
	r.last, r.lastOf = to, collection
	return to
}

// roomy makes room for a record: twice as much where there was too little, and
// soon as much as a round takes. append would leave five times as much behind.
func roomy(b []byte, c store.Change) []byte {
	need := len(c.Raw) + len(c.Key) + 64
	switch room := cap(b) - len(b); {
	case room >= need:
		return b
	case cap(b) < mostRound/4:
		return slices.Grow(b, max(need, cap(b)))
	default:
		return slices.Grow(b, max(need, cap(b)/2, mostRound*3/2-len(b)))
	}
}

// empty keeps the memory of a round for another one, but for what one large act
// took.
func (r *round) empty() {
	r.size, r.history, r.last = 0, r.history[:0], nil
	for name, p := range r.piles {
		p.count = 0
		if p.lines = p.lines[:0]; cap(p.lines) > 2*mostRound {
			clear(p.lines[:cap(p.lines)])
			delete(r.piles, name)
		}
	}
}

// wipe overwrites what was in clear.
func (r *round) wipe() {
	clear(r.history[:cap(r.history)])
	for _, p := range r.piles {
		clear(p.lines[:cap(p.lines)])
	}
}

// rounds puts acts together, while the round before is written.
type rounds struct {
	acts    int
	count   map[string]int
	number  int
	now     *round
	writing *relay[*round]
}

// beginRounds gives write each round; end it.
func beginRounds(write func(*round) error) *rounds {
	rs := &rounds{count: map[string]int{}, number: 1, now: newRound()}
	rs.now.number = rs.number
	left := collectWritten
	rs.writing = newRelay([]*round{newRound()}, write, func(r *round) *round {
		if left -= r.size; left <= 0 {
			go runtime.GC() // beside the writing, which does not wait for it
			left = collectWritten
		}
		r.summing.Wait()
		r.empty()
		return r
	})
	return rs
}

// act adds one act.
func (rs *rounds) act(p store.Past) (err error) {
	rs.acts++
	rs.now.add(p)
	if rs.now.size < mostRound {
		return nil
	}
	rs.over()
	if rs.now, err = rs.writing.next(rs.now); err != nil {
		return err
	}
	rs.number++
	rs.now.number = rs.number
	return nil
}

// over ends a round.
func (rs *rounds) over() {
	for name, p := range rs.now.piles {
		if p.count > 0 {
			rs.count[name] += p.count
		}
	}
	rs.now.sum()
}

// end waits until everything is written, and fails as that did.
func (rs *rounds) end() error {
	rs.over()
	err := rs.writing.end(rs.now)
	for r := range rs.writing.free {
		r.wipe()
	}
	return err
}
