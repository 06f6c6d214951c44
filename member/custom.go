package member

import "holdfast/record"

// CustomField is a field that a board made for itself.
type CustomField struct {
	ID   record.ID  `json:"id"`
	Name string     `json:"name"`
	Kind CustomKind `json:"kind"`
	// Choices are the answers of a CustomChoice, in the order to show.
	Choices []string `json:"choices,omitempty"`
}

// CustomKind is what a custom field holds.
type CustomKind string

// The kinds of custom fields.
const (
	CustomText   CustomKind = "text"
	CustomChoice CustomKind = "choice"
	CustomDate   CustomKind = "date"
	CustomYesNo  CustomKind = "yesno"
)
