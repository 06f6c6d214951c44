package member

import (
	"slices"

	"holdfast/wording"
)

// Fields are all fields that this program knows, in the order of the page.
func Fields() []Field {
	all := plainFields()
	for i, f := range all {
		all[i].Choices = choices(f.Name)
	}
	return all
}

// plainFields are Fields without what there is to choose from.
func plainFields() []Field {
	return slices.Concat(aboutFields(), boardFields(), accessFields(), supportFields(), safetyFields())
}

// choices is what there is to choose from, or to suggest, for a field.
func choices(name string) []Suggestion {
	switch name {
	case "pronouns":
		return Pronouns()
	case "languages":
		return Languages()
	case "stage":
		return StageChoices()
	case "role":
		return Roles()
	case "accommodations":
		return Accommodations()
	case "check_in":
		return CheckIns()
	default:
		return nil
	}
}

func aboutFields() []Field {
	return []Field{
		{Name: "name", Label: wording.T("Name"), Group: GroupAbout, Kind: KindLine, Required: true,
			Help: wording.T("The name that the person has chosen. One name is enough.")},
		{Name: "spoken_name", Label: wording.T("Name when somebody else may hear"), Group: GroupAbout, Kind: KindLine,
			Help: wording.T("What to call the person on voicemail or when another person answers.")},
		{Name: "pronouns", Label: wording.T("Pronouns"), Group: GroupAbout, Kind: KindLine},
		{Name: "languages", Label: wording.T("Languages"), Group: GroupAbout, Kind: KindList,
			Help: wording.T("The preferred one first.")},
	}
}

func boardFields() []Field {
	return []Field{
		{Name: "stage", Label: wording.T("Stage"), Group: GroupBoard, Kind: KindChoice, Counted: true},
		{Name: "stage_on", Label: wording.T("At this stage since"), Group: GroupBoard, Kind: KindDate, Counted: true},
		{Name: "joined", Label: wording.T("Member since"), Group: GroupBoard, Kind: KindDate,
			Help: wording.T("Only where it was before the first step that is recorded here.")},
		{Name: "role", Label: wording.T("Role"), Group: GroupBoard, Kind: KindList, Counted: true},
		{Name: "term_start", Label: wording.T("Term begins"), Group: GroupBoard, Kind: KindDate, Counted: true},
		{Name: "term_end", Label: wording.T("Term ends"), Group: GroupBoard, Kind: KindDate, Counted: true},
		{Name: "skills", Label: wording.T("Skills"), Group: GroupBoard, Kind: KindList,
			Help: wording.T("What the person brings and likes to do. Never what happened to them.")},
		{Name: "availability", Label: wording.T("Availability"), Group: GroupBoard, Kind: KindText,
			Help: wording.T("Days and times that usually work.")},
	}
}

func accessFields() []Field {
	return []Field{
		{Name: "accommodations", Label: wording.T("Accommodations"), Group: GroupAccess, Kind: KindList},
		{Name: "access_needs", Label: wording.T("Other access needs"), Group: GroupAccess, Kind: KindText,
			Help: wording.T("What makes taking part possible. No reason is needed.")},
		{Name: "interpreter", Label: wording.T("Interpreter needed"), Group: GroupAccess, Kind: KindYesNo},
		{Name: "interpreter_who", Label: wording.T("Interpreter they are at ease with"), Group: GroupAccess, Kind: KindLine},
		{Name: "interpreter_wishes", Label: wording.T("Wishes about an interpreter"), Group: GroupAccess, Kind: KindLine},
		{Name: "interpreter_outside", Label: wording.T("Interpreter from outside their community"), Group: GroupAccess, Kind: KindYesNo},
		{Name: "travel", Label: wording.T("Getting there and home safely"), Group: GroupAccess, Kind: KindText},
	}
}

func supportFields() []Field {
	return []Field{
		{Name: "support_person", Label: wording.T("Support person"), Group: GroupSupport, Kind: KindLine},
		{Name: "support_reach", Label: wording.T("How to reach the support person"), Group: GroupSupport, Kind: KindLine, Masked: true},
		{Name: "trusted_person", Label: wording.T("Somebody they trust in the room"), Group: GroupSupport, Kind: KindLine},
		{Name: "topics_to_avoid", Label: wording.T("Topics to avoid"), Group: GroupSupport, Kind: KindText,
			Help: wording.T("A few words are enough. No reason is needed.")},
		{Name: "signs", Label: wording.T("Signs that a pause may be needed"), Group: GroupSupport, Kind: KindText,
			Help: wording.T("In the person’s own words.")},
		{Name: "what_helps", Label: wording.T("What helps"), Group: GroupSupport, Kind: KindText},
		{Name: "what_does_not_help", Label: wording.T("What does not help"), Group: GroupSupport, Kind: KindText},
		{Name: "grounding", Label: wording.T("Grounding plan"), Group: GroupSupport, Kind: KindText,
			Help: wording.T("In the person’s own words.")},
		{Name: "check_in", Label: wording.T("Check-in after meetings"), Group: GroupSupport, Kind: KindChoice},
	}
}

func safetyFields() []Field {
	return []Field{
		{Name: "must_not_know", Label: wording.T("Must not learn of the membership"), Group: GroupSafety, Kind: KindText,
			Help: wording.T("People who must not learn that this person is on the board.")},
		{Name: "emergency_name", Label: wording.T("Emergency contact"), Group: GroupSafety, Kind: KindLine},
		{Name: "emergency_relation", Label: wording.T("Who the emergency contact is to them"), Group: GroupSafety, Kind: KindLine},
		{Name: "emergency_reach", Label: wording.T("How to reach the emergency contact"), Group: GroupSafety, Kind: KindLine, Masked: true},
		{Name: "emergency_knows", Label: wording.T("Emergency contact knows about the board"), Group: GroupSafety, Kind: KindYesNo},
		{Name: "emergency_may_tell", Label: wording.T("What the emergency contact may be told"), Group: GroupSafety, Kind: KindText},
	}
}
