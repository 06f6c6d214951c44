//go:build !windows

package desk

func hideFromCapture(uintptr, bool) error { return ErrNoCaptureGuard }
