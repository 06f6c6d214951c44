package record_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"
	_ "time/tzdata"

	"pgregory.net/rapid"

	"holdfast/record"
)

func date(year, month, day int) record.Date {
	return record.Date{Year: year, Month: time.Month(month), Day: day}
}

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestADateIsReadInOneFormOnly(t *testing.T) {
	for text, want := range map[string]record.Date{
		"": {}, "2026-11-22": date(2026, 11, 22), "0001-01-01": date(1, 1, 1), "9999-12-31": date(9999, 12, 31), "2024-02-29": date(2024, 2, 29),
	} {
		got, err := record.ParseDate(text)
		if err != nil || got != want || got.String() != text {
			t.Errorf("%q is read as %v, %v", text, got, err)
		}
	}
	for _, text := range []string{
		"2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "26-11-22", "2026-1-2", "2026/11/22", "22.11.2026",
		"11/22/2026", "2026-11-22T00:00:00Z", " 2026-11-22", "2026-11-22 ", "-2026-11-22", "10000-01-01", "yesterday", "٢٠٢٦-١١-٢٢",
	} {
		if got, err := record.ParseDate(text); !errors.Is(err, record.ErrInvalid) || !got.IsZero() {
			t.Errorf("%q is read as %v, %v", text, got, err)
		}
	}
}

func TestMonthsThatAreShorterEndEarlier(t *testing.T) {
	for _, c := range []struct {
		from   record.Date
		months int
		to     record.Date
	}{
		{date(2026, 1, 31), 1, date(2026, 2, 28)},
		{date(2024, 1, 31), 1, date(2024, 2, 29)},
		{date(2024, 2, 29), 12, date(2025, 2, 28)},
		{date(2024, 2, 29), 48, date(2028, 2, 29)},
		{date(2026, 3, 31), -1, date(2026, 2, 28)},
		{date(2026, 12, 15), 1, date(2027, 1, 15)},
		{date(2026, 1, 15), -1, date(2025, 12, 15)},
		{date(2026, 5, 31), -13, date(2025, 4, 30)},
		{date(2026, 5, 31), 0, date(2026, 5, 31)},
		{date(2025, 3, 1), 24, date(2027, 3, 1)},
	} {
		if got := c.from.AddMonths(c.months); got != c.to {
			t.Errorf("%v and %d months is %v, not %v", c.from, c.months, got, c.to)
		}
	}
}

func TestDaysAreCountedOverLeapYearsAndChangesOfTheClock(t *testing.T) {
	for _, c := range []struct {
		from, to record.Date
		days     int
	}{
		{date(2026, 3, 7), date(2026, 3, 9), 2}, // clocks change in between in the US
		{date(2026, 10, 31), date(2026, 11, 2), 2},
		{date(2024, 2, 28), date(2024, 3, 1), 2},
		{date(2025, 2, 28), date(2025, 3, 1), 1},
		{date(2025, 12, 31), date(2026, 1, 1), 1},
		{date(2026, 1, 1), date(2025, 12, 31), -1},
		{date(1, 1, 1), date(9999, 12, 31), 3652058},
		{date(1582, 10, 4), date(1582, 10, 15), 11},
	} {
		if got := c.from.DaysUntil(c.to); got != c.days {
			t.Errorf("from %v to %v are %d days, not %d", c.from, c.to, got, c.days)
		}
		if got := c.from.AddDays(c.days); got != c.to {
			t.Errorf("%d days after %v is %v, not %v", c.days, c.from, got, c.to)
		}
	}
}

func TestADayBeginsWithItsFirstInstant(t *testing.T) {
	for _, c := range []struct {
		why, zone string
		day       record.Date
		want      string
	}{
		{"an ordinary day", "America/Chicago", date(2026, 7, 1), "2026-07-01T05:00:00Z"},
		{"clocks go forward at two", "America/Chicago", date(2026, 3, 8), "2026-03-08T06:00:00Z"},
		{"clocks go back at two", "America/Chicago", date(2026, 11, 1), "2026-11-01T05:00:00Z"},
		{"midnight does not exist in São Paulo", "America/Sao_Paulo", date(2018, 11, 4), "2018-11-04T03:00:00Z"},
		{"midnight does not exist in Cairo", "Africa/Cairo", date(2024, 4, 26), "2024-04-25T22:00:00Z"},
		{"midnight does not exist in Beirut", "Asia/Beirut", date(2024, 3, 31), "2024-03-30T22:00:00Z"},
		{"midnight does not exist in Santiago", "America/Santiago", date(2024, 9, 8), "2024-09-08T04:00:00Z"},
		{"midnight comes twice in Havana", "America/Havana", date(2024, 11, 3), "2024-11-03T04:00:00Z"},
		{"midnight comes twice in the Azores", "Atlantic/Azores", date(2024, 10, 27), "2024-10-27T00:00:00Z"},
		{"the hour before midnight comes twice", "America/Sao_Paulo", date(2019, 2, 17), "2019-02-17T03:00:00Z"},
		{"half an hour forward at two", "Australia/Lord_Howe", date(2024, 10, 6), "2024-10-05T13:30:00Z"},
		{"a zone with fifteen minutes", "Asia/Kathmandu", date(2026, 1, 1), "2025-12-31T18:15:00Z"},
		{"a day that Samoa left out begins with the next", "Pacific/Apia", date(2011, 12, 30), "2011-12-30T10:00:00Z"},
		{"UTC", "UTC", date(2026, 1, 1), "2026-01-01T00:00:00Z"},
	} {
		got := c.day.Start(zone(t, c.zone))
		if text := got.UTC().Format(time.RFC3339); text != c.want {
			t.Errorf("%s: %v begins %s, not %s", c.why, c.day, text, c.want)
		}
	}
}

