package backup

import (
	"slices"
	"time"

	"holdfast/record"
)

// Keep is how many of the backups that are made by themselves are kept: the
// newest of each of the last so many days, weeks and months that have one.
type Keep struct {
	Daily   int `json:"daily"`
	Weekly  int `json:"weekly"`
	Monthly int `json:"monthly"`
}

// Kept is one backup, as far as Rotate asks.
type Kept struct {
	On record.Date
	// Verified: it was read to its last byte, and nothing was wrong since.
	Verified bool
}

// Rotate says which backups, the newest first, are no longer needed. The
// newest stays in any case, and so does the last that was verified.
func (k Keep) Rotate(all []Kept) (gone []bool) {
	gone = make([]bool, len(all))
	for i := range gone {
		gone[i] = i > 0
	}
	if i := slices.IndexFunc(all, func(b Kept) bool { return b.Verified }); i >= 0 {
		gone[i] = false
	}
	for _, rule := range []struct {
		most int
		span func(record.Date) record.Date
	}{
		{k.Daily, func(d record.Date) record.Date { return d }},
		{k.Weekly, func(d record.Date) record.Date { return d.AddDays(-int(d.Weekday()+6) % 7) }},
		{k.Monthly, func(d record.Date) record.Date { return record.Date{Year: d.Year, Month: d.Month, Day: 1} }},
	} {
		seen := map[record.Date]bool{}
		for i, b := range all {
			span := rule.span(b.On)
			if seen[span] || len(seen) >= rule.most {
				continue
			}
			seen[span] = true
			gone[i] = false
		}
	}
	return gone
}

// Left is how much longer work will take that has come so far in a time; zero
// where nobody can know yet.
func Left(took time.Duration, done, total int64) time.Duration {
	if took < time.Second || done <= 0 || total <= done {
		return 0
	}
	return (time.Duration(float64(took) * float64(total-done) / float64(done))).Round(time.Second)
}
