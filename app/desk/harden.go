package desk

import "errors"

// ErrNoCaptureGuard says that this system has no way to keep a window out of
// screenshots and shared screens. Offer the curtain instead and promise
// nothing.
var ErrNoCaptureGuard = errors.New("this system can't keep a window out of screenshots")

// Harden keeps the memory of this process out of crash files and away from
// other programs of the same person, as far as the system allows: no core
// dumps and no attaching on Linux, no core dumps on macOS, no crash report
// with memory on Windows. Call it first, before any key is in memory. It does
// everything that it can; the error names what it could not do, and the
// program goes on with a notice.
func Harden() error { return harden() }

// HideFromCapture keeps a window out of screenshots, recordings and shared
// screens, or lets it in again. handle is the window's native handle (the
// HWND of driver.NativeWindow's RunNative); call it on the goroutine of the
// window. Only Windows 10 2004 and newer can; elsewhere ErrNoCaptureGuard.
func HideFromCapture(handle uintptr, hide bool) error { return hideFromCapture(handle, hide) }
