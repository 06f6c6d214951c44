package board_test

import (
	"testing"

	"holdfast/record"
	"holdfast/wording"
)

func TestAPeriodHoldsFromItsDayOnAndCanBeTakenAway(t *testing.T) {
	b := newWorld(t).settled()
	l := b.Leaving()
	later := record.Date{Year: 2027, Month: 1, Day: 1}
	length := func(want, next string, own bool) {
		t.Helper()
		periods, err := l.Periods()
		must(t, err)
		p := periods[0]
		got := ""
		if p.Next != nil {
			got = string(p.Next.Value)
		}
		if len(periods) != 3 || p.Rule.ID != "keep-person" || p.Length.String() != want || got != next || p.Own != own {
			t.Errorf("%+v", p)
		}
	}
	length("1 year", "", false)
	must(t, l.SetPeriod("keep-person", "6", "months", record.Date{}, "Decision of 3 May"))
	length("6 months", "", true)
	must(t, l.SetPeriod("keep-person", "", "years", later, "Decision of 4 May"))
	length("6 months", "", true)
	for field, wrong := range map[string]error{
		"value":  l.SetPeriod("keep-person", "0", "years", later, "x"),
		"unit":   l.SetPeriod("keep-person", "1", "hours", later, "x"),
		"source": l.SetPeriod("keep-person", "1", "years", later, " "),
		"id":     l.SetPeriod("us-1099", "1", "years", later, "x"),
	} {
		if p := wording.Problems(wrong); len(p) != 1 || p[0].Field != field {
			t.Errorf("%s: %v", field, wrong)
		}
	}
	must(t, l.ResetPeriod("keep-person"))
	length("1 year", "", false)
}
