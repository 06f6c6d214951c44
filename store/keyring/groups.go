package keyring

import (
	"fmt"
	"strings"

	"holdfast/wording"
)

// A paper key is 58 characters of five bits after a prefix that never
// changes. They stand in ten groups: nine of six characters and one of four,
// each followed by two check characters of its own.
const (
	identityPrefix = "AGE-SECRET-KEY-PQ-1"
	paperLength    = identitySize - len(identityPrefix)
	paperGroup     = 6
	paperChecks    = 2
	paperGroups    = (paperLength + paperGroup - 1) / paperGroup
)

// GroupError names the groups of a paper key (the first is 1) that were not
// written down or typed right. It is a wording.Problem with the field "paper".
type GroupError struct{ Groups []int }

// Error is the sentence in English.
func (e *GroupError) Error() string { return e.Unwrap().Error() }

// Unwrap is the sentence as a wording.Problem.
func (e *GroupError) Unwrap() error {
	if len(e.Groups) == 1 {
		return wording.Refuse("paper", "Group {group} is not right. Compare it with the paper once more.", "group", e.Groups[0])
	}
	list := make(wording.List, len(e.Groups))
	for i, g := range e.Groups {
		list[i] = g
	}
	return wording.Refuse("paper", "Groups {groups} are not right. Compare them with the paper once more.", "groups", list)
}

// CheckGroup says whether one group, typed with its check characters, is
// right in itself: for telling somebody while they type. The first group is
// 1. It fails with a GroupError.
func CheckGroup(group int, text string) error {
	typed := []byte(squeezed(text))
	if group < 1 || group > paperGroups || len(typed) != groupSize(group)+paperChecks || !right(group, typed) {
		return &GroupError{Groups: []int{group}}
	}
	return nil
}

// groupSize is the number of characters of a group without its checks.
func groupSize(group int) int { return min(paperGroup, paperLength-(group-1)*paperGroup) }

// joined takes typed groups apart and drops their check characters. Where
// characters are missing or too many, the first group that fails is where it
// happened.
func joined(typed []byte) ([]byte, error) {
	var key []byte
	var wrong []int
	exact := len(typed) == paperLength+paperGroups*paperChecks
	for group := 1; group <= paperGroups; group++ {
		n := groupSize(group) + paperChecks
		if len(typed) < n || !right(group, typed[:n]) {
			wrong = append(wrong, group)
			if !exact {
				break
			}
		}
		key = append(key, typed[:min(len(typed), groupSize(group))]...)
		typed = typed[min(len(typed), n):]
	}
	if wrong == nil && len(typed) > 0 {
		wrong = []int{paperGroups}
	}
	if wrong != nil {
		return nil, &GroupError{Groups: wrong}
	}
	return key, nil
}

// squeezed is what counts of a typed key: capital letters and digits. Spaces
// and signs are dropped, and letters that the alphabet leaves out because
// they are misread are read as what they look like. Whatever else is there
// becomes "?", which is right nowhere.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			r -= 'a' - 'A'
		case r > 127:
			if strings.ContainsRune("‐‑‒–—−\u00a0\u2009\u202f\u2003\u3000·", r) {
				return -1
			}
			return '?'
		}
		switch {
		case r == 'O':
			return '0'
		case r == 'I' || r == '1':
			return 'L'
		case r == 'B':
			return '8'
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, text)
}

// checks are the two check characters of a group. Together with it they form
// a word of a Reed-Solomon code over 32 symbols, moved by the group's number:
// any two wrong characters of a group are found, and so are two groups that
// changed places.
func checks(group int, text []byte) (string, error) {
	s0, s1, ok := syndromes(group, text)
	if !ok {
		return "", fmt.Errorf("a character of a paper key is none: %w", ErrNotKeyFile)
	}
	// Solve a+b = s0 and a·x^n + b·x^(n+1) = s1.
	a0 := power(len(text))
	a1 := power(len(text) + 1)
	b := multiply(s1^multiply(a0, s0), inverse(a0^a1))
	return string([]byte{alphabet[s0^b], alphabet[b]}), nil
}

// right says whether a group fits its last two characters.
func right(group int, typed []byte) bool {
	s0, s1, ok := syndromes(group, typed)
	return ok && s0 == 0 && s1 == 0
}

// syndromes are the sum of the symbols and the sum weighted by place, both
// moved by the group's number. The group is right where both are zero.
func syndromes(group int, text []byte) (s0, s1 byte, ok bool) {
	s0, s1 = byte(group), power(group)
	for i, c := range text {
		symbol := strings.IndexByte(alphabet, c)
		if symbol < 0 {
			return 0, 0, false
		}
		s0 ^= byte(symbol)
		s1 ^= multiply(byte(symbol), power(i))
	}
	return s0, s1, true
}

// multiply is that of the field with 32 elements (modulus x⁵+x³+1, as in
// Bech32).
func multiply(a, b byte) byte {
	var product byte
	for ; b > 0; b >>= 1 {
		if b&1 == 1 {
			product ^= a
		}
		a <<= 1
		if a&32 != 0 {
			a ^= 0b101001
		}
	}
	return product
}

// power is 2 to the n in that field; 2 generates it.
func power(n int) byte {
	p := byte(1)
	for range n % 31 {
		p = multiply(p, 2)
	}
	return p
}

// inverse is 1/a: a to the 30th, since a to the 31st is 1.
func inverse(a byte) byte {
	p := byte(1)
	for range 30 {
		p = multiply(p, a)
	}
	return p
}
