package assessment

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"holdfast/wording"
)

// Fingerprint stands for all words and scores of an instrument, whether it is
// still in use or not: SHA-256 of Write. A response keeps the one of the words
// that were seen.
func (in Instrument) Fingerprint() string {
	in.Status = Active
	raw, err := in.Write()
	if err != nil { // fields of texts and numbers are always JSON
		return ""
	}
	return digest(raw)
}

// asSeen is a question as somebody meets it who reads one language: what is
// read and chosen from, and how it counts. What the question is about may be
// sorted anew.
func (in Instrument) asSeen(q Question, language wording.Language) string {
	seen := []any{q.Type, q.Text[language], q.Help[language], q.Repeats}
	for _, c := range in.ChoicesOf(q.Item) {
		seen = append(seen, c.Code, c.Text[language], c.Scored, c.Score)
	}
	raw, err := json.Marshal(seen)
	if err != nil {
		return ""
	}
	return digest(raw)
}

// Equal are the IDs of the questions that another instrument asks in the same
// words, in every language that both have, and with the same choices and
// scores.
func (in Instrument) Equal(other Instrument) map[string]bool {
	shared := slices.DeleteFunc(slices.Clone(in.Languages), func(l wording.Language) bool {
		return !slices.Contains(other.Languages, l)
	})
	theirs := map[string]Question{}
	for _, q := range other.Questions() {
		theirs[q.ID] = q
	}
	equal := map[string]bool{}
	for _, q := range in.Questions() {
		their, there := theirs[q.ID]
		equal[q.ID] = there && q.Type.Asks() && len(shared) > 0 && !slices.ContainsFunc(shared, func(l wording.Language) bool {
			return in.asSeen(q, l) != other.asSeen(their, l)
		})
	}
	return equal
}

func digest(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}
