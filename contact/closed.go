package contact

import (
	"slices"
	"time"

	"holdfast/wording"
)

// closed words the summary of a sheet on which no way is open.
func (sum *Summary) closed(s Sheet, at time.Time, where place) {
	rule := sum.whyClosed()
	sum.State, sum.Sentence = rule.state(), rule.because(s)
	next, found := sum.soonest()
	if found {
		sum.Next = next.Answer.NextSafe
	}
	switch {
	case rule == OutsideTheHours && found:
		sum.Sentence = wording.T("Not now. The next safe time is {when} where {name} is, {how}.",
			"when", where.when(at, sum.Next), "name", s.called(), "how", next.Kind.By())
	case rule == NeverThisWay:
		sum.Sentence = wording.T("Do not contact {name}: every way on the sheet is marked never.", "name", s.called())
	case rule == SafetyNotKnown:
		sum.State = AskFirst
		sum.Sentence = wording.T("No way of reaching {name} is known to be safe. Wait until they get in touch, and ask then.",
			"name", s.called())
	}
}

// whyClosed is the one rule to speak of: what concerns the person as a whole
// first, then a time that will come, then what the sheet lacks. Where that is
// nothing and the ways are not all never, it is that none is known to be safe.
func (sum *Summary) whyClosed() Rule {
	if len(sum.Rows) == 0 {
		return NothingWritten
	}
	for _, rule := range []Rule{SaidNo, YesIsOver, NotBefore, OnLeave, OutsideTheHours, LogisticsOnly, ZoneWrong, SheetExpired,
		TheyGetInTouch, SheetNotConfirmed, ZoneNotKnown, HeldAtOffice} {
		if slices.ContainsFunc(sum.Rows, func(r Row) bool { return r.Answer.Rule == rule }) {
			return rule
		}
	}
	if slices.ContainsFunc(sum.Rows, func(r Row) bool { return r.State != Never }) {
		return SafetyNotKnown
	}
	return NeverThisWay
}

// soonest is the way that opens first.
func (sum *Summary) soonest() (Row, bool) {
	var first Row
	for _, row := range sum.Rows {
		if next := row.Answer.NextSafe; !next.IsZero() && (first.Channel == "" || next.Before(first.Answer.NextSafe)) {
			first = row
		}
	}
	return first, first.Channel != ""
}

// When is an instant to come in the words of its own clock, as seen from now:
// "today at 20:00", "Monday at 10:00".
func When(now, then time.Time) wording.Text { return place{zone: then.Location()}.when(now, then) }

// when is an instant to come, in the words of the person's own clock.
func (p place) when(now, then time.Time) wording.Text {
	_, minute := p.wall(then)
	day := p.today(then)
	switch away := p.today(now).DaysUntil(day); {
	case away == 0:
		return wording.T("today at {time}", "time", minute.Words())
	case away == 1:
		return wording.T("tomorrow at {time}", "time", minute.Words())
	case away < 7:
		return wording.T("{day} at {time}", "day", day.Weekday(), "time", minute.Words())
	default:
		return wording.T("{date} at {time}", "date", day, "time", minute.Words())
	}
}

// By is a kind of way at the end of a sentence.
func (k Kind) By() wording.Text {
	switch k {
	case Phone:
		return wording.T("by phone")
	case Text:
		return wording.T("by text message")
	case Signal:
		return wording.T("on Signal")
	case WhatsApp:
		return wording.T("on WhatsApp")
	case Email:
		return wording.T("by email")
	case Post:
		return wording.T("by post")
	case InPerson:
		return wording.T("in person")
	case ThroughSupport:
		return wording.T("through the support person")
	default:
		return wording.T("in the other way that was agreed")
	}
}
