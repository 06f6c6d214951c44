//go:build linux

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"holdfast/store"
)

// mostDelay is how long after it began a child is killed at the latest; most
// acts take a few milliseconds, those that write everything anew some tens.
const mostDelay = 200 * time.Millisecond

// freshAfter rounds a world is thrown away, so that rounds stay short.
const freshAfter = 25

// crash kills a working child at random moments, over and over.
func crash(r *run) error {
	rounds, before := r.rounds(2000), r.table.harms()
	var acknowledged, cutOff atomic.Int64
	var left atomic.Int64
	left.Store(int64(rounds))
	var wg sync.WaitGroup
	errs := make([]error, max(1, runtime.NumCPU()))
	for i := range errs {
		wg.Go(func() {
			for lot := 0; left.Load() > 0 && errs[i] == nil; lot++ {
				errs[i] = r.crashes(fmt.Sprintf("crash-%d-%d", i, lot), r.seed+uint64(i*1_000_003+lot)<<20, &left, &acknowledged, &cutOff)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	r.table.row("killed while it worked", rounds, r.table.harms()-before,
		fmt.Sprintf("%d acts acknowledged, %d kills in the middle of one", acknowledged.Load(), cutOff.Load()))
	return r.ctx.Err()
}

// crashes is a lot of rounds in one world.
func (r *run) crashes(name string, seed uint64, left, acknowledged, cutOff *atomic.Int64) error {
	w, err := r.base.copyTo(filepath.Join(r.dir, name))
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(w.dir) }()
	random := rand.New(rand.NewPCG(seed, 2))
	x := newWitness()
	for round := 0; round < freshAfter && left.Add(-1) >= 0 && r.ctx.Err() == nil; round++ {
		w.engine = []store.EnginePlace{store.EngineMemory, store.EngineDisk}[round%2]
		c, err := start(w, random.Uint64(), 0)
		if err != nil {
			return err
		}
		<-c.ready
		time.Sleep(time.Duration(random.Int64N(int64(mostDelay))))
		lines, _ := c.kill() // how it ended is known
		t := understood(lines)
		if t.last != "" {
			r.table.hurt("%s, round %d, seed %d: the child said %s", name, round, seed, t.last)
		}
		for _, n := range t.done {
			acknowledged.Add(int64(n))
		}
		if t.at != "" {
			cutOff.Add(1)
		}
		for _, wrong := range x.look(r.ctx, w, t) {
			r.table.hurt("%s, round %d, seed %d: %s", name, round, seed, wrong)
		}
		if err := w.tidy(); err != nil {
			return err
		}
		x.forgetFiles()
	}
	if err := check(r.ctx, w); err != nil {
		r.table.hurt("%s, seed %d: %v", name, seed, err)
	}
	return nil
}
