package app_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"holdfast/app"
	"holdfast/app/kit/kittest"
)

func newGuard(p app.Policy) (*app.Guard, *kittest.Clock) {
	clock := kittest.NewClock(kittest.Start())
	return app.NewGuard(clock.Now, p), clock
}

func TestWhatLocksByPolicy(t *testing.T) {
	for _, c := range []struct {
		what   app.Reason
		policy app.Policy
		locks  bool
	}{
		{app.Asleep, app.Policy{}, true},
		{app.ScreenLock, app.Policy{}, true},
		{app.Asked, app.Policy{}, true},
		{app.Closing, app.Policy{}, true},
		{app.Minimised, app.Policy{}, false},
		{app.Minimised, app.Policy{OnMinimise: true}, true},
		{app.Away, app.Policy{}, false},
		{app.Away, app.Policy{OnAway: true}, true},
		{app.Away, app.Policy{OnMinimise: true}, false},
		{app.Idle, app.Policy{}, false}, // nobody was away long enough
	} {
		g, _ := newGuard(c.policy)
		if g.Happened(c.what) {
			t.Errorf("%s locks a window that is locked", c.what)
		}
		g.Unlock()
		if got := g.Happened(c.what); got != c.locks {
			t.Errorf("%s with %+v locks: %v", c.what, c.policy, got)
		}
	}
}

func TestTheTimeUntilLockingStaysWithinItsBounds(t *testing.T) {
	for after, want := range map[time.Duration]time.Duration{
		0: app.DefaultIdle, time.Second: app.ShortestIdle, 2 * time.Minute: 2 * time.Minute,
		24 * time.Hour: app.LongestIdle, -time.Hour: app.ShortestIdle,
	} {
		g, _ := newGuard(app.Policy{IdleAfter: after})
		if got := g.Policy().IdleAfter; got != want {
			t.Errorf("%v becomes %v, want %v", after, got, want)
		}
	}
}

func TestAClockThatIsSetBackDoesNotKeepTheBoardOpen(t *testing.T) {
	g, clock := newGuard(app.Policy{})
	g.Unlock()
	clock.Sleep(-48 * time.Hour)
	if left := g.Left(); left > app.DefaultIdle {
		t.Errorf("it locks only after %v", left)
	}
}

func TestHidingLastsUntilItIsUndone(t *testing.T) {
	g, _ := newGuard(app.Policy{})
	g.Unlock()
	g.Lock(app.Hiding)
	g.Lock(app.Idle)
	g.Lock(app.Asked)
	if g.State() != app.Hidden {
		t.Fatalf("the state is %v", g.State())
	}
	g.Unhide()
	if g.State() != app.Locked {
		t.Errorf("the state is %v", g.State())
	}
	g.Unlock()
	g.Unhide()
	if g.State() != app.Unlocked {
		t.Error("showing what is not hidden locked the window")
	}
}

func TestThreeEscapesAreNotTwiceTwice(t *testing.T) {
	g, _ := newGuard(app.Policy{})
	if g.Escape() || !g.Escape() || g.Escape() {
		t.Error("the third press counts as a second one")
	}
}

// Whatever happens in whatever order, an unlocked window that nobody has
// touched for longer than the policy says is due, and a touch then locks.
func TestNobodyFindsABoardOpenAfterTheTime(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		after := time.Duration(rapid.IntRange(30, 3600).Draw(r, "after")) * time.Second
		g, clock := newGuard(app.Policy{IdleAfter: after})
		g.Unlock()
		touched := clock.Now()
		for range rapid.IntRange(1, 20).Draw(r, "steps") {
			clock.Sleep(time.Duration(rapid.IntRange(0, 5000).Draw(r, "pass")) * time.Second)
			late := clock.Now().Sub(touched) >= after
			if g.Due() != late {
				r.Fatalf("%v after the last touch, due is %v", clock.Now().Sub(touched), g.Due())
			}
			if g.Touched() != late {
				r.Fatalf("a touch after %v does not lock as it should", clock.Now().Sub(touched))
			}
			if late {
				return
			}
			touched = clock.Now()
		}
	})
}
