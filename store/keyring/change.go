package keyring

import (
	"context"

	"holdfast/record"
)

// change gives the next header: what edit makes of this one, without
// keyholders that were slipped in.
func (h *Header) change(ks *Keyset, edit func(*document) error) (*Header, error) {
	if err := h.belongs(ks); err != nil {
		return nil, err
	}
	d := h.clean()
	if err := edit(d); err != nil {
		return nil, err
	}
	return d.sign(ks)
}

// Add adds keyholders. It fails with a wording.Problem, for instance where a
// key opens the vault already.
func (h *Header) Add(ctx context.Context, o Options, ks *Keyset, more ...*Enrolment) (*Header, error) {
	next, err := h.change(ks, func(d *document) error {
		for _, e := range more {
			if _, err := e.enter(ctx, o, ks, d); err != nil {
				return err
			}
		}
		var err error
		d.Keys, err = wrap(ks.master, ks.seed, d.recipients())
		return err
	})
	if err != nil {
		return nil, err
	}
	spend(more)
	return next, nil
}

// ChangePassphrase gives a keyholder another passphrase, under a fresh
// identity and with the work that is right today. It keeps its ID and label.
// An old copy of the header still opens with the old passphrase: where
// somebody may know it, use Rekey with the keyholder in Plan.Without and a new
// one in Plan.With. It fails with record.ErrNotFound where there is no such
// keyholder with a passphrase, or with a wording.Problem.
func (h *Header) ChangePassphrase(ctx context.Context, o Options, ks *Keyset, holder record.ID, text string) (*Header, error) {
	if err := checkPassphrase(text); err != nil {
		return nil, err
	}
	return h.change(ks, func(d *document) error {
		e, err := d.find(holder)
		if err != nil || e.Kind != KindPassphrase {
			return record.ErrNotFound
		}
		about, err := e.open(ks)
		if err != nil {
			return err
		}
		if err := e.harden(ctx, o, ks, d, text); err != nil {
			return err
		}
		if err := e.finish(o, ks, about); err != nil {
			return err
		}
		d.Keys, err = wrap(ks.master, ks.seed, d.recipients())
		return err
	})
}

// Rename gives a keyholder another label. It fails with record.ErrNotFound or
// a wording.Problem (field "label").
func (h *Header) Rename(o Options, ks *Keyset, holder record.ID, label string) (*Header, error) {
	if err := checkLabel(label); err != nil {
		return nil, err
	}
	return h.change(ks, func(d *document) error {
		e, err := d.find(holder)
		if err != nil {
			return err
		}
		about, err := e.open(ks)
		if err != nil {
			return err
		}
		about.Label = label
		return e.finish(o, ks, about)
	})
}

// Attest vouches for this vault with the key that opened it, once the person
// has compared the fingerprint (see Opening.Unattested). From then on nobody
// can put another vault in its place. It fails with record.ErrNotFound where
// that keyholder is gone.
func (h *Header) Attest(ks *Keyset) (*Header, error) {
	return h.change(ks, func(d *document) error {
		e, err := d.find(ks.holder)
		if err != nil {
			return err
		}
		said, err := ks.vouch(e.Recipient, ks.public)
		if err != nil {
			return err
		}
		if said == nil {
			return record.ErrNotFound
		}
		e.Attestation = said
		return nil
	})
}

// SetGeneration says which generation of the journal the header belongs to.
// It only grows.
func (h *Header) SetGeneration(ks *Keyset, generation uint64) (*Header, error) {
	return h.change(ks, func(d *document) error {
		if generation <= d.Generation {
			return record.ErrInvalid
		}
		d.Generation = generation
		return nil
	})
}
