//go:build proof && linux

package proof

import (
	"context"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"holdfast/bench/screen"
	"holdfast/proof/memory"
	"holdfast/proof/trace"
)

// window is the built window on a screen of its own.
type window struct {
	*place
	screen *screen.Screen
	shown  screen.Window
	run    *exec.Cmd
	pid    int // of the window itself, also where strace runs it
}

// made makes a vault with the people of the list, without looking on.
func (p *place) made() {
	p.t.Helper()
	for _, words := range [][]string{
		{"create", p.vault, "--board", "A board", "--no-paper"},
		{"import", "members", p.vault, p.list},
	} {
		command := exec.Command(program(p.t, "holdfastctl"), append([]string{"--passphrase-file", p.passphraseFile}, words...)...)
		command.Env = p.environment()
		if said, err := command.CombinedOutput(); err != nil {
			p.t.Fatalf("%v\n%s", err, said)
		}
	}
}

// open opens the window on the vault; before are words in front of its own,
// like those of strace.
func (p *place) open(before ...string) *window {
	p.t.Helper()
	s, err := screen.Start(1280, 800)
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(s.Close)
	words := append(before, program(p.t, "holdfast"), p.vault)
	w := &window{place: p, screen: s, run: exec.Command(words[0], words[1:]...)}
	w.run.Env = p.environment("DISPLAY="+s.Display(), "LIBGL_ALWAYS_SOFTWARE=1", "XDG_RUNTIME_DIR="+p.session,
		"DBUS_SESSION_BUS_ADDRESS="+os.Getenv("DBUS_SESSION_BUS_ADDRESS"))
	w.run.Dir = p.home
	w.run.Stderr = os.Stderr
	if err := w.run.Start(); err != nil {
		p.t.Fatal(err)
	}
	w.pid = w.run.Process.Pid
	p.t.Cleanup(func() { _ = w.run.Process.Kill() })
	w.shown = w.wait(func(ctx context.Context) (screen.Window, error) {
		shown, _, err := s.Painted(ctx)
		return shown, err
	})
	time.Sleep(2 * time.Second) // the first frame comes before the keyboard
	w.must(s.Focus(w.shown))
	return w
}

func (w *window) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *window) wait(what func(context.Context) (screen.Window, error)) screen.Window {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	shown, err := what(ctx)
	w.must(err)
	return shown
}

// changes does something and waits until a good part of the window is another.
func (w *window) changes(share float64, do func() error) {
	w.t.Helper()
	w.wait(func(ctx context.Context) (screen.Window, error) {
		_, err := w.screen.Changed(ctx, w.shown, share, do)
		return w.shown, err
	})
}

func (w *window) unlock() {
	w.t.Helper()
	w.must(w.screen.Type(passphrase))
	w.changes(0.15, func() error { return w.screen.Press(screen.Return) })
	time.Sleep(2 * time.Second)
}

// end asks the window to end and waits for it.
func (w *window) end() {
	w.t.Helper()
	w.must(syscall.Kill(w.pid, syscall.SIGTERM))
	ended := make(chan error, 1)
	go func() { ended <- w.run.Wait() }()
	select {
	case err := <-ended:
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			w.t.Fatal(err)
		}
	case <-time.After(time.Minute):
		w.t.Fatal("the window does not end when it is asked to")
	}
}

// count stops the window, looks through its memory and lets it go on.
func (w *window) count(needles []memory.Needle) map[string]int {
	w.t.Helper()
	w.must(syscall.Kill(w.pid, syscall.SIGSTOP))
	found, err := memory.Count(w.pid, needles)
	w.must(syscall.Kill(w.pid, syscall.SIGCONT))
	w.must(err)
	return found
}

