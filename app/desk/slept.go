//go:build linux || darwin

package desk

import (
	"context"
	"time"
)

// glance is how often clocks are compared. Two readings cost less than a
// microsecond.
const glance = 2 * time.Second

// clocks tells Sleep on waking, by comparing how long the computer has been
// on with how long it has been awake. It is what is left where nobody says
// beforehand that sleep is coming. asleep gives the time slept since the
// start of the computer. It stays quiet where another source does say, since
// by then the person may have unlocked again.
func clocks(every time.Duration, asleep func() (time.Duration, error), tick func(time.Duration) <-chan time.Time) source {
	return func(ctx context.Context, e *ear) error {
		before, err := asleep()
		if err != nil {
			return err
		}
		e.open(Sleep)
		for {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-tick(every):
			}
			now, err := asleep()
			if err != nil {
				return err
			}
			// Readings of two clocks lie a little apart; a nap is longer.
			if now-before > every/2 && !e.others(Sleep) {
				e.tell(ctx, Sleep)
			}
			before = now
		}
	}
}

// others says whether another source would tell that event too.
func (e *ear) others(event Event) bool {
	w := e.watcher
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.heard[event] > 1
}
