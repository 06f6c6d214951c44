package consent

import (
	"holdfast/record"
	"holdfast/wording"
)

// Question is what somebody would like to do.
type Question struct {
	Purpose Purpose
	// Recipient is to whom; needed for what is passed on to somebody.
	Recipient string
	// Channel is where; needed for what others will see.
	Channel Channel
	// Item is which thing, by the ID of a Quote or in words, and Version its
	// version as it would go out (see Quote.Current); either may be empty.
	Item, Version string
	// Day is when.
	Day record.Date
}

// Answer is what May says.
type Answer struct {
	Verdict Verdict
	// State is how it stands with what was asked about.
	State State
	// Rule says which rule decided, for programs.
	Rule Rule
	// Because is the reason in one sentence, Basis what it rests on ("Agreed
	// 27 May 2026, in writing, notice version 3"); Basis may be empty.
	Because, Basis wording.Text
	// Conditions bind a yes; on the way to one they are what is known already.
	Conditions []wording.Text
	// Attribution is at most what may show, and Until the last day: both
	// where Verdict is Yes.
	Attribution Attribution
	Until       record.Date
	// Rests are the events that the answer rests on.
	Rests []record.ID
}

// Verdict is the answer in a word.
type Verdict string

// The verdicts. Anything but Yes means that it must not be done now; after a
// No nobody asks again until the person raises it.
const (
	Yes      Verdict = "yes"
	AskFirst Verdict = "ask_first"
	No       Verdict = "no"
)

// Name is the verdict in words.
func (v Verdict) Name() wording.Text {
	switch v {
	case Yes:
		return wording.T("Yes")
	case No:
		return wording.T("No")
	default:
		return wording.T("Ask first")
	}
}

// width orders the verdicts by how much they let happen.
func (v Verdict) width() int {
	switch v {
	case Yes:
		return 2
	case AskFirst:
		return 1
	default:
		return 0
	}
}

// State is how it stands with a choice on a day. Besides these there are
// StateLimited and StateRenewed, which allow what they name as StateGiven
// does.
type State string

// The states.
const (
	NotAsked        State = "not_asked"
	StateAsked      State = "asked"
	StateDeferred   State = "deferred"
	StateGiven      State = "given"
	StateLimited    State = "limited"
	StateRenewed    State = "renewed"
	StateRefused    State = "refused"
	StateWithdrawn  State = "withdrawn"
	StateEnded      State = "ended"
	StateExpired    State = "expired"
	StateSuperseded State = "superseded"
)

// Live says whether something is allowed in this state.
func (s State) Live() bool { return s == StateGiven || s == StateLimited || s == StateRenewed }

// Name is the state in words, as a tag shows it.
func (s State) Name() wording.Text {
	switch s {
	case StateAsked:
		return wording.T("Asked")
	case StateDeferred:
		return wording.T("Put off")
	case StateGiven:
		return wording.T("Yes")
	case StateLimited:
		return wording.T("Yes, in part")
	case StateRenewed:
		return wording.T("Yes, renewed")
	case StateRefused:
		return wording.T("No")
	case StateWithdrawn:
		return wording.T("Withdrawn")
	case StateEnded:
		return wording.T("Ended")
	case StateExpired:
		return wording.T("Over")
	case StateSuperseded:
		return wording.T("Replaced")
	default:
		return wording.T("Not asked")
	}
}
