package desk

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// Hardening can't be taken back, so it is tried in a process of its own.
func TestAHardenedProcessLeavesNoCoreAndLetsNobodyAttach(t *testing.T) {
	if os.Getenv("DESK_TEST_HARDEN") == "" {
		child := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.count=1")
		child.Env = append(os.Environ(), "DESK_TEST_HARDEN=yes")
		if out, err := child.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	if err := Harden(); err != nil {
		t.Fatal(err)
	}
	var core unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &core); err != nil || core.Cur != 0 || core.Max != 0 {
		t.Errorf("core dumps of %d bytes are allowed (%v)", core.Cur, err)
	}
	dumpable, err := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0)
	if err != nil || dumpable != 0 {
		t.Errorf("dumpable is %d (%v)", dumpable, err)
	}
}

func TestTheEndOfTheTerminalIsTheSessionsEnd(t *testing.T) {
	told := make(chan Event, 1)
	w := watch(context.Background(), 0, []source{signals()}, func(e Event) { told <- e })
	defer w.Close()
	<-w.Settled()
	if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if got := <-told; got != SessionEnd {
		t.Errorf("told %v, want the session's end", got)
	}
}

func TestLinuxPromisesNothingAboutScreenshots(t *testing.T) {
	if err := HideFromCapture(1, true); !errors.Is(err, ErrNoCaptureGuard) {
		t.Errorf("HideFromCapture = %v", err)
	}
}
