//go:build linux

package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"holdfast/store"
)

// What crowd works with: xfs takes no disk under 300 MB, of which the most is
// taken beforehand.
const (
	crowdMegabytes = 24
	xfsMegabytes   = 320
	crowdLeft      = 16 << 20
	perCrowd       = 150 * time.Millisecond
)

// crowd has another process fill and empty the disk at random moments while a
// child works on it: on a disk in memory, on ext4 and on xfs, side by side.
// Deaths of the child are counted.
func crowd(r *run) error {
	kinds := []string{"tmpfs", "ext4", "xfs"}
	errs, told := make([]error, len(kinds)), make([]func(), len(kinds))
	var wg sync.WaitGroup
	for i, kind := range kinds {
		wg.Go(func() { told[i], errs[i] = r.crowdOn(kind, r.seed+uint64(i)) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return err
	}
	for _, tell := range told {
		tell()
	}
	return r.ctx.Err()
}

// crowdOn does so on one kind of disk, and gives back how to tell of it.
func (r *run) crowdOn(kind string, seed uint64) (func(), error) {
	what, size, own := "another program fills the disk ("+kind+")", crowdMegabytes, *r
	own.table = r.table.within()
	if kind == "xfs" {
		size = xfsMegabytes
	}
	d, err := newDisk(filepath.Join(r.dir, "crowd-"+kind), kind, size)
	if errors.Is(err, errNotHere) {
		return func() { r.table.skipped(what, err) }, nil
	} else if err != nil {
		return nil, err
	}
	rounds := r.rounds(500)
	refused, err := own.crowded(d, rounds, seed)
	tell := func() {
		r.table.row(what, rounds, own.table.harms(), fmt.Sprintf("%d acts refused for want of room", refused))
	}
	return tell, errors.Join(err, d.remove())
}

func (r *run) crowded(d *disk, rounds int, seed uint64) (refused int, err error) {
	if err := ballast(d); err != nil {
		return 0, err
	}
	random := rand.New(rand.NewPCG(seed, 3))
	for round := 0; round < rounds && r.ctx.Err() == nil; round++ {
		w, err := r.base.copyTo(filepath.Join(d.at, "world"))
		if err != nil {
			return refused, err
		}
		w.engine = []store.EnginePlace{store.EngineMemory, store.EngineAuto}[round%2]
		c, err := start(w, random.Uint64(), 0)
		if err != nil {
			return refused, err
		}
		<-c.ready
		other, err := filler(d)
		if err != nil {
			return refused, err
		}
		time.Sleep(perCrowd + time.Duration(random.Int64N(int64(perCrowd))))
		r.stillAlive(c, "while another program filled the disk", round)
		_ = other.Process.Kill()
		_ = other.Wait() // it was killed
		if err := os.RemoveAll(filepath.Join(d.at, "filling")); err != nil {
			return refused, err
		}
		for _, n := range r.ended(c, w, fmt.Sprintf("crowd on %s, round %d, seed %d", d.kind, round, seed)).full {
			refused += n
		}
		if err := os.RemoveAll(w.dir); err != nil {
			return refused, err
		}
	}
	return refused, nil
}

// ballast takes what is more than a small disk would have.
func ballast(d *disk) error {
	var s syscall.Statfs_t
	if err := syscall.Statfs(d.at, &s); err != nil {
		return err
	}
	free := s.Bavail * uint64(s.Bsize)
	if free <= crowdLeft {
		return nil
	}
	return tool("fallocate", "-l", fmt.Sprint(free-crowdLeft), filepath.Join(d.at, "ballast"))
}

func filler(d *disk) (*exec.Cmd, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	other := exec.Command(self)
	other.Env = append(os.Environ(), childFill+"="+filepath.Join(d.at, "filling"))
	return other, other.Start()
}

// fill fills the disk to its last byte and empties it, for ever.
func fill(dir string) {
	for os.MkdirAll(dir, 0o700) == nil {
		block := make([]byte, 1<<20)
		for i := 0; len(block) > 0; i++ {
			if os.WriteFile(filepath.Join(dir, fmt.Sprint(i)), block, 0o600) != nil {
				block = block[:len(block)/2]
			}
			time.Sleep(time.Duration(rand.Int64N(int64(time.Millisecond))))
		}
		time.Sleep(time.Duration(rand.Int64N(int64(40 * time.Millisecond))))
		_ = os.RemoveAll(dir) // tried again in the next round
	}
}
