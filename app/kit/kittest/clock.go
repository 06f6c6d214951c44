package kittest

import (
	"slices"
	"sync"
	"time"

	"holdfast/app/kit"
)

// Clock stands still until a test moves it.
type Clock struct {
	mu     sync.Mutex
	now    time.Time
	timers []*timer
}

// NewClock starts at a time.
func NewClock(now time.Time) *Clock { return &Clock{now: now} }

type timer struct {
	clock *Clock
	at    time.Time
	act   func()
}

// Now is the time that it is on the stage.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// AfterFunc notes what is to be done.
func (c *Clock) AfterFunc(d time.Duration, act func()) kit.Timer {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := &timer{clock: c, at: c.now.Add(d), act: act}
	c.timers = append(c.timers, t)
	return t
}

// Stop forgets it.
func (t *timer) Stop() bool {
	t.clock.mu.Lock()
	defer t.clock.mu.Unlock()
	i := slices.Index(t.clock.timers, t)
	if i < 0 {
		return false
	}
	t.clock.timers = slices.Delete(t.clock.timers, i, i+1)
	return true
}

// Move lets time pass and does what falls due, in its order.
func (c *Clock) Move(d time.Duration) {
	until := c.Now().Add(d)
	for {
		next := c.take(until)
		if next == nil {
			return
		}
		next.act()
	}
}

// take takes the timer that is due first, or sets the time to until.
func (c *Clock) take(until time.Time) *timer {
	c.mu.Lock()
	defer c.mu.Unlock()
	var first *timer
	for _, t := range c.timers {
		if !t.at.After(until) && (first == nil || t.at.Before(first.at)) {
			first = t
		}
	}
	if first == nil {
		c.now = until
		return nil
	}
	c.timers = slices.DeleteFunc(c.timers, func(t *timer) bool { return t == first })
	c.now = first.at
	return first
}

// Waiting is how many things are still to be done.
func (c *Clock) Waiting() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.timers)
}
