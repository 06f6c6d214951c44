package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"holdfast/store"
	"holdfast/store/keyring"
)

// TestChild is the program that the tests kill in the middle of its work. It
// kills itself, without warning, when it is told of a step for the nth time.
func TestChild(t *testing.T) {
	work := os.Getenv("HOLDFAST_TEST_WORK")
	if work == "" {
		t.Skip("started by another test only")
	}
	var step string
	var nth, told int
	_, err := fmt.Sscanf(os.Getenv("HOLDFAST_TEST_KILL"), "%s %d", &step, &nth)
	must(t, err)
	kill := func(at store.Step, _, _ int64) {
		if string(at) == step {
			told++
		}
		if told == nth {
			self, err := os.FindProcess(os.Getpid())
			must(t, errors.Join(err, self.Kill()))
			select {}
		}
	}
	key, err := keyring.PaperKey(os.Getenv("HOLDFAST_TEST_KEY"))
	must(t, err)
	env := store.Environment{Engine: store.EngineMemory}
	from, to := os.Getenv("HOLDFAST_TEST_FROM"), os.Getenv("HOLDFAST_TEST_TO")
	if work == "restore" {
		o, err := Open(t.Context(), from, key, nil, nil)
		must(t, err)
		must(t, store.Revive(t.Context(), env, to, o.Roster, o.Bearer(), o.Restoring(t.Context()), kill))
		return
	}
	v, err := store.Open(env, from)
	must(t, err)
	s, _, err := v.Unlock(t.Context(), key, nil)
	must(t, err)
	_, err = Create(t.Context(), env, s, Making{Path: to}, kill)
	must(t, err)
	must(t, s.Close())
}

// killed runs the child until it is killed; false where it came to its end.
func killed(t *testing.T, work, from, to, key, at string) bool {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestChild$")
	child.Env = append(os.Environ(), "HOLDFAST_TEST_WORK="+work, "HOLDFAST_TEST_FROM="+from,
		"HOLDFAST_TEST_TO="+to, "HOLDFAST_TEST_KEY="+key, "HOLDFAST_TEST_KILL="+at)
	out, err := child.CombinedOutput()
	if err == nil {
		return false
	}
	if !strings.Contains(err.Error(), "killed") && runtime.GOOS != "windows" {
		t.Fatalf("%s: %v\n%s", at, err, out)
	}
	return true
}

func TestAKilledBackupLeavesNoBackupThatIsNone(t *testing.T) {
	t.Parallel()
	w := newWorld(t).live(t, 3)
	must(t, w.vault.Close())
	good := filepath.Join(w.on, "holdfast-2026-11-20.age")
	for i, at := range []string{"write 1", "verify 1", "verify 3", "none 1"} {
		path := filepath.Join(w.on, fmt.Sprintf("holdfast-2026-11-2%d.age", i))
		was := killed(t, "backup", w.dir, path, w.text, at)
		_, err := os.Lstat(path)
		if was == (err == nil) || was != !strings.HasPrefix(at, "none") {
			t.Errorf("killed at %s: %v, %v", at, was, err)
		}
		if was { // and the next one goes through, over what is left
			if killed(t, "backup", w.dir, path, w.text, "none 1") {
				t.Fatalf("after %s: killed again", at)
			}
		}
		w.open(t, path, w.paper)
	}
	for _, name := range left(t, w.on) {
		if strings.HasSuffix(name, ".new") {
			t.Errorf("%s is left", name)
		}
	}
	w.open(t, good, w.paper)
}

