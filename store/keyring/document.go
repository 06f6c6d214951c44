package keyring

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"

	"filippo.io/age"

	"holdfast/record"
	"holdfast/store/internal/seal"
)

// document is the body of vault.json. Fields stand in the order in
// which they are written; bytes are base64. The signature covers its JSON
// without spaces and without the keyholders that were slipped in.
type document struct {
	Vault      record.ID `json:"vault"`
	Revision   uint64    `json:"revision"`
	Generation uint64    `json:"generation"`
	// Signer is the vault's public signing key; Retired are earlier ones,
	// oldest first, so that what they signed can still be verified.
	Signer  []byte   `json:"signer"`
	Retired [][]byte `json:"retired_signers,omitempty"`
	// Keys is an age file: the vault key and the seed of the signing key.
	Keys []byte `json:"keys"`
	// Check is a MAC by which the vault key is known.
	Check   []byte  `json:"check"`
	Holders []entry `json:"keyholders"`
}

// entry is one keyholder.
type entry struct {
	ID        record.ID `json:"id"`
	Kind      Kind      `json:"kind"`
	Recipient string    `json:"recipient"`
	// Hardening is there for a passphrase only, Identity (sealed) for a
	// passphrase and a hardware key.
	Hardening *hardening `json:"argon2id,omitempty"`
	Identity  []byte     `json:"identity,omitempty"`
	// Details is the sealed label and date.
	Details     []byte `json:"details"`
	Attestation []byte `json:"attestation,omitempty"`
	// Signature is the vault's, over vault, id, kind and recipient: an entry
	// without a right one was slipped in.
	Signature []byte `json:"signature"`
}

// Bounds of a header. A vault has a handful of keyholders.
const (
	mostHolders   = 32
	mostRetired   = 1024
	mostSets      = 4
	mostKeys      = 128 << 10
	mostSealed    = 8 << 10
	identitySize  = 77
	sealedDetails = detailsSize + seal.Overhead
)

// signedBy says whether the owner of a signing key made this entry.
func (e *entry) signedBy(signer []byte, vault record.ID) bool {
	return signs(signer, e.message(vault), e.Signature)
}

func (e *entry) message(vault record.ID) []byte {
	return bind(domainKeyholder, []byte(vault), []byte(e.ID), []byte(e.Kind), []byte(e.Recipient))
}

// detailsExtra binds the sealed label to its keyholder.
func (e *entry) detailsExtra(vault record.ID) []byte {
	return bind("keyholder details v1", []byte(vault), []byte(e.ID), []byte(e.Kind), []byte(e.Recipient))
}

func (e *entry) holder() Holder {
	return Holder{ID: e.ID, Kind: e.Kind, Attested: len(e.Attestation) > 0}
}

// body is the JSON that is signed and checked: one line, no spaces.
func (d *document) body() ([]byte, error) { return json.Marshal(d) }

// clone is a document whose lists may be changed.
func (d *document) clone() *document {
	c := *d
	c.Retired, c.Holders = slices.Clone(d.Retired), slices.Clone(d.Holders)
	return &c
}

// version is the lowest version of the header that can say all of this: an
// older program goes on reading a vault in which nothing is new to it.
func (d *document) version() int {
	least := 1
	for _, e := range d.Holders {
		least = max(least, e.Kind.since())
	}
	return least
}

func (d *document) find(id record.ID) (*entry, error) {
	for i := range d.Holders {
		if d.Holders[i].ID == id {
			return &d.Holders[i], nil
		}
	}
	return nil, record.ErrNotFound
}

func (d *document) recipients() []string {
	all := make([]string, len(d.Holders))
	for i, e := range d.Holders {
		all[i] = e.Recipient
	}
	return all
}

// parse reads a body strictly: unknown fields, other spellings of the same
// value and anything out of bounds are refused. What a later program needs to
// say besides comes with a higher version.
func parse(body []byte) (*document, error) {
	d := &document{}
	strict := json.NewDecoder(bytes.NewReader(body))
	strict.DisallowUnknownFields()
	if err := strict.Decode(d); err != nil {
		return nil, fmt.Errorf("%w: it can't be read", ErrDamaged)
	}
	if again, err := d.body(); err != nil || !bytes.Equal(again, body) {
		return nil, fmt.Errorf("%w: it is not in its one form", ErrDamaged)
	}
	return d, d.valid()
}

