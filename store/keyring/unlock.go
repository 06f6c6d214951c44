package keyring

import (
	"context"
	"crypto/hmac"

	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// Opening says how a vault was unlocked and what the person has to be told.
type Opening struct {
	// Holder is the keyholder whose key it was.
	Holder Holder
	// Unattested: this key has not vouched for this vault yet, because it was
	// added by its public half, or because the vault's signing key changed
	// (somebody was removed, a backup was restored). The person compares
	// Fingerprint with the recovery kit, then Header.Attest is called.
	Unattested bool
	// Intruders are keyholders that somebody slipped into the header. They
	// can't open the vault, and no later header has them.
	Intruders []Holder
	// Fingerprint is the vault's.
	Fingerprint string
	// Swappable: the system would not keep the keys out of the swap file.
	Swappable bool
}

// Notices is what to tell the person, most serious first; empty on most days.
func (o Opening) Notices() []wording.Text {
	var all []wording.Text
	if n := len(o.Intruders); n > 0 {
		all = append(all, wording.N(n,
			"Somebody added a key to this vault from outside. It can't open anything and was left out. Find out who can write to the vault's folder.",
			"Somebody added {n} keys to this vault from outside. They can't open anything and were left out. Find out who can write to the vault's folder."))
	}
	if o.Unattested {
		all = append(all, wording.T(
			"This key opens this vault for the first time since its keys changed. Compare the fingerprint with the one on the recovery kit: {fingerprint}. If they differ, close the vault and ask the person who manages it.",
			"fingerprint", o.Fingerprint))
	}
	if o.Swappable {
		all = append(all, wording.T(
			"This computer did not reserve protected memory for the keys. The vault works as usual; lock it when you step away."))
	}
	return all
}

// Unlock opens the vault with a key. A passphrase takes about a second and
// belongs off the UI goroutine; ctx is looked at between derivations only.
//
// It fails with ErrWrongKey; with ErrForged where the header was not written
// by the vault that this key knows; with ErrNotKeyFile; or when ctx ends.
func (h *Header) Unlock(ctx context.Context, key Key) (ks *Keyset, opening Opening, err error) {
	with, err := key.ready(ctx, h.genuine)
	if err != nil {
		return nil, Opening{}, err
	}
	seal.Within(func() { ks, opening, err = h.unlock(ctx, with) })
	return ks, opening, err
}

// Rehearse proves that a key opens the keys of this header, and says whose it
// is. Nothing else is opened, and what it gave is wiped at once. Where the key
// had not vouched for the vault yet, the next header has it vouch; otherwise
// next is nil. ks are the keys of the open vault. It fails as Unlock does.
func (h *Header) Rehearse(ctx context.Context, ks *Keyset, key Key) (next *Header, holder Holder, err error) {
	opened, opening, err := h.Unlock(ctx, key)
	if err != nil {
		return nil, Holder{}, err
	}
	defer opened.Wipe()
	if own, err := h.doc.find(ks.holder); opening.Unattested && err == nil && len(own.Attestation) > 0 {
		next, err = h.Attest(opened)
		return next, opening.Holder, err
	}
	return nil, opening.Holder, nil
}

func (h *Header) unlock(ctx context.Context, key Key) (*Keyset, Opening, error) {
	id, e, err := key.open(ctx, h.doc.Vault, h.genuine)
	if err != nil {
		return nil, Opening{}, err
	}
	by, err := id.attester()
	if err != nil {
		return nil, Opening{}, err
	}
	ks, err := h.keys(id, e, by)
	if err != nil {
		by.Wipe()
		return nil, Opening{}, err
	}
	ks.holder = e.ID
	ks.remember(e.Recipient, by)
	about, err := e.open(ks)
	if err != nil {
		ks.Wipe()
		return nil, Opening{}, ErrForged
	}
	holder := e.holder()
	holder.Label, holder.Added = about.Label, about.Added
	return ks, Opening{
		Holder: holder, Unattested: !holder.Attested, Intruders: holders(h.intruders),
		Fingerprint: h.Fingerprint(), Swappable: !ks.Locked(),
	}, nil
}

// keys unwraps the vault's keys for an identity, in the order that makes a
// forgery fail before anything of it is used: who vouches for the signing
// key, what the signing key says, and only then the keys themselves.
func (h *Header) keys(id *identity, e *entry, by *seal.Key) (*Keyset, error) {
	if len(e.Attestation) > 0 {
		want, err := attestation(by, h.doc.Vault, h.doc.Signer)
		if err != nil {
			return nil, err
		}
		if !hmac.Equal(want, e.Attestation) {
			return nil, ErrForged
		}
	}
	if ok, err := h.signed(); err != nil || !ok {
		return nil, ErrForged
	}
	master, seed, err := unwrap(h.doc.Keys, id)
	if err != nil {
		return nil, err
	}
	ks, err := newKeyset(h.doc.Vault, master, seed)
	if err != nil {
		return nil, err
	}
	if ok, err := ks.checks(&h.doc); err != nil || !ok {
		ks.Wipe()
		return nil, ErrForged
	}
	return ks, nil
}

// signed says whether the header's signature is right for everything in it
// but the keyholders that were slipped in.
func (h *Header) signed() (bool, error) {
	body, err := h.clean().body()
	if err != nil {
		return false, err
	}
	return signs(h.doc.Signer, bind(domainHeader, body), h.signature), nil
}

// clean is the document without keyholders that were slipped in.
func (h *Header) clean() *document {
	d := h.doc.clone()
	d.Holders = append([]entry(nil), h.genuine...)
	return d
}
