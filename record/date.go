package record

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a day on the (Gregorian) calendar, without a time or a time zone.
// The zero Date stands for "no date". Years run from 1 to 9999.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the day of t in t's own time zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads "2026-11-22". The empty text is the zero Date. It fails
// with ErrInvalid for every other form and for days that do not exist.
func ParseDate(text string) (Date, error) {
	if text == "" {
		return Date{}, nil
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("%w: a date is written like 2026-11-22", ErrInvalid)
	}
	return DateOf(t), nil
}

// IsZero says whether d stands for "no date".
func (d Date) IsZero() bool { return d == Date{} }

// String is the ISO 8601 form, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Start is the first instant of the day in zone. Where midnight does not
// exist (a change of the clocks), it is the first instant that does.
func (d Date) Start(zone *time.Location) time.Time {
	t := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone)
	if DateOf(t) == d {
		return t
	}
	_, end := t.ZoneBounds()
	return end
}

// AddDays is the day n days later, or earlier where n is negative.
func (d Date) AddDays(n int) Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+n, 12, 0, 0, 0, time.UTC))
}

// AddMonths is the same day n months later; where that month is shorter, its
// last day (31 January and one month is 28 or 29 February).
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 12, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// DaysUntil is the number of days from d to other, negative where other lies
// before d.
func (d Date) DaysUntil(other Date) int {
	const day = 24 * 60 * 60 // in seconds: a time.Duration ends after 292 years
	return int((other.noon().Unix() - d.noon().Unix()) / day)
}

// Compare is -1, 0 or 1 as d lies before, on or after other.
func (d Date) Compare(other Date) int {
	return cmp.Or(cmp.Compare(d.Year, other.Year), cmp.Compare(d.Month, other.Month), cmp.Compare(d.Day, other.Day))
}

// Before says whether d lies before other.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// After says whether d lies after other.
func (d Date) After(other Date) bool { return d.Compare(other) > 0 }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.noon().Weekday() }

func (d Date) noon() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
}

// MarshalText writes the ISO 8601 form; the zero Date is empty.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote; it fails with ErrInvalid.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := ParseDate(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}
