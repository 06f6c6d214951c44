package main

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/rogpeppe/go-internal/testscript"
)

// maySmallDisk says whether a script may put a small disk somewhere: an
// administrator may, unless the system is closed to that too.
func maySmallDisk() bool {
	dir, err := os.MkdirTemp("", "small")
	if err != nil {
		return false
	}
	defer os.Remove(dir)
	if syscall.Mount("small", dir, "tmpfs", 0, "size=64k") != nil {
		return false
	}
	return syscall.Unmount(dir, 0) == nil
}

// smallDisk DIR KILOBYTES: a disk of that size in place of the folder.
func smallDisk(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[0])
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.MkdirAll(dir, 0o700))
	err = syscall.Mount("small", dir, "tmpfs", 0, "mode=0700,size="+strconv.Itoa(size)+"k")
	ts.Check(err)
	ts.Defer(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
}

// fill DIR: until nothing more fits.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	file, err := os.Create(filepath.Join(ts.MkAbs(args[0]), "filler"))
	ts.Check(err)
	for err == nil {
		_, err = file.Write(make([]byte, 512))
	}
	if !errors.Is(err, syscall.ENOSPC) {
		ts.Check(err)
	}
	ts.Check(file.Close())
}

// longNote FILE: a text that does not fit into what is left of a block.
func longNote(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat("A long note. ", 1200)), 0o600))
}
