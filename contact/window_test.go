package contact_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"holdfast/contact"
	"holdfast/record"
)

func TestATimeOfDayIsReadAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]string{"9": "09:00", "09:30": "09:30", "9.30": "09:30", "9h": "09:00", "9h30": "09:30",
		"24:00": "24:00", "9:59": "09:59", "0": "00:00", " 18:05 ": "18:05"} {
		got, err := contact.ParseClock(text)
		if err != nil || got.String() != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", ":", "9:", ":30", "9:3", "24:01", "25", "9:60", "-1", "9:30:00", "1030", "noon", "9h3", "٩"} {
		if got, err := contact.ParseClock(text); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func FuzzATimeOfDayStaysWithinTheDay(f *testing.F) {
	for _, text := range []string{"9", "09:30", "24:00", "9h", ".", "h", "99:99"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := contact.ParseClock(text)
		if err != nil {
			return
		}
		again, err := contact.ParseClock(c.String())
		if c < 0 || c > 1440 || err != nil || again != c {
			t.Fatalf("%q: %d, then %d, %v", text, c, again, err)
		}
	})
}

func TestHoursReadAsPeopleSayThem(t *testing.T) {
	type windows = []contact.Window
	rows := []struct {
		safe   contact.Safety
		hours  windows
		en, es string
	}{
		{contact.Safe, nil, "Any time", "A cualquier hora"},
		{contact.SafetyUnknown, nil, "Not known yet", "Aún no se sabe"},
		{contact.SafeAtTimes, nil, "Not known yet", "Aún no se sabe"},
		{contact.NeverSafe, hours(contact.Weekdays, "10:00", "15:00"), "", ""},
		{contact.SafeAtTimes, hours(contact.Weekdays, "10:00", "15:00"), "Weekdays 10:00–15:00", "De lunes a viernes 10:00–15:00"},
		{contact.SafeAtTimes, hours(contact.EveryDay, "00:00", "24:00"), "Any time", "A cualquier hora"},
		{contact.SafeAtTimes, hours(contact.Weekend, "00:00", "24:00"), "Weekends, any time", "Sábado y domingo, a cualquier hora"},
		{contact.SafeAtTimes, hours(contact.On(time.Monday, time.Tuesday, time.Wednesday), "9", "12"), "Monday to Wednesday 09:00–12:00", "De lunes a miércoles 09:00–12:00"},
		{contact.SafeAtTimes, hours(contact.On(time.Monday, time.Tuesday), "9", "12"), "Monday and Tuesday 09:00–12:00", "Cada lunes y martes 09:00–12:00"},
		{contact.SafeAtTimes, hours(contact.On(time.Friday, time.Saturday, time.Sunday), "9", "12"), "Friday to Sunday 09:00–12:00", "De viernes a domingo 09:00–12:00"},
		{contact.SafeAtTimes, hours(contact.On(time.Monday, time.Saturday), "9", "12"), "Monday and Saturday 09:00–12:00", "Cada lunes y sábado 09:00–12:00"},
		{contact.SafeAtTimes, hours(contact.On(time.Sunday), "22", "2"), "Sunday 22:00–02:00 the next day", "Cada domingo 22:00–02:00 del día siguiente"},
		{contact.SafeAtTimes, append(append(hours(contact.Weekdays, "9", "12"), hours(contact.Weekdays, "14", "16")...), hours(contact.Weekend, "10", "11")...),
			"Weekdays 09:00–12:00 and 14:00–16:00; Weekends 10:00–11:00", "De lunes a viernes 09:00–12:00 y 14:00–16:00; Sábado y domingo 10:00–11:00"},
	}
	es := spanish(t)
	for _, row := range rows {
		words := contact.Channel{Safe: row.safe, Hours: row.hours}.InWords()
		if got := words.String(); got != row.en {
			t.Errorf("%q, want %q", got, row.en)
		}
		if got := es.Render(words); got != row.es {
			t.Errorf("%q, want %q", got, row.es)
		}
	}
}

