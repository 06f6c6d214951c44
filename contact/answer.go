package contact

import (
	"time"

	"holdfast/wording"
)

// Answer is what May says.
type Answer struct {
	Allowed bool
	// Rule is the rule that says no; empty where Allowed.
	Rule Rule
	// State is the answer as one of the five words of a row.
	State State
	// Because is the reason, for a yes as for a no.
	Because wording.Text
	// Warnings do not change the answer, but must be read (a sheet that should
	// be confirmed again).
	Warnings []wording.Text
	// Say is which words to use; empty where not Allowed.
	Say []wording.Text
	// Conditions are what to mind on this way; for an emergency also the plan,
	// whatever the answer is.
	Conditions []wording.Text
	// IfSomeoneElse is what to do when somebody else answers; empty where
	// nobody can.
	IfSomeoneElse wording.Text
	// Until is when a yes ends, zero where no end is known. NextSafe is when a
	// no becomes a yes, zero where that is not known. Both are exact and in
	// the person's zone.
	Until    time.Time
	NextSafe time.Time
}
