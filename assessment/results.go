package assessment

import (
	"cmp"
	"math"
	"slices"

	"holdfast/report"
)

// Results are what a closed round may show. Every figure is about at least
// five people, and so is every sum and difference of figures: what is chosen
// is chosen question by question (package report), and everything else is made
// of what is shown there. There is no figure for the whole.
type Results struct {
	Instrument Instrument
	// Top is the highest score of a question; the lowest is 0.
	Top float64
	// People is how many answered, of everyone and of each group.
	People map[Side]report.Figure
	// Questions are the ones that are scored or counted, in their order.
	Questions []QuestionResult
	// Axes are what the questions are about, in their order.
	Axes []AxisResult
	// Heat is the score of everyone by Domains, then Principles; empty where
	// the instrument knows neither.
	Heat [][]Score
	// Strongest and Weakest are up to five scored questions each, the
	// strongest and the weakest first.
	Strongest, Weakest []QuestionResult
	// Alone are questions with a figure that are about no axis.
	Alone []QuestionResult
	// Comments are people's own words that may be shown.
	Comments []Comment
}

// Score is what a group answered to one or several questions.
type Score struct {
	// Shown says whether there is a figure; if not, too few answered, or too
	// few would be left of somebody else.
	Shown bool
	// Mean is from 0 to Results.Top, to a tenth; N is how many people it is
	// about. Of several questions, Mean is the mean of those that are shown,
	// and N the smallest number behind one of them.
	Mean   float64
	N      int
	Spread Spread
	// DontKnow is the share, in percent, of those asked who said that they
	// don't know; KnowShown says whether it may be shown.
	DontKnow  int
	KnowShown bool

	mean, sd, dontKnow float64 // before rounding
}

// Spread says how far the answers lie apart, in words: figures of a few people
// would let each answer be worked out.
type Spread string

// The spreads.
const (
	NoSpread Spread = ""
	Close    Spread = "close"
	Mixed    Spread = "mixed"
	Apart    Spread = "apart"
)

// QuestionResult is what was answered to one question.
type QuestionResult struct {
	Question
	// Scores are by group; Everyone is all.
	Scores map[Side]Score
	// Table counts the choices of a question without scores, by group.
	Table *report.Table
}

// AxisResult is the score of the questions that are about one thing.
type AxisResult struct {
	Axis
	// Scores are by group. Those of groups are over the same questions, the
	// ones that are shown of every group of five and more, so that they can be
	// set beside each other; that of everyone is over all that are shown.
	Scores map[Side]Score
	// Questions is how many are about it, Of how many of them the score of
	// everyone is made, Common how many those of groups.
	Questions, Of, Common int
}

// Show makes the results of a round from its tally. earlier are the results of
// rounds over the same questions that were closed so shortly before that
// people would answer the same again: whoever has both must not learn from
// their difference what a few newcomers said.
func (in Instrument) Show(t Tally, earlier ...Earlier) Results {
	s := in.scorer()
	r := Results{Instrument: in, Top: s.top, People: map[Side]report.Figure{}}
	everybody := parts(t.People)
	for side, shown := range everybody.released() {
		if shown {
			r.People[side] = report.Figure{N: everybody.size(side), Shown: true}
		}
	}
	byAxis := map[AxisID][]QuestionResult{}
	for _, q := range in.Questions() {
		if !q.Type.Asks() {
			continue
		}
		result, counted := t.result(in, s, q, earlier)
		if !counted {
			continue
		}
		r.Questions = append(r.Questions, result)
		axes := q.axes()
		if s.scores[q.ID] != nil {
			for _, axis := range axes {
				byAxis[axis] = append(byAxis[axis], result)
			}
		}
		if result.Table == nil && (s.scores[q.ID] == nil || len(axes) == 0) {
			r.Alone = append(r.Alone, result)
		}
	}
	for _, axis := range in.Axes() {
		r.Axes = append(r.Axes, r.summed(axis, byAxis[axis.ID]))
	}
	r.heat(s)
	r.rank(s)
	if r.People[Everyone].Shown {
		r.Comments = slices.DeleteFunc(slices.Clone(t.Comments), func(c Comment) bool { return c.Waiting })
	}
	return r
}

// result is a question by group; counted is false for what is not counted.
func (t Tally) result(in Instrument, s scorer, q Question, earlier []Earlier) (result QuestionResult, counted bool) {
	result = QuestionResult{Question: q, Scores: map[Side]Score{}}
	of, top := func(counts map[string]int) Moments { return s.moments(q.ID, counts) }, s.top
	switch {
	case s.scores[q.ID] != nil:
	case q.Type == Number:
		of, top = numbers, 0 // numbers have no scale to lie apart on
	case q.Type == Choose || q.Type == YesNo:
		result.Table = t.table(in, q, earlier)
		return result, true
	default:
		return result, false
	}
	scored, put := t.behind(q, of)
	means, shares := scored.released(), put.released()
	var pastMeans, pastShares []past
	for _, e := range earlier {
		thenScored, thenPut := e.Tally.behind(q, of)
		if p, same := e.past(q.ID, thenScored, func(s Score) bool { return s.Shown }); same {
			pastMeans = append(pastMeans, p)
		}
		if p, same := e.past(q.ID, thenPut, func(s Score) bool { return s.KnowShown }); same {
			pastShares = append(pastShares, p)
		}
	}
	means, shares = hold(means, scored, pastMeans), hold(shares, put, pastShares)
	for _, side := range append([]Side{Everyone}, Sides()...) {
		counts := t.counts(side, q.ID)
		var score Score
		if m := of(counts); means[side] && m.N > 0 {
			score = Score{Shown: true, N: m.N, mean: m.mean(), sd: math.Sqrt(m.variance())}
		}
		if n := put.size(side); shares[side] && n > 0 {
			score.KnowShown, score.dontKnow = true, 100*float64(counts[DontKnow])/float64(n)
		}
		result.Scores[side] = score.rounded(top)
	}
	return result, true
}

