package find

import "math/bits"

// allowed is how many mistakes a typed word of n letters may hold: none in the
// shortest, where everything would resemble everything.
func allowed(n int) int {
	switch {
	case n < 3:
		return 0
	case n < 6:
		return 1
	default:
		return 2
	}
}

// noMatch is the cost of a word that does not resemble the typed one.
const noMatch = 255

// typed is one word of a query.
type typed struct {
	runes   []rune
	letters uint64
	allowed int
}

func newTyped(token string) typed {
	runes := []rune(token)
	return typed{runes, letters(token), allowed(len(runes))}
}

// mayResemble sorts out most words by their letters and length alone: each
// mistake accounts for at most one letter of what was typed.
func (t typed) mayResemble(letters uint64, length int) bool {
	return length >= len(t.runes)-t.allowed && bits.OnesCount64(t.letters&^letters) <= t.allowed
}

// cost says how far a word is from what was typed: twice the number of
// mistakes, and one more where only the beginning of the word resembles it;
// noMatch beyond what is allowed. A mistake is a letter too many, too few,
// another one, or two neighbours in the wrong order (optimal string
// alignment). A typed word of three letters must have its first letter right.
func (t typed) cost(word string) uint8 {
	var room [longest]rune
	b := room[:0]
	for _, r := range word {
		if len(b) == len(t.runes)+t.allowed+1 || len(b) == longest {
			break
		}
		b = append(b, r)
	}
	if len(b) == 0 || len(t.runes) < 4 && t.runes[0] != b[0] {
		return noMatch
	}
	whole, beginning := alignment(t.runes, b, t.allowed)
	switch {
	case beginning > t.allowed:
		return noMatch
	case whole <= t.allowed:
		return uint8(min(2*whole, 2*beginning+1))
	default:
		return uint8(2*beginning + 1)
	}
}

// Mistakes is how many slips lie between two folded words, and between a and
// any beginning of b: letters too many, too few, other ones, or two neighbours
// in the wrong order. Numbers above limit, which is 0 to 3, only say that there
// are more. Words count up to their 48th letter.
func Mistakes(a, b string, limit int) (whole, beginning int) {
	x, y := []rune(a), []rune(b)
	return alignment(x[:min(len(x), longest)], y[:min(len(y), longest)], limit)
}

// longest is how many letters of a word are compared with mistakes; longer
// words are compared by their beginning.
const longest = 48

// alignment is the optimal string alignment distance of a from b, and the
// smallest of a from any beginning of b. Distances above limit come out as
// some number above limit: only what lies limit off the diagonal is worked
// out.
func alignment(a, b []rune, limit int) (whole, beginning int) {
	const far = 100
	a = a[:min(len(a), longest)]
	var rows [3][longest + 2]uint8
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-limit), min(len(b), i+limit)
		row[from-1], row[to+1] = far, far
		if from == 1 {
			row[0] = uint8(i)
		}
		smallest := row[from-1]
		for j := from; j <= to; j++ {
			change := last[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			d := min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			smallest = min(smallest, d)
		}
		if int(smallest) > limit+1 {
			return far, far
		}
		before, last, row = last, row, before
	}
	beginning = far
	for j := max(0, len(a)-limit); j <= min(len(b), len(a)+limit); j++ {
		beginning = min(beginning, int(last[j]))
	}
	if len(b) > len(a)+limit || len(b) < len(a)-limit {
		return far, beginning
	}
	return int(last[len(b)]), beginning
}
