package member

import "holdfast/record"

// text is where a field of KindLine, KindText or KindChoice lies; nil for
// every other.
func (m *Member) text(name string) *string {
	switch name {
	case "name":
		return &m.Name
	case "spoken_name":
		return &m.SpokenName
	case "pronouns":
		return &m.Pronouns
	case "availability":
		return &m.Availability
	case "access_needs":
		return &m.AccessNeeds
	case "interpreter_who":
		return &m.InterpreterWho
	case "interpreter_wishes":
		return &m.InterpreterWishes
	case "travel":
		return &m.Travel
	case "check_in":
		return (*string)(&m.CheckIn)
	default:
		return m.supportText(name)
	}
}

func (m *Member) supportText(name string) *string {
	switch name {
	case "support_person":
		return &m.SupportPerson
	case "support_reach":
		return &m.SupportReach
	case "trusted_person":
		return &m.TrustedPerson
	case "topics_to_avoid":
		return &m.TopicsToAvoid
	case "signs":
		return &m.Signs
	case "what_helps":
		return &m.WhatHelps
	case "what_does_not_help":
		return &m.WhatDoesNotHelp
	case "grounding":
		return &m.Grounding
	case "must_not_know":
		return &m.MustNotKnow
	case "emergency_name":
		return &m.EmergencyName
	case "emergency_relation":
		return &m.EmergencyRelation
	case "emergency_reach":
		return &m.EmergencyReach
	case "emergency_may_tell":
		return &m.EmergencyMayTell
	default:
		return nil
	}
}

// answer is where a field of KindYesNo lies.
func (m *Member) answer(name string) *Answer {
	switch name {
	case "interpreter":
		return &m.Interpreter
	case "interpreter_outside":
		return &m.InterpreterOutside
	case "emergency_knows":
		return &m.EmergencyKnows
	default:
		return nil
	}
}

// list is where a field of KindList lies, the counted ones aside.
func (m *Member) list(name string) *[]string {
	switch name {
	case "languages":
		return &m.Languages
	case "skills":
		return &m.Skills
	case "accommodations":
		return &m.Accommodations
	default:
		return nil
	}
}

// date is where a field of KindDate lies, the counted ones aside.
func (m *Member) date(name string) *record.Date {
	if name == "joined" {
		return &m.Joined
	}
	return nil
}
