package contact

import (
	"time"

	"holdfast/record"
	"holdfast/wording"
)

// Summary is a whole sheet as it stands at one instant.
type Summary struct {
	// Sentence says what may be done this minute: "You can send a Signal
	// message. Do not call."
	Sentence wording.Text
	// State is that of the best way.
	State State
	// Local is the time where the person is: "Saturday 14:20 where Wren is".
	Local wording.Text
	// Words are what to say on the best way and what to do when somebody else
	// answers, each a sentence; empty where no way is open.
	Words []wording.Text
	// Warnings must be read first: the request to confirm the sheet.
	Warnings []wording.Text
	// Best is the way that Sentence speaks of first; empty where none is open.
	Best record.ID
	// Until is when Best closes, Next when the first way opens where none is
	// open now; zero where not known. Both are in the person's zone.
	Until, Next time.Time
	// Rows are all ways in the order in which the person prefers them.
	Rows []Row
	// Confirmed is "Confirmed on 3 November 2026" or that it never was, and
	// Fresh whether that is recent enough; Freshness says so in words.
	Confirmed wording.Text
	Freshness wording.Text
	Fresh     bool
}

// Row is one way at one instant.
type Row struct {
	Channel record.ID
	Kind    Kind
	// Name is "Signal", or with a label "Phone (work)".
	Name wording.Text
	// Value is masked (see Mask).
	Value string
	// First is true for the person's first choice.
	First bool
	// Hours is when it is safe, in words; empty for a way that is never safe.
	Hours wording.Text
	// Rules are what to mind, each in a few words, in lower case (see
	// RulesLine).
	Rules []wording.Text
	State State
	// Answer is that of May for AnyPurpose.
	Answer Answer
}

// RightNow puts a sheet into words for one instant.
func RightNow(s Sheet, at time.Time, p Policy) Summary { return Summary{} }
