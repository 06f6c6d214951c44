package board

import (
	"context"
	"slices"

	"holdfast/backup"
	"holdfast/record"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// Prove makes a fresh backup at a path where nothing lies yet, or in a folder,
// and opens it with the coming key: every byte and every record of it. Only
// then is the key proved. It fails as making and opening a backup do, with a
// Problem where no key takes over yet, or where this is another key; then the
// fresh backup is removed, unless it is the only one that there is.
func (h Handing) Prove(ctx context.Context, path string, key keyring.Key, progress Progress) (Handover, error) {
	now, err := h.Now()
	if err != nil {
		return now, err
	}
	if now.Coming == "" {
		return now, wording.Refuse("handover", "First say which key takes over.")
	}
	made, err := h.b.Backups().Make(ctx, BackupWish{Path: path}, progress)
	if err != nil {
		return now, err
	}
	now, err = h.proveWith(ctx, now, made, key, progress)
	if err != nil {
		_ = h.b.Backups().Remove(made.ID) // the only one is refused, and stays in the register
	}
	return now, err
}

func (h Handing) proveWith(ctx context.Context, now Handover, made Backup, key keyring.Key, progress Progress) (Handover, error) {
	opened, err := h.b.vault()
	if err != nil {
		return now, err
	}
	fresh, err := backup.Open(ctx, made.Path(), key, opened, progress)
	if err != nil {
		return now, err
	}
	defer fresh.Close()
	at := slices.IndexFunc(fresh.Holders, func(k keyring.RosterHolder) bool { return k.ID == now.Coming })
	if at < 0 || fresh.Bearer() == nil || fresh.Bearer().Recipient() != fresh.Holders[at].Recipient {
		return now, wording.Refuse("key", "The backup opens, but with another key than the one that takes over.")
	}
	return h.change(func(w *work, now *Handover) error {
		now.Proof = Proof{File: made.File, On: w.today(), Records: fresh.Records()}
		return nil
	})
}

// backupPlaces are where the backups lie, the newest first.
func (b *Board) backupPlaces() ([]Need, error) {
	settings, all, err := b.Backups().state()
	var places []Need
	for _, made := range all {
		places = append(places, Need{On: record.DateOf(made.Made.In(settings.Location())),
			What: wording.T("{file} in {place}", "file", made.File, "place", made.Place)})
	}
	return places, err
}

// opens are the backups that a key opens, as far as they are known.
func (h Handing) opens(holder record.ID) ([]OldBackup, error) {
	settings, all, err := h.b.Backups().state()
	var old []OldBackup
	for _, made := range all {
		if slices.ContainsFunc(made.Keys, func(k BackupKey) bool { return k.ID == holder }) {
			old = append(old, OldBackup{File: made.File, Made: record.DateOf(made.Made.In(settings.Location()))})
		}
	}
	return old, err
}
