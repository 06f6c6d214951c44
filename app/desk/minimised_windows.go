package desk

import (
	"golang.org/x/sys/windows"
)

func minimised(handle uintptr) (bool, error) {
	iconic := windows.NewLazySystemDLL("user32.dll").NewProc("IsIconic")
	if err := iconic.Find(); err != nil {
		return false, ErrUnknownWindow
	}
	put, _, _ := iconic.Call(handle)
	return put != 0, nil
}
