package keyring

import (
	"context"
	"fmt"
	"io"
	"time"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// Roster is what a backup says of a vault's keyholders: everything by which
// they open a vault that is restored from it, and nothing that opens the vault
// it was made of.
type Roster struct {
	Vault record.ID `json:"vault"`
	// Signer is the vault's public signing key (Ed25519), Retired are earlier
	// ones, the oldest first.
	Signer  []byte         `json:"signer"`
	Retired [][]byte       `json:"retired_signers,omitempty"`
	Holders []RosterHolder `json:"keyholders"`
}

// RosterHolder is one keyholder of a Roster.
type RosterHolder struct {
	Sealed
	Label string    `json:"label"`
	Added time.Time `json:"added"`
	// Recipient is the public half of the keyholder's identity.
	Recipient string `json:"recipient"`
	// Attestation is what the keyholder said of Vault and Signer; nil where it
	// has said nothing (see Bearer.Vouches).
	Attestation []byte `json:"attestation,omitempty"`
}

// Sealed is a keyholder's identity as it may lie in the open. Identity is
// empty where it lies somewhere else altogether.
type Sealed struct {
	ID   record.ID `json:"id"`
	Kind Kind      `json:"kind"`
	// Hardening is how the passphrase becomes the key that opens Identity.
	Hardening *hardening `json:"argon2id,omitempty"`
	Identity  []byte     `json:"identity,omitempty"`
}

func (s Sealed) entry() entry {
	return entry{ID: s.ID, Kind: s.Kind, Hardening: s.Hardening, Identity: s.Identity}
}

// Roster lists the keyholders that this header vouches for. It fails with
// ErrOtherHeader for the keys of another header.
func (h *Header) Roster(ks *Keyset) (Roster, error) {
	holders, err := h.Holders(ks)
	if err != nil {
		return Roster{}, err
	}
	d := h.doc.clone()
	r := Roster{Vault: d.Vault, Signer: d.Signer, Retired: d.Retired}
	for i, e := range h.genuine {
		r.Holders = append(r.Holders, RosterHolder{
			Sealed: Sealed{e.ID, e.Kind, e.Hardening, e.Identity}, Label: holders[i].Label, Added: holders[i].Added,
			Recipient: e.Recipient, Attestation: e.Attestation,
		})
	}
	return r, nil
}

// Valid fails with ErrDamaged or ErrWeakened for what no Holdfast writes.
func (r Roster) Valid() error {
	d, err := r.document()
	if err != nil {
		return err
	}
	return d.valid()
}

// document is a header's body as far as a Roster has it.
func (r Roster) document() (*document, error) {
	d := &document{Vault: r.Vault, Revision: 1, Generation: 1, Signer: r.Signer, Retired: r.Retired,
		Keys: make([]byte, 1), Check: make([]byte, seal.Size)}
	for _, h := range r.Holders {
		e := h.entry()
		e.Recipient, e.Attestation = h.Recipient, h.Attestation
		e.Details, e.Signature = make([]byte, sealedDetails), make([]byte, 64)
		if err := checkLabel(h.Label); err != nil {
			return nil, fmt.Errorf("%w: the name of a keyholder", ErrDamaged)
		}
		d.Holders = append(d.Holders, e)
	}
	return d, nil
}

// Signed says whether the vault's present signing key signed a message (see
// Keyset.Sign). Who holds that key is another question: see Bearer.Vouches.
func (r Roster) Signed(domain string, message, signature []byte) bool {
	return signs(r.Signer, bind(domainCaller, []byte(domain), []byte(r.Vault), message), signature)
}

// Fingerprint is that of the vault whose Roster this is.
func (r Roster) Fingerprint() string { return fingerprint(&document{Vault: r.Vault, Signer: r.Signer}) }

// Sealed are those identities that travel with a backup, so that a passphrase
// or a hardware key opens it where no vault is left.
func (r Roster) Sealed() []Sealed {
	var all []Sealed
	for _, h := range r.Holders {
		if len(h.Identity) > 0 {
			all = append(all, h.Sealed)
		}
	}
	return all
}

// Decoy is a sealed identity that nothing opens and nobody can tell from those
// of real keyholders. It costs whoever tries a passphrase no more than they.
func Decoy(random io.Reader, real []Sealed) (Sealed, error) {
	hd := hardening{MemoryKiB: 256 << 10, Passes: leastTime, Lanes: mostThreads, Salt: make([]byte, saltSize)}
	id, err := record.NewID(random)
	if err == nil {
		_, err = io.ReadFull(random, hd.Salt)
	}
	for _, s := range real {
		if s.Hardening != nil {
			hd = *s.Hardening
			break
		}
	}
	box := make([]byte, identitySize+seal.Overhead)
	if err == nil {
		_, err = io.ReadFull(random, box)
	}
	return Sealed{ID: id, Kind: KindPassphrase, Hardening: &hd, Identity: box}, err
}

// Revive makes the header and keys of a vault that is restored: the same vault
// with the same keyholders, under a fresh vault key and a fresh signing key.
// Who holds the bearer's key vouches for it at once, the others when they next
// unlock. with brings in keyholders besides, for instance where the bearer is
// nobody on the Roster (by may be nil then).
//
// It fails as New does, or with a wording.Problem where the restored vault would open with no
// key that is in hand.
func (r Roster) Revive(ctx context.Context, o Options, generation uint64, by *Bearer, with ...*Enrolment) (*Header, *Keyset, error) {
	d, err := r.document()
	if err != nil {
		return nil, nil, err
	}
	ks, err := freshKeyset(o, r.Vault, nil)
	if err != nil {
		return nil, nil, err
	}
	d.Revision, d.Generation = 0, generation
	d.Retired = append(d.Retired, r.Signer)
	d.Retired = d.Retired[max(0, len(d.Retired)-mostRetired):]
	header, err := r.rewrap(ctx, o, ks, d, by, with)
	if err == nil && ks.holder == "" {
		err = wording.Refuse("", "A vault needs a first key: a passphrase, a paper key or a key file.")
	}
	if err != nil {
		ks.Wipe()
		return nil, nil, err
	}
	spend(with)
	return header, ks, nil
}

// rewrap seals and signs every keyholder under fresh keys.
func (r Roster) rewrap(ctx context.Context, o Options, ks *Keyset, d *document, by *Bearer, with []*Enrolment) (*Header, error) {
	for i := range d.Holders {
		e := &d.Holders[i]
		e.Attestation = nil
		if by != nil && by.recipient == e.Recipient {
			var err error
			if e.Attestation, err = attestation(by.attester, ks.vault, ks.public); err != nil {
				return nil, err
			}
			ks.holder = e.ID
			if err := by.lend(ks); err != nil {
				return nil, err
			}
		}
		if err := e.finish(o, ks, details{Label: r.Holders[i].Label, Added: r.Holders[i].Added}); err != nil {
			return nil, err
		}
	}
	return build(ctx, o, ks, d, with)
}
