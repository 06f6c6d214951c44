package keyring

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"math/big"
	"slices"

	"github.com/skip2/go-qrcode"

	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// Paper is a key as it stands on paper. It is a secret: drop it when it is
// printed and read back.
type Paper struct {
	// Text is the bare age identity, 77 characters: the line that opens
	// backups with the stock age tool.
	Text string
	// Groups is the same without its prefix, in ten groups to be copied.
	Groups []Group
}

// Group is a few characters of a paper key and its own two check characters.
type Group struct{ Text, Check string }

// String is the group as it is printed: "Q7XKPM-4T".
func (g Group) String() string { return g.Text + "-" + g.Check }

// ParsePaper reads a paper key: the ten groups with their check characters in
// any arrangement of spaces, lines and dashes, or the bare identity. Capital
// or small letters are the same, and letters that are not in the alphabet
// count as what they look like (O as 0, I and 1 as L, B as 8).
//
// It fails with a GroupError where groups are wrong, and with another
// wording.Problem (field "paper") where it can't be told which.
func ParsePaper(text string) (p *Paper, err error) {
	seal.Within(func() { p, err = parsePaper(text) })
	return p, err
}

// MayBePaper says whether a text is about as long as a paper key in its
// groups, so that it was meant as one, right or wrong.
func MayBePaper(text string) bool {
	const whole = paperLength + paperGroups*paperChecks
	return len(text) <= 4*whole && max(whole-len(squeezed(text)), len(squeezed(text))-whole) <= paperChecks
}

func parsePaper(text string) (*Paper, error) {
	if len(text) > 4096 {
		return nil, wording.Refuse("paper", "This is too long for a paper key.")
	}
	typed := []byte(squeezed(text))
	prefix := squeezed(identityPrefix)
	rest, prefixed := bytes.CutPrefix(typed, []byte(prefix))
	if !prefixed || len(rest) != paperLength {
		var err error
		if rest, err = joined(rest); err != nil {
			return nil, err
		}
	}
	id, err := parseIdentity(identityPrefix + string(rest))
	if err != nil {
		return nil, wording.Refuse("paper", "This is not a whole paper key. Compare every character with the paper once more.")
	}
	return split(id)
}

// split puts an identity into groups.
func split(id *identity) (*Paper, error) {
	p := &Paper{Text: id.text}
	rest := []byte(id.text[len(identityPrefix):])
	for group := 1; group <= paperGroups; group++ {
		n := groupSize(group)
		check, err := checks(group, rest[:n])
		if err != nil {
			return nil, err
		}
		p.Groups = append(p.Groups, Group{Text: string(rest[:n]), Check: check})
		rest = rest[n:]
	}
	return p, nil
}

// Same says whether somebody typed a group as it stands on this paper, with
// or without its check characters. The first group is 1.
func (p *Paper) Same(group int, typed string) bool {
	if group < 1 || group > len(p.Groups) {
		return false
	}
	g, t := p.Groups[group-1], squeezed(typed)
	return t == g.Text || t == g.Text+g.Check
}

// RandomGroups chooses n different groups to be read back, in the order in
// which they stand on the paper. It fails only when random does.
func RandomGroups(random io.Reader, n int) ([]int, error) {
	left := make([]int, paperGroups)
	for i := range left {
		left[i] = i + 1
	}
	var chosen []int
	for range min(n, paperGroups) {
		at, err := rand.Int(random, big.NewInt(int64(len(left))))
		if err != nil {
			return nil, fmt.Errorf("choose groups to read back: %w", err)
		}
		i := int(at.Int64())
		chosen = append(chosen, left[i])
		left = slices.Delete(left, i, i+1)
	}
	slices.Sort(chosen)
	return chosen, nil
}

// QR is the bare identity as a QR code: rows of squares, true where dark,
// with the empty border of four squares that readers need. It is drawn by the
// caller.
func (p *Paper) QR() ([][]bool, error) {
	code, err := qrcode.New(p.Text, qrcode.Medium)
	if err != nil {
		return nil, fmt.Errorf("draw a paper key: %w", err)
	}
	return code.Bitmap(), nil
}
