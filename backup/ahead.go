package backup

import (
	"context"
	"io"
	"runtime"
)

// Decrypting runs ahead of everything else that is done with a backup, and on
// all cores: age opens each chunk by itself, and leaves a chunk's memory behind
// for each block.
const (
	blockSize = 1 << 20 // whole chunks
	blocks    = 6
)

// collectRead and collectWritten are after how many bytes memory is collected
// that reading and writing leave behind: the collector alone would wait until
// it is as much as the whole program holds.
const (
	collectRead    = 256 << 20
	collectWritten = 64 << 20
)

// block is what is read. The last one says why there are no more.
type block struct {
	bytes []byte
	at    int64
	err   error
	done  chan struct{}
}

// ahead is a reader that others run ahead of.
type ahead struct {
	full, free chan *block
	ctx        context.Context
	now        *block
	rest       []byte
}

// readAhead reads what is of a size until its end, an error, or until ctx
// ends, which it must in the end.
func readAhead(ctx context.Context, from io.ReaderAt, size int64) *ahead {
	a := &ahead{full: make(chan *block, blocks), free: make(chan *block, blocks), ctx: ctx}
	for range blocks {
		a.free <- &block{}
	}
	jobs := make(chan *block, blocks)
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for b := range jobs {
				n, err := from.ReadAt(b.bytes, b.at)
				if n == len(b.bytes) && b.at+int64(n) < size {
					err = nil
				}
				b.bytes, b.err = b.bytes[:n], err
				close(b.done)
			}
		}()
	}
	go a.deal(jobs, size)
	return a
}

// deal gives the blocks out in their order.
func (a *ahead) deal(jobs chan *block, size int64) {
	defer close(jobs)
	left := collectRead
	for at := int64(0); at == 0 || at < size; at += blockSize {
		if left -= blockSize; left <= 0 {
			runtime.GC()
			left = collectRead
		}
		var b *block
		select {
		case b = <-a.free:
		case <-a.ctx.Done():
			return
		}
		if b.bytes == nil {
			b.bytes = make([]byte, blockSize)
		}
		b.bytes, b.at, b.done = b.bytes[:min(blockSize, max(size-at, 0))], at, make(chan struct{}) // its memory is kept
		jobs <- b
		a.full <- b // there are as many places as blocks
	}
	close(a.full)
}

func (a *ahead) Read(p []byte) (int, error) {
	if err := context.Cause(a.ctx); err != nil {
		return 0, err
	}
	for len(a.rest) == 0 {
		if a.now != nil {
			if a.now.err != nil {
				return 0, a.now.err
			}
			a.now.bytes = a.now.bytes[:0]
			a.free <- a.now
			a.now = nil
		}
		select {
		case b, more := <-a.full:
			if !more {
				return 0, io.EOF
			}
			a.now = b
		case <-a.ctx.Done():
			return 0, context.Cause(a.ctx)
		}
		select {
		case <-a.now.done:
		case <-a.ctx.Done():
			return 0, context.Cause(a.ctx)
		}
		a.rest = a.now.bytes
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}
