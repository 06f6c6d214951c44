package keyring

import (
	"bytes"
	"context"
	"slices"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// Plan is what a Rekey does besides drawing a fresh vault key.
type Plan struct {
	// Generation is the new generation, higher than the present one; 0 is the
	// next.
	Generation uint64
	// Without are keyholders to leave out. The signing key is then fresh too,
	// since they know the old one.
	Without []record.ID
	// With are keyholders to add: for instance the same person under a new
	// passphrase, where the old one may be known and its keyholder leaves.
	With []*Enrolment
	// Retired are signing keys to be known as the vault's earlier ones.
	Retired [][]byte
	// NewSigner asks for a fresh signing key in any case.
	NewSigner bool
}

// Rekey gives the header and keys of a new generation: a fresh vault key,
// wrapped to everybody who stays, without knowing anybody's passphrase. After
// a fresh signing key, keyholders whose key was not in hand while ks was open
// are unattested until they next unlock, and the fingerprint is another one.
// The old Keyset stays as it is, for reading the old generation.
//
// It fails with record.ErrNotFound where a keyholder in Without is none, or
// with a wording.Problem where nobody would be left, or where the keyholder
// that opened the vault would leave and With brings nobody in its place.
func (h *Header) Rekey(ctx context.Context, o Options, ks *Keyset, p Plan) (*Header, *Keyset, error) {
	if err := h.belongs(ks); err != nil {
		return nil, nil, err
	}
	d := h.clean()
	if p.Generation == 0 {
		p.Generation = d.Generation + 1
	}
	if p.Generation <= d.Generation {
		return nil, nil, record.ErrInvalid
	}
	d.Generation = p.Generation
	d.retire(ks.public, p.Retired)
	if err := d.leave(p.Without); err != nil {
		return nil, nil, err
	}
	fresh, err := d.freshKeys(o, ks, p)
	if err != nil {
		return nil, nil, err
	}
	next, err := d.carryOver(ctx, o, ks, fresh, p.With)
	if err != nil {
		fresh.Wipe()
		return nil, nil, err
	}
	spend(p.With)
	return next, fresh, nil
}

// retire adds earlier signing keys that are not known yet.
func (d *document) retire(present []byte, more [][]byte) {
	for _, signer := range more {
		known := func(s []byte) bool { return bytes.Equal(s, signer) }
		if !known(present) && !slices.ContainsFunc(d.Retired, known) {
			d.Retired = append(d.Retired, signer)
		}
	}
	d.Retired = d.Retired[max(0, len(d.Retired)-mostRetired):]
}

// leave takes keyholders out of a document.
func (d *document) leave(ids []record.ID) error {
	for _, id := range ids {
		if _, err := d.find(id); err != nil {
			return err
		}
		kept := d.Holders[:0:0]
		for _, e := range d.Holders {
			if e.ID != id {
				kept = append(kept, e)
			}
		}
		d.Holders = kept
	}
	return nil
}

// errLeaving is said to somebody who takes away the key that they hold.
func errLeaving() error {
	return wording.Refuse("", "This key opened the vault. Unlock with another key to remove this one, or replace it.")
}

// freshKeys draws the keys of the next generation.
func (d *document) freshKeys(o Options, ks *Keyset, p Plan) (*Keyset, error) {
	_, err := d.find(ks.holder)
	if err != nil && !slices.ContainsFunc(p.With, func(e *Enrolment) bool { return e.kind != KindRecipient }) {
		return nil, errLeaving()
	}
	stays := err == nil
	var seed *seal.Key
	if len(p.Without) == 0 && !p.NewSigner {
		if err := ks.seed.Reveal(func(secret []byte) error {
			seed = seal.NewKey(slices.Clone(secret))
			return nil
		}); err != nil {
			return nil, err
		}
	}
	fresh, err := freshKeyset(o, ks.vault, seed)
	if err != nil {
		return nil, err
	}
	if stays {
		fresh.holder = ks.holder
	}
	if seed == nil {
		d.Retired = append(d.Retired, ks.public)
		// Backups signed with a key this old have long been rotated away.
		d.Retired = d.Retired[max(0, len(d.Retired)-mostRetired):]
	}
	return fresh, nil
}

// carryOver seals, attests and signs every keyholder that stays under the
// fresh keys, adds the new ones and wraps the keys to all.
func (d *document) carryOver(ctx context.Context, o Options, ks, fresh *Keyset, with []*Enrolment) (*Header, error) {
	if err := fresh.inherit(ks); err != nil {
		return nil, err
	}
	changed := !fresh.public.Equal(ks.public)
	for i := range d.Holders {
		e := &d.Holders[i]
		about, err := e.open(ks)
		if err != nil {
			return nil, err
		}
		// A keyholder that had not vouched for the old key does not vouch for
		// the new one unasked.
		if changed && len(e.Attestation) > 0 {
			if e.Attestation, err = fresh.vouch(e.Recipient, fresh.public); err != nil {
				return nil, err
			}
		}
		if err := e.finish(o, fresh, about); err != nil {
			return nil, err
		}
	}
	return build(ctx, o, fresh, d, with)
}

// inherit copies what can vouch for keyholders from an older Keyset.
func (ks *Keyset) inherit(from *Keyset) error {
	from.mu.Lock()
	defer from.mu.Unlock()
	for _, a := range from.attesters {
		if err := a.key.Reveal(func(secret []byte) error {
			ks.remember(a.recipient, seal.NewKey(slices.Clone(secret)))
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}
