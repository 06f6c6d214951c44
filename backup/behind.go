package backup

import (
	"io"
	"sync/atomic"
)

// behind writes to a file while more is being encrypted: the disk is waited for
// by somebody who has nothing else to do. It holds what is encrypted already.
// One goroutine writes to it, and ends it.
type behind struct {
	now        []byte
	full, free chan []byte
	done       chan error
	failed     atomic.Bool
}

// writeBehind begins to write to a file; end it.
func writeBehind(to io.Writer) *behind {
	const pieces = 3
	b := &behind{full: make(chan []byte, pieces), free: make(chan []byte, pieces), done: make(chan error, 1)}
	for range pieces - 1 {
		b.free <- make([]byte, 0, blockSize)
	}
	b.now = make([]byte, 0, blockSize)
	go func() {
		var failed error
		for p := range b.full {
			if failed == nil {
				_, failed = to.Write(p)
				b.failed.Store(failed != nil)
			}
			b.free <- p[:0]
		}
		b.done <- failed
	}()
	return b
}

// Write fails with errBehind once the file could not be written; end knows why.
func (b *behind) Write(p []byte) (int, error) {
	whole := len(p)
	for len(p) > 0 {
		n := min(len(p), cap(b.now)-len(b.now))
		b.now, p = append(b.now, p[:n]...), p[n:]
		if len(b.now) < cap(b.now) {
			continue
		}
		if b.failed.Load() {
			return 0, errBehind
		}
		b.full <- b.now
		b.now = <-b.free
	}
	return whole, nil
}

// end waits until everything is written, and fails as that did.
func (b *behind) end() error {
	b.full <- b.now
	close(b.full)
	return <-b.done
}
