package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAFileIsReplacedWholeAndNothingIsLeftBeside(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	must(t, os.WriteFile(path, []byte("before, and longer"), 0o644))
	must(t, os.WriteFile(path+Aside, []byte("left by a crash"), 0o644))
	must(t, Replace(path, []byte("after")))
	got, err := os.ReadFile(path)
	must(t, err)
	info, err := os.Stat(path)
	must(t, err)
	if string(got) != "after" || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%q, %v", got, info.Mode())
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("%v is there", entries)
	}
}

func TestALinkInTheWayIsNotFollowed(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "somebody's")
	must(t, os.WriteFile(other, []byte("theirs"), 0o600))
	for _, name := range []string{"a", "b" + Aside} {
		if err := os.Symlink(other, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here")
		}
	}
	must(t, Replace(filepath.Join(dir, "a"), []byte("ours")))
	must(t, Replace(filepath.Join(dir, "b"), []byte("ours")))
	if got, err := os.ReadFile(other); err != nil || string(got) != "theirs" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWhatCannotBePutInPlaceLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	must(t, os.MkdirAll(filepath.Join(path, "a folder with something in it"), 0o700))
	err := Replace(path, []byte("x"))
	if _, ok := errors.AsType[*fs.PathError](err); !ok {
		t.Errorf("gave %v", err)
	}
	if _, err := os.Lstat(path + Aside); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("left beside: %v", err)
	}
	if err := Replace(filepath.Join(dir, "nowhere", "a"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a folder: %v", err)
	}
}

func TestWhoHoldsAFileIsWaitedForAndNotForEver(t *testing.T) {
	held := errors.New("held")
	busy := func(err error) bool { return err == held }
	for name, c := range map[string]struct {
		answers []error // the last one stays
		tries   int
		waited  time.Duration
		err     error
	}{
		"free":                     {[]error{nil}, 1, 0, nil},
		"refused for good":         {[]error{fs.ErrPermission}, 1, 0, fs.ErrPermission},
		"held twice":               {[]error{held, held, nil}, 3, 2 * pause, nil},
		"held, and then not there": {[]error{held, fs.ErrNotExist}, 2, pause, fs.ErrNotExist},
		"held for ever":            {[]error{held}, 41, patience, held},
	} {
		var tries int
		var waited time.Duration
		err := patiently(func() error {
			tries++
			return c.answers[min(tries, len(c.answers))-1]
		}, busy, func(d time.Duration) { waited += d })
		if err != c.err || tries != c.tries || waited != c.waited {
			t.Errorf("%s: %v after %d tries and %v", name, err, tries, waited)
		}
	}
}

func TestAFolderThatIsNotThereIsSaid(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("folders need no waiting there")
	}
	dir := t.TempDir()
	must(t, SyncFolder(dir))
	if err := SyncFolder(filepath.Join(dir, "gone")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("gave %v", err)
	}
}
