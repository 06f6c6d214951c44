package contact

import (
	"time"

	"holdfast/record"
	"holdfast/wording"
)

// Judged is the entry with Kind, Within and Rule worked out from the sheet as
// it is. When a person gets in touch themselves, it is always within.
func (e Entry) Judged(s Sheet, p Policy) Entry {
	if c, ok := s.Channel(e.Channel); ok {
		e.Kind = c.Kind
	}
	e.Rule = NoRule
	if !e.Incoming {
		e.Rule = May(s, e.Channel, e.Purpose, e.At, p).Rule
	}
	e.Within = e.Rule == NoRule
	return e
}

// InWords says whether the contact was within the rules, as a plain fact.
func (e Entry) InWords() wording.Text {
	switch e.Rule {
	case NoRule:
		return wording.T("within the rules of the sheet")
	case NothingWritten, NoSuchWay:
		return wording.T("in a way that was not on the sheet")
	case NeverThisWay:
		return wording.T("in a way that was marked never")
	case SaidNo:
		return wording.T("although they had said no to being contacted")
	case YesIsOver:
		return wording.T("after their yes to being contacted was over")
	case NotBefore:
		return wording.T("before the day that was asked for")
	case OnLeave, LogisticsOnly:
		return wording.T("outside what was agreed for the leave")
	case SheetExpired, SheetNotConfirmed:
		return wording.T("while the sheet was not confirmed")
	case TheyGetInTouch:
		return wording.T("while it was agreed to wait for them")
	case NotForThis:
		return wording.T("about something that this way was not for")
	case OutsideTheHours:
		return wording.T("outside the hours of the sheet")
	case HeldAtOffice:
		return wording.T("while letters were to wait at the office")
	default:
		return wording.T("in a way not known to be safe")
	}
}

// Use is what a log says about one way.
type Use struct {
	// Last is when it was last used, Problem the last entry that went wrong.
	Last    time.Time
	Problem Entry
}

// Uses are the uses of each way of a sheet, from the entries of its person.
func Uses(entries []Entry) map[record.ID]Use {
	uses := map[record.ID]Use{}
	for _, e := range entries {
		u := uses[e.Channel]
		if e.At.After(u.Last) {
			u.Last = e.At
		}
		if e.Outcome.Problem() && e.At.After(u.Problem.At) {
			u.Problem = e
		}
		uses[e.Channel] = u
	}
	return uses
}

// CheckInDue is the day of the next check-in, by the rhythm that was agreed
// and the last time that the two were in touch; zero where none was agreed or
// they never were.
func CheckInDue(s Sheet, entries []Entry, p Policy) record.Date {
	var last time.Time
	for _, e := range entries {
		if (e.Outcome == Reached || e.Incoming) && e.At.After(last) {
			last = e.At
		}
	}
	if s.Rhythm <= 0 || last.IsZero() {
		return record.Date{}
	}
	return placeOf(s, p).today(last).AddDays(s.Rhythm)
}
