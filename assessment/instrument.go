package assessment

import (
	"holdfast/record"
	"holdfast/wording"
)

// Instrument is a set of questions, with their words in each language.
type Instrument struct {
	// ID is its stable name ("trauma-informed"): a to z, digits and dashes.
	ID string
	// Version is numbers with dots ("1", "1.2"). After release, other words
	// are another version.
	Version string
	Kind    Kind
	Status  Status
	// Languages are those in which every text is there; the first is the one
	// that the file is written in.
	Languages []wording.Language

	Title, About Words
	// ContentNote is shown before anything is asked.
	ContentNote Words
	// Copyright says whose words these are and how they may be used.
	Copyright Words
	Publisher string
	Sources   []Source
	// Released is the day of this version, Reviewed when its content was last
	// gone through, ReviewBy when it should be again.
	Released, Reviewed, ReviewBy record.Date
	// Ladder says that the sections are steps, each above the one before.
	Ladder bool

	// Scales are sets of choices that several questions share.
	Scales []Scale
	Items  []Item
}

// Kind is what an instrument is for.
type Kind string

// The kinds of instruments.
const (
	SelfAssessment Kind = "self-assessment" // answered in rounds, months apart
	Pulse          Kind = "pulse"           // a few questions at a meeting
	Worksheet      Kind = "worksheet"       // answered in rounds, about a partnership or an organisation
	Checklist      Kind = "checklist"       // gone through by the board, with evidence
)

// Kinds are all kinds of instruments.
func Kinds() []Kind { return []Kind{SelfAssessment, Pulse, Worksheet, Checklist} }

// Name is the kind in words.
func (k Kind) Name() wording.Text {
	switch k {
	case SelfAssessment:
		return wording.T("Self-assessment")
	case Pulse:
		return wording.T("Short check")
	case Worksheet:
		return wording.T("Worksheet")
	default:
		return wording.T("Checklist")
	}
}

// Plural is several of the kind in words.
func (k Kind) Plural() wording.Text {
	switch k {
	case SelfAssessment:
		return wording.T("Self-assessments")
	case Pulse:
		return wording.T("Short checks")
	case Worksheet:
		return wording.T("Worksheets")
	default:
		return wording.T("Checklists")
	}
}

// Status is how far an instrument has come.
type Status string

// The statuses, as FHIR names them.
const (
	Draft   Status = "draft"   // may still change, can't be answered
	Active  Status = "active"  // released: never changes again
	Retired Status = "retired" // a later version is used instead
)

// Source is what the content of an instrument or an item rests on.
type Source struct {
	Title string
	// Address is a web address, empty where there is none. It is shown, never
	// opened.
	Address string
	// Checked is the day on which somebody last looked at it.
	Checked record.Date
}

// Words are one text in each of its languages.
type Words map[wording.Language]string

// In is the text in a language; where it is not there, in English or in any
// other that it is there in.
func (w Words) In(language wording.Language) string {
	if text, ok := w[language]; ok {
		return text
	}
	if text, ok := w[wording.InEnglish]; ok {
		return text
	}
	for _, text := range w {
		return text
	}
	return ""
}
