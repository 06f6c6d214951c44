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

// isGone says whether a disk stopped answering, as a stick that is pulled out.
func isGone(err error) bool {
	return errors.Is(err, syscall.EIO) || errors.Is(err, syscall.ENODEV) || errors.Is(err, syscall.ENXIO) || errors.Is(err, syscall.ESTALE)
}

// isTooLong says whether a path has more letters than the system takes.
func isTooLong(err error) bool { return errors.Is(err, syscall.ENAMETOOLONG) }
