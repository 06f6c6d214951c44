//go:build linux

package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"holdfast/store"
)

// The disk shrinks from its size in steps of stepBytes, down to what is on it.
const (
	fullMegabytes = 20
	stepBytes     = 512 << 10
	perStep       = 60 * time.Millisecond
)

// full shrinks the disk around a working child until nothing more fits, and
// lets it grow again, over and over: the child must never end, lose nothing
// that it acknowledged, and work again.
func full(r *run) error {
	before, rounds, refused, done := r.table.harms(), r.rounds(40), 0, 0
	for round := range rounds {
		d, err := newDisk(filepath.Join(r.dir, fmt.Sprint("full-", round)), "tmpfs", fullMegabytes)
		if errors.Is(err, errNotHere) {
			r.table.skipped("the disk shrinks to nothing", err)
			return nil
		} else if err != nil {
			return err
		}
		t, err := r.shrink(d, round)
		if err := errors.Join(err, d.remove()); err != nil {
			return err
		}
		for _, n := range t.full {
			refused += n
		}
		for _, n := range t.done {
			done += n
		}
		if r.ctx.Err() != nil {
			return r.ctx.Err()
		}
	}
	r.table.row("the disk shrinks to nothing", rounds, r.table.harms()-before,
		fmt.Sprintf("%d acts acknowledged, %d refused for want of room", done, refused))
	return nil
}

// shrink is one round, on a disk of its own.
func (r *run) shrink(d *disk, round int) (told, error) {
	w, err := r.base.copyTo(filepath.Join(d.at, "world"))
	if err != nil {
		return told{}, err
	}
	w.engine = []store.EnginePlace{store.EngineMemory, store.EngineAuto, store.EngineDisk}[round%3]
	c, err := start(w, r.seed+uint64(round)<<20, 0)
	if err != nil {
		return told{}, err
	}
	<-c.ready
	for size := uint64(fullMegabytes << 20); ; size -= stepBytes {
		taken, err := d.used()
		if err != nil {
			return told{}, err
		}
		if size <= taken+stepBytes || d.resize(size) != nil {
			break
		}
		time.Sleep(perStep)
	}
	if taken, err := d.used(); err == nil {
		_ = d.resize(taken) // not where more was taken meanwhile: it is as full then
	}
	time.Sleep(10 * perStep)
	r.stillAlive(c, "while the disk was full", round)
	if err := d.resize(2 * fullMegabytes << 20); err != nil {
		return told{}, err
	}
	was := c.saved()
	for wait := 0; wait < 100 && c.saved() <= was; wait++ {
		time.Sleep(perStep)
	}
	if c.saved() <= was {
		r.table.hurt("full, round %d: it saves nothing when there is room again", round)
	}
	return r.ended(c, w, fmt.Sprintf("full, round %d", round)), nil
}

// saved is how many acts a child has told of so far.
func (c *child) saved() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := 0
	for _, k := range understood(c.heard).done {
		n += k
	}
	return n
}

func (r *run) stillAlive(c *child, when string, round int) {
	select {
	case <-c.ended:
		r.table.hurt("round %d: the program ended %s", round, when)
	default:
	}
}

// ended kills a child and looks what is there.
func (r *run) ended(c *child, w *world, what string) told {
	lines, _ := c.kill() // how it ended is known
	t := understood(lines)
	if t.last != "" {
		r.table.hurt("%s: the child said %s", what, t.last)
	}
	for _, wrong := range newWitness().look(r.ctx, w, t) {
		r.table.hurt("%s: %s", what, wrong)
	}
	return t
}
