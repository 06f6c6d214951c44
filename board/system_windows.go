package board

import (
	"errors"
	"syscall"
)

// Errors of Windows (winerror.h) that package syscall has no names for.
const (
	errNotReady          = syscall.Errno(21)
	errGeneralFailure    = syscall.Errno(31)
	errHandleDiskFull    = syscall.Errno(39)
	errDeviceNotThere    = syscall.Errno(55)
	errDiskFull          = syscall.Errno(112)
	errFilenameTooLong   = syscall.Errno(206)
	errNoSuchDevice      = syscall.Errno(433)
	errVolumeChanged     = syscall.Errno(1006)
	errIODevice          = syscall.Errno(1117)
	errDeviceUnplugged   = syscall.Errno(1167)
	errDiskQuotaExceeded = syscall.Errno(1295)
)

// isFull says whether a file outside the vault found no room.
func isFull(err error) bool {
	return errors.Is(err, errDiskFull) || errors.Is(err, errHandleDiskFull) || errors.Is(err, errDiskQuotaExceeded)
}

// isGone says whether a disk stopped answering, as a stick that is pulled out.
func isGone(err error) bool {
	for _, gone := range []error{errNotReady, errGeneralFailure, errDeviceNotThere, errNoSuchDevice, errVolumeChanged, errIODevice, errDeviceUnplugged} {
		if errors.Is(err, gone) {
			return true
		}
	}
	return false
}

// isTooLong says whether a path has more letters than the system takes.
func isTooLong(err error) bool { return errors.Is(err, errFilenameTooLong) }
