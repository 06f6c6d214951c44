package store

import (
	"errors"
	"os"
)

// takeLock takes the vault's lock. What is locked is the open file, not its
// name: a file left behind by a crash blocks nobody. It fails with ErrInUse,
// ErrDenied or ErrLinked.
func (f folder) takeLock() (*os.File, error) {
	file, err := os.OpenFile(f.path(lockFile), os.O_RDWR|os.O_CREATE|noFollow, 0o600)
	if err != nil {
		if isLink(err) {
			return nil, ErrLinked
		}
		return nil, explain("take the vault's lock", err)
	}
	if err := lockWhole(file); err != nil {
		err = explain("take the vault's lock", err)
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}
