package member

import "holdfast/record"

// ID stands for one person of the board. Other packages key what belongs to
// a person by it.
type ID = record.ID

// Member is one person of the board. Every field is optional but Name; the
// zero value of a field means that nobody has said anything about it.
type Member struct {
	ID ID `json:"id"`

	// Name is the chosen name, the one to use.
	Name string `json:"name"`
	// SpokenName is what to call the person when somebody else may hear.
	SpokenName string `json:"spoken_name,omitempty"`
	// Pronouns are in the person's own words ("she / her").
	Pronouns string `json:"pronouns,omitempty"`
	// Languages are codes of Languages() or free text, the preferred first.
	Languages []string `json:"languages,omitempty"`

	// Stages is the timeline, oldest first; the last is where the person is
	// now.
	Stages []StageChange `json:"stages,omitempty"`
	// Joined is the day of becoming a member where that is known from before
	// the timeline begins.
	Joined record.Date `json:"joined,omitzero"`
	// Roles are what the person does or did on the board.
	Roles []Role `json:"roles,omitempty"`
	// Terms are the appointments, oldest first.
	Terms []Term `json:"terms,omitempty"`
	// Onboarding is the checklist of the first weeks.
	Onboarding []Step `json:"onboarding,omitempty"`
	// Skills are what the person brings; never what happened to them.
	Skills []string `json:"skills,omitempty"`
	// Availability says when the person can take part.
	Availability string `json:"availability,omitempty"`

	// Accommodations are codes of Accommodations() or free text.
	Accommodations []string `json:"accommodations,omitempty"`
	// AccessNeeds is anything else that makes taking part possible.
	AccessNeeds string `json:"access_needs,omitempty"`
	// Interpreter says whether one is needed.
	Interpreter Answer `json:"interpreter,omitempty"`
	// InterpreterWho is whom the person is at ease with.
	InterpreterWho string `json:"interpreter_who,omitempty"`
	// InterpreterWishes are wishes such as a woman, or nobody local.
	InterpreterWishes string `json:"interpreter_wishes,omitempty"`
	// InterpreterOutside says whether the interpreter must come from outside
	// the person's own community.
	InterpreterOutside Answer `json:"interpreter_outside,omitempty"`
	// Travel is what makes the way there and home safe.
	Travel string `json:"travel,omitempty"`

	// SupportPerson is who stands by the person, and SupportReach how the
	// person wishes them to be reached.
	SupportPerson string `json:"support_person,omitempty"`
	SupportReach  string `json:"support_reach,omitempty"`
	// EmergencyName and the fields after it are the person to turn to in an
	// emergency, whether they know about the board, and what may be said.
	EmergencyName     string `json:"emergency_name,omitempty"`
	EmergencyRelation string `json:"emergency_relation,omitempty"`
	EmergencyReach    string `json:"emergency_reach,omitempty"`
	EmergencyKnows    Answer `json:"emergency_knows,omitempty"`
	EmergencyMayTell  string `json:"emergency_may_tell,omitempty"`
	// TrustedPerson is somebody whom the person trusts in the room.
	TrustedPerson string `json:"trusted_person,omitempty"`
	// TopicsToAvoid, Signs (that a pause may be needed), WhatHelps,
	// WhatDoesNotHelp and Grounding are in the person's own words.
	TopicsToAvoid   string `json:"topics_to_avoid,omitempty"`
	Signs           string `json:"signs,omitempty"`
	WhatHelps       string `json:"what_helps,omitempty"`
	WhatDoesNotHelp string `json:"what_does_not_help,omitempty"`
	Grounding       string `json:"grounding,omitempty"`
	// CheckIn is how the person wishes to be asked after a meeting how it was.
	CheckIn CheckIn `json:"check_in,omitempty"`
	// MustNotKnow is who must not learn of the membership.
	MustNotKnow string `json:"must_not_know,omitempty"`

	// Custom holds the values of the board's own fields, under the ID of the
	// field: text, an ISO date, "yes" or "no", or one of the choices.
	Custom map[record.ID]string `json:"custom,omitempty"`
}

// Schema describes how members are kept: collection "member", key the ID.
func Schema() record.Schema[Member] {
	return record.Schema[Member]{
		Collection: "member", Version: 1,
		Key: func(m Member) record.Key { return record.Key(m.ID) },
	}
}

// Answer is yes, no, or the empty text: nobody has said.
type Answer string

// The answers that can be given.
const (
	Yes Answer = "yes"
	No  Answer = "no"
)

// CheckIn is a way of asking after a meeting how it was.
type CheckIn string

// The ways of checking in; the empty one means that nobody has asked yet.
const (
	CheckInNone    CheckIn = "none"
	CheckInText    CheckIn = "text"
	CheckInCall    CheckIn = "call"
	CheckInNextDay CheckIn = "next_day"
)
