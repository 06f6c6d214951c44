package kit_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

// desk is a window's goroutine that a test drains by hand.
type desk struct {
	mu    sync.Mutex
	queue []func()
}

func (d *desk) post(f func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.queue = append(d.queue, f)
}

func (d *desk) drain() int {
	d.mu.Lock()
	queue := d.queue
	d.queue = nil
	d.mu.Unlock()
	for _, f := range queue {
		f()
	}
	return len(queue)
}

func newRunner() (*kit.Runner, *desk, *kittest.Clock) {
	d, clock := &desk{}, kittest.NewClock(kittest.Start())
	return kit.NewRunner(clock, d.post), d, clock
}

func TestWorkIsToldOnTheWindowAndNotBefore(t *testing.T) {
	r, d, _ := newRunner()
	got := 0
	kit.Start(r, func(context.Context, func(kit.Progress)) (int, error) { return 41, nil }, nil, func(n int, err error) { got = n })
	r.Wait()
	if got != 0 {
		t.Fatal("it was told beside the window")
	}
	d.drain()
	if got != 41 {
		t.Errorf("told %d", got)
	}
}

func TestWhatAScreenOpenedIsLetGoOfOnceTheRunnerIsClosed(t *testing.T) {
	r, _, _ := newRunner()
	let := 0
	r.AtEnd(func() { let++ })
	r.Wait()
	if let != 0 {
		t.Fatal("it was let go of too early")
	}
	r.Close()
	r.Close()
	r.Wait()
	if let != 1 {
		t.Errorf("let go of %d times", let)
	}
}

func TestWorkThatFailsTellsWhy(t *testing.T) {
	r, d, _ := newRunner()
	want := errors.New("there is not enough room")
	var got error
	kit.Start(r, func(context.Context, func(kit.Progress)) (int, error) { return 0, want }, nil, func(_ int, err error) { got = err })
	r.Wait()
	d.drain()
	if !errors.Is(got, want) {
		t.Errorf("told %v", got)
	}
}

func TestCancelledWorkEndsAndSaysSo(t *testing.T) {
	r, d, _ := newRunner()
	var got error
	job := kit.Start(r, kittest.UntilCancelled, nil, func(_ struct{}, err error) { got = err })
	job.Cancel()
	r.Wait()
	d.drain()
	if !errors.Is(got, context.Canceled) {
		t.Errorf("told %v", got)
	}
}

func TestAClosedRunnerTellsNothingMore(t *testing.T) {
	r, d, clock := newRunner()
	told := 0
	count := func() { told++ }
	kit.Start(r, kittest.UntilCancelled, nil, func(struct{}, error) { told++ })
	kit.Start(r, func(context.Context, func(kit.Progress)) (int, error) { return 1, nil }, nil, func(int, error) { told++ })
	r.After(time.Second, count)
	pause := kit.NewDebounce(r, time.Second, count)
	pause.Poke()
	r.Close()
	clock.Move(time.Minute)
	r.Wait()
	d.drain()
	if told != 0 || !r.Closed() {
		t.Errorf("told %d times", told)
	}
}

func TestWhatWasOnItsWayToAClosedRunnerIsDropped(t *testing.T) {
	r, d, _ := newRunner()
	told := false
	kit.Start(r, func(context.Context, func(kit.Progress)) (int, error) { return 1, nil }, nil, func(int, error) { told = true })
	r.Wait() // it is in the queue now
	r.Close()
	d.drain()
	if told {
		t.Error("a locked window was told")
	}
}

func TestOfFastReportsTheLastIsShown(t *testing.T) {
	r, d, _ := newRunner()
	var shown []int64
	kit.Start(r, func(_ context.Context, report func(kit.Progress)) (int, error) {
		for i := range int64(10_000) {
			report(kit.Progress{Done: i + 1, Total: 10_000})
		}
		return 0, nil
	}, func(p kit.Progress) { shown = append(shown, p.Done) }, func(int, error) {})
	r.Wait()
	if n := d.drain(); n > 2 {
		t.Errorf("the window was called %d times", n)
	}
	if !slices.Equal(shown, []int64{10_000}) {
		t.Errorf("shown %v", shown)
	}
}

func TestManyWorkersNeedNoLock(t *testing.T) {
	r, d, _ := newRunner()
	sum := 0 // only the window touches it
	for i := range 50 {
		kit.Start(r, func(_ context.Context, report func(kit.Progress)) (int, error) {
			report(kit.Progress{Done: 1})
			return i, nil
		}, func(kit.Progress) { sum += 0 }, func(n int, _ error) { sum += n })
	}
	r.Wait()
	d.drain()
	if sum != 1225 {
		t.Errorf("the sum is %d", sum)
	}
}

func TestAStoppedTimerIsSilentEvenOnItsWay(t *testing.T) {
	r, d, clock := newRunner()
	rang := 0
	timer := r.After(time.Second, func() { rang++ })
	clock.Move(2 * time.Second) // it is in the queue now
	timer.Stop()
	d.drain()
	if rang != 0 {
		t.Error("it rang after it was stopped")
	}
}

func TestADebounceActsOnceThingsAreQuiet(t *testing.T) {
	r, d, clock := newRunner()
	acts := 0
	pause := kit.NewDebounce(r, 2*time.Second, func() { acts++ })
	for range 5 {
		pause.Poke()
		clock.Move(1900 * time.Millisecond)
		d.drain()
	}
	if acts != 0 || !pause.Waiting() {
		t.Fatalf("it acted %d times while things went on", acts)
	}
	clock.Move(200 * time.Millisecond)
	d.drain()
	clock.Move(time.Minute)
	d.drain()
	if acts != 1 || pause.Waiting() {
		t.Errorf("it acted %d times", acts)
	}
	if pause.Flush() {
		t.Error("there was something to flush")
	}
	pause.Poke()
	if !pause.Flush() || acts != 2 {
		t.Errorf("flushed, it acted %d times", acts)
	}
}

func TestAFractionIsWithinItsBoundsOrUnknown(t *testing.T) {
	for _, c := range []struct {
		done, total int64
		want        float64
	}{{1, 4, 0.25}, {9, 4, 1}, {-1, 4, 0}, {3, 0, -1}} {
		if got := (kit.Progress{Done: c.done, Total: c.total}).Fraction(); got != c.want {
			t.Errorf("%d of %d is %v", c.done, c.total, got)
		}
	}
}
