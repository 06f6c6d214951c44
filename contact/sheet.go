package contact

import (
	"holdfast/record"
	"holdfast/wording"
)

// Sheet is what one person has said about being reached. The zero Sheet
// permits nothing.
type Sheet struct {
	// Member is whom the sheet is about.
	Member record.ID `json:"member"`
	// Name is what to call the person when speaking with them; NameForOthers
	// is the name to use when somebody else answers or may hear.
	Name          string `json:"name,omitempty"`
	NameForOthers string `json:"name_for_others,omitempty"`
	// From is where to say that one is from ("the library group").
	From      string    `json:"from,omitempty"`
	Initiates Initiator `json:"initiates,omitempty"`
	// Rhythm is the number of days between check-ins that was agreed; 0 is
	// none.
	Rhythm int `json:"check_in_days,omitempty"`
	// EmergencyPlan is what was agreed for an emergency, in plain words.
	EmergencyPlan string `json:"emergency_plan,omitempty"`
	// Zone is the time zone that the person lives in, by its IANA name
	// ("America/Chicago"). All hours and dates of the sheet are in it.
	Zone string `json:"time_zone,omitempty"`
	// Channels are the ways in the order in which the person prefers them.
	Channels []Channel `json:"channels,omitempty"`
	// FirstAsked is the way through which the person first asked to be
	// reached: the only one that counts while the sheet was never confirmed.
	FirstAsked record.ID `json:"first_asked,omitempty"`

	SafeWord   Word `json:"safe_word,omitzero"`
	DangerWord Word `json:"danger_word,omitzero"`
	LaterWord  Word `json:"call_later_word,omitzero"`

	// Confirmed is the day on which the sheet was last gone through with the
	// person, ConfirmedBy who did (a coordinator), ConfirmBy the last day on
	// which it holds without being confirmed again; zero is no such limit of
	// its own.
	Confirmed   record.Date `json:"confirmed,omitzero"`
	ConfirmedBy string      `json:"confirmed_by,omitempty"`
	ConfirmBy   record.Date `json:"confirm_by,omitzero"`

	// DoNotContactUntil is the first day on which the person may be contacted
	// again, and DoNotContactNote whatever they wanted to say about it.
	DoNotContactUntil record.Date `json:"do_not_contact_until,omitzero"`
	DoNotContactNote  string      `json:"do_not_contact_note,omitempty"`
}

// Word is a word agreed with the person.
type Word struct {
	// Say is the word or phrase itself ("late fees").
	Say string `json:"say,omitempty"`
	// Means is what it means and what to do then ("stop and call back
	// tomorrow").
	Means string `json:"means,omitempty"`
}

// Schema describes a sheet as a record: one for each person.
func Schema() record.Schema[Sheet] {
	return record.Schema[Sheet]{
		Collection: "contact_sheet", Version: 1,
		Key: func(s Sheet) record.Key { return record.Key(s.Member) },
	}
}

// Channel is the way with that ID, and whether the sheet has it. Two ways
// under one ID are none: which of them was meant can't be known.
func (s Sheet) Channel(id record.ID) (Channel, bool) {
	var found []Channel
	for _, c := range s.Channels {
		if c.ID == id && id != "" {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		return Channel{}, false
	}
	return found[0], true
}

// Blank says whether nothing is written down about how to reach the person.
func (s Sheet) Blank() bool { return len(s.Channels) == 0 }

// called is the person's name for the place {name} of a sentence. No sentence
// begins with it, since it may be two plain words.
func (s Sheet) called() any {
	if s.Name == "" {
		return wording.T("this person")
	}
	return s.Name
}
