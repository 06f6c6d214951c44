package contact

import (
	"time"

	"holdfast/record"
	"holdfast/wording"
)

// Confirmation is that a sheet was gone through with the person.
type Confirmation struct {
	// By is who did, and Until the last day on which the sheet holds without
	// being confirmed again (zero: no such limit).
	By    string
	Until record.Date
	// AsItIs says that it is meant, though the sheet is Unsettled.
	AsItIs bool
}

// ConfirmedWith is the sheet as gone through with the person at an instant,
// on the day that it is where they are.
func (s Sheet) ConfirmedWith(at time.Time, c Confirmation, p Policy) Sheet {
	s.Confirmed, s.ConfirmedBy, s.ConfirmBy = placeOf(s, p).today(at), c.By, c.Until
	return s
}

// Unsettled is what to ask before a sheet is confirmed that says of no way
// that it is safe, though not of all that they never are: nothing would be
// open then, and for as long as it holds nobody would be reminded. The zero
// Text is that there is nothing to ask.
func (s Sheet) Unsettled() wording.Text {
	unknown := s.Blank()
	for _, c := range s.Channels {
		switch c.Safe {
		case Safe, SafeAtTimes, SafeWithWord:
			return wording.Text{}
		case NeverSafe:
		default:
			unknown = true
		}
	}
	switch {
	case s.Blank():
		return wording.T("No way is written down on this sheet. Confirmed like this, it opens none.")
	case unknown:
		return wording.T("No way on this sheet is known to be safe. Confirmed like this, it opens none.")
	default:
		return wording.Text{}
	}
}

// NeedsConfirming says whether the sheet was never confirmed, is past its own
// date, or was confirmed too long ago for the policy.
func NeedsConfirming(s Sheet, at time.Time, p Policy) bool {
	_, fresh := freshness(s, at, p, placeOf(s, p))
	return !fresh
}
