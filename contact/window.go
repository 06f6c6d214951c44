package contact

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"holdfast/record"
	"holdfast/wording"
)

// Clock is a time of day in minutes after midnight, 0 to 1440 (24:00).
type Clock int

// ParseClock reads a time of day: "9", "9:30", "09.30" or "9h30", up to
// "24:00". It fails with record.ErrInvalid.
func ParseClock(text string) (Clock, error) {
	hours, minutes, parted := strings.Cut(strings.NewReplacer(".", ":", "h", ":").Replace(strings.TrimSpace(text)), ":")
	h, okH := digits(hours)
	m, okM := digits(minutes)
	if minutes == "" && (!parted || strings.HasSuffix(strings.TrimSpace(text), "h")) {
		m, okM = 0, true
	}
	if !okH || !okM || (minutes != "" && len(minutes) != 2) || h > 24 || m > 59 || h*60+m > 1440 {
		return 0, fmt.Errorf("%w: a time of day is written like 09:30", record.ErrInvalid)
	}
	return Clock(h*60 + m), nil
}

// digits reads one or two digits.
func digits(text string) (int, bool) {
	n := 0
	for _, r := range text {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, len(text) == 1 || len(text) == 2
}

// String is the time as "09:30".
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60) }

// Words is the time as a value for the place of a sentence.
func (c Clock) Words() wording.Clock { return wording.Clock(c) }

// MarshalText writes "09:30".
func (c Clock) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what MarshalText wrote; it fails with record.ErrInvalid.
func (c *Clock) UnmarshalText(text []byte) error {
	parsed, err := ParseClock(string(text))
	if err == nil {
		*c = parsed
	}
	return err
}

// Days is a set of days of the week. The zero Days has none.
type Days uint8

// The sets that people speak of.
const (
	Weekdays Days = 1<<time.Monday | 1<<time.Tuesday | 1<<time.Wednesday | 1<<time.Thursday | 1<<time.Friday
	Weekend  Days = 1<<time.Saturday | 1<<time.Sunday
	EveryDay Days = Weekdays | Weekend
)

// On is the set of the given days.
func On(days ...time.Weekday) Days {
	var set Days
	for _, d := range days {
		set |= 1 << d
	}
	return set
}

// Has says whether a day is in the set.
func (d Days) Has(day time.Weekday) bool { return d&(1<<day) != 0 }

// List is the days from Monday to Sunday.
func (d Days) List() []time.Weekday {
	var days []time.Weekday
	for _, day := range week() {
		if d.Has(day) {
			days = append(days, day)
		}
	}
	return days
}

func week() []time.Weekday {
	return []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday,
		time.Friday, time.Saturday, time.Sunday}
}

func short(day time.Weekday) string { return strings.ToLower(day.String()[:3]) }

// MarshalJSON writes a list such as ["mon","tue"].
func (d Days) MarshalJSON() ([]byte, error) {
	names := []string{}
	for _, day := range d.List() {
		names = append(names, short(day))
	}
	return json.Marshal(names)
}

// UnmarshalJSON reads what MarshalJSON wrote; a day that does not exist is
// record.ErrInvalid.
func (d *Days) UnmarshalJSON(raw []byte) error {
	var names []string
	if err := json.Unmarshal(raw, &names); err != nil {
		return err
	}
	var set Days
	for _, name := range names {
		before := set
		for _, day := range week() {
			if short(day) == name {
				set |= 1 << day
			}
		}
		if before == set {
			return fmt.Errorf("%w: there is no such day of the week", record.ErrInvalid)
		}
	}
	*d = set
	return nil
}

// Window is a span of hours on some days of the week, by the clock on the
// person's wall. Where From lies after To it runs over midnight, and the day
// is the one on which it begins. Where they are equal it has no length.
type Window struct {
	Days Days  `json:"days"`
	From Clock `json:"from"`
	To   Clock `json:"to"`
}

// Covers says whether the wall clock lies in the window, given the day of the
// week and the minute of the day. From belongs to the window and To does not.
func (w Window) Covers(day time.Weekday, minute Clock) bool {
	switch {
	case w.From < w.To:
		return w.Days.Has(day) && w.From <= minute && minute < w.To
	case w.From > w.To:
		before := (day + 6) % 7
		return w.Days.Has(day) && minute >= w.From || w.Days.Has(before) && minute < w.To
	default:
		return false
	}
}
