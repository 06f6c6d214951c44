package seal

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"testing"

	"golang.org/x/sys/unix"
)

// limited is set in the process that has no locked memory to give.
const limited = "HOLDFAST_TEST_WITHOUT_LOCKED_MEMORY"

// A key that can't be locked must not take the others with it: the test runs
// itself again with a limit of three pages.
func TestWithoutLockedMemoryEveryKeyGoesOnWorking(t *testing.T) {
	if os.Getenv(limited) == "" {
		again := exec.Command(os.Args[0], "-test.run=^TestWithoutLockedMemoryEveryKeyGoesOnWorking$", "-test.v")
		again.Env = append(os.Environ(), limited+"=1")
		out, err := again.CombinedOutput()
		if err != nil || !bytes.Contains(out, []byte("keys without locked memory: ")) {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	pages := uint64(3 * os.Getpagesize())
	if err := unix.Setrlimit(unix.RLIMIT_MEMLOCK, &unix.Rlimit{Cur: pages, Max: pages}); err != nil {
		t.Fatal(err)
	}
	if err := dropPrivilege(); err != nil {
		t.Fatal(err)
	}
	keys := make([]*Key, 8)
	unlocked := 0
	for i := range keys {
		k, err := Random(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		keys[i] = k
		if !k.Locked() {
			unlocked++
		}
	}
	if unlocked != len(keys)-3 {
		t.Errorf("%d of %d keys are not locked, want 5", unlocked, len(keys))
	}
	for _, k := range keys {
		box, err := k.Seal(rand.Reader, nil, []byte("x"), nil)
		if err != nil {
			t.Fatal(err)
		}
		if plain, err := k.Open(nil, box, nil); err != nil || string(plain) != "x" {
			t.Fatalf("%q, %v", plain, err)
		}
		secret := k.secret
		locked := k.locked
		k.Wipe()
		if !locked && !bytes.Equal(secret, make([]byte, Size)) {
			t.Error("a key outside locked memory is not wiped")
		}
	}
	t.Logf("keys without locked memory: %d", unlocked)
}

// A key that is dropped without being wiped takes its page with it.
func TestADroppedKeyGivesItsPageBack(t *testing.T) {
	const many = 64
	before := lockedPages(t)
	for range many {
		if !fixed(t).Locked() {
			t.Skip("this system locks no memory")
		}
	}
	if full := lockedPages(t); full < before+many/2 {
		t.Fatalf("%d pages are locked after %d keys, %d before", full, many, before)
	}
	for range 1000 { // cleanups run some time after a collection
		runtime.GC()
		if lockedPages(t) <= before {
			return
		}
	}
	t.Errorf("%d pages stay locked, %d before", lockedPages(t), before)
}

func lockedPages(t *testing.T) int {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := bytes.Cut(status, []byte("VmLck:"))
	var kib int
	if _, err := fmt.Sscan(string(rest), &kib); err != nil {
		t.Fatal(err)
	}
	return kib << 10 / os.Getpagesize()
}

// dropPrivilege gives up what lets root lock as much as it likes, for this
// thread.
func dropPrivilege() error {
	runtime.LockOSThread()
	head := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var none [2]unix.CapUserData
	return unix.Capset(&head, &none[0])
}
