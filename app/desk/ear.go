package desk

import "context"

// ear is what a source is given to say that it hears, and what.
type ear struct {
	watcher *Watcher
	events  []Event
	first   bool // the first attempt, for which Settled waits
}

// open says that the source hears now and would tell these events.
func (e *ear) open(events ...Event) {
	w := e.watcher
	w.mu.Lock()
	defer w.mu.Unlock()
	e.events = events
	for _, event := range events {
		w.heard[event]++
	}
	e.settle()
}

// tell hands an event over and returns when it has been told, or when ctx
// ends.
func (e *ear) tell(ctx context.Context, event Event) {
	next := telling{event: event, done: make(chan struct{})}
	select {
	case e.watcher.told <- next:
	case <-ctx.Done():
		return
	}
	select {
	case <-next.done:
	case <-ctx.Done():
	}
}

// shut says that the source hears nothing any more.
func (e *ear) shut() {
	w := e.watcher
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, event := range e.events {
		w.heard[event]--
	}
	e.events = nil
	e.settle()
}

// settle counts the source as decided, once. The watcher's lock is held.
func (e *ear) settle() {
	if !e.first {
		return
	}
	e.first = false
	e.watcher.pending--
	if e.watcher.pending == 0 {
		close(e.watcher.settled)
	}
}
