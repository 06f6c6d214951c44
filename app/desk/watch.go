package desk

import (
	"context"
	"sync"
	"time"
)

// Watcher listens until it is closed. It may be used from any goroutine.
type Watcher struct {
	cancel  context.CancelFunc
	told    chan telling
	ears    sync.WaitGroup // the listening goroutines
	settled chan struct{}
	stopped chan struct{} // closed when nothing will be told any more

	mu      sync.Mutex
	heard   map[Event]int // how many sources would tell this event now
	closed  bool
	pending int // sources that have not yet found out whether they hear
}

// telling is an event on its way; done is closed when it has been told.
type telling struct {
	event Event
	done  chan struct{}
}

// source listens in one place until ctx ends or the place falls silent. It
// calls ear.open once it hears, with the events that it would tell.
type source func(ctx context.Context, e *ear) error

// Watch starts to listen and returns at once. tell is called from one
// goroutine, one event after the other; it should return when what must
// happen has happened (the vault is locked), since on Linux and Windows the
// computer waits for that, for about five seconds at the most. An event may
// be told more than once and must be harmless the second time.
func Watch(ctx context.Context, a Addresses, tell func(Event)) *Watcher {
	return watch(ctx, a.retry(), sources(a), tell)
}

func (a Addresses) retry() time.Duration {
	if a.Retry <= 0 {
		return 30 * time.Second
	}
	return a.Retry
}

func watch(ctx context.Context, retry time.Duration, sources []source, tell func(Event)) *Watcher {
	ctx, cancel := context.WithCancel(ctx)
	w := &Watcher{
		cancel:  cancel,
		told:    make(chan telling),
		settled: make(chan struct{}),
		stopped: make(chan struct{}),
		heard:   map[Event]int{},
		pending: len(sources),
	}
	if len(sources) == 0 {
		close(w.settled)
	}
	for _, listen := range sources {
		w.ears.Go(func() { w.keepListening(ctx, retry, listen) })
	}
	go w.tellAll(ctx, tell)
	return w
}

// Hears says whether anything on this computer would tell that event now, so
// that a screen of settings can be honest about it.
func (w *Watcher) Hears(e Event) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.heard[e] > 0
}

// Settled is closed once every source hears or has given up for the first
// time: from then on Hears is the truth.
func (w *Watcher) Settled() <-chan struct{} { return w.settled }

// Close stops listening. An event that is on its way at that moment may still
// be told, and no other; it is not waited for, so that Close may be called
// from anywhere, also from the goroutine that tell needs to finish.
func (w *Watcher) Close() {
	w.mu.Lock()
	w.closed = true
	w.mu.Unlock()
	w.cancel()
	w.ears.Wait()
}

// keepListening runs one source again and again until ctx ends.
func (w *Watcher) keepListening(ctx context.Context, retry time.Duration, listen source) {
	first := true
	for {
		e := &ear{watcher: w, first: first}
		// The error is why it hears nothing; Hears has the consequence, and
		// there is nobody to whom the reason would be of use.
		_ = listen(ctx, e)
		e.shut()
		first = false
		select {
		case <-ctx.Done():
			return
		case <-time.After(retry):
		}
	}
}

func (w *Watcher) tellAll(ctx context.Context, tell func(Event)) {
	defer close(w.stopped)
	for {
		select {
		case <-ctx.Done():
			return
		case next := <-w.told:
			w.mu.Lock()
			closed := w.closed
			w.mu.Unlock()
			if !closed {
				tell(next.event)
			}
			close(next.done)
		}
	}
}
