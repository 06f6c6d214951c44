package app

import "time"

// State says what the window shows.
type State int

// The states. A board is held by the window only in Unlocked.
const (
	Locked State = iota
	Unlocked
	// Hidden is locked, behind a page that anybody may see.
	Hidden
)

// Reason says why the window locked. It goes into no log with anything else.
type Reason string

// The reasons.
const (
	Asked      Reason = "asked"
	Hiding     Reason = "hiding"
	Idle       Reason = "idle"
	Minimised  Reason = "minimised"
	Away       Reason = "away" // another window has the focus
	Asleep     Reason = "asleep"
	ScreenLock Reason = "screen lock"
	Closing    Reason = "closing"
)

// Policy is what a person chose about locking.
type Policy struct {
	// IdleAfter is how long nobody may touch anything; 0 is DefaultIdle.
	IdleAfter time.Duration
	// OnMinimise and OnAway lock when the window is minimised, or when
	// another window has the focus. Sleep and the screen lock of the machine
	// always lock.
	OnMinimise, OnAway bool
	// Title is that of the window; empty is the neutral one.
	Title string
}

// The bounds of IdleAfter, and what it is unless chosen.
const (
	ShortestIdle = 30 * time.Second
	DefaultIdle  = 5 * time.Minute
	LongestIdle  = time.Hour
)

// SittingIdle is for how long, at least, nobody may touch anything during a
// sitting before the window locks: somebody may be thinking.
const SittingIdle = 30 * time.Minute

// EscapeWithin is how close two presses of Escape must lie to hide.
const EscapeWithin = 1200 * time.Millisecond

// Guard decides when the window locks. It holds no board and draws nothing.
// All of it is used on one goroutine.
type Guard struct {
	now     func() time.Time
	policy  Policy
	state   State
	touched time.Time
	escaped time.Time
	sitting bool // somebody answers, and may take their time
}

// NewGuard makes a Guard that is locked.
func NewGuard(now func() time.Time, policy Policy) *Guard {
	g := &Guard{now: func() time.Time { return now().Round(0) }}
	g.SetPolicy(policy)
	return g
}

// The times are rounded, which drops Go's monotonic reading: on some systems
// that stands still while the machine sleeps, and a night would count as
// nothing.

// SetPolicy changes the policy; times outside the bounds count as the bound.
func (g *Guard) SetPolicy(p Policy) {
	if p.IdleAfter == 0 {
		p.IdleAfter = DefaultIdle
	}
	p.IdleAfter = min(max(p.IdleAfter, ShortestIdle), LongestIdle)
	g.policy = p
}

// Policy is the policy in force.
func (g *Guard) Policy() Policy { return g.policy }

// State is what the window shows.
func (g *Guard) State() State { return g.state }

// Unlock says that a board is open.
func (g *Guard) Unlock() {
	g.state, g.touched, g.sitting = Unlocked, g.now(), false
}

// Sit says that somebody answers in the window: it locks no sooner than after
// SittingIdle.
func (g *Guard) Sit() { g.touched, g.sitting = g.now(), true }

// idleAfter is how long nobody may touch anything.
func (g *Guard) idleAfter() time.Duration {
	if g.sitting {
		return max(g.policy.IdleAfter, SittingIdle)
	}
	return g.policy.IdleAfter
}

// Lock says that the window has locked, for a reason; it is no news in a
// window that is locked already, except that hiding hides.
func (g *Guard) Lock(why Reason) {
	g.escaped = time.Time{}
	switch {
	case why == Hiding:
		g.state = Hidden
	case g.state == Unlocked:
		g.state = Locked
	}
}

// Unhide shows the unlock screen again.
func (g *Guard) Unhide() {
	if g.state == Hidden {
		g.state = Locked
	}
	g.escaped = time.Time{}
}

// Touched says that somebody pressed a key or moved the mouse. It reports
// true where that came too late: the window must lock, whoever it was.
func (g *Guard) Touched() (lock bool) {
	if g.Due() {
		return true
	}
	g.touched = g.now()
	return false
}

// Due says whether nobody has touched anything for too long.
func (g *Guard) Due() bool { return g.state == Unlocked && g.Left() <= 0 }

// Untouched is how long nobody has touched anything.
func (g *Guard) Untouched() time.Duration { return g.now().Sub(g.touched) }

// Left is how long it is until the window locks by itself. A clock that was
// set back locks no later than a whole IdleAfter from now.
func (g *Guard) Left() time.Duration {
	return min(g.idleAfter()-g.now().Sub(g.touched), g.idleAfter())
}

// Happened says whether something that the machine told locks the window.
func (g *Guard) Happened(what Reason) (lock bool) {
	if g.state != Unlocked {
		return false
	}
	switch what {
	case Minimised:
		return g.policy.OnMinimise
	case Away:
		return g.policy.OnAway
	case Idle:
		return g.Due()
	default:
		return true
	}
}

// Escape says that Escape was pressed, and whether it was the second time
// within EscapeWithin: then the window hides, or shows itself again.
func (g *Guard) Escape() (twice bool) {
	now := g.now()
	since := now.Sub(g.escaped)
	if !g.escaped.IsZero() && since >= 0 && since <= EscapeWithin {
		g.escaped = time.Time{}
		return true
	}
	g.escaped = now
	return false
}