// valid checks every bound.
func (d *document) valid() error {
	switch {
	case !canonical(d.Vault):
		return fmt.Errorf("%w: the vault's identifier", ErrDamaged)
	case d.Revision < 1 || d.Generation < 1:
		return fmt.Errorf("%w: its revision or generation", ErrDamaged)
	case len(d.Signer) != ed25519.PublicKeySize, len(d.Retired) > mostRetired:
		return fmt.Errorf("%w: the signing keys", ErrDamaged)
	case len(d.Keys) == 0 || len(d.Keys) > mostKeys || len(d.Check) != sha256.Size:
		return fmt.Errorf("%w: the wrapped keys", ErrDamaged)
	case len(d.Holders) == 0 || len(d.Holders) > mostHolders:
		return fmt.Errorf("%w: the number of keyholders", ErrDamaged)
	}
	for _, signer := range d.Retired {
		if len(signer) != ed25519.PublicKeySize {
			return fmt.Errorf("%w: the earlier signing keys", ErrDamaged)
		}
	}
	ids, recipients := map[record.ID]bool{}, map[string]bool{}
	for i := range d.Holders {
		e := &d.Holders[i]
		if err := e.valid(); err != nil {
			return err
		}
		if ids[e.ID] || recipients[e.Recipient] {
			return fmt.Errorf("%w: a keyholder stands in it twice", ErrDamaged)
		}
		ids[e.ID], recipients[e.Recipient] = true, true
	}
	if len(sets(d.Holders)) > mostSets {
		return fmt.Errorf("%w: it asks for too much memory or time", ErrDamaged)
	}
	return nil
}

func (e *entry) valid() error {
	recipient, err := age.ParseHybridRecipient(e.Recipient)
	switch {
	case err != nil || recipient.String() != e.Recipient:
		return fmt.Errorf("%w: the public key of a keyholder", ErrDamaged)
	case !canonical(e.ID) || e.Kind.since() == 0:
		return fmt.Errorf("%w: the kind or identifier of a keyholder", ErrDamaged)
	case len(e.Details) != sealedDetails || len(e.Signature) != ed25519.SignatureSize:
		return fmt.Errorf("%w: the entry of a keyholder", ErrDamaged)
	case len(e.Attestation) != 0 && len(e.Attestation) != sha256.Size:
		return fmt.Errorf("%w: the attestation of a keyholder", ErrDamaged)
	case e.Kind == KindHardware && e.Hardening == nil && len(e.Identity) > 0 && len(e.Identity) <= mostSealed:
		return nil
	case e.Kind != KindPassphrase && (e.Hardening != nil || len(e.Identity) != 0):
		return fmt.Errorf("%w: a keyholder without a passphrase has one", ErrDamaged)
	case e.Kind == KindHardware:
		return fmt.Errorf("%w: the sealed key of a keyholder", ErrDamaged)
	case e.Kind != KindPassphrase:
		return nil
	case e.Hardening == nil || len(e.Hardening.Salt) != saltSize || len(e.Identity) != identitySize+seal.Overhead:
		return fmt.Errorf("%w: the sealed key of a keyholder", ErrDamaged)
	}
	return e.Hardening.cost().readable()
}

func canonical(id record.ID) bool {
	parsed, err := record.ParseID(string(id))
	return err == nil && parsed == id
}

// sets groups the keyholders with a passphrase by how it is hardened: one
// derivation serves one set.
func sets(among []entry) [][]*entry {
	var all [][]*entry
next:
	for i := range among {
		e := &among[i]
		if e.Hardening == nil {
			continue
		}
		for s := range all {
			if all[s][0].Hardening.same(*e.Hardening) {
				all[s] = append(all[s], e)
				continue next
			}
		}
		all = append(all, []*entry{e})
	}
	return all
}
