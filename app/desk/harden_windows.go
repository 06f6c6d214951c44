package desk

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// harden turns the system's own crash dialogs off and keeps the heap out of
// error reports (WerSetFlags, WER_FAULT_REPORTING_FLAG_NOHEAP).
func harden() error {
	const noHeap = 1
	windows.SetErrorMode(windows.SEM_FAILCRITICALERRORS | windows.SEM_NOGPFAULTERRORBOX | windows.SEM_NOOPENFILEERRORBOX)
	set := windows.NewLazySystemDLL("kernel32.dll").NewProc("WerSetFlags")
	if err := set.Find(); err != nil {
		return fmt.Errorf("keep memory out of crash reports: %w", err)
	}
	if result, _, _ := set.Call(noHeap); result != 0 {
		return fmt.Errorf("keep memory out of crash reports: error %#x", uint32(result))
	}
	return nil
}
