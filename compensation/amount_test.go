package compensation_test

import (
	"strings"
	"testing"

	"holdfast/compensation"
	"holdfast/wording"
)

// Each text is a sum, or refused with a sentence; nothing in between.
func TestAnAmountIsNeverGuessed(t *testing.T) {
	const unsure, wrong, none, decimals, nothing = "not certain", "not an amount", "Write the amount", "more decimals", "more than nothing"
	for _, c := range []struct{ text, code, english, spanish string }{
		{"225", "USD", "225.00", "225.00"},
		{"1,234.56", "USD", "1234.56", unsure},
		{"1.234,56", "USD", unsure, "1234.56"},
		{"1234.56", "USD", "1234.56", unsure},
		{"1234,56", "USD", unsure, "1234.56"},
		{"1,234", "USD", "1234.00", unsure},
		{"1.234", "USD", unsure, "1234.00"},
		{"12.5", "USD", "12.50", unsure},
		{"12,5", "USD", unsure, "12.50"},
		{"12.345", "USD", unsure, "12345.00"},
		{"12.3456", "USD", decimals, wrong},
		{"1,23,456", "USD", wrong, wrong},
		{"1,234,567.89", "USD", "1234567.89", unsure},
		{"12.", "USD", wrong, wrong},
		{".50", "USD", wrong, wrong},
		{"1 234,56", "USD", wrong, wrong},
		{" 225.00 ", "USD", "225.00", unsure},
		{"$225.00", "USD", "225.00", unsure},
		{"225,00 US$", "USD", unsure, "225.00"},
		{"USD 225", "USD", "225.00", "225.00"},
		{"225 MXN", "USD", wrong, wrong},
		{"€225", "USD", wrong, wrong},
		{"$225", "MXN", "225.00", "225.00"},
		{"500", "JPY", "500", "500"},
		{"500.5", "JPY", decimals, wrong},
		{"1.250", "KWD", "1.250", "1250.000"}, // three decimals: each reads its own, as it must
		{"-225", "USD", nothing, nothing},
		{"−225", "USD", nothing, nothing},
		{"(225)", "USD", nothing, nothing},
		{"0", "USD", nothing, nothing},
		{"0.00", "USD", nothing, unsure},
		{"", "USD", none, none},
		{"$", "USD", none, none},
		{"NaN", "USD", wrong, wrong},
		{"Inf", "USD", wrong, wrong},
		{"1e3", "USD", wrong, wrong},
		{"0x10", "USD", wrong, wrong},
		{"12a", "USD", wrong, wrong},
		{"+12", "USD", wrong, wrong},
		{"٢٢٥", "USD", wrong, wrong},
		{"100000000.01", "USD", "more than Holdfast keeps", unsure},
		{"999999999999", "USD", "more than Holdfast keeps", "more than Holdfast keeps"},
		{"5", "XYZ", "no such currency", "no such currency"},
	} {
		for l, want := range map[wording.Language]string{wording.InEnglish: c.english, wording.InSpanish: c.spanish} {
			m, err := compensation.ReadAmount(c.text, c.code, l)
			got := m.Plain()
			if err != nil {
				got = err.Error()
			}
			if got != want && !(err != nil && strings.Contains(got, want)) {
				t.Errorf("%q %s (%s): %q, want %q", c.text, c.code, l, got, want)
			}
		}
	}
}

func TestALengthOfTimeIsNeverGuessed(t *testing.T) {
	for text, want := range map[string]int{"3": 180, "3:00": 180, "1:30": 90, "0:05": 5, "1 h 30": 90, "1h30": 90, "1h": 60, "2 h 5 min": 125,
		"90 min": 90, "90min": 90, "1.5": 90, "1,5": 90, "0.25": 15, "2.75": 165, "24": 1440, " 3 ": 180,
		"": 0, "0": 0, "-3": 0, "25": 0, "24:01": 0, "1:60": 0, "1.33": 0, "NaN": 0, "1e1": 0, "three": 0, "9999 min": 0} {
		minutes, err := compensation.ReadMinutes(text)
		if minutes != want || (err == nil) != (want > 0) || err != nil && len(wording.Problems(err)) != 1 {
			t.Errorf("%q is %d minutes (%v), want %d", text, minutes, err, want)
		}
	}
}

// What is paid on the first day after a period must not count towards its limit.
func TestAPeriodEndsOnItsLastDay(t *testing.T) {
	for _, c := range []struct {
		period         compensation.Period
		on, first, end string
	}{
		{compensation.PerMonth, "2026-02-28", "2026-02-01", "2026-02-28"},
		{compensation.PerMonth, "2028-02-29", "2028-02-01", "2028-02-29"},
		{compensation.PerMonth, "2026-12-31", "2026-12-01", "2026-12-31"},
		{compensation.PerQuarter, "2026-04-01", "2026-04-01", "2026-06-30"},
		{compensation.PerQuarter, "2026-12-31", "2026-10-01", "2026-12-31"},
		{compensation.PerYear, "2026-07-01", "2026-01-01", "2026-12-31"},
	} {
		if from, to := c.period.Span(day(c.on)); from != day(c.first) || to != day(c.end) {
			t.Errorf("the %s of %s is from %v to %v", c.period, c.on, from, to)
		}
	}
}
