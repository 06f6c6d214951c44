package board

import "holdfast/record"

// backupPlaces are where the backups lie.
func (b *Board) backupPlaces() ([]Need, error) { return nil, nil }

// opens are the backups that a key opens, as far as they are known.
func (h Handing) opens(record.ID) ([]OldBackup, error) { return nil, nil }
