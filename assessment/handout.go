package assessment

import (
	"io"
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Handout is what belongs to the codes and packets that were handed out for a
// round. It is gone once the round is closed.
type Handout struct {
	Round record.ID `json:"round"`
	// Codes are the digests of the codes that were not used yet, by group, in
	// an order that tells nothing.
	Codes map[Side][]string `json:"codes,omitempty"`
	// Words open a packet, Recipient is what answers are sealed to, and
	// Identity opens them.
	Words     string `json:"words,omitempty"`
	Recipient string `json:"recipient,omitempty"`
	Identity  string `json:"identity,omitempty"`
}

// HandoutSchema describes handouts as records, each under its round.
func HandoutSchema() record.Schema[Handout] {
	return record.Schema[Handout]{Collection: "handout", Version: 1, Key: func(h Handout) record.Key { return record.Key(h.Round) }}
}

// issue draws so many new codes for a group of which left more people may
// answer; renewed makes all codes of the group that were not used yet worth
// nothing, so that lost slips can be replaced.
func (h Handout) issue(side Side, n, left int, renewed bool, random io.Reader) (Handout, []Code, error) {
	known := map[Side][]string{}
	for s, digests := range h.Codes {
		if s != side || !renewed {
			known[s] = slices.Clone(digests)
		}
	}
	if left -= len(known[side]); n < 1 || n > left {
		return h, nil, wording.Refuse("codes", "There can be as many codes as people are asked; of this group {n} more.", "n", max(0, left))
	}
	var codes []Code
	for range n {
		c, err := NewCode(random)
		if err != nil {
			return h, nil, err
		}
		codes = append(codes, c)
		known[side] = append(known[side], c.Digest(h.Round))
	}
	slices.Sort(known[side])
	h.Codes = known
	return h, codes, nil
}

// SideOf is the group that a code was drawn for. It fails with a
// wording.Problem where it is none of the round's codes, or was used.
func (h Handout) SideOf(c Code) (Side, error) {
	for _, s := range Sides() {
		if slices.Contains(h.Codes[s], c.Digest(h.Round)) {
			return s, nil
		}
	}
	return "", wording.Refuse("code", "This code is none of this round, or it was used already.")
}

// Spent is the handout without a code.
func (h Handout) Spent(c Code) Handout {
	known := map[Side][]string{}
	for s, digests := range h.Codes {
		known[s] = slices.DeleteFunc(slices.Clone(digests), func(d string) bool { return d == c.Digest(h.Round) })
	}
	h.Codes = known
	return h
}
