package seal

import (
	"os"

	"github.com/awnumar/memcall"
)

// page is memory for one secret. Each key has a page of its own, because
// locking and wiping work on whole pages.
type page struct {
	bytes  []byte
	locked bool
}

// hold asks the system for a page that is neither swapped nor dumped. Where
// the limit of locked memory is reached (often 64 KiB to 8 MiB a process) an
// ordinary slice takes its place.
//
// This uses memcall, the layer below memguard: memguard answers a reached
// limit by wiping every other key of the process before it panics, so that a
// program that recovers goes on with keys that are gone.
func hold(size int) page {
	bytes, err := memcall.Alloc(os.Getpagesize())
	if err != nil {
		return page{bytes: make([]byte, size)}
	}
	if err := memcall.Lock(bytes); err != nil {
		// Not a secret yet: whether the page goes back matters to nobody.
		_ = memcall.Free(bytes)
		return page{bytes: make([]byte, size)}
	}
	return page{bytes: bytes, locked: true}
}

// release wipes the page first and only then gives it back; a system that
// refuses to take it back leaves an empty page behind.
func (p page) release() {
	clear(p.bytes)
	if p.locked {
		whole := p.bytes[:os.Getpagesize()]
		_ = memcall.Unlock(whole)
		_ = memcall.Free(whole)
	}
}
