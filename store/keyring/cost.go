package keyring

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"golang.org/x/crypto/argon2"

	"holdfast/store/internal/seal"
)

// Cost is the work of trying one passphrase: the parameters of Argon2id
// (RFC 9106). The zero Cost stands for "measure it" (see Calibrate).
type Cost struct {
	// MemoryKiB is the memory of one try in KiB.
	MemoryKiB uint32
	// Time is the number of passes over it.
	Time uint32
	// Threads is the number of lanes.
	Threads uint8
}

// What is written lies between the first two; what is read may reach the
// third, so that a vault of a bigger machine still opens on this one.
const (
	leastMemory, mostMemory, readMemory = 64 << 10, 512 << 10, 1 << 20 // KiB
	leastTime, readTime                 = 3, 16
	mostThreads, readThreads            = 4, 8
)

// Lowest is the least work that a header may ask for. It is for tests;
// Calibrate gives what a vault should have.
func Lowest() Cost { return Cost{MemoryKiB: leastMemory, Time: leastTime, Threads: mostThreads} }

// writable fails for a cost that this program may not write.
func (c Cost) writable() error {
	if c.MemoryKiB < leastMemory || c.MemoryKiB > mostMemory ||
		c.Time < leastTime || c.Time > readTime || c.Threads < 1 || c.Threads > mostThreads {
		return fmt.Errorf("the work for a passphrase (%d KiB, %d passes, %d lanes) is out of bounds",
			c.MemoryKiB, c.Time, c.Threads)
	}
	return nil
}

// readable fails with ErrWeakened or ErrDamaged for a cost that no Holdfast
// writes. It is asked before any memory is taken.
func (c Cost) readable() error {
	if c.MemoryKiB < leastMemory || c.Time < leastTime || c.Threads < 1 {
		return ErrWeakened
	}
	if c.MemoryKiB > readMemory || c.Time > readTime || c.Threads > readThreads {
		return fmt.Errorf("%w: it asks for too much memory or time", ErrDamaged)
	}
	return nil
}

// Calibrate finds a cost of about one second on this machine, within the
// bounds of what is written. It takes one to two seconds and belongs off the
// UI goroutine. now is the clock to measure by; nil is the system's. It fails
// only when ctx ends.
func Calibrate(ctx context.Context, now func() time.Time) (Cost, error) {
	if now == nil {
		now = time.Now
	}
	return calibrate(ctx, func(c Cost) time.Duration {
		start := now()
		argon2.IDKey([]byte("calibration"), make([]byte, saltSize), c.Time, c.MemoryKiB, c.Threads, seal.Size)
		return now().Sub(start)
	})
}

// calibrate raises the memory in steps of two, then the passes: vaults and
// keyholders of like machines then share their parameters, and one derivation
// serves them all.
func calibrate(ctx context.Context, try func(Cost) time.Duration) (Cost, error) {
	const aim, enough = time.Second, time.Second * 2 / 3
	c := Lowest()
	c.Threads = uint8(min(max(runtime.NumCPU(), 1), mostThreads))
	for {
		if err := ctx.Err(); err != nil {
			return Cost{}, err
		}
		took := try(c)
		if took >= enough {
			return c, nil
		}
		if c.MemoryKiB < mostMemory {
			c.MemoryKiB *= 2
			continue
		}
		if took > 0 { // a clock that stands still says nothing
			c.Time = uint32(min(readTime, int64(c.Time)*int64(aim)/int64(took)))
		}
		return c, nil
	}
}
