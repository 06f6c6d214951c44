//go:build !windows

package board

import (
	"errors"
	"syscall"
)

// isFull says whether a file outside the vault found no room.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// isTooLong says whether a path has more letters than the system takes.
func isTooLong(err error) bool { return errors.Is(err, syscall.ENAMETOOLONG) }
