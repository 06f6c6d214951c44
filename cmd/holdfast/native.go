package main

import (
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"holdfast/app/desk"
	"holdfast/app/desktop"
)

// started keeps a window that was drawn once out of screenshots, where the
// system can, and lets memory be collected as usual from here on.
func started(window fyne.Window, usual int) {
	_ = desk.HideFromCapture(handle(window), true)
	debug.SetGCPercent(usual)
}

// watchWindow tells when the window is left or put away.
func watchWindow(program fyne.App, window fyne.Window, d *desktop.Desktop) {
	life := program.Lifecycle()
	life.SetOnExitedForeground(func() { d.Left(func() bool { return putAway(window) }) })
	life.SetOnEnteredForeground(d.Entered)
}

// putAway says whether the window is known to be minimised.
func putAway(window fyne.Window) bool {
	put, err := desk.Minimised(handle(window))
	return err == nil && put
}

// handle is the window's native handle, or 0.
func handle(window fyne.Window) (h uintptr) {
	native, ok := window.(driver.NativeWindow)
	if !ok {
		return 0
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			h = c.WindowHandle
		case driver.WindowsWindowContext:
			h = c.HWND
		}
	})
	return h
}
