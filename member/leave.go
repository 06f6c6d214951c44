package member

import "holdfast/record"

// Leave is what was agreed about a time away. It begins with the step of the
// timeline that it belongs to and ends with the next step. There is no field
// for a reason.
type Leave struct {
	// Expected is the day on which the person hopes to be back, if they said.
	Expected record.Date `json:"expected,omitzero"`
	// Contact is what the person wishes to hear meanwhile.
	Contact LeaveContact `json:"contact,omitempty"`
	// SeatHeld says whether the seat stays theirs.
	SeatHeld Answer `json:"seat_held,omitempty"`
	// ClockPaused says whether the term gets longer by the time away.
	ClockPaused Answer `json:"clock_paused,omitempty"`
}

// LeaveContact is what a person on leave wishes to hear.
type LeaveContact string

// The kinds of contact while on leave. Empty means that it was not agreed:
// treat it as LeaveContactNone.
const (
	LeaveContactNone      LeaveContact = "none"
	LeaveContactLogistics LeaveContact = "logistics"
	LeaveContactNormal    LeaveContact = "normal"
)
