package keyring

import (
	"context"
	"fmt"
	"io"

	"holdfast/record"
	"holdfast/store/internal/seal"
)

// harden gives an entry a fresh identity, sealed under a passphrase with the
// work that is right today, never with what stands in the header: somebody
// may have lowered that.
func (e *entry) harden(ctx context.Context, o Options, ks *Keyset, d *document, passphrase string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	cost, err := o.cost(ctx)
	if err != nil {
		return err
	}
	hd, err := d.hardening(o.random(), cost, e.ID)
	if err != nil {
		return err
	}
	seal.Within(func() { err = e.sealIdentity(o.random(), ks, hd, passphrase) })
	return err
}

func (e *entry) sealIdentity(random io.Reader, ks *Keyset, hd hardening, passphrase string) error {
	id, err := newIdentity()
	if err != nil {
		return err
	}
	k, err := hd.key(passphrase)
	if err != nil {
		return err
	}
	defer k.Wipe()
	text := []byte(id.text)
	sealed, err := k.Seal(random, nil, text, hd.extra(ks.vault, e.ID))
	clear(text)
	if err != nil {
		return fmt.Errorf("seal a keyholder's key: %w", err)
	}
	e.Recipient, e.Hardening, e.Identity = id.recipient(), &hd, sealed
	return e.attestBy(ks, id)
}

// hardening is that of another keyholder where it has today's cost, so that
// one derivation serves both, and otherwise a new one.
func (d *document) hardening(random io.Reader, cost Cost, except record.ID) (hardening, error) {
	for _, other := range d.Holders {
		if other.Hardening != nil && other.ID != except && other.Hardening.cost() == cost {
			return *other.Hardening, cost.writable()
		}
	}
	return newHardening(random, cost)
}

// attest vouches for the vault's signing key with an identity in hand. It
// runs inside seal.Within.
func (e *entry) attest(ks *Keyset, identity string) error {
	id, err := parseIdentity(identity)
	if err != nil {
		return err
	}
	return e.attestBy(ks, id)
}

func (e *entry) attestBy(ks *Keyset, id *identity) error {
	by, err := id.attester()
	if err != nil {
		return err
	}
	ks.remember(e.Recipient, by)
	e.Attestation, err = attestation(by, ks.vault, ks.public)
	return err
}

// finish seals the label of an entry and signs it.
func (e *entry) finish(o Options, ks *Keyset, about details) error {
	raw, err := about.encode()
	if err != nil {
		return err
	}
	if e.Details, err = ks.details.Seal(o.random(), nil, raw, e.detailsExtra(ks.vault)); err != nil {
		return fmt.Errorf("seal the name of a key: %w", err)
	}
	e.Signature, err = ks.sign(e.message(ks.vault))
	return err
}
