package contact

import (
	"slices"
	"time"

	"holdfast/record"
	"holdfast/wording"
)

// Entry says that somebody was in touch with a person.
type Entry struct {
	ID     record.ID `json:"id"`
	Member record.ID `json:"member"`
	// Channel is the way on the sheet, empty for one that was not on it; Kind
	// stays right when the way is taken off the sheet later.
	Channel record.ID `json:"channel,omitempty"`
	Kind    Kind      `json:"kind"`
	At      time.Time `json:"at"`
	// Incoming is true where the person got in touch themselves.
	Incoming bool    `json:"incoming,omitempty"`
	Purpose  Purpose `json:"purpose,omitempty"`
	Outcome  Outcome `json:"outcome"`
	// Answered is who answered.
	Answered Answered `json:"answered,omitempty"`
	Note     string   `json:"note,omitempty"`
	// Within says whether the rules of the sheet, as it was then, allowed it;
	// where not, Rule names the rule. Nobody is blamed by it.
	Within bool `json:"within"`
	Rule   Rule `json:"rule,omitempty"`
}

// EntrySchema describes an entry as a record, under its member.
func EntrySchema() record.Schema[Entry] {
	return record.Schema[Entry]{
		Collection: "contact_log", Version: 1,
		Key: func(e Entry) record.Key { return record.Join(e.Member, e.ID) },
	}
}

// Outcome is how a contact went.
type Outcome string

// How a contact went.
const (
	Reached     Outcome = "reached"
	Sent        Outcome = "sent"
	NoAnswer    Outcome = "no_answer"
	LeftMessage Outcome = "left_message"
	CallLater   Outcome = "call_later"
	BrokeOff    Outcome = "broke_off"
	DangerSaid  Outcome = "danger_word"
	NotReached  Outcome = "not_delivered"
)

// Outcomes are the choices of a form.
func Outcomes() []Outcome {
	return []Outcome{Reached, Sent, NoAnswer, LeftMessage, CallLater, BrokeOff, NotReached, DangerSaid}
}

// Known says whether o is one of Outcomes.
func (o Outcome) Known() bool { return slices.Contains(Outcomes(), o) }

// Problem says whether the outcome is one to remember about the way.
func (o Outcome) Problem() bool { return o == BrokeOff || o == DangerSaid || o == NotReached }

// Name is the outcome in words.
func (o Outcome) Name() wording.Text {
	switch o {
	case Reached:
		return wording.T("we spoke")
	case Sent:
		return wording.T("a message was sent")
	case NoAnswer:
		return wording.T("no answer")
	case LeftMessage:
		return wording.T("a message was left")
	case CallLater:
		return wording.T("they asked for another time")
	case BrokeOff:
		return wording.T("it broke off")
	case DangerSaid:
		return wording.T("the danger word was said")
	default:
		return wording.T("it did not get through")
	}
}

// Answered is who answered.
type Answered string

// Who answered.
const (
	Nobody          Answered = ""
	ThePerson       Answered = "person"
	SupportAnswered Answered = "support_person"
	SomebodyElse    Answered = "someone_else"
	AMachine        Answered = "voicemail"
)

// AnsweredBy are the choices of a form.
func AnsweredBy() []Answered {
	return []Answered{Nobody, ThePerson, SupportAnswered, SomebodyElse, AMachine}
}

// Name is the choice in words.
func (a Answered) Name() wording.Text {
	switch a {
	case ThePerson:
		return wording.T("the person")
	case SupportAnswered:
		return wording.T("the support person")
	case SomebodyElse:
		return wording.T("somebody else")
	case AMachine:
		return wording.T("a voicemail")
	default:
		return wording.T("nobody")
	}
}
