package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// process is a program that was started to be looked at, in a home folder of
// its own.
type process struct {
	*exec.Cmd
	started time.Time
}

// start starts a program with an empty home on a display.
func (s setup) start(ctx context.Context, display, name string, args ...string) (*process, error) {
	return s.startWith(ctx, nil, display, name, args...)
}

// startWith is the same for a program that reads something.
func (s setup) startWith(ctx context.Context, read io.Reader, display, name string, args ...string) (*process, error) {
	home, err := os.MkdirTemp(s.dir, "home-")
	if err == nil {
		err = s.person.give(home)
	}
	if err != nil {
		return nil, err
	}
	command := exec.CommandContext(ctx, name, args...)
	command.Env = []string{"DISPLAY=" + display, "HOME=" + home, "XDG_RUNTIME_DIR=" + s.session,
		"PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1", "QT_QPA_PLATFORM=xcb",
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/dev/null"}
	command.Dir, command.Stdin = home, read
	command.SysProcAttr = s.person.credential()
	p := &process{Cmd: command, started: time.Now()}
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", filepath.Base(name), err)
	}
	return p, nil
}

// end asks the program to end, and makes it after a while.
func (p *process) end() {
	_ = p.Process.Signal(syscall.SIGTERM)
	insist := time.AfterFunc(3*time.Second, func() { _ = p.Process.Kill() })
	_ = p.Wait()
	insist.Stop()
}

// memory is what the process keeps in memory now and at the most so far
// (VmRSS and VmHWM of proc(5)).
func (p *process) memory() (now, most size, err error) {
	return memoryOf(strconv.Itoa(p.Process.Pid))
}

// memoryOf is the same of any process of proc(5).
func memoryOf(process string) (now, most size, err error) {
	text, err := os.ReadFile("/proc/" + process + "/status")
	if err != nil {
		return 0, 0, err
	}
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		kilobytes, err := strconv.ParseInt(fields[1], 10, 64)
		switch {
		case err != nil:
		case fields[0] == "VmRSS:":
			now = size(kilobytes * 1024)
		case fields[0] == "VmHWM:":
			most = size(kilobytes * 1024)
		}
	}
	return now, most, nil
}

// load is the share of one core that the process uses over a time.
func (p *process) load(ctx context.Context, over time.Duration) (share, error) {
	before, err := p.used()
	if err != nil {
		return 0, err
	}
	begin := time.Now()
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case <-time.After(over):
	}
	after, err := p.used()
	return share(float64(after-before) / float64(time.Since(begin))), err
}
