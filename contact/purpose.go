package contact

import (
	"slices"

	"holdfast/wording"
)

// Purpose is what a contact is about.
type Purpose string

// The purposes. AnyPurpose, the zero value, asks whether there is at least
// one purpose for which the answer is yes; the conditions then name which.
const (
	AnyPurpose      Purpose = ""
	Logistics       Purpose = "logistics"
	CheckIn         Purpose = "check_in"
	ConsentQuestion Purpose = "consent_question"
	Pay             Purpose = "pay"
	Emergency       Purpose = "emergency"
	BoardWork       Purpose = "board_work"
	OtherPurpose    Purpose = "other"
)

// Purposes are all purposes but AnyPurpose, in the order of a form.
func Purposes() []Purpose {
	return []Purpose{Logistics, CheckIn, ConsentQuestion, Pay, BoardWork, Emergency, OtherPurpose}
}

// Known says whether p is AnyPurpose or one of Purposes.
func (p Purpose) Known() bool { return p == AnyPurpose || slices.Contains(Purposes(), p) }

// Name is the purpose in words, in lower case: "logistics".
func (p Purpose) Name() wording.Text {
	switch p {
	case Logistics:
		return wording.T("logistics")
	case CheckIn:
		return wording.T("a check-in")
	case ConsentQuestion:
		return wording.T("a question about consent")
	case Pay:
		return wording.T("pay")
	case Emergency:
		return wording.T("an emergency")
	case BoardWork:
		return wording.T("board work")
	case AnyPurpose:
		return wording.T("anything")
	default:
		return wording.T("something else")
	}
}
