//go:build linux

package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"holdfast/store"
)

// power records what a child asks of the file system, act by act, and lays out
// what a disk may hold if the power goes at any moment of it: all that a sync
// has promised, and of the rest whatever chance leaves, with writes torn. It
// says nothing about a disk that promises and does not keep.
//
// The working copy is in memory here: where it lies on the disk it is mapped,
// and what is written through a mapping is not seen; it is made anew from the
// journal wherever it does not fit.
func power(r *run) error {
	const what = "the power goes"
	before := r.table.harms()
	recordings := 3
	var tries, acknowledged, calls atomic.Int64
	for i := range recordings {
		recording, err := r.record(i)
		if errors.Is(err, errNotHere) {
			r.table.skipped(what, err)
			return nil
		} else if err != nil {
			return err
		}
		calls.Add(int64(len(recording)))
		if err := r.cuts(i, recording, r.rounds(1500)/recordings+1, &tries, &acknowledged); err != nil {
			return err
		}
	}
	r.table.row(what, int(tries.Load()), r.table.harms()-before,
		fmt.Sprintf("%d calls recorded, %d acknowledged acts looked for", calls.Load(), acknowledged.Load()))
	return r.ctx.Err()
}

// record lets a child work under strace.
func (r *run) record(i int) ([]call, error) {
	if err := tool("strace", "-V"); err != nil {
		return nil, err
	}
	w, err := r.base.copyTo(r.recordedIn())
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(w.dir) }()
	w.engine = store.EngineMemory
	out := filepath.Join(r.dir, "recording")
	c, err := start(w, r.seed+uint64(i)<<20, 3*len(acts()), "strace", "-f", "-y", "-xx", "-s", "67108864", "-e", "trace="+recorded, "-o", out)
	if err != nil {
		return nil, err
	}
	if lines, err := c.wait(); err != nil {
		return nil, fmt.Errorf("record: %w: %s", err, understood(lines).last)
	}
	file, err := os.Open(out)
	if err != nil {
		return nil, err
	}
	calls, err := readRecording(file)
	return calls, errors.Join(err, file.Close())
}

func (r *run) recordedIn() string { return filepath.Join(r.dir, "recorded") }

// cuts lets the power go at many moments of a recording.
func (r *run) cuts(i int, recording []call, tries int, tried, acknowledged *atomic.Int64) error {
	errs := make([]error, max(1, runtime.NumCPU()))
	var wg sync.WaitGroup
	for worker := range errs {
		wg.Go(func() {
			for n := worker; n < tries && errs[worker] == nil && r.ctx.Err() == nil; n += len(errs) {
				seed := r.seed + uint64(i)<<32 + uint64(n)
				done, err := r.cut(fmt.Sprintf("power-%d", worker), recording, seed)
				errs[worker] = err
				tried.Add(1)
				acknowledged.Add(int64(done))
			}
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// cut is one moment.
func (r *run) cut(name string, recording []call, seed uint64) (done int, err error) {
	random := rand.New(rand.NewPCG(seed, 4))
	m, err := newMachine(r.recordedIn(), r.base.dir)
	if err != nil {
		return 0, err
	}
	moment := random.IntN(len(recording) + 1)
	for _, c := range recording[:moment] {
		m.do(c)
	}
	m.tree.fail(random)
	w := *r.base
	w.dir, w.engine = filepath.Join(r.dir, name), store.EngineMemory
	if err := m.tree.lay(w.dir); err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(w.dir)) }()
	t := understood(m.said)
	for _, wrong := range newWitness().look(r.ctx, &w, t) {
		r.table.hurt("the power goes after call %d of %d, in %q, seed %d: %s", moment, len(recording), t.at, seed, wrong)
	}
	for _, n := range t.done {
		done += n
	}
	return done, nil
}
