package keyring

import (
	"encoding/json"
	"fmt"
	"time"
	"unicode"
	"unicode/utf8"

	"holdfast/record"
	"holdfast/wording"
)

// Kind is where a keyholder's identity lies. It is on the disk in clear.
type Kind string

// The kinds of keyholders.
const (
	// KindPassphrase: sealed in the header under a passphrase.
	KindPassphrase Kind = "passphrase"
	// KindPaper: printed or copied by hand.
	KindPaper Kind = "paper"
	// KindFile: an age identity file, protected by a passphrase of its own.
	KindFile Kind = "file"
	// KindRecipient: somewhere else; the vault knows its public half only.
	KindRecipient Kind = "recipient"
	// KindShares: divided among three sheets of paper, any two of which are
	// enough.
	KindShares Kind = "shares"
	// KindHardware: sealed in the header to what an age plugin keeps.
	KindHardware Kind = "hardware"
)

// since is the version of the header that brought a kind; 0 for one that this
// program does not know.
func (k Kind) since() int {
	switch k {
	case KindPassphrase, KindPaper, KindFile, KindRecipient:
		return 1
	case KindShares, KindHardware:
		return 2
	}
	return 0
}

// Holder is one keyholder.
type Holder struct {
	ID   record.ID
	Kind Kind
	// Label and Added are sealed in the header: empty before unlocking, and
	// always for a keyholder that somebody slipped in.
	Label string
	Added time.Time
	// Attested says whether the header holds an attestation of this keyholder
	// (see Header.Attest). Only unlocking with its key checks it.
	Attested bool
}

// Labels are short: they name a thing or a role, in one line.
const maxLabel = 80

// checkLabel refuses a label that is empty, long, or more than one line.
func checkLabel(label string) error {
	switch n := utf8.RuneCountInString(label); {
	case n == 0:
		return wording.Refuse("label", "Give the key a name, such as where it is kept.")
	case n > maxLabel:
		return wording.Refuse("label", "The name of a key has at most {n} characters.", "n", maxLabel)
	}
	for _, r := range label {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return wording.Refuse("label", "The name of a key is one line of plain text.")
		}
	}
	return nil
}

// details is the sealed part of a keyholder's entry.
type details struct {
	Label string    `json:"label"`
	Added time.Time `json:"added"`
}

// detailsSize is what details are filled up to, so that the length of the
// sealed bytes tells nothing about the label.
const detailsSize = 512

func (d details) encode() ([]byte, error) {
	d.Added = d.Added.UTC().Truncate(time.Second)
	raw, err := json.Marshal(d)
	if err != nil || len(raw) > detailsSize {
		return nil, fmt.Errorf("write the name of a key: %w", record.ErrInvalid)
	}
	padded := make([]byte, detailsSize)
	for i := copy(padded, raw); i < detailsSize; i++ {
		padded[i] = ' '
	}
	return padded, nil
}
