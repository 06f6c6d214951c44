package contact

import "holdfast/wording"

// Rule names the rule that says no.
type Rule string

// The rules, in the order in which they are looked at: first what is wrong
// with the way itself, then what the sheet lacks, then what the person asked
// for, and the hour last, since only that mends itself.
const (
	NoRule            Rule = ""
	NothingWritten    Rule = "nothing_written"
	NoSuchWay         Rule = "no_such_way"
	NeverThisWay      Rule = "never"
	SaidNo            Rule = "refused"
	YesIsOver         Rule = "yes_is_over"
	NotBefore         Rule = "not_before"
	OnLeave           Rule = "on_leave"
	ZoneWrong         Rule = "zone_wrong"
	SheetExpired      Rule = "sheet_expired"
	SheetNotConfirmed Rule = "sheet_not_confirmed"
	SafetyNotKnown    Rule = "safety_not_known"
	NoCodeWord        Rule = "no_code_word"
	NoHours           Rule = "no_hours"
	ZoneNotKnown      Rule = "zone_not_known"
	HeldAtOffice      Rule = "held_at_office"
	TheyGetInTouch    Rule = "they_get_in_touch"
	NotForThis        Rule = "not_for_this"
	LogisticsOnly     Rule = "logistics_only"
	OutsideTheHours   Rule = "outside_hours"
)

// Known says whether r is one of the rules, NoRule among them.
func (r Rule) Known() bool {
	switch r {
	case NoRule, NothingWritten, NoSuchWay, NeverThisWay, SaidNo, YesIsOver, NotBefore, OnLeave, ZoneWrong,
		SheetExpired, SheetNotConfirmed, SafetyNotKnown, NoCodeWord, NoHours, ZoneNotKnown,
		HeldAtOffice, TheyGetInTouch, NotForThis, LogisticsOnly, OutsideTheHours:
		return true
	}
	return false
}

// state is the word of a row for a way that the rule refuses.
func (r Rule) state() State {
	switch r {
	case NoRule:
		return OKNow
	case NeverThisWay, SaidNo:
		return Never
	case NotBefore, OnLeave, OutsideTheHours, HeldAtOffice, NotForThis, LogisticsOnly, TheyGetInTouch:
		return NotNow
	case NothingWritten, NoSuchWay, SafetyNotKnown:
		return UnknownState
	default:
		return AskFirst
	}
}

// because is the sentence of the rule for a sheet.
func (r Rule) because(s Sheet) wording.Text {
	name := s.called()
	switch r {
	case NothingWritten:
		return wording.T("Nothing is written down yet about how to reach {name}, so no way is known to be safe.", "name", name)
	case NoSuchWay:
		return wording.T("This way of reaching {name} is not on the sheet.", "name", name)
	case NeverThisWay:
		return wording.T("Never this way: {name} asked for that.", "name", name)
	case SaidNo:
		return wording.T("Do not contact {name}: they said no to that.", "name", name)
	case YesIsOver:
		return wording.T("The yes of {name} to being contacted is over. Ask about that first.", "name", name)
	case NotBefore:
		return wording.T("Do not contact {name} before {date}.", "name", name, "date", s.DoNotContactUntil)
	case OnLeave:
		return wording.T("Do not contact {name} during the leave.", "name", name)
	case ZoneWrong:
		return wording.T("The time zone on the sheet does not exist, so it is not known what time it is where {name} is.", "name", name)
	case SheetExpired:
		return wording.T("The sheet held until {date}. Ask {name} to go through it again the next time they get in touch.",
			"name", name, "date", s.ConfirmBy)
	case SheetNotConfirmed:
		if s.FirstAsked == "" {
			return wording.T("Nobody has gone through the sheet with {name} yet. Wait until they get in touch, and ask then.", "name", name)
		}
		return wording.T("The sheet was never confirmed with {name}. Until then only the way that they first asked for is open.", "name", name)
	case SafetyNotKnown:
		return wording.T("It is not known whether this way is safe for {name}. Ask first.", "name", name)
	default:
		return r.becauseOfTheWay(name)
	}
}

// becauseOfTheWay is because for the rules about one way.
func (r Rule) becauseOfTheWay(name any) wording.Text {
	switch r {
	case NoCodeWord:
		return wording.T("This way is safe only with the code word, and none is written down. Ask {name} first.", "name", name)
	case NoHours:
		return wording.T("This way is safe only at certain times, and none are written down. Ask {name} first.", "name", name)
	case ZoneNotKnown:
		return wording.T("There are hours, but the time zone where {name} lives is not written down.", "name", name)
	case HeldAtOffice:
		return wording.T("Letters wait at the office until {name} collects them. Do not post them.", "name", name)
	case TheyGetInTouch:
		return wording.T("It was agreed to wait until {name} gets in touch.", "name", name)
	case NotForThis:
		return wording.T("This way is not for that. Choose another way or another time with {name}.", "name", name)
	case LogisticsOnly:
		return wording.T("During the leave {name} wants to hear about logistics only.", "name", name)
	case OutsideTheHours:
		return wording.T("Outside the hours that {name} gave.", "name", name)
	default:
		return wording.Text{}
	}
}
