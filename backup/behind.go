package backup

import "io"

// behind writes to a file while more is being encrypted. It holds what is
// encrypted already.
type behind struct {
	now     []byte
	writing *relay[[]byte]
}

// writeBehind begins to write to a file; end it.
func writeBehind(to io.Writer) *behind {
	piece := func() []byte { return make([]byte, 0, blockSize) }
	write := func(p []byte) error {
		_, err := to.Write(p)
		return err
	}
	return &behind{now: piece(), writing: newRelay([][]byte{piece(), piece()}, write, func(p []byte) []byte { return p[:0] })}
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
		var err error
		if b.now, err = b.writing.next(b.now); err != nil {
			return 0, err
		}
	}
	return whole, nil
}

// end waits until everything is written, and fails as that did.
func (b *behind) end() error { return b.writing.end(b.now) }
