package keyring

import (
	"crypto/hkdf"
	"crypto/sha256"

	"filippo.io/age"

	"holdfast/record"
	"holdfast/store/internal/seal"
)

// identity is one age identity in hand. It lives only inside seal.Within.
type identity struct {
	text string // AGE-SECRET-KEY-PQ-1…, 77 characters
	age  *age.HybridIdentity
}

// newIdentity draws one. The age library takes its randomness from the
// operating system and from nowhere else.
func newIdentity() (*identity, error) {
	drawn, err := age.GenerateHybridIdentity()
	if err != nil {
		return nil, err
	}
	return &identity{text: drawn.String(), age: drawn}, nil
}

func parseIdentity(text string) (*identity, error) {
	parsed, err := age.ParseHybridIdentity(text)
	if err != nil {
		// What age says may repeat the text: it stays here.
		return nil, ErrNotKeyFile
	}
	return &identity{text: text, age: parsed}, nil
}

// recipient is the public half, in the form that stands in the header.
func (i *identity) recipient() string { return i.age.Recipient().String() }

// attester is the key that only this identity can make and that vouches for
// a vault's public signing key: HKDF-SHA-256 of the identity's text.
func (i *identity) attester() (*seal.Key, error) {
	derived, err := hkdf.Key(sha256.New, []byte(i.text), nil, "attest v1", seal.Size)
	if err != nil {
		return nil, err
	}
	return seal.NewKey(derived), nil
}

// attestation is what an attester says of a vault and its signing key.
func attestation(attester *seal.Key, vault record.ID, signer []byte) ([]byte, error) {
	sum, err := attester.MAC([]byte("holdfast attestation v1"), []byte(vault), signer)
	return sum[:], err
}
