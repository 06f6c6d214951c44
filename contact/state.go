package contact

import "holdfast/wording"

// State is the word for a way of reaching somebody at an instant.
type State string

// The five words. UnknownState is the zero value.
const (
	UnknownState State = ""
	OKNow        State = "ok_now"
	NotNow       State = "not_now"
	Never        State = "never"
	AskFirst     State = "ask_first"
)

// Name is the word as a tag shows it: "OK now".
func (s State) Name() wording.Text {
	switch s {
	case OKNow:
		return wording.T("OK now")
	case NotNow:
		return wording.T("Not now")
	case Never:
		return wording.T("Never")
	case AskFirst:
		return wording.T("Ask first")
	default:
		return wording.T("Unknown")
	}
}
