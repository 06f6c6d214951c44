package table

import (
	"fmt"
	"math"
	"time"

	"holdfast/record"
)

// DaySystem is how a workbook counts its days.
type DaySystem uint8

// The systems. The 1900 one counts a 29 February 1900 that never was
// (ECMA-376 part 1, 18.17.4.1); the 1904 one is of early Macs.
const (
	From1900 DaySystem = iota
	From1904
)

// lastDay is 31 December 9999 in the 1900 system.
const lastDay = 2958465

// Date is the day that a day number stands for; a part of a day is left out.
// It fails with record.ErrInvalid for a number that is no day.
func (s DaySystem) Date(number float64) (record.Date, error) {
	n := math.Floor(number)
	switch {
	case math.IsNaN(n) || n < 0 || n > lastDay,
		s == From1900 && (n < 1 || n == 60),
		s == From1904 && n > lastDay-1462:
		return record.Date{}, fmt.Errorf("%w: there is no day with that number", record.ErrInvalid)
	}
	start := record.Date{Year: 1899, Month: time.December, Day: 30}
	switch {
	case s == From1904:
		start = record.Date{Year: 1904, Month: time.January, Day: 1}
	case n < 60:
		start.Day = 31
	}
	return start.AddDays(int(n)), nil
}

// clockText is the time of day of a day number: "14:30".
func clockText(number float64) string {
	minutes := int(math.Round((number - math.Floor(number)) * 24 * 60))
	return fmt.Sprintf("%02d:%02d", minutes/60%24, minutes%60)
}

// parseISO reads "2024-03-05" and nothing else.
func parseISO(text string) (record.Date, error) {
	if text == "" {
		return record.Date{}, record.ErrInvalid
	}
	return record.ParseDate(text)
}
