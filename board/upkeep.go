package board

import (
	"context"
	"time"

	"holdfast/store"
	"holdfast/store/keyring"
)

// NeedsCompaction says whether the vault takes far more room than what is in
// it, so that a compaction is worth offering at a quiet moment, such as
// locking.
func (b *Board) NeedsCompaction() bool {
	opened, err := b.vault()
	return err == nil && opened.NeedsCompaction()
}

// Compact writes the vault anew without the history that the settings no
// longer keep, and without what waits to be erased. It needs room for a second
// copy. Ending ctx, or locking, leaves the vault as it was.
func (b *Board) Compact(ctx context.Context, progress store.Progress) error {
	s, err := b.Settings()
	if err != nil {
		return err
	}
	opened, err := b.vault()
	if err != nil {
		return err
	}
	var since time.Time
	if s.HistoryMonths > 0 {
		since = b.in(s).AddDate(0, -s.HistoryMonths, 0)
	}
	e, err := eraserOf(opened)
	if err != nil {
		return err
	}
	return opened.Rewrite(ctx, store.Filter{History: since, Edit: e.edit}, progress)
}

// Check reads every record and the whole journal of a vault that is closed.
// What is damaged is in the report, not in the error; the error says why
// nothing could be checked.
func Check(ctx context.Context, env Environment, dir string, key keyring.Key, full bool) (store.CheckReport, error) {
	return store.Check(ctx, filled(env), dir, key, full)
}

// Salvage writes every record of a damaged vault that still authenticates
// into a new vault, which holder opens with the passphrase.
func Salvage(ctx context.Context, env Environment, dir string, key keyring.Key, newDir, holder, passphrase string) (store.SalvageReport, error) {
	first, err := keyring.NewPassphrase(holder, passphrase)
	if err != nil {
		return store.SalvageReport{}, err
	}
	return store.Salvage(ctx, filled(env), dir, key, newDir, first)
}
