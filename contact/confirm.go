package contact

import (
	"time"

	"holdfast/record"
)

// ConfirmedWith is the sheet as gone through with the person at an instant:
// on the day that it is where they are, by whom, and until when it holds
// without being confirmed again (zero: no such limit).
func (s Sheet) ConfirmedWith(at time.Time, by string, next record.Date, p Policy) Sheet {
	s.Confirmed, s.ConfirmedBy, s.ConfirmBy = placeOf(s, p).today(at), by, next
	return s
}

// NeedsConfirming says whether the sheet was never confirmed, is past its own
// date, or was confirmed too long ago for the policy.
func NeedsConfirming(s Sheet, at time.Time, p Policy) bool {
	_, fresh := freshness(s, at, p, placeOf(s, p))
	return !fresh
}
