package backup

import (
	"errors"
	"sync/atomic"
)

// relay does a slow thing with pieces, one after the other, while the next one
// is put together: encrypting takes as long as everything else, and the disk is
// waited for by somebody who has nothing else to do. One goroutine gives it
// pieces, and ends it.
type relay[P any] struct {
	full, free chan P
	done       chan error
	failed     atomic.Bool
}

// errBehind is for whoever gives pieces: end knows why.
var errBehind = errors.New("what was written before did not arrive")

// newRelay takes turns with some pieces besides the one that is being put
// together. After the first error of do, nothing more is done; emptied makes a
// piece ready to be used again, in any case.
func newRelay[P any](pieces []P, do func(P) error, emptied func(P) P) *relay[P] {
	r := &relay[P]{full: make(chan P, len(pieces)), free: make(chan P, len(pieces)+1), done: make(chan error, 1)}
	for _, p := range pieces {
		r.free <- p
	}
	go func() {
		var failed error
		for p := range r.full {
			if failed == nil {
				failed = do(p)
				r.failed.Store(failed != nil)
			}
			r.free <- emptied(p)
		}
		close(r.free)
		r.done <- failed
	}()
	return r
}

// next takes a piece and gives another one. It fails with errBehind once do
// did.
func (r *relay[P]) next(p P) (P, error) {
	r.full <- p
	p = <-r.free
	if r.failed.Load() {
		return p, errBehind
	}
	return p, nil
}

// end takes the last piece, waits until everything is done, and fails as that
// did. All pieces are free then.
func (r *relay[P]) end(p P) error {
	r.full <- p
	close(r.full)
	return <-r.done
}
