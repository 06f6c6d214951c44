package assessment

import "holdfast/report"

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

// hold takes out of what a round would show of a question whatever, beside
// what the earlier round showed, tells of fewer than five people, supposing
// that of two groups of different size the larger is the smaller and a few
// more, and that all but these few answered the same again.
func (e Earlier) hold(shown map[Side]bool, question string, then, now parts, was func(Score) bool) map[Side]bool {
	if !e.Equal[question] {
		return shown
	}
	var result QuestionResult
	for _, q := range e.Results.Questions {
		if q.ID == question {
			result = q
		}
	}
	var sizes []int
	var before, after []int // of everyone, in parts
	var wanted [][]int
	var mine []Side
	groups := map[Side][2][]int{}
	for i, s := range Sides() {
		fewer, more := min(then[s], now[s]), max(then[s], now[s])
		sizes = append(sizes, fewer, more-fewer)
		pair := [2][]int{{2 * i, 2*i + 1}, {2 * i}}
		if now[s] >= then[s] {
			pair = [2][]int{{2 * i}, {2 * i, 2*i + 1}}
		}
		groups[s] = pair
		before, after = append(before, pair[0]...), append(after, pair[1]...)
	}
	groups[Everyone] = [2][]int{before, after}
	for _, s := range append([]Side{Everyone}, Sides()...) {
		if was(result.Scores[s]) {
			wanted = append(wanted, groups[s][0])
		}
	}
	showed := len(wanted)
	for _, s := range append([]Side{Everyone}, Sides()...) {
		if shown[s] {
			wanted, mine = append(wanted, groups[s][1]), append(mine, s)
		}
	}
	held := map[Side]bool{}
	for i, may := range report.Release(sizes, wanted)[showed:] {
		held[mine[i]] = may
	}
	return held
}

// few says whether so few more, or fewer, were asked a question than in the
// earlier round that the difference would tell of them.
func (e Earlier) few(question string, t Tally) bool {
	for _, s := range Sides() {
		n := t.Put[s][question] - e.Tally.Put[s][question]
		if e.Equal[question] && n != 0 && -report.Least < n && n < report.Least {
			return true
		}
	}
	return false
}