func TestAfterLockingNoKeyIsInTheWindowsMemory(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("the window forbids others to look into its memory; only root may")
	}
	p := newPlace(t)
	p.made()
	keys := secrets(t, p.vault, passphrase)
	// Nothing is promised about these: what is counted is published.
	texts := []memory.Needle{{Name: "the passphrase as typed", Bytes: []byte(passphrase)}}
	for _, word := range p.words {
		texts = append(texts, memory.Needle{Name: "text of the board", Bytes: []byte(title(word))})
	}
	w := p.open()
	w.unlock()
	before := w.count(append(slices.Clone(keys), texts...))
	for _, name := range []string{"vault key", "signing key", "journal key"} {
		if before[name] == 0 {
			t.Errorf("the %s is not found while the vault is open; nothing is proved", name)
		}
	}
	w.changes(0.02, func() error { return w.screen.Press('k', screen.Control) })
	w.must(w.screen.Type(p.words[0][:4]))
	time.Sleep(time.Second)
	w.must(w.screen.Press(screen.Escape))
	time.Sleep(time.Second)

	w.must(w.screen.Press('l', screen.Control))
	time.Sleep(200 * time.Millisecond)
	after := w.count(append(slices.Clone(keys), texts...))
	for _, key := range keys {
		if n := after[key.Name]; n > 0 {
			t.Errorf("%d copies of the %s are left 200 ms after locking", n, key.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		t.Logf("%-32s %3d while open, %3d after locking", name, before[name], after[name])
	}
	w.end()
}

func TestTheWindowLeavesNothingOutsideTheVault(t *testing.T) {
	newPlace(t).leavesNothing()
}

// Where the login session has a folder in memory, shaders, the index of fonts
// and the table of dead keys stay there until it ends, and nothing else does.
func TestWhatStaysInMemoryUntilLogoutTellsNothing(t *testing.T) {
	session, err := os.MkdirTemp("/dev/shm", "session-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(session); err != nil {
			t.Error(err)
		}
	})
	p := newPlace(t)
	p.session = session
	p.leavesNothing()
	kept := 0
	files(t, func(path string, text []byte) {
		name, _ := filepath.Rel(filepath.Join(session, "window-cache"), path)
		// X calls its table of dead keys l4_… or b4_…, by the order of bytes.
		if !slices.ContainsFunc([]string{"mesa_shader_cache/", "font_index", "l4_", "b4_"}, func(begins string) bool { return strings.HasPrefix(name, begins) }) {
			t.Errorf("%s stays in memory", path)
		}
		if found := inClear(p.words, text); found != nil {
			t.Errorf("%q stand in clear in %s", found, path)
		}
		kept++
	}, session)
	if kept == 0 {
		t.Error("nothing was kept; this proves nothing")
	}
}

// leavesNothing works in the window for a while, looking on.
func (p *place) leavesNothing() {
	t := p.t
	t.Helper()
	p.made()
	inMemory, _ := filepath.Glob("/dev/shm/*")
	out := filepath.Join(t.TempDir(), "trace")
	arguments := trace.Arguments(out)
	w := p.open(append([]string{"strace"}, arguments...)...)
	w.pid = childOf(t, w.run.Process.Pid)
	w.unlock()
	w.changes(0.02, func() error { return w.screen.Press('k', screen.Control) })
	w.must(w.screen.Type(p.words[0][:5]))
	time.Sleep(2 * time.Second)
	w.must(w.screen.Press(screen.Return))
	time.Sleep(2 * time.Second)
	w.changes(0.1, func() error { return w.screen.Press('l', screen.Control) })
	time.Sleep(time.Second)
	w.unlock()
	w.end()
	p.read(out)
	p.check()
	if left, _ := filepath.Glob("/dev/shm/*"); !slices.Equal(left, inMemory) {
		t.Errorf("in memory were %q, and are %q", inMemory, left)
	}
	for _, seen := range p.seen {
		for address := range seen.Connected {
			if !strings.Contains(address, "X11-unix") && !strings.Contains(address, "bus") {
				t.Errorf("connected to %s", address)
			}
		}
	}
}

// childOf is the one process that another one started.
func childOf(t *testing.T, pid int) int {
	t.Helper()
	found, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		text, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		_, rest, _ := strings.Cut(string(text), ") ")
		if fields := strings.Fields(rest); len(fields) > 1 && fields[1] == strconv.Itoa(pid) {
			child, err := strconv.Atoi(filepath.Base(filepath.Dir(path)))
			if err != nil {
				t.Fatal(err)
			}
			return child
		}
	}
	t.Fatalf("process %d started nothing", pid)
	return 0
}
