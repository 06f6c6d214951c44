package contact

import (
	"slices"
	"time"
)

// pattern is how long hours are followed before they are taken to say the
// same for ever: every window comes once a week, and no zone changes its
// clocks over the same hour in five weeks running.
const pattern = 5 * 7 * 24 * time.Hour

// change is the first instant after at when the answer becomes want (allowed
// or not), or the zero time where none is known.
//
// The answer changes only at an edge of a window, at midnight, at a change of
// the clocks, and at the three dates of a sheet. Between two such instants it
// is constant, so looking at them, in order, is exact to the nanosecond.
func (q question) change(at time.Time, want bool) time.Time {
	edges := q.edges()
	for _, stretch := range q.stretches(at) {
		if stretch.from.After(at) && q.is(stretch.from, want) {
			return stretch.from.In(q.place.zone)
		}
		if len(q.way.Hours) == 0 {
			continue
		}
		last := stretch.from.Add(pattern)
		if !stretch.to.IsZero() && stretch.to.Before(last) {
			last = stretch.to
		}
		for t := q.place.next(stretch.from, edges); t.Before(last); t = q.place.next(t, edges) {
			if q.is(t, want) {
				return t.In(q.place.zone)
			}
		}
	}
	return time.Time{}
}

func (q question) is(at time.Time, want bool) bool { return (q.refusal(at) == NoRule) == want }

// stretch is a span of time in which no date of the sheet falls; a zero to is
// for ever.
type stretch struct{ from, to time.Time }

// stretches cuts the time from at on at the dates of the sheet.
func (q question) stretches(at time.Time) []stretch {
	var cuts []time.Time
	for _, t := range []time.Time{q.notBefore(), q.end(), q.confirmedFrom()} {
		if t.After(at) {
			cuts = append(cuts, t)
		}
	}
	slices.SortFunc(cuts, time.Time.Compare)
	all := []stretch{{from: at}}
	for _, cut := range cuts {
		all[len(all)-1].to = cut
		all = append(all, stretch{from: cut})
	}
	return all
}

// edges are the times of day at which the hours may begin or end.
func (q question) edges() []Clock {
	var edges []Clock
	for _, w := range q.way.Hours {
		edges = append(edges, w.From, w.To)
	}
	slices.Sort(edges)
	return slices.Compact(edges)
}

// next is the first instant after t when the wall clock reaches an edge or
// midnight (another day of the week) or is changed.
func (p place) next(t time.Time, edges []Clock) time.Time {
	local := t.In(p.zone)
	passed := time.Duration(local.Hour())*time.Hour + time.Duration(local.Minute())*time.Minute +
		time.Duration(local.Second())*time.Second + time.Duration(local.Nanosecond())
	next := t.Add(24*time.Hour - passed)
	for _, edge := range edges {
		if due := time.Duration(edge) * time.Minute; due > passed {
			next = t.Add(due - passed)
			break
		}
	}
	if _, changed := local.ZoneBounds(); !changed.IsZero() && changed.Before(next) {
		return changed
	}
	return next
}
