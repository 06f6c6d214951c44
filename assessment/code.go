package assessment

import (
	"io"
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// A code lets one person answer one round once, without saying who they are.
// Codes are printed on slips, cut apart, shuffled and drawn; the board keeps
// digests of them and takes each out when it is used.

// codeLetters are the 32 of Crockford's alphabet: none can be mistaken for
// another.
const codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// codeLength is in letters of five bits: 60 bits.
const codeLength = 12

// Code is a code as it is printed: three groups of four letters.
type Code string

// NewCode draws a code. It fails only when random does.
func NewCode(random io.Reader) (Code, error) {
	raw := make([]byte, codeLength)
	if _, err := io.ReadFull(random, raw); err != nil {
		return "", err
	}
	for i, b := range raw {
		raw[i] = codeLetters[b%32]
	}
	return Code(string(raw[:4]) + "-" + string(raw[4:8]) + "-" + string(raw[8:])), nil
}

// ParseCode reads a code as people type it: small letters, without the lines,
// O for 0, I and L for 1. It fails with a wording.Problem.
func ParseCode(text string) (Code, error) {
	var plain []byte
	for _, r := range strings.ToUpper(text) {
		switch {
		case r == '-' || r == ' ' || r == '–':
			continue
		case r == 'O':
			r = '0'
		case r == 'I' || r == 'L':
			r = '1'
		}
		if r > 'Z' || !strings.ContainsRune(codeLetters, r) {
			return "", errCode()
		}
		plain = append(plain, byte(r))
	}
	if len(plain) != codeLength {
		return "", errCode()
	}
	return Code(string(plain[:4]) + "-" + string(plain[4:8]) + "-" + string(plain[8:])), nil
}

func errCode() error {
	return wording.Refuse("code", "A code is three groups of four letters and digits, like {example}.", "example", "7KQM-2XHD-9RTA")
}

// Digest is what a round keeps of a code.
func (c Code) Digest(round record.ID) string {
	return digest([]byte("holdfast code v1\x00" + string(round) + "\x00" + string(c)))
}

// Issue draws so many new codes for a group of which some answered already,
// and gives the round that knows them; renewed makes all codes of the group
// that were not used yet worth nothing, so that lost slips can be replaced. No
// code is kept anywhere else: print them, then forget them.
func (r Round) Issue(side Side, n, answered int, renewed bool, random io.Reader) (Round, []Code, error) {
	known := map[Side][]string{}
	for s, digests := range r.Codes {
		if s != side || !renewed {
			known[s] = slices.Clone(digests)
		}
	}
	if left := r.Asked[side] - answered - len(known[side]); n < 1 || n > left {
		return r, nil, wording.Refuse("codes", "There can be as many codes as people are asked; of this group {n} more.", "n", max(0, left))
	}
	var codes []Code
	for range n {
		c, err := NewCode(random)
		if err != nil {
			return r, nil, err
		}
		codes = append(codes, c)
		known[side] = append(known[side], c.Digest(r.ID))
	}
	slices.Sort(known[side]) // in an order that tells nothing
	r.Codes = known
	return r, codes, nil
}

// SideOf is the group that a code was drawn for. It fails with a
// wording.Problem where it is none of the round's codes, or was used.
func (r Round) SideOf(c Code) (Side, error) {
	for _, s := range Sides() {
		if _, found := slices.BinarySearch(r.Codes[s], c.Digest(r.ID)); found {
			return s, nil
		}
	}
	return "", wording.Refuse("code", "This code is none of this round, or it was used already.")
}

// Spent is the round without a code.
func (r Round) Spent(c Code) Round {
	known := map[Side][]string{}
	for s, digests := range r.Codes {
		known[s] = slices.DeleteFunc(slices.Clone(digests), func(d string) bool { return d == c.Digest(r.ID) })
	}
	r.Codes = known
	return r
}