func TestNothingOfADayLiesBeforeItsStart(t *testing.T) {
	zones := []string{"America/Chicago", "America/Sao_Paulo", "America/Havana", "Africa/Cairo", "Asia/Beirut", "Atlantic/Azores",
		"Australia/Lord_Howe", "America/Santiago", "Asia/Tehran", "Pacific/Apia", "America/Asuncion", "Asia/Gaza", "UTC"}
	rapid.Check(t, func(t *rapid.T) {
		z, err := time.LoadLocation(rapid.SampledFrom(zones).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		day := date(1990, 1, 1).AddDays(rapid.IntRange(0, 365*50).Draw(t, "day"))
		start := day.Start(z)
		if at := record.DateOf(start); at.Before(day) {
			t.Fatalf("%v in %v begins on %v", day, z, at)
		}
		if before := record.DateOf(start.Add(-time.Nanosecond)); !before.Before(day) {
			t.Fatalf("the instant before %v in %v begins is on %v", day, z, before)
		}
	})
}

func TestArithmeticOfDatesHoldsTogether(t *testing.T) {
	some := rapid.Custom(func(t *rapid.T) record.Date {
		return date(1900, 1, 1).AddDays(rapid.IntRange(0, 365*200).Draw(t, "days"))
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := some.Draw(t, "a"), some.Draw(t, "b")
		n := rapid.IntRange(-5000, 5000).Draw(t, "n")
		if got := a.AddDays(n).AddDays(-n); got != a {
			t.Fatalf("%d days on and back from %v is %v", n, a, got)
		}
		if got := a.AddDays(a.DaysUntil(b)); got != b {
			t.Fatalf("the days from %v to %v lead to %v", a, b, got)
		}
		if a.Before(b) != (a.DaysUntil(b) > 0) || a.After(b) != b.Before(a) || (a.Compare(b) == 0) != (a == b) {
			t.Fatalf("%v and %v compare as %d, %d days apart", a, b, a.Compare(b), a.DaysUntil(b))
		}
		if months := n % 1200; a.AddMonths(months).Day > a.Day || a.AddMonths(months).Day < min(a.Day, 28) {
			t.Fatalf("%v and %d months is %v", a, months, a.AddMonths(months))
		}
		if got := (a.Weekday() - a.AddDays(1).Weekday() + 7) % 7; got != 6 {
			t.Fatalf("after a %v comes a %v", a.Weekday(), a.AddDays(1).Weekday())
		}
		parsed, err := record.ParseDate(a.String())
		if err != nil || parsed != a || (a.String() < b.String()) != a.Before(b) {
			t.Fatalf("%v is written %q and read %v, %v", a, a, parsed, err)
		}
		if text := a.Start(time.UTC).Format(time.DateOnly); text != a.String() {
			t.Fatalf("%v begins on %s", a, text)
		}
	})
}

func TestADateIsWrittenInJSONAndLeftOutWhenThereIsNone(t *testing.T) {
	type holder struct {
		On record.Date `json:"on,omitzero"`
	}
	for text, want := range map[string]record.Date{`{}`: {}, `{"on":"2026-11-22"}`: date(2026, 11, 22)} {
		var got holder
		if err := json.Unmarshal([]byte(text), &got); err != nil || got.On != want {
			t.Errorf("%s is read as %v, %v", text, got.On, err)
		}
		raw, err := json.Marshal(holder{want})
		if err != nil || string(raw) != text {
			t.Errorf("%v is written as %s, %v", want, raw, err)
		}
	}
	got := holder{date(2026, 1, 1)}
	if err := json.Unmarshal([]byte(`{"on":"2026-02-30"}`), &got); !errors.Is(err, record.ErrInvalid) || got.On != date(2026, 1, 1) {
		t.Errorf("a day that does not exist is read as %v, %v", got.On, err)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"", "2026-11-22", "2024-02-29", "0000-00-00", "2026-1-1", "9999-12-31", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := record.ParseDate(text)
		switch {
		case err != nil && (!errors.Is(err, record.ErrInvalid) || !got.IsZero()):
			t.Fatalf("%q gives %v with %v", text, got, err)
		case err == nil && got.String() != text:
			t.Fatalf("%q is read as %q", text, got)
		}
	})
}
