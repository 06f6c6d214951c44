package members

import "holdfast/member"

// Asked is a small dialog of a person's page while it is filled in: which it
// is, what it changes, and what stands in its fields. A draft holds it, so
// that locking loses nothing of it.
type Asked struct {
	Ask   Question          `json:"ask"`
	Role  *member.Role      `json:"role,omitempty"`
	Term  *member.Term      `json:"term,omitempty"`
	Typed map[string]string `json:"typed,omitempty"`
}

// Question is one of the small dialogs.
type Question string

// The small dialogs.
const (
	AskMove  Question = "move"
	AskLeave Question = "leave"
	AskRole  Question = "role"
	AskTerm  Question = "term"
	AskStep  Question = "step"
)

// Answering keeps what is half-typed in a dialog; nil is that none is open.
func (p *Person) Answering(a *Asked) { p.asked = a }

// Asked is the dialog that is half-filled in, or nil.
func (p *Person) Asked() *Asked { return p.asked }