// behind is how many of each group scored a question, and how many it was put
// to.
func (t Tally) behind(q Question, of func(map[string]int) Moments) (scored, put parts) {
	scored, put = parts{}, parts{}
	for _, side := range Sides() {
		scored[side], put[side] = of(t.Counts[side][q.ID]).N, t.Put[side][q.ID]
	}
	return scored, put
}

// counts are those of a group, or of everyone.
func (t Tally) counts(side Side, question string) map[string]int {
	if side != Everyone {
		return t.Counts[side][question]
	}
	all := map[string]int{}
	for _, s := range Sides() {
		for value, n := range t.Counts[s][question] {
			all[value] += n
		}
	}
	return all
}

// rounded is a score as it may be shown.
func (s Score) rounded(top float64) Score {
	s.DontKnow = int(math.Round(s.dontKnow))
	if !s.Shown {
		return s
	}
	s.Mean = math.Round(s.mean*10) / 10
	switch {
	case top == 0:
	case s.sd < 0.2*top:
		s.Spread = Close
	case s.sd < 0.35*top:
		s.Spread = Mixed
	default:
		s.Spread = Apart
	}
	return s
}

// summed is the score of several questions, made of what is shown of each.
func (r Results) summed(axis Axis, questions []QuestionResult) AxisResult {
	result := AxisResult{Axis: axis, Scores: map[Side]Score{Everyone: together(questions, Everyone, r.Top)}, Questions: len(questions)}
	var sides []Side
	for _, side := range Sides() {
		if f := r.People[side]; f.Shown && f.N > 0 {
			sides = append(sides, side)
		}
	}
	var common []QuestionResult
	for _, q := range questions {
		if q.Scores[Everyone].Shown {
			result.Of++
		}
		if !slices.ContainsFunc(sides, func(s Side) bool { return !q.Scores[s].Shown }) {
			common = append(common, q)
		}
	}
	result.Common = len(common)
	for _, side := range sides {
		result.Scores[side] = together(common, side, r.Top)
	}
	return result
}

// together is the mean of the scores that are shown of a group.
func together(questions []QuestionResult, side Side, top float64) Score {
	var all Score
	n, known := 0, 0
	for _, q := range questions {
		score := q.Scores[side]
		if score.Shown {
			all.mean, all.sd, n = all.mean+score.mean, all.sd+score.sd, n+1
			if all.N == 0 || score.N < all.N {
				all.N = score.N
			}
		}
		if score.KnowShown {
			all.dontKnow, known = all.dontKnow+score.dontKnow, known+1
		}
	}
	if n > 0 {
		all.Shown, all.mean, all.sd = true, all.mean/float64(n), all.sd/float64(n)
	}
	if known > 0 {
		all.KnowShown, all.dontKnow = true, all.dontKnow/float64(known)
	}
	return all.rounded(top)
}

// heat is the score of everyone in each domain under each principle.
func (r *Results) heat(s scorer) {
	cells := map[[2]string][]QuestionResult{}
	for _, q := range r.Questions {
		if q.Principle != "" && q.Domain != "" && s.scores[q.ID] != nil {
			at := [2]string{string(q.Domain), string(q.Principle)}
			cells[at] = append(cells[at], q)
		}
	}
	if len(cells) == 0 {
		return
	}
	for _, d := range Domains() {
		var row []Score
		for _, p := range Principles() {
			row = append(row, together(cells[[2]string{string(d), string(p)}], Everyone, s.top))
		}
		r.Heat = append(r.Heat, row)
	}
}

func (r *Results) rank(s scorer) {
	var all []QuestionResult
	for _, q := range r.Questions {
		if q.Scores[Everyone].Shown && s.scores[q.ID] != nil {
			all = append(all, q)
		}
	}
	slices.SortStableFunc(all, func(a, b QuestionResult) int {
		return cmp.Compare(b.Scores[Everyone].Mean, a.Scores[Everyone].Mean)
	})
	most := min(5, len(all)/2)
	r.Strongest = slices.Clone(all[:most])
	r.Weakest = slices.Clone(all[len(all)-most:])
	slices.Reverse(r.Weakest)
}

// Step is how far up a ladder most people see what is asked in place: the last
// section such that it and all before it stand at three quarters of the scale,
// "mostly in place", or more. It is empty where the first does not.
func (r Results) Step() AxisID {
	var step AxisID
	for _, a := range r.Axes {
		if len(a.Section) == 0 {
			continue
		}
		if s := a.Scores[Everyone]; !s.Shown || s.Mean < 0.75*r.Top {
			break
		}
		step = a.ID
	}
	return step
}