func TestAKilledRestoreLeavesTheOldOrTheNew(t *testing.T) {
	t.Parallel()
	w := newWorld(t).live(t, 3)
	made, want := w.backup(t), w.told(t, w.vault)
	for i, at := range []string{"write 1", "write 5", "verify 1", "verify 5", "none 1"} {
		dir := filepath.Join(t.TempDir(), fmt.Sprint("vault", i))
		if killed(t, "restore", made.Path, dir, w.text, at) {
			if _, err := store.Open(w.env, dir); !errors.Is(err, store.ErrNotVault) {
				t.Errorf("killed at %s: %v", at, err)
			}
			if killed(t, "restore", made.Path, dir, w.text, "none 1") {
				t.Fatalf("after %s: killed again", at)
			}
		}
		v, err := store.Open(w.env, dir)
		must(t, err)
		s, _, err := v.Unlock(t.Context(), w.paper, nil)
		must(t, err)
		if got := w.told(t, s)[1:]; !slices.Equal(got, want) {
			t.Errorf("after %s: %q", at, got)
		}
		must(t, s.Close())
	}
}

func TestStoppingOrLockingLeavesNothing(t *testing.T) {
	w := newWorld(t).live(t, 3)
	for name, c := range map[string]struct {
		step store.Step
		end  func(context.CancelFunc)
		want error
	}{
		"stopped while it is written":   {store.StepWrite, func(stop context.CancelFunc) { stop() }, context.Canceled},
		"stopped while it is read back": {store.StepVerify, func(stop context.CancelFunc) { stop() }, context.Canceled},
		"locked while it is written":    {store.StepWrite, func(context.CancelFunc) { w.vault.Lock() }, store.ErrLocked},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, stop := context.WithCancel(t.Context())
			_, err := Create(ctx, w.env, w.vault, Making{Path: w.file()}, func(s store.Step, _, _ int64) {
				if s == c.step {
					c.end(stop)
				}
			})
			if !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
			if names := left(t, w.on); len(names) > 0 {
				t.Errorf("left: %v", names)
			}
			if errors.Is(c.want, store.ErrLocked) {
				must(t, w.vault.Close())
				v, err := store.Open(w.env, w.dir)
				must(t, err)
				w.vault, _, err = v.Unlock(t.Context(), w.paper, nil)
				must(t, err)
			}
		})
	}
}

func TestAnythingThatIsThereAlreadyStays(t *testing.T) {
	w := newWorld(t)
	elsewhere := filepath.Join(w.on, "letter")
	must(t, os.WriteFile(elsewhere, []byte("mine"), 0o600))
	for name, c := range map[string]struct {
		make func(path string) error
		want error
	}{
		"a file":             {func(p string) error { return os.WriteFile(p, []byte("mine"), 0o600) }, fs.ErrExist},
		"a link":             {func(p string) error { return os.Symlink(elsewhere, p) }, fs.ErrExist},
		"a link to nowhere":  {func(p string) error { return os.Symlink("nowhere", p) }, fs.ErrExist},
		"a folder":           {func(p string) error { return os.Mkdir(p, 0o700) }, fs.ErrExist},
		"a link put aside":   {func(p string) error { return os.Symlink(elsewhere, asideOf(p)) }, nil},
		"half a backup":      {func(p string) error { return os.WriteFile(asideOf(p), []byte("half"), 0o600) }, nil},
		"a folder not there": {func(string) error { return nil }, fs.ErrNotExist},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "holdfast.age")
			if errors.Is(c.want, fs.ErrNotExist) {
				path = filepath.Join(t.TempDir(), "gone", "holdfast.age")
			}
			must(t, c.make(path))
			if _, err := Create(t.Context(), w.env, w.vault, Making{Path: path}, nil); !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
			if raw, err := os.ReadFile(elsewhere); err != nil || string(raw) != "mine" {
				t.Errorf("%q, %v", raw, err)
			}
		})
	}
}

func TestReadingNeverWaitsForAPipe(t *testing.T) {
	w := newWorld(t)
	for name, path := range map[string]string{"a pipe": pipe(t), "a folder": t.TempDir()} {
		if _, err := Open(t.Context(), path, w.paper, nil, nil); !errors.Is(err, ErrNotBackup) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Create(t.Context(), w.env, w.vault, Making{Path: path}, nil); !errors.Is(err, fs.ErrExist) {
			t.Errorf("onto %s: %v", name, err)
		}
	}
	if _, err := Open(t.Context(), filepath.Join(t.TempDir(), "gone"), w.paper, nil, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing: %v", err)
	}
}
