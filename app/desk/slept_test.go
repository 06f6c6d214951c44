//go:build linux || darwin

package desk

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"
)

func TestWakingIsToldOnceForEverySleep(t *testing.T) {
	asleep := []time.Duration{0, 0, 3 * time.Hour, 3 * time.Hour, 3*time.Hour + 500*time.Microsecond, 4 * time.Hour}
	tick := make(chan time.Time)
	var told []Event
	finished := make(chan struct{})
	read := func() (time.Duration, error) {
		if len(asleep) == 0 {
			close(finished)
			return 0, errors.New("the test is over")
		}
		now := asleep[0]
		asleep = asleep[1:]
		return now, nil
	}
	w := watch(context.Background(), time.Hour,
		[]source{clocks(time.Second, read, func(time.Duration) <-chan time.Time { return tick })},
		func(e Event) { told = append(told, e) })
	for range 6 {
		tick <- time.Time{}
	}
	<-finished
	w.Close()
	if !slices.Equal(told, []Event{Sleep, Sleep}) {
		t.Errorf("told %v for two sleeps", told)
	}
}

func TestTheClocksAreSilentWhereSleepIsAnnounced(t *testing.T) {
	tick, finished := make(chan time.Time), make(chan struct{})
	now, readings := time.Duration(0), 0
	read := func() (time.Duration, error) {
		if readings++; readings == 4 {
			close(finished)
			return 0, errors.New("the test is over")
		}
		now += time.Hour
		return now, nil
	}
	announced := func(ctx context.Context, e *ear) error {
		e.open(Sleep)
		<-ctx.Done()
		return ctx.Err()
	}
	w := watch(context.Background(), time.Hour,
		[]source{announced, clocks(time.Second, read, func(time.Duration) <-chan time.Time { return tick })},
		func(e Event) { t.Errorf("told %v although it was announced", e) })
	<-w.Settled()
	for range 3 {
		tick <- time.Time{}
	}
	<-finished
	w.Close()
}
