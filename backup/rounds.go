package backup

import (
	"errors"
	"sync/atomic"

	"holdfast/store"
)

// mostRound is about how many bytes are put together before they are written.
const mostRound = 8 << 20

// round is what some acts in a row left: a file for every collection, and one
// for the history. So neither writing nor reading a backup holds more of it in
// memory than a round, and a board of the usual size has one.
type round struct {
	number  int
	size    int
	records map[string]*lines
	history lines
}

func (r *round) add(p store.Past, count map[string]int) {
	before := len(r.history.raw)
	r.history.raw = appendAct(r.history.raw, p)
	r.history.n++
	for _, c := range p.Changes {
		if !c.Current {
			r.history.raw = appendChange(r.history.raw, p.Sequence, c)
			r.history.n++
			continue
		}
		l := r.records[c.Collection]
		if l == nil {
			l = &lines{}
			r.records[c.Collection] = l
		}
		was := len(l.raw)
		l.raw = appendRecord(l.raw, p.Sequence, c)
		l.n++
		count[c.Collection]++
		r.size += len(l.raw) - was
	}
	r.size += len(r.history.raw) - before
}

// empty keeps the memory of a round for another one.
func (r *round) empty() {
	r.size = 0
	r.history = lines{raw: r.history.raw[:0]}
	for _, l := range r.records {
		*l = lines{raw: l.raw[:0]}
	}
}

// wipe overwrites what was in clear.
func (r *round) wipe() {
	for _, l := range r.records {
		clear(l.raw[:cap(l.raw)])
	}
	clear(r.history.raw[:cap(r.history.raw)])
}

// rounds puts acts together, while the round before is written: encrypting
// takes as long as everything else.
type rounds struct {
	acts  int
	count map[string]int

	number     int
	now        *round
	full, free chan *round
	done       chan error
	failed     atomic.Bool
}

var errBehind = errors.New("what was written before did not arrive")

// beginRounds gives write each round; end it.
func beginRounds(write func(*round) error) *rounds {
	rs := &rounds{count: map[string]int{}, number: 1, full: make(chan *round, 1), free: make(chan *round, 2), done: make(chan error, 1)}
	rs.now = &round{number: 1, records: map[string]*lines{}}
	rs.free <- &round{records: map[string]*lines{}}
	go func() {
		var failed error
		for r := range rs.full {
			if failed == nil {
				failed = write(r)
				rs.failed.Store(failed != nil)
			}
			r.empty()
			rs.free <- r
		}
		rs.done <- failed
	}()
	return rs
}

// act adds one act.
func (rs *rounds) act(p store.Past) error {
	rs.acts++
	rs.now.add(p, rs.count)
	if rs.now.size < mostRound {
		return nil
	}
	if rs.failed.Load() {
		return errBehind // end knows why
	}
	rs.full <- rs.now
	rs.number++
	rs.now = <-rs.free
	rs.now.number = rs.number
	return nil
}

// end waits until everything is written, and fails as that did.
func (rs *rounds) end() error {
	rs.full <- rs.now
	close(rs.full)
	err := <-rs.done
	for range cap(rs.free) {
		(<-rs.free).wipe()
	}
	return err
}
