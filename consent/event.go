package consent

import (
	"cmp"
	"slices"
	"time"

	"holdfast/record"
)

// Event is one thing that was said, or done, about one person's choices. It
// is never changed once it is kept; what comes later is another event.
type Event struct {
	ID     record.ID `json:"id"`
	Member record.ID `json:"member"`
	Kind   Kind      `json:"kind"`
	Scope

	// On is the day on which it was said, At the instant at which it was
	// written down (always later than that of the person's event before), and
	// Late whether that was on a later day.
	On   record.Date `json:"on"`
	At   time.Time   `json:"at"`
	Late bool        `json:"late,omitempty"`

	// Voice is who said it; for a guardian, Guardian names them.
	Voice    Voice  `json:"voice,omitempty"`
	Guardian string `json:"guardian,omitempty"`

	// Terms are what was agreed, for a yes, and How. Of how a no was said there
	// is its Form at most: any form counts, and none has to be written down.
	Terms Terms `json:"terms,omitzero"`
	How   How   `json:"how,omitzero"`

	// Why is why we ended it, or what else there is to say. Nobody needs a
	// reason to refuse or to withdraw.
	Why string `json:"why,omitempty"`
	// Again is the day from which to ask again, where the answer was put off.
	Again record.Date `json:"again,omitzero"`
	// About is the withdrawal that the person was told about.
	About record.ID `json:"about,omitempty"`
	// Standing says who decides, from On: for a Decides event.
	Standing *Standing `json:"standing,omitempty"`

	// By is who spoke with the person, Holder the keyholder who wrote it down.
	By     string    `json:"by,omitempty"`
	Holder record.ID `json:"holder,omitempty"`
	// Safety stands for what was known to be safe for the person at the time,
	// so that a change of it can be seen; it says nothing by itself.
	Safety string `json:"safety,omitempty"`
}

// Scope is what an event or a question is about. An empty part of a no means
// all of them; of a yes, that it was not narrowed.
type Scope struct {
	Purpose Purpose `json:"purpose,omitempty"`
	// Recipient is to whom, by the name of the organisation or person.
	Recipient string `json:"recipient,omitempty"`
	// Item is which thing exactly: the ID of a Quote, or words ("the portrait
	// of 3 May").
	Item string `json:"item,omitempty"`
	// Channels are where.
	Channels []Channel `json:"channels,omitempty"`
}

// Kind is what happened.
type Kind string

// The kinds of events. Given, Limited (less than was asked for) and Renewed
// are a yes; Refused, Withdrawn (by the person) and Ended (by us) are a no.
const (
	Asked     Kind = "asked"
	Deferred  Kind = "deferred"
	Given     Kind = "given"
	Limited   Kind = "limited"
	Renewed   Kind = "renewed"
	Refused   Kind = "refused"
	Withdrawn Kind = "withdrawn"
	Ended     Kind = "ended"
	// Reviewed: gone through with the person, and nothing changed.
	Reviewed Kind = "reviewed"
	// Approved: the person has seen this version of an item and said that it
	// may go out, within what they agreed to.
	Approved Kind = "approved"
	// Told: the person knows what became of a withdrawal.
	Told Kind = "told"
	// Decides: who decides for the person, from that day (see Standing).
	Decides Kind = "decides"
)

// EventKinds are all kinds of events.
func EventKinds() []Kind {
	return []Kind{Asked, Deferred, Given, Limited, Renewed, Refused, Withdrawn, Ended, Reviewed, Approved, Told, Decides}
}

// Yes says whether an event of this kind allows something.
func (k Kind) Yes() bool { return k == Given || k == Limited || k == Renewed }

// No says whether an event of this kind forbids something.
func (k Kind) No() bool { return k == Refused || k == Withdrawn || k == Ended }

// Voice is who speaks. The zero value is the person.
type Voice string

// Who speaks.
const (
	ThePerson   Voice = ""
	TheGuardian Voice = "guardian"
)

// EventSchema describes events as records: collection "consent", key member
// and event.
func EventSchema() record.Schema[Event] {
	return record.Schema[Event]{
		Collection: "consent", Version: 1,
		Key: func(e Event) record.Key { return record.Join(e.Member, e.ID) },
	}
}

// inOrder is the order of events: by the day on which something was said,
// then by when it was written down. A no goes after a yes of the same
// instant, and the ID makes the order of any two events certain.
func inOrder(a, b *Event) int {
	no := func(e *Event) int {
		if e.Kind.No() {
			return 1
		}
		return 0
	}
	return cmp.Or(a.On.Compare(b.On), a.At.Compare(b.At), cmp.Compare(no(a), no(b)), cmp.Compare(a.ID, b.ID))
}

// Sorted are events in their order, each once.
func Sorted(events []Event) []Event {
	events = slices.Clone(events)
	slices.SortFunc(events, func(a, b Event) int { return inOrder(&a, &b) })
	return slices.CompactFunc(events, func(a, b Event) bool { return a.ID == b.ID && a.At.Equal(b.At) && a.On == b.On })
}

// ends says whether a no ends a yes, whatever the two are about. One written
// down on its own day ends all that was written down before it, whatever day
// that carries: clocks go wrong, and a no must not be lost by it. On one day
// the later word counts, but a yes of that day that was written down only on
// a later one does not: which came first is not known.
func (no *Event) ends(yes *Event) bool {
	switch c := no.On.Compare(yes.On); {
	case c > 0:
		return true
	case c == 0:
		return yes.Late || !yes.At.After(no.At)
	default:
		return !no.Late && !yes.At.After(no.At)
	}
}
