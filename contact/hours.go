package contact

import (
	"slices"

	"holdfast/wording"
)

// InWords says when a way is safe: "Weekdays 10:00–15:00", "Any time".
func (c Channel) InWords() wording.Text {
	switch {
	case c.Safe == NeverSafe:
		return wording.Text{}
	case len(c.Hours) > 0:
		return hoursInWords(c.Hours)
	case c.Safe == Safe || c.Safe == SafeWithWord:
		return wording.T("Any time")
	default:
		return wording.T("Not known yet")
	}
}

// hoursInWords names the windows, those of the same days together.
func hoursInWords(hours []Window) wording.Text {
	var order []Days
	spans := map[Days]wording.List{}
	for _, w := range hours {
		if _, seen := spans[w.Days]; !seen {
			order = append(order, w.Days)
		}
		spans[w.Days] = append(spans[w.Days], w.span())
	}
	var all wording.Text
	for i, days := range order {
		part := wording.T("{days} {hours}", "days", days.InWords(), "hours", spans[days])
		if len(spans[days]) == 1 && slices.ContainsFunc(hours, func(w Window) bool { return w.Days == days && w.wholeDay() }) {
			part = wording.T("{days}, any time", "days", days.InWords())
			if days == EveryDay {
				part = wording.T("Any time")
			}
		}
		if i == 0 {
			all = part
		} else {
			all = wording.T("{these}; {those}", "these", all, "those", part)
		}
	}
	return all
}

func (w Window) wholeDay() bool { return w.From == 0 && w.To == 1440 }

// span is the hours of a window.
func (w Window) span() wording.Text {
	if w.From > w.To {
		return wording.T("{from}–{to} the next day", "from", w.From.Words(), "to", w.To.Words())
	}
	return wording.T("{from}–{to}", "from", w.From.Words(), "to", w.To.Words())
}

// InWords is the set as people say it: "Weekdays", "Monday to Thursday",
// "Monday and Saturday".
func (d Days) InWords() wording.Text {
	days := d.List()
	switch {
	case d == EveryDay:
		return wording.T("Every day")
	case d == Weekdays:
		return wording.T("Weekdays")
	case d == Weekend:
		return wording.T("Weekends")
	case len(days) > 2 && d.unbroken():
		return wording.T("{first} to {last}", "first", days[0], "last", days[len(days)-1])
	}
	var list wording.List
	for _, day := range days {
		list = append(list, day)
	}
	return wording.T("{days}", "days", list)
}

// unbroken says whether the days follow each other in the week that begins on
// Monday.
func (d Days) unbroken() bool {
	days := d.List()
	return (int(days[len(days)-1])+6)%7-(int(days[0])+6)%7 == len(days)-1
}
