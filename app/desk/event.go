package desk

// Event is one thing that happened to the computer. Each is a reason to lock.
type Event int

const (
	// Sleep: the computer is about to sleep, or has just woken.
	Sleep Event = iota + 1
	// ScreenLocked: the screen was locked, by a person or after a while, or
	// another person's session has taken its place.
	ScreenLocked
	// SessionEnd: the person logs out, the computer shuts down or restarts, or
	// the terminal is gone. Lock, close the vault, leave. It may be told while
	// the window is ending already.
	SessionEnd
	// Idle: the desktop says that nobody has touched the computer for as long
	// as its own settings name. The window keeps a shorter time of its own.
	Idle
)

// String is the event in one or two English words, for logs.
func (e Event) String() string {
	switch e {
	case Sleep:
		return "sleep"
	case ScreenLocked:
		return "screen locked"
	case SessionEnd:
		return "session end"
	case Idle:
		return "idle"
	default:
		return "unknown event"
	}
}
