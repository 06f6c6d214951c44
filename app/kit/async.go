package kit

import (
	"context"
	"sync"
	"time"

	"holdfast/wording"
)

// Clock tells the time and wakes later. The program has SystemClock; tests
// have a clock that moves when they say so.
type Clock interface {
	Now() time.Time
	// AfterFunc calls f, on any goroutine, once d has passed.
	AfterFunc(d time.Duration, f func()) Timer
}

// Timer is something that will happen.
type Timer interface {
	// Stop keeps it from happening and says whether it did so in time.
	Stop() bool
}

// SystemClock is the clock of the machine.
func SystemClock() Clock { return systemClock{} }

type systemClock struct{}

// Now is the machine’s time.
func (systemClock) Now() time.Time { return time.Now() }

// AfterFunc is that of package time.
func (systemClock) AfterFunc(d time.Duration, f func()) Timer {
	return time.AfterFunc(d, f)
}

// Runner is the only thing in the window that starts goroutines. Work runs
// beside the window; what it found is handed to the window's own goroutine,
// so that a screen needs no lock.
type Runner struct {
	clock    Clock
	dispatch func(func())

	ctx    context.Context
	cancel context.CancelFunc
	work   sync.WaitGroup
	atEnd  []func()
}

// NewRunner makes a Runner. dispatch carries a function over to the window's
// goroutine: fyne.Do in the program, a queue in tests. (The test driver of
// Fyne runs fyne.Do on the caller, which hides a race.)
func NewRunner(clock Clock, dispatch func(func())) *Runner {
	ctx, cancel := context.WithCancel(context.Background())
	return &Runner{clock: clock, dispatch: dispatch, ctx: ctx, cancel: cancel}
}

// Clock is the clock that the Runner wakes by.
func (r *Runner) Clock() Clock { return r.clock }

// Close cancels everything that runs or waits, and has done what AtEnd was told.
// From then on nothing is handed to the window any more: a locked screen hears
// nothing. It does not wait.
func (r *Runner) Close() {
	r.cancel()
	for _, f := range r.atEnd {
		r.work.Go(f)
	}
	r.atEnd = nil
}

// AtEnd has something let go of, beside the window, once the Runner is closed:
// what a screen opened and would have closed. f may be called after that, too.
func (r *Runner) AtEnd(f func()) { r.atEnd = append(r.atEnd, f) }

// Closed says whether Close was called.
func (r *Runner) Closed() bool { return r.ctx.Err() != nil }

// Wait returns when no work runs any more. The window never calls it.
func (r *Runner) Wait() { r.work.Wait() }

// onWindow hands f to the window unless the Runner was closed by then.
func (r *Runner) onWindow(f func()) {
	r.dispatch(func() {
		if r.ctx.Err() == nil {
			f()
		}
	})
}

// Progress is how far slow work has come.
type Progress struct {
	// Done of Total parts; Total 0 means that nobody knows.
	Done, Total int64
	// What is being done just now ("Writing…"); may be empty.
	What wording.Text
}

// Fraction is Done of Total, 0 to 1, or -1 where nobody knows.
func (p Progress) Fraction() float64 {
	if p.Total <= 0 {
		return -1
	}
	return min(1, max(0, float64(p.Done)/float64(p.Total)))
}

// Job is work that was started.
type Job struct{ cancel context.CancelFunc }

// Cancel asks the work to stop. Its end is still told, with what the work
// returned (as a rule context.Canceled).
func (j *Job) Cancel() { j.cancel() }

// Start runs work beside the window and then calls done, on the window's
// goroutine, with what it returned. progress, which may be nil, is called
// there too; of several reports that come faster than the window can show,
// only the last is shown.
func Start[T any](r *Runner, work func(ctx context.Context, report func(Progress)) (T, error),
	progress func(Progress), done func(T, error)) *Job {
	ctx, cancel := context.WithCancel(r.ctx)
	latest := &latestProgress{runner: r, show: progress}
	r.work.Go(func() {
		defer cancel()
		result, err := work(ctx, latest.report)
		r.onWindow(func() { done(result, err) })
	})
	return &Job{cancel: cancel}
}

// Latest works answers out beside the window, one at a time. Where something
// newer was asked meanwhile, the older answer is not shown.
type Latest[T any] struct {
	runner *Runner
	show   func(T)
	busy   bool
	next   func() T
}

// NewLatest makes a Latest whose answers show is told.
func NewLatest[T any](r *Runner, show func(T)) *Latest[T] { return &Latest[T]{runner: r, show: show} }

// Ask works something out, and shows it unless it is asked again meanwhile.
func (l *Latest[T]) Ask(work func() T) {
	if l.busy {
		l.next = work
		return
	}
	l.busy = true
	Start(l.runner, func(context.Context, func(Progress)) (T, error) { return work(), nil }, nil, func(answer T, _ error) {
		l.busy = false
		if next := l.next; next != nil {
			l.next = nil
			l.Ask(next)
			return
		}
		l.show(answer)
	})
}

// Busy says whether an answer is being worked out.
func (l *Latest[T]) Busy() bool { return l.busy }

// latestProgress lets only the newest report through.
type latestProgress struct {
	runner *Runner
	show   func(Progress)

	mu      sync.Mutex
	newest  Progress
	waiting bool
}

func (l *latestProgress) report(p Progress) {
	if l.show == nil {
		return
	}
	l.mu.Lock()
	l.newest = p
	first := !l.waiting
	l.waiting = true
	l.mu.Unlock()
	if first {
		l.runner.onWindow(func() { l.show(l.take()) })
	}
}

func (l *latestProgress) take() Progress {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.waiting = false
	return l.newest
}

// After calls f on the window's goroutine once d has passed, unless the
// Timer is stopped or the Runner closed before.
func (r *Runner) After(d time.Duration, f func()) Timer {
	wait := &waiting{}
	wait.timer = r.clock.AfterFunc(d, func() {
		r.onWindow(func() {
			if !wait.stopped {
				f()
			}
		})
	})
	return wait
}

// waiting is a timer that, once stopped on the window's goroutine, is silent
// even where its function was already on the way there.
type waiting struct {
	timer   Timer
	stopped bool
}

// Stop keeps the function from being called; it says whether it was in time.
func (w *waiting) Stop() bool {
	w.stopped = true
	return w.timer.Stop()
}

// Debounce calls a function once things have been quiet for a while.
type Debounce struct {
	runner *Runner
	quiet  time.Duration
	act    func()
	timer  Timer
}

// NewDebounce makes a Debounce that acts after quiet.
func NewDebounce(r *Runner, quiet time.Duration, act func()) *Debounce {
	return &Debounce{runner: r, quiet: quiet, act: act}
}

// Poke says that something happened: the wait begins anew.
func (d *Debounce) Poke() {
	d.Stop()
	d.timer = d.runner.After(d.quiet, func() { d.timer = nil; d.act() })
}

// Flush acts at once where something is waiting, and says whether it was.
func (d *Debounce) Flush() bool {
	if d.timer == nil {
		return false
	}
	d.Stop()
	d.act()
	return true
}

// Waiting says whether something is to be done yet.
func (d *Debounce) Waiting() bool { return d.timer != nil }

// Stop forgets what was waiting.
func (d *Debounce) Stop() {
	if d.timer != nil {
		d.timer.Stop()
		d.timer = nil
	}
}
