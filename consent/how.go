package consent

import (
	"holdfast/record"
	"holdfast/wording"
)

// How is in which way somebody agreed.
type How struct {
	Form Form `json:"form,omitempty"`
	// Witness is who was there when it was said; needed where it was spoken.
	Witness string `json:"witness,omitempty"`
	// Language is the one it was talked about in; Interpreter and
	// SupportPerson are who was there, empty for nobody.
	Language      string `json:"language,omitempty"`
	Interpreter   string `json:"interpreter,omitempty"`
	SupportPerson string `json:"support_person,omitempty"`
	// Notice is what the person was shown or read.
	Notice Shown `json:"notice,omitzero"`
	// Risks and Alternatives were talked about; NoCondition: it was said that
	// neither a place on the board nor pay depends on it.
	Risks        bool `json:"risks_discussed,omitempty"`
	Alternatives bool `json:"alternatives_discussed,omitempty"`
	NoCondition  bool `json:"never_a_condition,omitempty"`
	// Copy is what became of a copy for the person.
	Copy Copy `json:"copy,omitempty"`
	// Page is the attachment with the signed page; empty for none.
	Page record.ID `json:"page,omitempty"`
}

// Shown is the notice that was shown: which version, and the hash of its
// exact words.
type Shown struct {
	Language string `json:"language,omitempty"`
	Version  int    `json:"version,omitempty"`
	Hash     string `json:"hash,omitempty"`
}

// Form is how a yes was given.
type Form string

// The forms. A spoken one needs a witness, a release a written one.
const (
	Written  Form = "written"
	Spoken   Form = "spoken"
	Recorded Form = "recorded"
)

// Forms are the choices.
func Forms() []Form { return []Form{Written, Spoken, Recorded} }

// Name is the form in words, as in "agreed … in writing".
func (f Form) Name() wording.Text {
	switch f {
	case Written:
		return wording.T("in writing")
	case Spoken:
		return wording.T("spoken, with a witness")
	case Recorded:
		return wording.T("recorded")
	default:
		return wording.T("not written down how")
	}
}

// AsSaid is the form in words for a no, which needs no witness; empty where it
// was not written down.
func (f Form) AsSaid() wording.Text {
	switch f {
	case Spoken:
		return wording.T("spoken")
	case Written, Recorded:
		return f.Name()
	default:
		return wording.Text{}
	}
}

// Copy is what became of a copy for the person.
type Copy string

// What became of the copy. The empty one is that nobody wrote it down.
const (
	CopyGiven    Copy = "given"
	CopyDeclined Copy = "declined"
	CopyNotSafe  Copy = "not_safe"
)

// Copies are the choices.
func Copies() []Copy { return []Copy{CopyGiven, CopyDeclined, CopyNotSafe} }

// Name is the choice in words.
func (c Copy) Name() wording.Text {
	switch c {
	case CopyGiven:
		return wording.T("a copy was given")
	case CopyDeclined:
		return wording.T("no copy was wanted")
	case CopyNotSafe:
		return wording.T("a copy is not safe")
	default:
		return wording.T("not written down whether a copy was given")
	}
}
