package backup

import (
	"context"
	"io"
	"runtime"
)

// Decrypting runs ahead of everything else that is done with a backup, by as
// much as is read at once.
const (
	blockSize = 256 << 10
	blocks    = mostRound / blockSize
)

// collectAfter is after how many bytes memory is collected that reading and
// writing leave behind (age, as much as it decrypts): the collector alone would
// wait until it is as much as the whole program holds.
const collectAfter = 24 << 20

// block is what is read; the last one says why there are no more.
type block struct {
	bytes []byte
	err   error
}

// ahead is a reader that another one runs ahead of.
type ahead struct {
	full, free chan block
	ctx        context.Context
	now        block
	rest       []byte
}

// readAhead reads from until its end, an error, or until ctx ends, which it
// must in the end.
func readAhead(ctx context.Context, from io.Reader) *ahead {
	a := &ahead{full: make(chan block, blocks), free: make(chan block, blocks), ctx: ctx}
	for range blocks {
		a.free <- block{}
	}
	go func() {
		for left := collectAfter; ; left -= blockSize {
			if left <= 0 {
				runtime.GC()
				left = collectAfter
			}
			var b block
			select {
			case b = <-a.free:
			case <-ctx.Done():
				return
			}
			if b.bytes == nil {
				b.bytes = make([]byte, blockSize)
			}
			n, err := io.ReadFull(from, b.bytes[:blockSize])
			if err == io.ErrUnexpectedEOF {
				err = io.EOF
			}
			a.full <- block{b.bytes[:n], err} // there are as many places as blocks
			if err != nil {
				return
			}
		}
	}()
	return a
}

func (a *ahead) Read(p []byte) (int, error) {
	for len(a.rest) == 0 {
		if a.now.err != nil {
			return 0, a.now.err
		}
		if a.now.bytes != nil {
			a.free <- a.now
		}
		select {
		case a.now = <-a.full:
		case <-a.ctx.Done():
			return 0, context.Cause(a.ctx)
		}
		a.rest = a.now.bytes
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}
