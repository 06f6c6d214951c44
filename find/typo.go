package find

import "math/bits"

// letters marks which characters occur: a to z and 0 to 9 have a bit each,
// others share the rest.
func letters(runes []rune) uint64 {
	var set uint64
	for _, r := range runes {
		switch {
		case r >= 'a' && r <= 'z':
			set |= 1 << (r - 'a')
		case r >= '0' && r <= '9':
			set |= 1 << (26 + r - '0')
		default:
			set |= 1 << (36 + r%28)
		}
	}
	return set
}

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
	return typed{runes, letters(runes), allowed(len(runes))}
}

// cost says how far w is from what was typed: twice the number of mistakes,
// and one more where only the beginning of w resembles it; noMatch beyond what
// is allowed. A mistake is a letter too many, too few, another one, or two
// neighbours in the wrong order (optimal string alignment).
func (t typed) cost(w word) uint8 {
	if len(w.runes) < len(t.runes)-t.allowed ||
		bits.OnesCount64(t.letters&^w.letters) > t.allowed ||
		(len(t.runes) < 4 && t.runes[0] != w.runes[0]) {
		return noMatch
	}
	whole, beginning := alignment(t.runes, w.runes, t.allowed)
	switch {
	case beginning > t.allowed:
		return noMatch
	case whole <= t.allowed:
		return uint8(min(2*whole, 2*beginning+1))
	default:
		return uint8(2*beginning + 1)
	}
}

// longest is the length in letters of the longest word that is compared with
// mistakes; longer ones are compared by their beginning.
const longest = 48

// alignment is the optimal string alignment distance of a from b, and the
// smallest of a from any beginning of b. Distances above limit come out as
// some number above limit.
func alignment(a, b []rune, limit int) (whole, beginning int) {
	a, b = a[:min(len(a), longest)], b[:min(len(b), len(a)+limit+1, longest)]
	var rows [3][longest + 1]uint8
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		row[0] = uint8(i)
		smallest := row[0]
		for j := 1; j <= len(b); j++ {
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
			return int(smallest), int(smallest)
		}
		before, last, row = last, row, before
	}
	beginning = int(last[0])
	for j := 1; j <= len(b); j++ {
		beginning = min(beginning, int(last[j]))
	}
	return int(last[len(b)]), beginning
}
