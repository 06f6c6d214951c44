package contact

import (
	"holdfast/record"
)

// Channel is one way to reach a person and the rules of it. What is left
// empty is never a permission: unknown safety, no voicemail, no organisation
// named, caller ID hidden, no attachments, no calendar invites, a plain
// envelope without a return address.
type Channel struct {
	// ID tells the ways of one sheet apart.
	ID   record.ID `json:"id"`
	Kind Kind      `json:"kind"`
	// Label tells two ways of one kind apart ("work phone"); optional.
	Label string `json:"label,omitempty"`
	// Value is the number or address just as it was given. For a participant
	// of an address confidentiality programme it is the substitute address and
	// nothing else.
	Value string `json:"value,omitempty"`
	Safe  Safety `json:"safe,omitempty"`
	// Hours are the person's own. Where there are any, they bind, whatever
	// Safe says.
	Hours []Window `json:"hours,omitempty"`
	// Purposes are what this way may be used for; none given is no limit.
	Purposes []Purpose `json:"purposes,omitempty"`

	// SharedDevice and SharedAccount say with whom; empty is with nobody that
	// is known of.
	SharedDevice  string `json:"device_shared_with,omitempty"`
	SharedAccount string `json:"account_shared_with,omitempty"`
	// SomeoneElse is what to do when somebody else answers ("ask about opening
	// hours, then stop").
	SomeoneElse string `json:"if_someone_else,omitempty"`
	Naming      Naming `json:"organisation_named,omitempty"`

	Voicemail Voicemail `json:"voicemail,omitempty"`
	// ShowCallerID is true where the number that calls may show.
	ShowCallerID bool    `json:"caller_id_may_show,omitempty"`
	Dropped      Dropped `json:"dropped_call,omitempty"`

	// Disappearing is true where disappearing messages must be on.
	Disappearing bool `json:"disappearing_messages,omitempty"`
	// Subject is the only subject line to use; DisplayName the only name to
	// write under.
	Subject     string `json:"subject,omitempty"`
	DisplayName string `json:"display_name,omitempty"`
	Attachments bool   `json:"attachments,omitempty"`
	// Calendar is true where calendar invites may be sent, under
	// CalendarTitle.
	Calendar      bool   `json:"calendar_invites,omitempty"`
	CalendarTitle string `json:"calendar_title,omitempty"`

	// MarkedEnvelope is true where the envelope need not be plain.
	MarkedEnvelope bool   `json:"envelope_may_be_marked,omitempty"`
	Return         Return `json:"return_address,omitempty"`
	// SubstituteOnly is true where the address is the substitute one of an
	// address confidentiality programme.
	SubstituteOnly bool `json:"substitute_address_only,omitempty"`
	// HoldAtOffice is true where letters wait at the office and are not sent.
	HoldAtOffice bool `json:"hold_at_office,omitempty"`
}
