//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"

	"github.com/rogpeppe/go-internal/testscript"
)

// nobody is an account without privileges on every Unix.
const nobody = 65534

// unprivileged N PROGRAM …: like code, as somebody who is not the
// administrator, and to whom everything here belongs. An administrator may
// write anywhere, so that nothing would be denied.
func unprivileged(ts *testscript.TestScript, neg bool, args []string) {
	if os.Geteuid() != 0 {
		code(ts, neg, args)
		return
	}
	work := ts.Getenv("WORK")
	for dir := work; dir != filepath.Dir(dir) && dir != os.TempDir(); dir = filepath.Dir(dir) {
		ts.Check(os.Chmod(dir, 0o755))
	}
	ts.Check(filepath.WalkDir(work, func(path string, _ os.DirEntry, err error) error {
		return errors.Join(err, os.Chown(path, nobody, nobody))
	}))
	program, err := exec.LookPath(args[1])
	ts.Check(err)
	ts.Check(os.Chmod(filepath.Dir(filepath.Dir(program)), 0o755))
	cmd := exec.Command(program, args[2:]...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = []string{"XDG_CONFIG_HOME=" + ts.Getenv("XDG_CONFIG_HOME"), "PATH=" + ts.Getenv("PATH")}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := cmd.CombinedOutput()
	ts.Logf("%s", out)
	ts.Check(os.WriteFile(ts.MkAbs("said"), out, 0o644))
	if got := cmd.ProcessState.ExitCode(); err == nil || got < 0 || args[0] != strconv.Itoa(got) {
		ts.Fatalf("ended with %d (%v), want %s", got, err, args[0])
	}
}
