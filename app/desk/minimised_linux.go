package desk

import (
	"fmt"
	"io"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// iconic is the WM_STATE of a window that is put away (ICCCM 4.1.3.1).
const iconic = 3

func minimised(handle uintptr) (bool, error) {
	if handle == 0 {
		return false, ErrUnknownWindow
	}
	xgb.Logger.SetOutput(io.Discard) // it names files of the home folder
	display, err := xgb.NewConn()
	if err != nil {
		return false, fmt.Errorf("ask the display about the window: %w", err)
	}
	defer display.Close()
	state, err := xproto.InternAtom(display, true, uint16(len("WM_STATE")), "WM_STATE").Reply()
	if err != nil {
		return false, fmt.Errorf("ask the display about the window: %w", err)
	}
	told, err := xproto.GetProperty(display, false, xproto.Window(handle), state.Atom, state.Atom, 0, 1).Reply()
	if err != nil {
		return false, fmt.Errorf("ask the display about the window: %w", err)
	}
	// Without a window manager nobody keeps a state, and nothing is put away.
	return len(told.Value) >= 4 && xgb.Get32(told.Value) == iconic, nil
}
