package store

import (
	"context"
	"slices"

	"holdfast/record"
	"holdfast/store/keyring"
)

// Keyholders are everybody with a key to the vault, with labels, in the order
// in which they were added. It fails with ErrLocked.
func (s *Store) Keyholders() ([]keyring.Holder, error) {
	h, ks, err := s.headerAndKeys()
	if err != nil {
		return nil, err
	}
	holders, err := h.Holders(ks)
	return holders, explain("read the keyholders", err)
}

// Fingerprint recognises the vault; it is printed on the recovery kit, and
// changes when a keyholder is removed.
func (s *Store) Fingerprint() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.header.Fingerprint()
}

// Renewed says whether it had another fingerprint before.
func (s *Store) Renewed() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.header.Renewed()
}

func (s *Store) headerAndKeys() (*keyring.Header, *keyring.Keyset, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.locked {
		return nil, nil, ErrLocked
	}
	return s.header, s.gen.keys, nil
}

// AddKeyholder gives somebody a key. It fails with a wording.Problem, as the
// disk does, or with ErrLocked.
func (s *Store) AddKeyholder(ctx context.Context, more *keyring.Enrolment) error {
	return s.changeHeader(KindKeyholderAdded, func(h *keyring.Header, ks *keyring.Keyset) (*keyring.Header, error) {
		return h.Add(ctx, s.env.keys(), ks, more)
	})
}

// RenameKeyholder gives a keyholder another label. It fails with
// record.ErrNotFound or a wording.Problem.
func (s *Store) RenameKeyholder(holder record.ID, label string) error {
	return s.changeHeader(KindKeyholderRenamed, func(h *keyring.Header, ks *keyring.Keyset) (*keyring.Header, error) {
		return h.Rename(s.env.keys(), ks, holder, label)
	})
}

// Attest lets the key that opened the vault vouch for it, once a person has
// compared the Fingerprint with the recovery kit (keyring.Opening.Unattested).
func (s *Store) Attest() error {
	return s.changeHeader(KindKeyholderAttested, func(h *keyring.Header, ks *keyring.Keyset) (*keyring.Header, error) {
		return h.Attest(ks)
	})
}

// Rehearse proves that a key opens this vault's keys, without opening anything
// with them, and says whose it is. A key that had not vouched for the vault
// does so now, if the key in use has. It fails as Unlock does for a key that
// does not fit, with ErrLocked, or as the disk does.
func (s *Store) Rehearse(ctx context.Context, key keyring.Key) (keyring.Holder, error) {
	h, ks, err := s.headerAndKeys()
	if err != nil {
		return keyring.Holder{}, err
	}
	next, holder, err := h.Rehearse(ctx, ks, key)
	if err != nil || next == nil {
		return holder, explain("rehearse a key", err)
	}
	return holder, s.changeHeader(KindKeyholderAttested, func(now *keyring.Header, _ *keyring.Keyset) (*keyring.Header, error) {
		if now != h {
			return nil, keyring.ErrOtherHeader // it was changed meanwhile
		}
		return next, nil
	})
}

// RemoveKeyholder takes somebody's key away: everything is written anew under
// keys that they never had (see Rewrite). What they copied before stays theirs
// to read. It fails with record.ErrNotFound, a wording.Problem, or as Rewrite
// does.
func (s *Store) RemoveKeyholder(ctx context.Context, holder record.ID, progress Progress) error {
	return s.rewrite(ctx, KindKeyholderRemoved, keyring.Plan{Without: []record.ID{holder}}, Filter{}, progress)
}

// ChangePassphrase gives a keyholder another passphrase. An old copy of the
// vault still opens with the old one. Where that is feared to be known to
// somebody, everything is written anew under fresh keys, and the keyholder
// gets a new ID. It fails with record.ErrNotFound, a wording.Problem, or as
// Rewrite does.
func (s *Store) ChangePassphrase(ctx context.Context, holder record.ID, text string, feared bool, progress Progress) error {
	if !feared {
		return s.changeHeader(KindPassphraseChanged, func(h *keyring.Header, ks *keyring.Keyset) (*keyring.Header, error) {
			return h.ChangePassphrase(ctx, s.env.keys(), ks, holder, text)
		})
	}
	holders, err := s.Keyholders()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(holders, func(h keyring.Holder) bool { return h.ID == holder && h.Kind == keyring.KindPassphrase })
	if i < 0 {
		return record.ErrNotFound
	}
	again, err := keyring.NewPassphrase(holders[i].Label, text)
	if err != nil {
		return err
	}
	plan := keyring.Plan{Without: []record.ID{holder}, With: []*keyring.Enrolment{again}}
	return s.rewrite(ctx, KindPassphraseChanged, plan, Filter{}, progress)
}

// changeHeader writes a changed header and notes it in the journal.
func (s *Store) changeHeader(kind string, change func(*keyring.Header, *keyring.Keyset) (*keyring.Header, error)) error {
	s.writer.Lock()
	defer s.writer.Unlock()
	h, ks, err := s.headerAndKeys()
	if err != nil {
		return err
	}
	next, err := change(h, ks)
	if err != nil {
		return explain("change the keyholders", err)
	}
	// One behind is what a crash leaves; two would look like an older copy of
	// the records. What a full disk kept out last time goes in first.
	if s.journal.header != h.Hash() {
		if err := s.journal.append(s.noted(KindHeaderNoted, h, ks)); err != nil {
			return err
		}
	}
	if err := s.dir.writeHeader(next); err != nil {
		return err
	}
	s.mu.Lock()
	s.header = next
	s.mu.Unlock()
	// The change stands now. What fails from here on is found and mended at
	// the next unlock: a journal one revision behind, a copy one behind.
	err = s.journal.append(s.noted(kind, next, ks))
	if err == nil {
		s.stand()
		s.rememberPosition(false)
	} else {
		s.env.Log.Warn("the change of the keyholders could not be noted in the journal")
	}
	if err := s.dir.copyHeader(next); err != nil {
		s.env.Log.Warn("the copy of the list of keyholders could not be written")
	}
	return nil
}

// noted is the entry of the journal that says which header is the vault's.
func (s *Store) noted(kind string, h *keyring.Header, ks *keyring.Keyset) content {
	return content{form: formHeader, at: s.env.Clock(), holder: ks.Holder(), kind: kind, revision: h.Revision(), header: h.Hash()}
}
