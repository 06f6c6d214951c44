package desk

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// privateBus starts a message bus of its own on a socket in a fresh folder
// and gives its address; stop ends it.
func privateBus(t *testing.T, socket string) (address string, stop func()) {
	t.Helper()
	daemon, err := exec.LookPath("dbus-daemon")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("dbus-daemon is missing; scripts/setup test installs it")
		}
		t.Skip("dbus-daemon is missing; scripts/setup test installs it")
	}
	config := filepath.Join(t.TempDir(), "bus.conf")
	err = os.WriteFile(config, []byte(`<busconfig><type>session</type><listen>unix:path=`+socket+`</listen>
<auth>EXTERNAL</auth><policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(daemon, "--config-file="+config, "--nofork", "--print-address=1")
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the bus did not start: %v", err)
	}
	stopped := false
	stop = func() {
		if !stopped {
			stopped = true
			_ = command.Process.Kill()
			_ = command.Wait()
		}
	}
	t.Cleanup(stop)
	address, _, _ = strings.Cut(strings.TrimSpace(line), ",")
	return address, stop
}

// speaker is a connection that speaks under a name, as a desktop would.
type speaker struct {
	t    *testing.T
	conn *dbus.Conn
}

func speak(t *testing.T, address string, names ...string) *speaker {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	for _, name := range names {
		if _, err := conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil {
			t.Fatal(err)
		}
	}
	return &speaker{t: t, conn: conn}
}

func (s *speaker) say(path dbus.ObjectPath, signal string, values ...any) {
	s.t.Helper()
	if err := s.conn.Emit(path, signal, values...); err != nil {
		s.t.Fatal(err)
	}
}

const (
	ours   = dbus.ObjectPath("/org/freedesktop/login1/session/_31")
	theirs = dbus.ObjectPath("/org/freedesktop/login1/session/_37")
)

// fakeLogin stands for logind. Every delay that it hands out is one end of a
// pipe, whose other end tells when the delay was let go.
type fakeLogin struct {
	*speaker
	delays chan delay
}

// delay is one delay that was handed out.
type delay struct{ ours, theirs *os.File }

// received closes our copy of the end that was handed out; call it once it
// has surely arrived.
func (d delay) received(t *testing.T) {
	t.Helper()
	if err := d.theirs.Close(); err != nil {
		t.Fatal(err)
	}
}

// letGo looks, without waiting, whether nobody holds the other end any more.
func (d delay) letGo(t *testing.T) bool {
	t.Helper()
	raw, err := d.ours.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	gone := false
	err = raw.Control(func(fd uintptr) {
		n, err := syscall.Read(int(fd), make([]byte, 1))
		gone = n == 0 && err == nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return gone
}

func fakeLogind(t *testing.T, address string) *fakeLogin {
	t.Helper()
	f := &fakeLogin{speaker: speak(t, address), delays: make(chan delay, 8)}
	err := f.conn.ExportMethodTable(map[string]any{
		"Inhibit": func(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
			if what != "sleep:shutdown" || mode != "delay" {
				return 0, dbus.MakeFailedError(fmt.Errorf("asked to hold %s as %s", what, mode))
			}
			if said := strings.ToLower(who + why); strings.Contains(said, "holdfast") || strings.Contains(said, "vault") {
				return 0, dbus.MakeFailedError(fmt.Errorf("the delay says too much: %s", said))
			}
			here, there, err := os.Pipe()
			if err != nil {
				return 0, dbus.MakeFailedError(err)
			}
			fd := dbus.UnixFD(there.Fd())
			f.delays <- delay{ours: here, theirs: there}
			return fd, nil
		},
		"GetSessionByPID": func(pid uint32) (dbus.ObjectPath, *dbus.Error) {
			if int(pid) != os.Getpid() {
				return "", dbus.MakeFailedError(fmt.Errorf("asked for process %d", pid))
			}
			return ours, nil
		},
	}, loginPath, loginManage)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.conn.RequestName(loginName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return f
}

// listen watches both buses at one address and gives what is told.
func listen(t *testing.T, address string) (*Watcher, <-chan Event) {
	t.Helper()
	told := make(chan Event, 16)
	w := Watch(context.Background(), Addresses{System: address, Session: address, Retry: time.Millisecond},
		func(e Event) { told <- e })
	t.Cleanup(w.Close)
	<-w.Settled()
	return w, told
}
