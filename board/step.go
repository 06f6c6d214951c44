package board

import (
	"holdfast/store"
	"holdfast/wording"
)

// Step is a part of long work, as Progress hears of it.
type Step = store.Step

// StepWords is what is being done during a step: "Writing the vault anew…".
func StepWords(step Step) wording.Text {
	switch step {
	case store.StepKey:
		return wording.T("Trying the key…")
	case store.StepRead:
		return wording.T("Reading the journal…")
	case store.StepBuild:
		return wording.T("Building the working copy…")
	case store.StepWrite:
		return wording.T("Writing the vault anew…")
	default:
		return wording.T("Reading everything back…")
	}
}
