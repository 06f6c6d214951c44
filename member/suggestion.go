package member

import (
	"slices"

	"holdfast/find"
	"holdfast/wording"
)

// Suggestion is a value offered while filling in a field.
type Suggestion struct {
	// Code is what is stored.
	Code string
	// Label is what is shown.
	Label wording.Text
	// Also are other ways that people write it, in English and Spanish, for
	// reading spreadsheets.
	Also []string
}

// Recognise is the code that a text means: a code, a label or another way to
// write it, whatever its case and accents. It is the text itself, on one
// line, where it means none of them.
func Recognise(list []Suggestion, text string) (code string, known bool) {
	text = line(text)
	folded := find.Fold(text)
	for _, s := range list {
		if folded == find.Fold(s.Code) || folded == find.Fold(s.Label.English) ||
			slices.ContainsFunc(s.Also, func(also string) bool { return folded == find.Fold(also) }) {
			return s.Code, true
		}
	}
	return text, false
}

// Label is the words for a stored value: those of the list where it is one of
// its codes, otherwise the value as it was written.
func Label(list []Suggestion, value string) wording.Text {
	for _, s := range list {
		if s.Code == value {
			return s.Label
		}
	}
	return asWritten(value)
}

// offered says whether value is one of the codes of list.
func offered(list []Suggestion, value string) bool {
	return slices.ContainsFunc(list, func(s Suggestion) bool { return s.Code == value })
}

// asWritten shows what somebody wrote, in any language as it is.
func asWritten(text string) wording.Text {
	if text == "" {
		return wording.Text{}
	}
	return wording.T("{text}", "text", text)
}
