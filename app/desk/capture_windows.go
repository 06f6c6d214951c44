package desk

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// The values of SetWindowDisplayAffinity: the window is shown everywhere, or
// left out of captures altogether.
const (
	affinityNone    = 0x00
	affinityExclude = 0x11
)

func hideFromCapture(handle uintptr, hide bool) error {
	set := windows.NewLazySystemDLL("user32.dll").NewProc("SetWindowDisplayAffinity")
	if err := set.Find(); err != nil {
		return fmt.Errorf("keep the window out of screenshots: %w", err)
	}
	affinity := uintptr(affinityNone)
	if hide {
		affinity = affinityExclude
	}
	if done, _, err := set.Call(handle, affinity); done == 0 {
		return fmt.Errorf("keep the window out of screenshots: %w", err)
	}
	return nil
}
