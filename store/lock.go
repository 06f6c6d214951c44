package store

import (
	"errors"
	"os"
	"time"
)

// takeLock takes the vault's lock. What is locked is the open file, not its
// name: a file left behind by a crash blocks nobody. It fails with ErrInUse,
// ErrDenied or ErrLinked.
func (f folder) takeLock() (*os.File, error) {
	file, err := openPlain(f.path(lockFile), os.O_RDWR|os.O_CREATE)
	if err != nil {
		return nil, explain("take the vault's lock", err)
	}
	if err := soon(func() error { return lockWhole(file) }); err != nil {
		err = explain("take the vault's lock", err)
		return nil, errors.Join(err, letGo(file))
	}
	return file, nil
}

// soon tries again for half a second: a Holdfast that is just ending, or a
// program that this one is just starting, still holds the lock for a moment.
func soon(try func() error) error {
	for range 10 {
		if err := try(); !errors.Is(err, ErrInUse) {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
	return try()
}

// letGo lets go of the lock.
func letGo(lock *os.File) error { return explain("let go of the vault", lock.Close()) }
