package consent

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Present is what is so now around a person's choices.
type Present struct {
	Day record.Date
	// TermStart is when the present term began, zero for none.
	TermStart record.Date
	// Safety stands for what is known to be safe for the person (see
	// Event.Safety).
	Safety string
	// Keyholders are who can open the board now; nil is that this is not
	// known.
	Keyholders []record.ID
}

// ReviewDue says why a person's choices should be talked about again, each
// reason a sentence; none where that need not be, or where none of the choices
// of that day is a yes that holds.
func (f File) ReviewDue(choices []Choice, now Present, l Limits) []wording.Text {
	last := f.lastTalk(now.Day)
	if last == nil || !slices.ContainsFunc(choices, func(c Choice) bool { return c.Holds(now.Day) }) {
		return nil
	}
	var why []wording.Text
	if !now.Day.Before(last.On.AddMonths(l.ReviewMonths)) {
		why = append(why, wording.T("You last talked about it on {date}.", "date", last.On))
	}
	if last.On.Before(now.TermStart) && !now.TermStart.After(now.Day) {
		why = append(why, wording.T("A new term began on {date}.", "date", now.TermStart))
	}
	if last.Safety != "" && now.Safety != "" && last.Safety != now.Safety {
		why = append(why, wording.T("What is safe for them has changed since."))
	}
	if last.Holder != "" && now.Keyholders != nil && !slices.Contains(now.Keyholders, last.Holder) {
		why = append(why, wording.T("Whoever talked about it with them is no longer here."))
	}
	return why
}

// lastTalk is the latest event for which somebody went through choices with
// the person: a yes, or a review. It is nil where there was none.
func (f File) lastTalk(day record.Date) *Event {
	for n := len(f.Events) - 1; n >= 0; n-- {
		if e := &f.Events[n]; (e.Kind.Yes() || e.Kind == Reviewed) && e.Voice == ThePerson && !e.On.After(day) {
			return e
		}
	}
	return nil
}

// SinceReview are the events since the last review, or all where there was
// none: what is new to talk about.
func (f File) SinceReview(day record.Date) []Event {
	var since []Event
	for _, e := range f.Events {
		switch {
		case e.On.After(day):
		case e.Kind == Reviewed:
			since = nil
		default:
			since = append(since, e)
		}
	}
	return since
}

// EndingSoon are those of some choices that hold on a day and end within so
// many days after it, the soonest first. One that was renewed ahead of time is
// not among them.
func EndingSoon(choices []Choice, day record.Date, within int) []Choice {
	var soon []Choice
	for _, c := range choices {
		if !c.Holds(day) || c.DaysLeft(day) > within {
			continue
		}
		renewed := slices.ContainsFunc(choices, func(o Choice) bool {
			return o.State.Live() && o.Until.After(c.Until) && o.Yes.sameThing(&c.Yes)
		})
		if !renewed {
			soon = append(soon, c)
		}
	}
	slices.SortStableFunc(soon, func(a, b Choice) int { return a.Until.Compare(b.Until) })
	return soon
}
