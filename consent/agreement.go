package consent

import (
	"holdfast/record"
)

// Agreement is what the board agreed with other organisations about sharing
// information (a memorandum of understanding). It lets nothing about a person
// pass: for that there has to be a release by that person, agreement or not.
type Agreement struct {
	ID record.ID `json:"id"`
	// Parties are the other organisations.
	Parties []string `json:"parties"`
	// Purpose is what it is for, MayPass what may pass (totals, minutes
	// without names).
	Purpose string   `json:"purpose"`
	MayPass []string `json:"may_pass,omitempty"`
	// Personal is what it says about personal information; empty is the
	// usual: none without a release.
	Personal string `json:"personal_information,omitempty"`
	// Start and End are the first and the last day, Review when to look at it
	// again.
	Start  record.Date `json:"start"`
	End    record.Date `json:"end"`
	Review record.Date `json:"review,omitzero"`
	// Page is the attachment with the signed copy.
	Page record.ID `json:"page,omitempty"`
	Note string    `json:"note,omitempty"`
}

// AgreementSchema describes agreements as records: collection "agreement".
func AgreementSchema() record.Schema[Agreement] {
	return record.Schema[Agreement]{
		Collection: "agreement", Version: 1,
		Key: func(a Agreement) record.Key { return record.Key(a.ID) },
	}
}
