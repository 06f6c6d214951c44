package assessment

import (
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// Action is something that a board means to do because of what it found.
type Action struct {
	ID    record.ID `json:"id"`
	Round record.ID `json:"round"`
	// Instrument is what the round asked; the action is shown again with the
	// next round over it until it is done.
	Instrument string `json:"instrument"`
	// About is the axis that it is about, empty for the whole.
	About AxisID `json:"about,omitempty"`
	// What is to be done, by which role, with what.
	What      string       `json:"what"`
	Owner     string       `json:"owner,omitempty"`
	By        record.Date  `json:"by"`
	Resources string       `json:"resources,omitempty"`
	Status    ActionStatus `json:"status"`
	// LookAgain is when to look whether it has helped, Looks what was seen.
	LookAgain record.Date `json:"look_again"`
	Looks     []Look      `json:"looks,omitempty"`
}

// Look is one time that an action was looked at again.
type Look struct {
	On   record.Date `json:"on"`
	Note string      `json:"note"`
}

// ActionSchema describes actions as records.
func ActionSchema() record.Schema[Action] {
	return record.Schema[Action]{Collection: "action", Version: 1, Key: func(a Action) record.Key { return record.Key(a.ID) }}
}

// ActionStatus is how far an action has come.
type ActionStatus string

// The statuses of an action.
const (
	Planned  ActionStatus = "planned"
	Underway ActionStatus = "under-way"
	Finished ActionStatus = "done"
	LetGo    ActionStatus = "let-go"
)

// ActionStatuses are all of them, in their order.
func ActionStatuses() []ActionStatus {
	return []ActionStatus{Planned, Underway, Finished, LetGo}
}

// Name is the status in words.
func (s ActionStatus) Name() wording.Text {
	switch s {
	case Planned:
		return wording.T("planned")
	case Underway:
		return wording.T("under way")
	case Finished:
		return wording.T("done")
	default:
		return wording.T("let go")
	}
}

// Open says whether the action is still to be done.
func (a Action) Open() bool { return a.Status == Planned || a.Status == Underway }

// Due is the day on which somebody should look at the action, zero where none
// is written down or nothing is to be done.
func (a Action) Due() record.Date {
	switch {
	case a.Open() && !a.By.IsZero():
		return a.By
	case a.Status != LetGo && !a.LookAgain.IsZero():
		return a.LookAgain
	default:
		return record.Date{}
	}
}

// Validate names everything that keeps an action from being saved.
func (a Action) Validate() error {
	var p problems
	p.when(strings.TrimSpace(a.What) == "", wording.Refuse("what", "Write what is to be done."))
	for _, text := range []string{a.What, a.Owner, a.Resources} {
		p.when(!ownWords(text), wording.Refuse("what", "This is too long, or holds signs that can’t be shown."))
	}
	p.when(!slices.Contains(ActionStatuses(), a.Status), wording.Refuse("status", "There is no such status: {status}.", "status", shortened(string(a.Status))))
	for _, l := range a.Looks {
		p.when(l.On.IsZero() || !ownWords(l.Note), wording.Refuse("looks", "Say on which day it was looked at, and what was seen."))
	}
	return p.err()
}
