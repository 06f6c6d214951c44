package member

import (
	"holdfast/record"
	"holdfast/wording"
)

// Field describes one field of a Member: enough to draw a form, to hide or
// rename it, and to fill it from a spreadsheet (Member.Get, Member.Set).
type Field struct {
	// Name is the JSON name, which never changes; for a custom field it is
	// "custom." and its ID.
	Name string
	// Label is what the field is called on screen.
	Label wording.Text
	// Help is a sentence under the field, or nothing.
	Help  wording.Text
	Group Group
	Kind  Kind
	// Choices are the only values of KindChoice, and for other kinds values
	// to suggest.
	Choices []Suggestion
	// Counted says that the value comes from the timeline, the roles or the
	// terms: an importer fills it, a form leaves it to acts of their own.
	Counted bool
	// Masked says that the value is covered until somebody asks to see it.
	Masked bool
	// Required says that the field can be neither empty nor hidden.
	Required bool
	// Custom is the ID of a custom field.
	Custom record.ID
}

// Kind is how a field is filled in.
type Kind string

// The kinds of fields. KindList is several short texts.
const (
	KindLine   Kind = "line"
	KindText   Kind = "text"
	KindList   Kind = "list"
	KindChoice Kind = "choice"
	KindDate   Kind = "date"
	KindYesNo  Kind = "yesno"
)

// Group is a part of a person's page.
type Group string

// The groups.
const (
	GroupAbout   Group = "about"
	GroupBoard   Group = "board"
	GroupAccess  Group = "access"
	GroupSupport Group = "support"
	GroupSafety  Group = "safety"
	GroupCustom  Group = "custom"
)

// Groups are the groups in the order of the page.
func Groups() []Group {
	return []Group{GroupAbout, GroupBoard, GroupAccess, GroupSupport, GroupSafety, GroupCustom}
}

// Label is the heading of the group.
func (g Group) Label() wording.Text {
	switch g {
	case GroupAbout:
		return wording.T("About the person")
	case GroupBoard:
		return wording.T("On the board")
	case GroupAccess:
		return wording.T("Access and language")
	case GroupSupport:
		return wording.T("Support that helps")
	case GroupSafety:
		return wording.T("Safety")
	default:
		return wording.T("Your board’s own fields")
	}
}
