package board

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"holdfast/backup"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Consent to a restore: what a person has said yes to.
type Agreed struct {
	// Older and Erasures are the cautions of these names.
	Older, Erasures bool
	// Fingerprint is what stands on the recovery kit, where the backup is not
	// proven.
	Fingerprint string
	// Label is what a key is called that is none of the vault's, and becomes
	// one so that the restored vault opens with it.
	Label string
}

// agreed fails where the plan asks for more than somebody said yes to.
func (r *Restore) agreed(p Plan, a Agreed) error {
	typed := strings.ToUpper(strings.Join(strings.Fields(strings.ReplaceAll(a.Fingerprint, "-", " ")), "-"))
	for _, c := range p.Cautions {
		switch {
		case c == CautionUnproven && a.Fingerprint == "":
			return backup.ErrUnproven
		case c == CautionUnproven && typed != r.opened.Fingerprint():
			return wording.Refuse("fingerprint", "This is not the fingerprint of the vault that made this backup. Do not restore it.")
		case c == CautionOlder && !a.Older:
			return backup.ErrOlder
		case c == CautionErasures && !a.Erasures:
			return ErrErasuresUnknown
		}
	}
	return nil
}

// ErrErasuresUnknown says that nothing is known of what was erased or taken
// back since a backup was made: a person says yes to that first.
var ErrErasuresUnknown = errors.New("nothing is known of what was erased since this backup was made")

// Into restores into a folder of its own, which must be empty or not be there
// yet: the same vault again under fresh keys, which opens with every key of the
// backup. It is not opened. What was erased or taken back since, as far as it
// is known, is so again. It fails with backup.ErrUnproven or
// ErrErasuresUnknown where the plan asks for more than was agreed to, and as
// store.Revive does; then nothing is left.
func (r *Restore) Into(ctx context.Context, dir string, p Plan, a Agreed, progress Progress) error {
	if err := r.agreed(p, a); err != nil {
		return err
	}
	with, err := comesBack(r.opened, r.key, a.Label)
	if err != nil {
		return err
	}
	what, err := r.restoring(ctx, p)
	if err != nil {
		return err
	}
	return store.Revive(ctx, r.env, dir, r.opened.Roster, r.opened.Bearer(), what, progress, with...)
}

// Over restores over a board that is open: everything in it is replaced at
// once, under a fresh vault key, and its keyholders stay those of today. The
// vault as it was is kept until DropReplaced. It fails with backup.ErrUnproven
// or backup.ErrOlder where the plan asks for more than was agreed to, and as
// store.Supplant does; then the board is as it was.
func (r *Restore) Over(ctx context.Context, b *Board, p Plan, a Agreed, progress Progress) error {
	if err := r.agreed(p, a); err != nil {
		return err
	}
	opened, err := b.vault()
	if err != nil {
		return err
	}
	what, err := r.restoring(ctx, p)
	if err != nil {
		return err
	}
	b.acting.Lock()
	defer b.acting.Unlock()
	err = opened.Supplant(ctx, what, progress)
	b.drop()
	return err
}

// restoring is the backup without what must not come back, and with what lives
// on.
func (r *Restore) restoring(ctx context.Context, p Plan) (store.Restoring, error) {
	what := r.opened.Restoring(ctx)
	e := newEraser(p.since.Tombstones)
	what.Filter.Edit = func(collection string, key record.Key, raw []byte) ([]byte, bool) {
		if p.Over && livesOn(collection) {
			return nil, false // it is that of today
		}
		return e.edit(collection, key, raw)
	}
	what.Last = store.Past{Kind: string(ActRestored), Changes: p.carry}
	if p.Over {
		return what, nil
	}
	// What a companion tells of is remembered from here on.
	for _, t := range p.since.Tombstones {
		kept := tombstone{Tombstone: t}
		raw, err := tombstoneSchema().Encode(kept, nil)
		if err != nil {
			return what, fmt.Errorf("keep what was erased: %w", err)
		}
		what.Last.Changes = append(what.Last.Changes, store.Change{
			Collection: tombstoneSchema().Collection, Key: tombstoneSchema().Key(kept), Raw: raw})
	}
	return what, nil
}

// Replaced are the folders with the vault as it was before something was
// restored over it. Each is a vault, and opens with the keys of then.
func (a Backups) Replaced() ([]string, error) {
	opened, err := a.b.vault()
	if err != nil {
		return nil, err
	}
	return opened.Replaced()
}

// DropReplaced removes them: somebody says that what was restored is right.
func (a Backups) DropReplaced() error {
	opened, err := a.b.vault()
	if err != nil {
		return err
	}
	return opened.DropReplaced()
}

// Needs says whether a plan asks for a caution.
func (p Plan) Needs(c Caution) bool { return slices.Contains(p.Cautions, c) }
