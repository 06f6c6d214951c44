package board

import (
	"holdfast/consent"
	"holdfast/member"
	"holdfast/wording"
)

// The kinds of acts about consent.
const (
	ActConsent     Kind = "consent.record"
	ActConsentUse  Kind = "consent.use"
	ActConsentStep Kind = "consent.follow_up"
	ActConsentKind Kind = "consent.kind"
	ActQuote       Kind = "quote.save"
	ActAgreement   Kind = "agreement.save"
	ActAttach      Kind = "attachment.add"
	ActDetach      Kind = "attachment.remove"
)

func consentKinds() []Kind {
	return []Kind{ActConsent, ActConsentUse, ActConsentStep, ActConsentKind, ActQuote, ActAgreement, ActAttach, ActDetach}
}

// consentWords are the words for acts about consent.
func (k Kind) consentWords() wording.Text {
	switch k {
	case ActConsent:
		return wording.T("Wrote down a choice of a person")
	case ActConsentUse:
		return wording.T("Wrote down where something was used")
	case ActConsentStep:
		return wording.T("Wrote down what was done after a withdrawal")
	case ActConsentKind:
		return wording.T("Changed a kind of consent")
	case ActQuote:
		return wording.T("Kept a quote or a story")
	case ActAgreement:
		return wording.T("Kept an agreement with another organisation")
	case ActAttach:
		return wording.T("Added a scanned page")
	case ActDetach:
		return wording.T("Removed a scanned page")
	default:
		return wording.Text{}
	}
}

// final says whether an act is not taken back by Undo: what was erased is not
// brought back, what a person said is answered only by what they say next, and
// a scanned page comes or goes whole.
func (k Kind) final() bool {
	return k.erases() || k == ActConsent || k == ActAttach || k == ActDetach
}

// choiceDetails says what a person said.
func choiceDetails(_, after consent.Event, _ member.Arrangement) []wording.Text {
	if after.ID == "" {
		return nil
	}
	return []wording.Text{after.Words(nil)}
}

// useDetails says where something was used, or what was done about it.
func useDetails(before, after consent.Use, _ member.Arrangement) []wording.Text {
	switch {
	case after.ID == "":
		return nil
	case len(after.Steps) > len(before.Steps):
		return []wording.Text{after.State().Name()}
	default:
		return []wording.Text{forWhom(consent.Scope{Channels: channelsOf(after)})}
	}
}
