package member

import "holdfast/record"

// Role is something that a person does on the board for a time.
type Role struct {
	// Name is a code of Roles() or free text.
	Name string `json:"name"`
	// Of is the committee or group that the role belongs to, if any.
	Of string `json:"of,omitempty"`
	// From and Until are the first and the last day, where known; an open
	// Until means that it goes on.
	From  record.Date `json:"from,omitzero"`
	Until record.Date `json:"until,omitzero"`
}
