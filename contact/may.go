package contact

import (
	"slices"
	"time"

	"holdfast/record"
	"holdfast/wording"
)

// May says whether the person may be reached through a way of the sheet, for
// a purpose, at an instant.
func May(s Sheet, channel record.ID, purpose Purpose, at time.Time, p Policy) Answer {
	return ask(s, channel, purpose, p, placeOf(s, p)).answer(at)
}

// question is everything that May was asked but for the instant.
type question struct {
	sheet   Sheet
	way     Channel
	found   bool
	purpose Purpose
	policy  Policy
	place   place
}

func ask(s Sheet, channel record.ID, purpose Purpose, p Policy, where place) question {
	way, found := s.Channel(channel)
	return question{sheet: s, way: way, found: found, purpose: purpose, policy: p, place: where}
}

func (q question) answer(at time.Time) Answer {
	rule := q.refusal(at)
	a := Answer{Allowed: rule == NoRule, Rule: rule, State: rule.state(), Because: rule.because(q.sheet)}
	if rule != NoRule && q.unknown(at) {
		a.State = UnknownState // also where another rule says no first: it will not open by waiting
	}
	if a.Allowed {
		a.Because = q.because(at)
		a.Warnings = q.warnings(at)
		a.Say = q.say()
		a.Conditions = q.conditions()
		a.IfSomeoneElse = q.way.ElseInWords()
		a.Until = q.change(at, false)
	} else {
		a.NextSafe = q.change(at, true)
	}
	if q.purpose == Emergency && q.sheet.EmergencyPlan != "" {
		a.Conditions = append(a.Conditions, wording.T("Plan for an emergency: {plan}", "plan", q.sheet.EmergencyPlan))
	}
	return a
}

// refusal is the first rule that says no at an instant.
func (q question) refusal(at time.Time) Rule {
	switch {
	case q.sheet.Blank():
		return NothingWritten
	case !q.found || !q.way.Kind.Known():
		return NoSuchWay
	case q.way.Safe == NeverSafe:
		return NeverThisWay
	case !q.wanted(q.policy.Refused):
		return SaidNo
	case !q.wanted(q.policy.Refused, q.policy.Lapsed):
		return YesIsOver
	case at.Before(q.notBefore()):
		return NotBefore
	case q.policy.Leave != NotOnLeave && q.policy.Leave != LeaveLogistics:
		return OnLeave
	case q.place.broken:
		return ZoneWrong
	case q.expired(at):
		return SheetExpired
	case !q.confirmed(at) && q.way.ID != q.sheet.FirstAsked:
		return SheetNotConfirmed
	default:
		return q.refusalOfTheWay(at)
	}
}

// refusalOfTheWay is refusal for the rules about one way.
func (q question) refusalOfTheWay(at time.Time) Rule {
	c := q.way
	switch {
	case q.unknown(at):
		return SafetyNotKnown
	case c.Safe == SafeWithWord && q.sheet.SafeWord.Say == "":
		return NoCodeWord
	case c.Safe == SafeAtTimes && len(c.Hours) == 0:
		return NoHours
	case len(c.Hours) > 0 && !q.place.known:
		return ZoneNotKnown
	case c.Kind == Post && c.HoldAtOffice:
		return HeldAtOffice
	case q.sheet.Initiates == TheyBegin:
		return TheyGetInTouch
	case !slices.Contains(c.purposes(), q.purpose) && q.purpose != AnyPurpose:
		return NotForThis
	case len(q.open()) == 0 || !q.openFor():
		return LogisticsOnly
	case !q.within(at):
		return OutsideTheHours
	default:
		return NoRule
	}
}

// unknown says whether nobody knows if the way is safe. The way that the
// person first asked for is taken at their word until the sheet has been gone
// through with them, and no longer.
func (q question) unknown(at time.Time) bool {
	switch q.way.Safe {
	case Safe, SafeAtTimes, SafeWithWord, NeverSafe:
		return false
	case SafetyUnknown:
		return q.confirmed(at) || q.way.ID != q.sheet.FirstAsked
	default:
		return true
	}
}

