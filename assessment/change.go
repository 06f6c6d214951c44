package assessment

import (
	"math"

	"holdfast/wording"
)

// Change is what is different between two rounds about one axis, over the
// questions that were the same and are shown in both.
type Change struct {
	Axis
	Side   Side
	Before Score
	Now    Score
	// Questions is how many were compared.
	Questions int
	Certain   Certainty
}

// Certainty says how much a difference means with as few answers as there
// are.
type Certainty string

// The certainties.
const (
	Chance  Certainty = "chance"  // as small as chance alone would make it
	Unsure  Certainty = "unsure"  // there, but chance could have made it
	Clearly Certainty = "clearly" // larger than chance alone would make it in 19 of 20 cases
)

// Words says the change in a sentence.
func (c Change) Words() wording.Text {
	higher := c.Now.Mean > c.Before.Mean
	switch {
	case c.Certain == Chance:
		return wording.T("About the same as last time.")
	case c.Certain == Unsure && higher:
		return wording.T("Higher than last time, but with so few answers this may be chance.")
	case c.Certain == Unsure:
		return wording.T("Lower than last time, but with so few answers this may be chance.")
	case higher:
		return wording.T("Higher than last time, by more than chance would explain.")
	default:
		return wording.T("Lower than last time, by more than chance would explain.")
	}
}

// Compare says what changed between an earlier round and this one, of
// everyone and of each group, for each axis that both have figures about.
func Compare(now, before Results, nowTally, beforeTally Tally) []Change {
	equal := now.Instrument.Equal(before.Instrument)
	then := map[string]QuestionResult{}
	for _, q := range before.Questions {
		then[q.ID] = q
	}
	var all []Change
	for _, axis := range now.Axes {
		for _, side := range append([]Side{Everyone}, Sides()...) {
			var mine, theirs []QuestionResult
			for _, q := range now.Questions {
				old := then[q.ID]
				if equal[q.ID] && q.isAbout(axis.ID) && q.Scores[side].Shown && old.Scores[side].Shown {
					mine, theirs = append(mine, q), append(theirs, old)
				}
			}
			if len(mine) == 0 {
				continue
			}
			c := Change{Axis: axis.Axis, Side: side, Questions: len(mine),
				Now: together(mine, side, now.Top), Before: together(theirs, side, before.Top)}
			c.Certain = certainty(c.Now.mean-c.Before.mean,
				nowTally.Means[side][axis.ID], beforeTally.Means[side][axis.ID])
			all = append(all, c)
		}
	}
	return all
}

func (q QuestionResult) isAbout(axis AxisID) bool {
	for _, a := range q.axes() {
		if a == axis {
			return true
		}
	}
	return false
}

// certainty weighs a difference against how far the means of single people
// lie apart: Welch's t for means of unequal variance (B. L. Welch,
// Biometrika 34, 1947). That mostly the same people answer both times is not
// used, because nobody knows who is who; it makes the words more careful than
// they would have to be.
func certainty(difference float64, a, b Moments) Certainty {
	va, vb := a.variance()/float64(max(1, a.N)), b.variance()/float64(max(1, b.N))
	size := math.Abs(difference)
	if math.Round(size*10) == 0 {
		return Chance
	}
	if a.N < 2 || b.N < 2 || va+vb == 0 {
		return Unsure
	}
	apart := math.Sqrt(va + vb)
	freedom := (va + vb) * (va + vb) / (va*va/float64(a.N-1) + vb*vb/float64(b.N-1))
	switch {
	case size > student(freedom)*apart:
		return Clearly
	case size > apart:
		return Unsure
	default:
		return Chance
	}
}

// student is the 97.5 % quantile of Student's distribution for so many degrees
// of freedom, rounded down to one of a table.
func student(freedom float64) float64 {
	table := []struct{ freedom, quantile float64 }{
		{120, 1.980}, {60, 2.000}, {40, 2.021}, {30, 2.042}, {25, 2.060}, {20, 2.086}, {18, 2.101}, {16, 2.120},
		{14, 2.145}, {12, 2.179}, {11, 2.201}, {10, 2.228}, {9, 2.262}, {8, 2.306}, {7, 2.365}, {6, 2.447},
		{5, 2.571}, {4, 2.776}, {3, 3.182}, {2, 4.303},
	}
	for _, row := range table {
		if freedom >= row.freedom {
			return row.quantile
		}
	}
	return 12.706
}
