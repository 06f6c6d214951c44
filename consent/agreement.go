package consent

import (
	"strings"

	"holdfast/record"
	"holdfast/wording"
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

// Validate refuses an agreement that makes no sense, with every problem at
// once.
func (a Agreement) Validate() error {
	var p problems
	p.When(len(a.Parties) == 0, wording.Refuse("parties", "Write down with whom it was agreed."))
	p.list("parties", a.Parties)
	for _, who := range a.Parties {
		p.When(nobodySpecial(who), wording.Refuse("parties", "Name the organisations one by one."))
	}
	p.When(strings.TrimSpace(a.Purpose) == "", wording.Refuse("purpose", "Write down what it is for."))
	p.When(a.Start.IsZero(), wording.Refuse("start", "Write down from which day on."))
	p.When(a.End.IsZero(), wording.Refuse("end", "Every agreement has an end. Write down the last day."))
	p.When(!a.End.IsZero() && a.End.Before(a.Start), wording.Refuse("end", "The last day lies before the first one. Correct one of them."))
	p.When(!a.Review.IsZero() && a.Review.Before(a.Start), wording.Refuse("review", "Choose a later day."))
	p.list("may_pass", a.MayPass)
	p.texts(longestProse, "purpose", a.Purpose, "personal_information", a.Personal, "note", a.Note)
	return p.Err()
}

// AboutPeople is what the agreement says about personal information.
func (a Agreement) AboutPeople() wording.Text {
	if a.Personal == "" {
		return wording.T("No personal information without a release by the person.")
	}
	return wording.T("{text}", "text", a.Personal)
}

// Due is the day on which to look at it again: its review, or its end where
// that comes first; zero once it has ended.
func (a Agreement) Due(day record.Date) record.Date {
	switch {
	case day.After(a.End):
		return record.Date{}
	case !a.Review.IsZero() && a.Review.Before(a.End):
		return a.Review
	default:
		return a.End
	}
}
