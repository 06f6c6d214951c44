package member

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Stage is where a person stands with the board.
type Stage string

// The stages. Reappointed is none of them: it is Active with a new Term.
const (
	Prospect    Stage = "prospect"    // somebody the board thinks of
	Invited     Stage = "invited"     // asked whether they would like to
	Applied     Stage = "applied"     // said that they would
	Interviewed Stage = "interviewed" // talked with the board, both ways
	Offered     Stage = "offered"     // offered a seat
	Onboarding  Stage = "onboarding"  // said yes and is settling in
	Active      Stage = "active"      // on the board
	OnLeave     Stage = "on_leave"    // on the board, away for a while
	TermEnding  Stage = "term_ending" // on the board, the end is being arranged
	Alumni      Stage = "alumni"      // served and left in good standing
	Withdrawn   Stage = "withdrawn"   // stepped away by their own choice
	Declined    Stage = "declined"    // it came to a no before joining, whoever said it
	Removed     Stage = "removed"     // the board ended the membership
	Deceased    Stage = "deceased"    // has died
)

// Stages are all stages in the order of a usual course.
func Stages() []Stage {
	return []Stage{Prospect, Invited, Applied, Interviewed, Offered, Onboarding, Active,
		OnLeave, TermEnding, Alumni, Withdrawn, Declined, Removed, Deceased}
}

// Known says whether s is one of Stages.
func (s Stage) Known() bool { return slices.Contains(Stages(), s) }

// Next are the stages that a person can move to from s, the likeliest first.
// From the empty stage, a person who is new here, it is every stage: an
// existing board is brought in as it stands. Deceased leads nowhere; a
// mistake is taken back with Member.Back.
func Next(s Stage) []Stage {
	switch s {
	case "":
		return Stages()
	case Prospect:
		return []Stage{Invited, Applied, Declined, Deceased}
	case Invited:
		return []Stage{Applied, Interviewed, Onboarding, Declined, Deceased}
	case Applied:
		return []Stage{Interviewed, Offered, Declined, Withdrawn, Deceased}
	case Interviewed:
		return []Stage{Offered, Declined, Withdrawn, Deceased}
	case Offered:
		return []Stage{Onboarding, Active, Declined, Withdrawn, Deceased}
	case Onboarding:
		return []Stage{Active, OnLeave, Withdrawn, Removed, Deceased}
	case Active:
		return []Stage{OnLeave, TermEnding, Alumni, Withdrawn, Removed, Deceased}
	case OnLeave:
		return []Stage{Active, Onboarding, TermEnding, Alumni, Withdrawn, Removed, Deceased}
	case TermEnding:
		return []Stage{Active, Alumni, OnLeave, Withdrawn, Removed, Deceased}
	case Alumni:
		return []Stage{Active, Onboarding, Invited, Deceased}
	case Withdrawn:
		return []Stage{Invited, Applied, Onboarding, Active, Deceased}
	case Declined:
		return []Stage{Invited, Applied, Deceased}
	case Removed:
		return []Stage{Active, Invited, Deceased}
	default:
		return nil
	}
}

// Serving says whether a person at this stage holds a seat: active, on leave,
// or with the term ending.
func (s Stage) Serving() bool { return s == Active || s == OnLeave || s == TermEnding }

// Joining says whether a person at this stage is on the way to a seat, from
// the invitation to onboarding.
func (s Stage) Joining() bool {
	return s == Invited || s == Applied || s == Interviewed || s == Offered || s == Onboarding
}

// Private says whether the stage is for the coordinator's eyes only: paper,
// exports and lists that others see say PublicLabel instead.
func (s Stage) Private() bool { return s == Removed || s == Declined || s == Withdrawn }

// Label is the stage in words.
func (s Stage) Label() wording.Text {
	switch s {
	case Prospect:
		return wording.T("Prospect")
	case Invited:
		return wording.T("Invited")
	case Applied:
		return wording.T("Applied")
	case Interviewed:
		return wording.T("Interviewed")
	case Offered:
		return wording.T("Offered a seat")
	case Onboarding:
		return wording.T("Onboarding")
	case Active:
		return wording.T("Active")
	case OnLeave:
		return wording.T("On leave")
	case TermEnding:
		return wording.T("Term ending")
	case Alumni:
		return wording.T("Alumni")
	case Withdrawn:
		return wording.T("Withdrawn")
	case Declined:
		return wording.T("Declined")
	case Removed:
		return wording.T("Ended by the board")
	case Deceased:
		return wording.T("Has died")
	default:
		return wording.T("No stage yet")
	}
}

// PublicLabel is Label, and for a Private stage words that tell nothing about
// why somebody is not on the board.
func (s Stage) PublicLabel() wording.Text {
	if s.Private() {
		return wording.T("Not on the board")
	}
	return s.Label()
}

// StageChange is one step of a person's timeline.
type StageChange struct {
	Stage Stage `json:"stage"`
	// On is the day on which it began. Only of the first step may it be
	// unknown: somebody who was there before this record was.
	On record.Date `json:"on,omitzero"`
	// Note is optional and free of detail; no move asks for a reason.
	Note string `json:"note,omitempty"`
	// Leave says what was agreed, for a step to OnLeave.
	Leave Leave `json:"leave,omitzero"`
}
