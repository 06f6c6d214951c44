package consent

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"holdfast/record"
	"holdfast/wording"
)

// Use is one place where something of a person was used. It is written down
// when it happens, so that a withdrawal knows where to go.
type Use struct {
	ID     record.ID `json:"id"`
	Member record.ID `json:"member"`
	// Purpose, Recipient, Item and Channel are what was used, for whom and
	// where, in the words of a Question.
	Purpose   Purpose `json:"purpose"`
	Recipient string  `json:"recipient,omitempty"`
	Item      string  `json:"item,omitempty"`
	Version   string  `json:"version,omitempty"`
	Channel   Channel `json:"channel,omitempty"`
	// What says it in words ("page 12 of the annual report"), Link is where to
	// find it: an address, a shelf mark.
	What string      `json:"what"`
	Link string      `json:"link,omitempty"`
	On   record.Date `json:"on"`
	At   time.Time   `json:"at"`
	// Under are the events that it rested on, Allowed whether the gate said
	// yes. What happened is kept all the same; nothing is hidden by it.
	Under   []record.ID `json:"under,omitempty"`
	Allowed bool        `json:"allowed"`
	// Steps are what was done about it after a withdrawal, oldest first.
	Steps []Step `json:"steps,omitempty"`
}

// Step is something that was done about a use after a withdrawal.
type Step struct {
	On   record.Date `json:"on"`
	At   time.Time   `json:"at"`
	Done Done        `json:"done"`
	Note string      `json:"note,omitempty"`
}

// Done is how far a use is taken back. The zero value is that nothing was
// done yet.
type Done string

// How far a use is taken back.
const (
	NothingYet    Done = ""
	AskedToRemove Done = "asked_to_remove"
	RemovedThere  Done = "removed"
	CannotRecall  Done = "cannot_be_recalled"
)

// Dones are the steps that can be written down.
func Dones() []Done { return []Done{AskedToRemove, RemovedThere, CannotRecall} }

// Settled says whether nothing is left to do about the use.
func (d Done) Settled() bool { return d == RemovedThere || d == CannotRecall }

// Name is the step in words.
func (d Done) Name() wording.Text {
	switch d {
	case AskedToRemove:
		return wording.T("Asked to remove it")
	case RemovedThere:
		return wording.T("Removed")
	case CannotRecall:
		return wording.T("Cannot be recalled")
	default:
		return wording.T("To do")
	}
}

// UseSchema describes uses as records: collection "consent_use", key member
// and use.
func UseSchema() record.Schema[Use] {
	return record.Schema[Use]{
		Collection: "consent_use", Version: 1,
		Key: func(u Use) record.Key { return record.Join(u.Member, u.ID) },
	}
}

func sortedUses(uses []Use) []Use {
	uses = slices.Clone(uses)
	slices.SortFunc(uses, func(a, b Use) int {
		return cmp.Or(a.On.Compare(b.On), a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
	return uses
}

// Validate refuses a use that makes no sense, with every problem at once. It
// never asks whether the use was allowed: what happened is kept.
func (u Use) Validate(kinds Kinds, today record.Date) error {
	var p problems
	p.When(!kinds.Known(u.Purpose), wording.Refuse("purpose", "There is no such kind of consent."))
	p.When(u.Channel != "" && !u.Channel.Known(), wording.Refuse("channel", "There is no such place on the list."))
	p.When(strings.TrimSpace(u.What) == "", wording.Refuse("what", "Write down what was used, so that it can be found again."))
	p.When(u.On.After(today), wording.Refuse("on", "This day has not come yet. Write it down once it was used."))
	p.texts(longestLine, "recipient", u.Recipient, "item", u.Item, "version", u.Version, "what", u.What, "link", u.Link)
	return p.Err()
}

// Validate refuses a step that is none.
func (s Step) Validate() error {
	var p problems
	p.Choice("done", slices.Contains(Dones(), s.Done))
	p.text("note", s.Note, longestProse)
	return p.Err()
}
