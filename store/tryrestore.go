package store

import (
	"context"
	"errors"

	"holdfast/store/keyring"
)

// rehearsalFolder holds a vault that is restored for trial.
const rehearsalFolder = "rehearsal" + aside

// TryRestore restores into a vault of its own beside this one's files, opens
// that with the key, lets look see it, and removes it again, whatever look
// finds. It fails as Revive, Vault.Unlock and look do.
func (s *Store) TryRestore(ctx context.Context, key keyring.Key, roster keyring.Roster, by *keyring.Bearer, what Restoring, look func(*Store) error, progress Progress, with ...*keyring.Enrolment) (err error) {
	ctx, cancel := s.context(ctx)
	defer cancel()
	dir := s.dir.path(rehearsalFolder)
	if err := erase(dir); err != nil {
		return err
	}
	defer func() { err = ended(ctx, errors.Join(err, erase(dir))) }()
	env := s.env
	env.Anchor = nil // this vault stays the one that the computer knows
	if err := Revive(ctx, env, dir, roster, by, what, progress, with...); err != nil {
		return err
	}
	v, err := Open(env, dir)
	if err != nil {
		return err
	}
	opened, _, err := v.Unlock(ctx, key, progress)
	if err != nil {
		return errors.Join(err, v.Close())
	}
	return errors.Join(look(opened), opened.Close())
}
