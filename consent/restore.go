package consent

import "time"

// Withdrawals are every no that was written down after an instant: what has
// to be carried over when the board is put back to how it was then.
func Withdrawals(events []Event, after time.Time) []Event {
	var noes []Event
	for _, e := range events {
		if e.Kind.No() && e.At.After(after) {
			noes = append(noes, e)
		}
	}
	return Sorted(noes)
}
