package contact

import (
	"slices"

	"holdfast/wording"
)

// Safety says whether a way is safe. The zero value is unknown, and unknown
// permits nothing.
type Safety string

// What a person may have said about a way.
const (
	SafetyUnknown Safety = ""
	Safe          Safety = "yes"
	SafeAtTimes   Safety = "at_times"
	SafeWithWord  Safety = "with_code_word"
	NeverSafe     Safety = "no"
)

// Safeties are the choices of a form, unknown first.
func Safeties() []Safety {
	return []Safety{SafetyUnknown, Safe, SafeAtTimes, SafeWithWord, NeverSafe}
}

// Name is the choice in words.
func (s Safety) Name() wording.Text {
	switch s {
	case Safe:
		return wording.T("yes")
	case SafeAtTimes:
		return wording.T("only at certain times")
	case SafeWithWord:
		return wording.T("only with the code word")
	case NeverSafe:
		return wording.T("no, never")
	default:
		return wording.T("not known")
	}
}

// Voicemail says what may be left on a voicemail. The zero value is nothing.
type Voicemail string

// What may be left on a voicemail.
const (
	NoVoicemail    Voicemail = ""
	VagueVoicemail Voicemail = "vague"
	AnyVoicemail   Voicemail = "yes"
)

// Voicemails are the choices of a form, the strictest first.
func Voicemails() []Voicemail { return []Voicemail{NoVoicemail, VagueVoicemail, AnyVoicemail} }

// Name is the choice in words.
func (v Voicemail) Name() wording.Text {
	switch v {
	case VagueVoicemail:
		return wording.T("only a vague one")
	case AnyVoicemail:
		return wording.T("yes")
	default:
		return wording.T("no")
	}
}

// Naming says whether the organisation may be named. The zero value is no.
type Naming string

// How the organisation may be named.
const (
	NotNamed     Naming = ""
	NamedNeutral Naming = "neutral"
	NamedFreely  Naming = "yes"
)

// Namings are the choices of a form, the strictest first.
func Namings() []Naming { return []Naming{NotNamed, NamedNeutral, NamedFreely} }

// Name is the choice in words.
func (n Naming) Name() wording.Text {
	switch n {
	case NamedNeutral:
		return wording.T("only under a neutral name")
	case NamedFreely:
		return wording.T("yes")
	default:
		return wording.T("no")
	}
}

// Dropped says what to do when a call breaks off. The zero value is to wait.
type Dropped string

// What to do when a call breaks off.
const (
	DroppedWait     Dropped = ""
	DroppedCallBack Dropped = "call_back"
)

// Droppeds are the choices of a form.
func Droppeds() []Dropped { return []Dropped{DroppedWait, DroppedCallBack} }

// Name is the choice in words.
func (d Dropped) Name() wording.Text {
	if d == DroppedCallBack {
		return wording.T("call back once")
	}
	return wording.T("wait, do not call back")
}

// Return says which return address a letter may bear. The zero value is none.
type Return string

// Which return address a letter may bear.
const (
	NoReturn  Return = ""
	BoxReturn Return = "po_box"
)

// Returns are the choices of a form, the strictest first.
func Returns() []Return { return []Return{NoReturn, BoxReturn} }

// Name is the choice in words.
func (r Return) Name() wording.Text {
	if r == BoxReturn {
		return wording.T("a post office box")
	}
	return wording.T("no return address")
}

// Initiator says who begins a contact. The zero value is that nothing was
// agreed, and limits nothing.
type Initiator string

// Who begins a contact.
const (
	NotAgreed  Initiator = ""
	TheyBegin  Initiator = "person"
	WeBegin    Initiator = "coordinator"
	EitherSide Initiator = "either"
)

// Initiators are the choices of a form.
func Initiators() []Initiator { return []Initiator{NotAgreed, TheyBegin, WeBegin, EitherSide} }

// Name is the choice in words.
func (i Initiator) Name() wording.Text {
	switch i {
	case TheyBegin:
		return wording.T("they get in touch with you")
	case WeBegin:
		return wording.T("you get in touch with them")
	case EitherSide:
		return wording.T("either of you")
	default:
		return wording.T("not agreed yet")
	}
}

// among says whether a choice is one that a form offers.
func among[C comparable](choice C, choices []C) bool { return slices.Contains(choices, choice) }