func TestASheetComesBackFromItsRecordWhole(t *testing.T) {
	want := wren()
	want.ConfirmBy, want.DoNotContactUntil, want.DoNotContactNote = day(2027, 1, 1), day(2026, 12, 3), "exams"
	raw, err := contact.Schema().Encode(want, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := contact.Schema().Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{`{"v":1,"d":{"channels":[{"hours":[{"days":["someday"],"from":"9:00","to":"10:00"}]}]}}`,
		`{"v":1,"d":{"channels":[{"hours":[{"days":["mon"],"from":"25:00","to":"10:00"}]}]}}`,
		`{"v":1,"d":{"channels":[{"hours":[{"days":"mon","from":"9:00","to":"10:00"}]}]}}`} {
		if _, err := contact.Schema().Decode([]byte(bad)); !errors.Is(err, record.ErrDamaged) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestTheFormOnDiskStaysTheSame(t *testing.T) {
	raw, err := contact.Schema().Encode(wren(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var pretty any
	if err := json.Unmarshal(raw, &pretty); err != nil {
		t.Fatal(err)
	}
	shown, err := json.MarshalIndent(pretty, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "sheet-v1.json", string(shown)+"\n")
}

// A record may hold anything that somebody else's program, or a flipped bit,
// left there: no answer may fall over it, and nothing unknown may permit.
func FuzzAnySheetOnDiskIsAnswered(f *testing.F) {
	raw, err := contact.Schema().Encode(wren(), nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw, int64(1795292400))
	f.Add([]byte(`{"v":1,"d":{"time_zone":"UTC","channels":[{"id":"a","kind":"phone","safe":"yes","hours":[{"days":["mon"],"from":"23:00","to":"0:30"}]}]}}`), int64(0))
	f.Add([]byte(`{"v":1,"d":{"confirmed":"9999-12-31","confirm_by":"0001-01-01","do_not_contact_until":"9999-12-31","channels":[{"id":"a"}]}}`), int64(-1<<40))
	f.Fuzz(func(t *testing.T, raw []byte, second int64) {
		s, err := contact.Schema().Decode(raw)
		if err != nil {
			return
		}
		at := time.Unix(second%(1<<40), 0)
		sum := contact.RightNow(s, at, contact.DefaultPolicy())
		for i, row := range sum.Rows {
			c := s.Channels[i]
			_, zone := contact.Zone(s.Zone)
			switch {
			case !row.Answer.Allowed:
			case c.Safe == contact.NeverSafe, !c.Kind.Known(), s.Zone != "" && zone != nil, len(c.Hours) > 0 && zone != nil,
				s.Confirmed.IsZero() && s.FirstAsked != c.ID, c.Safe == contact.SafetyUnknown && !s.Confirmed.IsZero() && sum.Fresh:
				t.Fatalf("allowed: %+v", c)
			}
		}
		_ = s.Validate()
		contact.Changes(contact.Sheet{}, s)
		contact.Words(s)
	})
}

func TestAnInstantToComeIsSaidAsPeopleSayIt(t *testing.T) {
	now := time.Date(2026, 11, 23, 21, 0, 0, 0, time.UTC) // a Monday
	for days, want := range map[int]string{0: "today at 21:00", 1: "tomorrow at 21:00", 2: "Wednesday at 21:00", 6: "Sunday at 21:00", 7: "30 November 2026 at 21:00"} {
		if got := contact.When(now, now.AddDate(0, 0, days)).String(); got != want {
			t.Errorf("in %d days: %q, want %q", days, got, want)
		}
	}
}

func TestTheStricterChoiceIsTheOneThatNobodyMade(t *testing.T) {
	for want, got := range map[string]string{
		"wait, do not call back": contact.DroppedWait.Name().String(), "call back once": contact.DroppedCallBack.Name().String(),
		"no return address": contact.NoReturn.Name().String(), "a post office box": contact.BoxReturn.Name().String(),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
