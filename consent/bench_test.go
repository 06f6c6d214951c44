package consent_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"holdfast/consent"
	"holdfast/record"
)

// crowded is a file of so many events: a choice a day, over and over.
func crowded(events int) consent.File {
	all := make([]consent.Event, events)
	kinds := []consent.Kind{consent.Given, consent.Asked, consent.Renewed, consent.Withdrawn, consent.Given, consent.Refused, consent.Limited}
	purposes := append(consent.Purposes(), consent.Contacting("pay"), consent.Contacting("logistics"), consent.Contacting("check_in"))
	for n := range all {
		on := firstDay.AddDays(n % 700)
		all[n] = consent.Event{ID: record.ID(fmt.Sprintf("%06d", n)), Kind: kinds[n%len(kinds)], On: on, At: on.Start(time.UTC).Add(time.Duration(n) * time.Second),
			Scope: consent.Scope{Purpose: purposes[n%len(purposes)], Channels: []consent.Channel{consent.Website}},
			Terms: consent.Terms{Start: on, End: on.AddMonths(6), Reuse: true, Attribution: consent.Attribution{As: consent.Anonymous}}}
		if n%997 == 500 {
			all[n].Kind, all[n].Purpose, all[n].Channels = consent.Withdrawn, consent.Everything, nil
		}
	}
	return consent.Of("Wren", all, nil, nil)
}

// A board of 200 people with 50,000 events, each asked in turn; and, as nobody
// will see it, one person with all of them.
func BenchmarkMay(b *testing.B) {
	for _, each := range []int{250, 50_000} {
		b.Run(fmt.Sprintf("%d events of one person", each), func(b *testing.B) {
			f := crowded(each)
			took := make([]time.Duration, 0, b.N)
			for n := 0; b.Loop(); n++ {
				where := []consent.Channel{consent.Website, consent.Website, consent.AnnualReport, ""}[n%4]
				q := consent.Question{Purpose: consent.Purposes()[n%len(consent.Purposes())], Channel: where, Day: firstDay.AddDays(n % 900)}
				began := time.Now()
				f.May(q)
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs-p99")
		})
	}
}
