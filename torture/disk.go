//go:build linux

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

// errNotHere is a disk that this machine does not let us make.
var errNotHere = errors.New("not permitted here")

// disk is a file system of its own, mounted on a folder.
type disk struct {
	kind string // tmpfs, ext4, xfs
	at   string
	file string // what it lies in, "" for memory
}

// newDisk makes and mounts one. It fails with errNotHere where the machine
// does not allow it, or lacks the programs.
func newDisk(dir, kind string, megabytes int) (*disk, error) {
	d := &disk{kind: kind, at: filepath.Join(dir, kind)}
	if err := os.MkdirAll(d.at, 0o700); err != nil {
		return nil, err
	}
	if kind == "tmpfs" {
		return d, tool("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dm", megabytes), "tmpfs", d.at)
	}
	d.file = filepath.Join(dir, kind+".img")
	err := os.WriteFile(d.file, nil, 0o600)
	if err = errors.Join(err, os.Truncate(d.file, int64(megabytes)<<20)); err != nil {
		return nil, err
	}
	if err := tool("mkfs."+kind, "-q", d.file); err != nil {
		return nil, err
	}
	return d, tool("mount", "-o", "loop", d.file, d.at)
}

func tool(name string, words ...string) error {
	out, err := exec.Command(name, words...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: %s: %s", errNotHere, name, strings.TrimSpace(string(out)+" "+err.Error()))
	}
	return nil
}

// resize sets how much the disk holds at most; a tmpfs refuses less than what
// is on it.
func (d *disk) resize(bytes uint64) error {
	return tool("mount", "-o", fmt.Sprintf("remount,size=%d", bytes), d.at)
}

// used is how many bytes are taken.
func (d *disk) used() (uint64, error) {
	var s syscall.Statfs_t
	err := syscall.Statfs(d.at, &s)
	return (s.Blocks - s.Bfree) * uint64(s.Bsize), err
}

func (d *disk) remove() error {
	err := tool("umount", "-l", d.at)
	if d.file != "" {
		err = errors.Join(err, os.Remove(d.file))
	}
	return err
}