// purposes are what the way may be used for, leave or not.
func (c Channel) purposes() []Purpose {
	if len(c.Purposes) == 0 {
		return Purposes()
	}
	return c.Purposes
}

// open are the purposes that are open now, the leave considered.
func (q question) open() []Purpose {
	return slices.DeleteFunc(slices.Clone(q.way.purposes()), func(p Purpose) bool {
		return !slices.Contains(Purposes(), p) || q.policy.Leave == LeaveLogistics && p != Logistics ||
			slices.Contains(q.policy.Refused, p) || slices.Contains(q.policy.Lapsed, p)
	})
}

// wanted says whether what is asked about, or anything that the way is for, is
// on none of the lists.
func (q question) wanted(lists ...[]Purpose) bool {
	unwanted := func(p Purpose) bool {
		return slices.ContainsFunc(lists, func(list []Purpose) bool { return slices.Contains(list, p) })
	}
	if q.purpose != AnyPurpose {
		return !unwanted(q.purpose)
	}
	return slices.ContainsFunc(q.way.purposes(), func(p Purpose) bool { return !unwanted(p) })
}

func (q question) openFor() bool {
	return q.purpose == AnyPurpose || slices.Contains(q.open(), q.purpose)
}

// within says whether the instant lies in the hours of the way.
func (q question) within(at time.Time) bool {
	if len(q.way.Hours) == 0 {
		return true
	}
	day, minute := q.place.wall(at)
	return slices.ContainsFunc(q.way.Hours, func(w Window) bool { return w.Covers(day, minute) })
}

// notBefore is the instant at which the person may be contacted again, or the
// zero time.
func (q question) notBefore() time.Time { return q.place.start(q.sheet.DoNotContactUntil) }

// expired says whether the sheet is past its own date.
func (q question) expired(at time.Time) bool {
	end := q.end()
	return !end.IsZero() && !at.Before(end)
}

// end is the instant at which the sheet stops to hold, or the zero time.
func (q question) end() time.Time {
	if q.sheet.ConfirmBy.IsZero() {
		return time.Time{}
	}
	return q.place.start(q.sheet.ConfirmBy.AddDays(1))
}

// confirmed says whether the sheet has been gone through with the person. A
// day that has not come yet is a slip of the hand and confirms nothing; one
// day is let pass, since the day may have begun where the coordinator is.
func (q question) confirmed(at time.Time) bool {
	since := q.confirmedFrom()
	return !since.IsZero() && !at.Before(since)
}

func (q question) confirmedFrom() time.Time {
	if q.sheet.Confirmed.IsZero() {
		return time.Time{}
	}
	return q.place.start(q.sheet.Confirmed.AddDays(-1))
}

// because is the reason for a yes.
func (q question) because(at time.Time) wording.Text {
	name := q.sheet.called()
	switch {
	case !q.confirmed(at):
		return wording.T("This is how {name} first asked to be reached.", "name", name)
	case q.way.Safe == SafeWithWord:
		return wording.T("Safe for {name}, with the code word only.", "name", name)
	case len(q.way.Hours) > 0:
		return wording.T("Within the hours that {name} gave.", "name", name)
	default:
		return wording.T("Safe for {name} at any time.", "name", name)
	}
}

// warnings are what must be read before a yes is acted upon.
func (q question) warnings(at time.Time) []wording.Text {
	if w := q.stale(at); !w.IsZero() {
		return []wording.Text{w}
	}
	return nil
}

// stale is the request to confirm the sheet, or nothing where it is fresh.
func (q question) stale(at time.Time) wording.Text {
	name := q.sheet.called()
	if !q.confirmed(at) {
		return wording.T("This sheet was never confirmed. Ask {name} whether this is still right and what else is safe.", "name", name)
	}
	age := q.sheet.Confirmed.DaysUntil(q.place.today(at))
	if age <= q.policy.StaleAfter {
		return wording.Text{}
	}
	return wording.N(age, "Last confirmed {n} day ago. Ask {name} whether all of this is still right.",
		"Last confirmed {n} days ago. Ask {name} whether all of this is still right.", "name", name)
}
