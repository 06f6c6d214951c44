package consent

import (
	"slices"
	"time"
)

// Withdrawals are every no that was written down after an instant: what has
// to be carried over when the board is put back to how it was then. They are
// applied again with Merged.
func Withdrawals(events []Event, after time.Time) []Event {
	var noes []Event
	for _, e := range events {
		if e.Kind.No() && e.At.After(after) {
			noes = append(noes, e)
		}
	}
	return Sorted(noes)
}

// Merged are the events of a restored board with every no that it does not
// have; events about people who are not there any more are the caller's to
// leave out. Only a no is ever taken over.
func Merged(restored, noes []Event) []Event {
	for _, no := range noes {
		if no.Kind.No() && !slices.ContainsFunc(restored, func(e Event) bool { return e.ID == no.ID }) {
			restored = append(slices.Clip(restored), no)
		}
	}
	return Sorted(restored)
}
