package keyring

import (
	"context"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// New makes the header and the keys of a new vault: generation 1, revision 1.
// At least one of the first keyholders has its key in hand (passphrase, paper
// or file); it is the one that the Keyset stands for. Each passphrase costs
// about a second. It fails with a wording.Problem, or when ctx ends.
func New(ctx context.Context, o Options, first ...*Enrolment) (*Header, *Keyset, error) {
	vault, err := record.NewID(o.random())
	if err != nil {
		return nil, nil, err
	}
	ks, err := freshKeyset(o, vault, nil)
	if err != nil {
		return nil, nil, err
	}
	d := &document{Vault: vault, Generation: 1}
	h, err := build(ctx, o, ks, d, first)
	if err != nil {
		ks.Wipe()
		return nil, nil, err
	}
	if ks.holder == "" {
		ks.Wipe()
		return nil, nil, wording.Refuse("", "A vault needs a first key: a passphrase, a paper key or a key file.")
	}
	spend(first)
	return h, ks, nil
}

// freshKeyset draws a new vault key, and a new signing key too where seed is
// nil.
func freshKeyset(o Options, vault record.ID, seed *seal.Key) (*Keyset, error) {
	master, err := seal.Random(o.random())
	if err != nil {
		return nil, err
	}
	if seed == nil {
		if seed, err = seal.Random(o.random()); err != nil {
			master.Wipe()
			return nil, err
		}
	}
	ks, err := newKeyset(vault, master, seed)
	if err != nil {
		master.Wipe()
		seed.Wipe()
	}
	return ks, err
}

// build adds keyholders to a document, gives it the keys of ks, and signs it.
// Where ks stands for nobody yet, it stands for the first of them that has
// its key in hand.
func build(ctx context.Context, o Options, ks *Keyset, d *document, with []*Enrolment) (*Header, error) {
	for _, e := range with {
		id, err := e.enter(ctx, o, ks, d)
		if err != nil {
			return nil, err
		}
		if ks.holder == "" && e.kind != KindRecipient {
			ks.holder = id
		}
	}
	if len(d.Holders) == 0 {
		return nil, wording.Refuse("", "A vault needs at least one key.")
	}
	check, err := ks.check()
	if err != nil {
		return nil, err
	}
	d.Signer, d.Check = ks.public, check
	if d.Keys, err = wrap(ks.master, ks.seed, d.recipients()); err != nil {
		return nil, err
	}
	return d.sign(ks)
}

// sign ends every change: the next revision, within bounds, signed.
func (d *document) sign(ks *Keyset) (*Header, error) {
	d.Revision++
	if len(d.Holders) > mostHolders {
		return nil, wording.Refuse("", "A vault has at most {n} keys. Remove one first.", "n", mostHolders)
	}
	recipients := map[string]bool{}
	for _, e := range d.Holders {
		if recipients[e.Recipient] {
			return nil, wording.Refuse("", "This key opens the vault already.")
		}
		recipients[e.Recipient] = true
	}
	// What this program writes, it must be able to read.
	if err := d.valid(); err != nil {
		return nil, err
	}
	body, err := d.body()
	if err != nil {
		return nil, err
	}
	signature, err := ks.sign(bind(domainHeader, body))
	if err != nil {
		return nil, err
	}
	return newHeader(d, signature)
}
