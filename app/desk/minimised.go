package desk

import "errors"

// ErrUnknownWindow says that this system does not tell whether a window is
// minimised (Wayland keeps it to itself, macOS tells only with C).
var ErrUnknownWindow = errors.New("this system does not tell whether a window is minimised")

// Minimised says whether a window is put away. handle is the window's native
// handle (the X11 window or the HWND of driver.NativeWindow's RunNative). It
// fails with ErrUnknownWindow where the system does not tell, and on X11 where
// the display can't be asked.
func Minimised(handle uintptr) (bool, error) { return minimised(handle) }
