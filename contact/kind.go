package contact

import (
	"slices"

	"holdfast/wording"
)

// Kind is a kind of way to reach somebody.
type Kind string

// The kinds of ways.
const (
	Phone          Kind = "phone"
	Text           Kind = "text"
	Signal         Kind = "signal"
	WhatsApp       Kind = "whatsapp"
	Email          Kind = "email"
	Post           Kind = "post"
	InPerson       Kind = "in_person"
	ThroughSupport Kind = "support_person"
	OtherWay       Kind = "other"
)

// Kinds are all kinds, in the order in which a form offers them.
func Kinds() []Kind {
	return []Kind{Phone, Text, Signal, WhatsApp, Email, Post, InPerson, ThroughSupport, OtherWay}
}

// Known says whether k is one of Kinds.
func (k Kind) Known() bool { return slices.Contains(Kinds(), k) }

// Name is what a way of this kind is called at the head of a row: "Signal".
func (k Kind) Name() wording.Text {
	switch k {
	case Phone:
		return wording.T("Phone")
	case Text:
		return wording.T("Text message")
	case Signal:
		return wording.T("Signal")
	case WhatsApp:
		return wording.T("WhatsApp")
	case Email:
		return wording.T("Email")
	case Post:
		return wording.T("Post")
	case InPerson:
		return wording.T("In person")
	case ThroughSupport:
		return wording.T("Through a support person")
	default:
		return wording.T("Another way")
	}
}

// numbered says whether the value of such a way is usually a phone number.
func (k Kind) numbered() bool {
	return k == Phone || k == Text || k == Signal || k == WhatsApp
}

// written says whether such a way leaves something to read on a device.
func (k Kind) written() bool {
	return k == Text || k == Signal || k == WhatsApp || k == Email
}
