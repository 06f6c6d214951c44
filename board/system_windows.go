package board

import (
	"errors"
	"syscall"
)

// Errors of Windows (winerror.h) that package syscall has no names for.
const (
	errHandleDiskFull    = syscall.Errno(39)
	errDiskFull          = syscall.Errno(112)
	errFilenameTooLong   = syscall.Errno(206)
	errDiskQuotaExceeded = syscall.Errno(1295)
)

// isFull says whether a file outside the vault found no room.
func isFull(err error) bool {
	return errors.Is(err, errDiskFull) || errors.Is(err, errHandleDiskFull) || errors.Is(err, errDiskQuotaExceeded)
}

// isTooLong says whether a path has more letters than the system takes.
func isTooLong(err error) bool { return errors.Is(err, errFilenameTooLong) }
