package desk

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// chatter is a source that tells one event without end.
func chatter(event Event) source {
	return func(ctx context.Context, e *ear) error {
		e.open(event)
		for ctx.Err() == nil {
			e.tell(ctx, event)
		}
		return ctx.Err()
	}
}

func TestAfterCloseAtMostWhatWasOnItsWayIsTold(t *testing.T) {
	for range 200 {
		var closed atomic.Bool
		var late atomic.Int32
		some := make(chan struct{}, 1)
		w := watch(context.Background(), time.Hour, []source{chatter(Sleep), chatter(Idle)}, func(Event) {
			if closed.Load() {
				late.Add(1)
			}
			select {
			case some <- struct{}{}:
			default:
			}
		})
		<-some
		w.Close()
		closed.Store(true)
		<-w.stopped
		if n := late.Load(); n > 1 {
			t.Fatalf("%d events were told after the watcher was closed", n)
		}
	}
}

func TestEventsAreToldOneAfterTheOther(t *testing.T) {
	var at atomic.Int32
	enough := make(chan struct{})
	count := 0
	w := watch(context.Background(), time.Hour, []source{chatter(Sleep), chatter(Idle), chatter(ScreenLocked)}, func(Event) {
		if at.Add(1) != 1 {
			t.Error("two events were told at once")
		}
		if count++; count == 1000 {
			close(enough)
		}
		at.Add(-1)
	})
	<-enough
	w.Close()
}

func TestCloseNeverWaitsForWhatItClosesFrom(t *testing.T) {
	done := make(chan struct{})
	var w *Watcher
	ready := make(chan struct{})
	w = watch(context.Background(), time.Hour, []source{chatter(SessionEnd)}, func(Event) {
		<-ready
		w.Close()
		select {
		case <-done:
		default:
			close(done)
		}
	})
	close(ready)
	<-done
}

func TestASourceThatGivesUpIsNotSaidToHear(t *testing.T) {
	failed := make(chan struct{}, 8)
	w := watch(context.Background(), time.Hour, []source{func(_ context.Context, e *ear) error {
		e.open(Sleep)
		failed <- struct{}{}
		return errors.New("fell silent")
	}, func(context.Context, *ear) error { return errors.New("never spoke") }}, func(Event) {})
	defer w.Close()
	<-w.Settled()
	<-failed
	until(t, "a silent source is said to hear", func() bool { return !w.Hears(Sleep) })
}

func TestABusAddressIsFoundInTheEnvironment(t *testing.T) {
	found := Buses(func(name string) string { return map[string]string{"XDG_RUNTIME_DIR": "/run/user/1000 %"}[name] })
	if want := "unix:path=/run/user/1000%20%25/bus"; found.Session != want {
		t.Errorf("session bus %q, want %q", found.Session, want)
	}
	if len(local(found.System)) != 2 {
		t.Errorf("system bus %q, want its two usual places", found.System)
	}
	given := Buses(func(name string) string { return "unix:path=/" + name })
	if given.System != "unix:path=/DBUS_SYSTEM_BUS_ADDRESS" || given.Session != "unix:path=/DBUS_SESSION_BUS_ADDRESS" {
		t.Errorf("the named addresses were passed over: %+v", given)
	}
}

func TestOnlySocketsOfThisComputerAreDialled(t *testing.T) {
	got := local("tcp:host=192.0.2.1,port=1;unix:abstract=a;unixexec:path=/bin/sh;autolaunch:;nonce-tcp:host=x;unix:path=/b")
	if want := []string{"unix:abstract=a", "unix:path=/b"}; !slices.Equal(got, want) {
		t.Errorf("would dial %q, want %q", got, want)
	}
}

// until waits for something that another goroutine does; the limit only ends
// a test that has failed.
func until(t *testing.T, or string, done func() bool) {
	t.Helper()
	for limit := time.Now().Add(30 * time.Second); !done(); time.Sleep(time.Millisecond) {
		if time.Now().After(limit) {
			t.Fatal(or)
		}
	}
}
