package desk

import (
	"context"
	"testing"

	"golang.org/x/sys/windows"
)

func TestEachWindowsMessageHasItsMeaning(t *testing.T) {
	for _, c := range []struct {
		name            string
		message, detail uintptr
		want            Event
		told            bool
	}{
		{"suspend", wmPower, powerSuspend, Sleep, true},
		{"woken", wmPower, powerResumeAutomatic, Sleep, true},
		{"battery low is no reason", wmPower, 0x9, 0, false},
		{"screen locked", wmSessionChange, sessionLock, ScreenLocked, true},
		{"screen unlocked is no reason", wmSessionChange, 0x8, 0, false},
		{"another person in front", wmSessionChange, sessionConsoleDisconnect, ScreenLocked, true},
		{"remote desktop left", wmSessionChange, sessionRemoteDisconnect, ScreenLocked, true},
		{"logged off", wmSessionChange, sessionLogoff, SessionEnd, true},
		{"shutting down", wmEndSession, 1, SessionEnd, true},
		{"shutting down was called off", wmEndSession, 0, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, told := meaning(c.message, c.detail); got != c.want || told != c.told {
				t.Errorf("meaning = %v, %v; want %v, %v", got, told, c.want, c.told)
			}
		})
	}
}

func TestTheHiddenWindowHearsWhatWindowsSends(t *testing.T) {
	told := make(chan Event, 1)
	w := Watch(context.Background(), Addresses{}, func(e Event) { told <- e })
	defer w.Close()
	<-w.Settled()
	if !w.Hears(Sleep) || !w.Hears(SessionEnd) {
		t.Fatal("the window hears neither sleep nor the session's end")
	}
	broadcast := windows.NewLazySystemDLL("user32.dll").NewProc("PostMessageW")
	const everyTopLevelWindow = 0xffff
	broadcast.Call(everyTopLevelWindow, wmPower, powerSuspend, 0)
	if got := <-told; got != Sleep {
		t.Errorf("told %v, want sleep", got)
	}
}

func TestHardeningWindowsSucceeds(t *testing.T) {
	if err := Harden(); err != nil {
		t.Error(err)
	}
}

func TestHidingNoWindowIsAnError(t *testing.T) {
	if err := HideFromCapture(0, true); err == nil {
		t.Error("a window that is not there was hidden")
	}
}
