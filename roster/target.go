package roster

import (
	"holdfast/member"
	"holdfast/wording"
)

// Target is a place that a column of a list can fill.
type Target struct {
	// Name is what a Mapping says: the name of a field of a member, or one of
	// the names of this package ("phone.safe", "note").
	Name string
	// Label is what it is called on screen.
	Label wording.Text
	// Part says to which part of a person it belongs, to group a list of
	// choices.
	Part Part
	// Many says that several columns may fill it.
	Many bool
}

// Part is a part of a person.
type Part string

// The parts.
const (
	PartName   Part = "name"
	PartMember Part = "member"
	PartReach  Part = "reach"
	PartNotes  Part = "notes"
)

// The names of targets that are no field of a member and no way.
const (
	toFirstName    = "first_name"
	toLastName     = "last_name"
	toFullName     = "full_name"
	toPreferredWay = "preferred_way"
	toFirstAsked   = "first_asked"
	toTimeZone     = "time_zone"
	toConfirmed    = "contact_confirmed"
	toNotUntil     = "do_not_contact_until"
	toSafeWord     = "safe_word"
	toNote         = "note"
	toName         = "name"
)

// Targets are all places that a column can fill, in the order of a person's
// page. fields are those that the board uses (member.Arrangement.Fields).
func Targets(fields []member.Field) []Target {
	all := []Target{
		{toFirstName, wording.T("First name"), PartName, false},
		{toLastName, wording.T("Last name"), PartName, false},
		{toFullName, wording.T("Name, where no chosen name is given"), PartName, false},
	}
	for _, f := range fields {
		part := PartMember
		if f.Name == toName || f.Name == "spoken_name" || f.Name == "pronouns" {
			part = PartName
		}
		all = append(all, Target{f.Name, f.Label, part, f.Kind == member.KindList || f.Name == "availability"})
	}
	for _, w := range ways() {
		for _, r := range rules(w.kind) {
			name := w.name
			if r != ruleValue {
				name += "." + string(r)
			}
			all = append(all, Target{name, r.label(w.label), PartReach, false})
		}
	}
	return append(all,
		Target{toPreferredWay, wording.T("The way they prefer"), PartReach, false},
		Target{toFirstAsked, wording.T("The way through which they first asked to be reached"), PartReach, false},
		Target{toTimeZone, wording.T("Time zone"), PartReach, false},
		Target{toConfirmed, wording.T("Safe contact last confirmed with them on"), PartReach, false},
		Target{toNotUntil, wording.T("Do not contact until"), PartReach, false},
		Target{toSafeWord, wording.T("Code word"), PartReach, false},
		Target{toNote, wording.T("A note"), PartNotes, true},
	)
}

func findTarget(targets []Target, name string) (Target, bool) {
	for _, t := range targets {
		if t.Name == name {
			return t, true
		}
	}
	return Target{}, false
}

// aboutDay says whether a column of that target holds days.
func aboutDay(target string, fields []member.Field) bool {
	if target == toConfirmed || target == toNotUntil {
		return true
	}
	for _, f := range fields {
		if f.Name == target {
			return f.Kind == member.KindDate
		}
	}
	return false
}
