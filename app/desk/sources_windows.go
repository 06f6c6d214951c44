package desk

import (
	"context"
	"fmt"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

func sources(Addresses) []source { return []source{signals(), windowMessages()} }

// The messages that Windows sends to a window about power and the session
// (Windows API: WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, WM_QUERYENDSESSION).
const (
	wmDestroy         = 0x0002
	wmClose           = 0x0010
	wmQueryEndSession = 0x0011
	wmEndSession      = 0x0016
	wmPower           = 0x0218
	wmSessionChange   = 0x02B1

	powerSuspend         = 0x0004
	powerResumeAutomatic = 0x0012

	sessionConsoleDisconnect = 0x2
	sessionRemoteDisconnect  = 0x4
	sessionLogoff            = 0x6
	sessionLock              = 0x7

	styleOfNoWindow = 0x80000000 // WS_POPUP, never shown
)

// windowMessages tells Sleep, ScreenLocked and SessionEnd through a window of
// its own that is never shown. It is an ordinary top-level window, since
// message-only windows are left out of broadcasts.
func windowMessages() source {
	return func(ctx context.Context, e *ear) error {
		// A window belongs to the thread that made it.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		api, err := loadWindowing()
		if err != nil {
			return err
		}
		window, err := api.make(func(message, detail uintptr) (told bool) {
			event, ok := meaning(message, detail)
			if ok {
				e.tell(ctx, event)
			}
			return ok
		})
		if err != nil {
			// Trying again would use up callbacks, which Windows never gives
			// back, and a desk that refuses a window once refuses it again.
			e.open()
			<-ctx.Done()
			return err
		}
		stop := context.AfterFunc(ctx, func() { api.post.Call(window, wmClose, 0, 0) })
		defer stop()
		hears := []Event{Sleep, SessionEnd}
		if registered, _, _ := api.register.Call(window, 0); registered != 0 {
			defer api.unregister.Call(window)
			hears = append(hears, ScreenLocked)
		}
		e.open(hears...)
		api.pump()
		return ctx.Err()
	}
}

// meaning is what a message says, if it says one of our events.
func meaning(message, detail uintptr) (Event, bool) {
	switch {
	case message == wmPower && (detail == powerSuspend || detail == powerResumeAutomatic):
		return Sleep, true
	case message == wmEndSession && detail != 0:
		return SessionEnd, true
	case message == wmSessionChange:
		switch detail {
		case sessionLock, sessionConsoleDisconnect, sessionRemoteDisconnect:
			return ScreenLocked, true
		case sessionLogoff:
			return SessionEnd, true
		}
	}
	return 0, false
}

// windowing is the handful of calls that a window without a face needs.
type windowing struct {
	registerClass, create, destroy, defaultProc *windows.LazyProc
	get, dispatch, post, quit                   *windows.LazyProc
	register, unregister                        *windows.LazyProc
}

func loadWindowing() (*windowing, error) {
	user := windows.NewLazySystemDLL("user32.dll")
	wts := windows.NewLazySystemDLL("wtsapi32.dll")
	api := &windowing{
		registerClass: user.NewProc("RegisterClassExW"),
		create:        user.NewProc("CreateWindowExW"),
		destroy:       user.NewProc("DestroyWindow"),
		defaultProc:   user.NewProc("DefWindowProcW"),
		get:           user.NewProc("GetMessageW"),
		dispatch:      user.NewProc("DispatchMessageW"),
		post:          user.NewProc("PostMessageW"),
		quit:          user.NewProc("PostQuitMessage"),
		register:      wts.NewProc("WTSRegisterSessionNotification"),
		unregister:    wts.NewProc("WTSUnRegisterSessionNotification"),
	}
	for _, proc := range []*windows.LazyProc{api.registerClass, api.create, api.destroy, api.defaultProc,
		api.get, api.dispatch, api.post, api.quit, api.register, api.unregister} {
		if err := proc.Find(); err != nil {
			return nil, fmt.Errorf("listen to Windows: %w", err)
		}
	}
	return api, nil
}

// windowClass is WNDCLASSEXW.
type windowClass struct {
	size, style                        uint32
	proc                               uintptr
	classExtra, windowExtra            int32
	instance, icon, cursor, background windows.Handle
	menuName, className                *uint16
	smallIcon                          windows.Handle
}

// make creates the window; hear is called for every message, on this thread.
func (api *windowing) make(hear func(message, detail uintptr) bool) (uintptr, error) {
	var instance windows.Handle
	if err := windows.GetModuleHandleEx(0, nil, &instance); err != nil {
		return 0, fmt.Errorf("listen to Windows: %w", err)
	}
	// Each watcher has a class of its own, since the class holds what hears.
	name, err := windows.UTF16PtrFromString(fmt.Sprintf("desk-%p", api))
	if err != nil {
		return 0, err
	}
	class := windowClass{instance: instance, className: name, proc: windows.NewCallback(
		func(window, message, detail, more uintptr) uintptr {
			switch {
			case message == wmQueryEndSession:
				return 1 // never in the way of shutting down
			case message == wmDestroy:
				api.quit.Call(0)
				return 0
			case hear(message, detail):
				return 1
			}
			result, _, _ := api.defaultProc.Call(window, message, detail, more)
			return result
		})}
	class.size = uint32(unsafe.Sizeof(class))
	if atom, _, err := api.registerClass.Call(uintptr(unsafe.Pointer(&class))); atom == 0 {
		return 0, fmt.Errorf("listen to Windows: %w", err)
	}
	window, _, err := api.create.Call(0, uintptr(unsafe.Pointer(name)), 0, styleOfNoWindow,
		0, 0, 0, 0, 0, 0, uintptr(instance), 0)
	if window == 0 {
		return 0, fmt.Errorf("listen to Windows: %w", err)
	}
	return window, nil
}

// windowMessage is MSG.
type windowMessage struct {
	window         uintptr
	message        uint32
	detail, more   uintptr
	time           uint32
	x, y           int32
	privateToWin32 uint32
}

// pump hands messages to the window until it is destroyed.
func (api *windowing) pump() {
	var message windowMessage
	for {
		got, _, _ := api.get.Call(uintptr(unsafe.Pointer(&message)), 0, 0, 0)
		if int32(got) <= 0 {
			return
		}
		api.dispatch.Call(uintptr(unsafe.Pointer(&message)))
	}
}
