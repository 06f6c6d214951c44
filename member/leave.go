package member

import (
	"holdfast/record"
	"holdfast/wording"
)

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

// LeaveContacts are the kinds of contact to choose from.
func LeaveContacts() []Suggestion {
	return []Suggestion{
		{Code: string(LeaveContactNone), Label: wording.T("No contact")},
		{Code: string(LeaveContactLogistics), Label: wording.T("Only about practical matters")},
		{Code: string(LeaveContactNormal), Label: wording.T("As usual")},
	}
}

// Away is one leave with its days.
type Away struct {
	Leave
	// From is the first day away; zero where it is not known.
	From record.Date
	// Until is the day on which the leave ended; zero while it goes on.
	Until record.Date
}

// Leaves are the leaves of the timeline, oldest first.
func (m Member) Leaves() []Away {
	var all []Away
	for i, step := range m.Stages {
		if step.Stage != OnLeave {
			continue
		}
		away := Away{Leave: step.Leave, From: step.On}
		if i+1 < len(m.Stages) {
			away.Until = m.Stages[i+1].On
		}
		all = append(all, away)
	}
	return all
}

// ContactOnLeave is what the person wishes to hear now, and whether they are
// on leave at all. What was not agreed is LeaveContactNone.
func (m Member) ContactOnLeave() (LeaveContact, bool) {
	now := m.Now()
	if now.Stage != OnLeave {
		return "", false
	}
	if now.Leave.Contact == "" {
		return LeaveContactNone, true
	}
	return now.Leave.Contact, true
}

// LeaveAgreed is the member with other words about the present leave. It
// refuses where the person is not on leave.
func (m Member) LeaveAgreed(leave Leave) (Member, error) {
	step := m.Now()
	if step.Stage != OnLeave {
		return m, wording.Refuse("stage", "The person is not on leave. Move them to “On leave” first.")
	}
	step.Leave = leave
	var all problems
	all.leave(step)
	if err := all.Err(); err != nil {
		return m, err
	}
	last := len(m.Stages) - 1
	m.Stages = append(m.Stages[:last:last], step)
	return m, nil
}

// leave checks what was agreed about a leave.
func (p *problems) leave(step StageChange) {
	leave := step.Leave
	if step.Stage != OnLeave {
		p.When(leave != Leave{}, wording.Refuse("stage", "What is agreed about a leave belongs to the stage “On leave”."))
		return
	}
	p.When(!leave.Expected.IsZero() && leave.Expected.Before(step.On),
		wording.Refuse("leave_expected", "The day of coming back lies before the leave begins. Choose a later day, or none."))
	p.When(leave.Contact != "" && !offered(LeaveContacts(), string(leave.Contact)),
		wording.Refuse("leave_contact", "Choose one of the answers on the list."))
	p.answer("leave_seat_held", leave.SeatHeld)
	p.answer("leave_clock_paused", leave.ClockPaused)
}
