package backup

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"holdfast/store"
)

func pipe(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pipe")
	must(t, syscall.Mkfifo(path, 0o600))
	return path
}

// stick mounts a small disk, or skips the test.
func stick(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("mounting a small disk is not permitted here: %s", out)
	}
	t.Cleanup(func() {
		if err := exec.Command("umount", "-l", dir).Run(); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	return dir
}

func TestAFullOrReadOnlyStickKeepsTheLastGoodBackup(t *testing.T) {
	w := newWorld(t).live(t, 40)
	dir := stick(t, "size=700k")
	first, err := Create(t.Context(), w.env, w.vault, Making{Path: filepath.Join(dir, "first.age")}, nil)
	must(t, err)
	must(t, os.WriteFile(filepath.Join(dir, "photos"), make([]byte, 300<<10), 0o600))
	try := func(want error) {
		t.Helper()
		if _, err := Create(t.Context(), w.env, w.vault, Making{Path: filepath.Join(dir, "second.age")}, nil); !errors.Is(err, want) {
			t.Errorf("got %v", err)
		}
		if names := left(t, dir); !slices.Equal(names, []string{"first.age", "photos"}) {
			t.Errorf("left: %v", names)
		}
		w.open(t, first.Path, w.paper).Close()
	}
	try(store.ErrNoSpace)
	// Where the room is told of wrongly, writing finds out.
	w.env.FreeSpace = func(string) (uint64, error) { return 1 << 40, nil }
	try(store.ErrNoSpace)
	if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
		t.Skipf("making it read-only is not permitted here: %s", out)
	}
	try(store.ErrDenied)
}
