package board

import (
	"context"
	"path/filepath"
	"slices"

	"holdfast/backup"
	"holdfast/record"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// Prove makes a fresh backup at a path where nothing lies yet, and opens it
// with the coming key: every byte and every record of it. Only then is the key
// proved. It fails as making and opening a backup do, with a Problem where no
// key takes over yet, or where this is another key; a backup that was made
// stays.
func (h Handing) Prove(ctx context.Context, path string, key keyring.Key, progress Progress) (Handover, error) {
	now, err := h.Now()
	if err != nil {
		return now, err
	}
	if now.Coming == "" {
		return now, wording.Refuse("handover", "First say which key takes over.")
	}
	if err := h.b.backUp(ctx, path, progress); err != nil {
		return now, err
	}
	opened, err := h.b.vault()
	if err != nil {
		return now, err
	}
	fresh, err := backup.Open(ctx, path, key, opened, progress)
	if err != nil {
		return now, err
	}
	defer fresh.Close()
	at := slices.IndexFunc(fresh.Holders, func(k keyring.RosterHolder) bool { return k.ID == now.Coming })
	if at < 0 || fresh.Bearer() == nil || fresh.Bearer().Recipient() != fresh.Holders[at].Recipient {
		return now, wording.Refuse("key", "The backup opens, but with another key than the one that takes over.")
	}
	return h.change(func(w *work, now *Handover) error {
		now.Proof = Proof{File: filepath.Base(path), On: w.today(), Records: fresh.Records()}
		return nil
	})
}

// backupPlaces are where the backups lie.
func (b *Board) backupPlaces() ([]Need, error) { return nil, nil }

// opens are the backups that a key opens, as far as they are known.
func (h Handing) opens(record.ID) ([]OldBackup, error) { return nil, nil }

// backUp makes a backup.
func (b *Board) backUp(ctx context.Context, path string, progress Progress) error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	_, err = backup.Create(ctx, b.env, opened, backup.Making{Path: path}, progress)
	return err
}
