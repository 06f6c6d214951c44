package assessment

import (
	"io"
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
