package assessment

import (
	"slices"

	"holdfast/report"
)

// parts is how many people of each group something is about.
type parts map[Side]int

// size is how many people of a group, or of everyone.
func (p parts) size(side Side) int {
	if side != Everyone {
		return p[side]
	}
	all := 0
	for _, s := range Sides() {
		all += p[s]
	}
	return all
}

// released says of which groups figures may be shown beside each other:
// everyone first, so that every voice counts, then members, staff, partners.
func (p parts) released() map[Side]bool {
	var sizes []int
	wanted := [][]int{{}}
	for i, s := range Sides() {
		sizes = append(sizes, p[s])
		wanted[0] = append(wanted[0], i)
		wanted = append(wanted, []int{i})
	}
	shown := report.Release(sizes, wanted)
	released := map[Side]bool{Everyone: shown[0]}
	for i, s := range Sides() {
		released[s] = shown[i+1]
	}
	return released
}

// Earlier is a round over the same instrument that was closed shortly before
// another: its tally, and what it showed.
type Earlier struct {
	Tally   Tally
	Results Results
	// Equal are the questions that were the same.
	Equal map[string]bool
}

// past is how many of each group stood behind a question in an earlier round,
// and of which of them it showed a figure.
type past struct {
	then   parts
	showed []Side
}

// past is what the earlier round showed of a question; none where it was not
// the same.
func (e Earlier) past(question string, then parts, was func(Score) bool) (past, bool) {
	if !e.Equal[question] {
		return past{}, false
	}
	p := past{then: then}
	for _, q := range e.Results.Questions {
		for _, s := range append([]Side{Everyone}, Sides()...) {
			if q.ID == question && was(q.Scores[s]) {
				p.showed = append(p.showed, s)
			}
		}
	}
	return p, true
}

// hold takes out of what a round would show of a question whatever, beside all
// that earlier rounds showed, tells of fewer than five people, supposing that
// of groups of different size the larger is the smaller and a few more, and
// that all but these few answered the same again.
func hold(shown map[Side]bool, now parts, earlier []past) map[Side]bool {
	if len(earlier) == 0 {
		return shown
	}
	rounds := []parts{now}
	for _, p := range earlier {
		rounds = append(rounds, p.then)
	}
	sizes, groups := between(rounds)
	var wanted [][]int
	var mine []Side
	for i, p := range earlier {
		for _, s := range p.showed {
			wanted = append(wanted, groups[i+1][s])
		}
	}
	showed := len(wanted)
	for _, s := range append([]Side{Everyone}, Sides()...) {
		if shown[s] {
			wanted, mine = append(wanted, groups[0][s]), append(mine, s)
		}
	}
	held := map[Side]bool{}
	for i, may := range report.Release(sizes, wanted)[showed:] {
		held[mine[i]] = may
	}
	return held
}

// between are the people of each group whom rounds differ in (report.Between),
// and which of those were in the groups of each round.
func between(rounds []parts) (sizes []int, groups []map[Side][]int) {
	times := make([][]int, len(rounds))
	for i, r := range rounds {
		for _, side := range Sides() {
			times[i] = append(times[i], r[side])
		}
	}
	sizes, about := report.Between(times)
	for _, parts := range about {
		of := map[Side][]int{Everyone: slices.Concat(parts...)}
		for i, side := range Sides() {
			of[side] = parts[i]
		}
		groups = append(groups, of)
	}
	return sizes, groups
}
