package durable

import (
	"errors"

	"golang.org/x/sys/windows"
)

// isBusy says whether somebody (a virus scanner, a search index) holds the
// file for a moment.
func isBusy(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
