package seal

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
)

// Size is the length of a Key in bytes.
const Size = 32

var (
	// ErrWiped says that the key was wiped (the vault was locked) before or
	// while it was to be used. Nothing was done; unlock again.
	ErrWiped = errors.New("the key is no longer in memory")
	// ErrNotAuthentic says that a box was not sealed under this key with this
	// additional data, or is damaged. Nothing of it may be used.
	ErrNotAuthentic = errors.New("the sealed bytes are not authentic")
)

// Key is a secret of 32 bytes. It may be used by several goroutines at once,
// also while one of them wipes it. The zero Key is a wiped one.
type Key struct {
	mu     sync.RWMutex
	secret []byte // nil once wiped
	locked bool
	// last is what wipes the page of a key that was dropped without Wipe.
	last runtime.Cleanup
}

// NewKey takes over a secret of exactly 32 bytes and wipes its argument. Any
// other length is a mistake of the program and panics.
func NewKey(secret []byte) *Key {
	if len(secret) != Size {
		panic("seal: a key is 32 bytes")
	}
	p := hold(Size)
	copy(p.bytes, secret)
	clear(secret)
	k := &Key{secret: p.bytes[:Size], locked: p.locked}
	k.last = runtime.AddCleanup(k, page.release, p)
	return k
}

// Random draws a new Key. It fails only when random does.
func Random(random io.Reader) (*Key, error) {
	var k *Key
	var err error
	Within(func() {
		fresh := make([]byte, Size)
		if _, err = io.ReadFull(random, fresh); err == nil {
			k = NewKey(fresh)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("draw a key: %w", err)
	}
	return k, nil
}

// Locked says whether the system promised to keep the key out of the swap
// file. Where it is false, the person is told once, calmly, and nothing else
// changes.
func (k *Key) Locked() bool {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.locked
}

// Wipe overwrites the key and gives its page back. It may be called more
// than once, and never waits longer than a derivation takes.
func (k *Key) Wipe() {
	if k == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.secret == nil {
		return
	}
	k.last.Stop()
	page{bytes: k.secret[:Size], locked: k.locked}.release()
	k.secret = nil
}

// Reveal lends the secret itself for the time of one call, inside Within:
// for what must be wrapped to somebody else or handed to another algorithm.
// use must not keep the slice and must wipe every copy that it makes. It
// fails with ErrWiped, or as use does.
func (k *Key) Reveal(use func(secret []byte) error) error {
	k.mu.RLock()
	defer k.mu.RUnlock()
	if k.secret == nil {
		return ErrWiped
	}
	var err error
	Within(func() { err = use(k.secret) })
	return err
}
