package board

import (
	"holdfast/backup"
	"holdfast/store"
	"holdfast/wording"
)

// backupTroubles are the errors about backups. None of them has changed
// anything.
func backupTroubles() []trouble {
	return []trouble{
		{backup.ErrWrongKey, CodePassphrase, wording.T("This key does not open the backup. An older backup opens with the passphrase of then. Check it, or take another key: the paper key, a key file, a second person's.")},
		{backup.ErrCompanion, CodeInvalid, wording.T("This is the small file beside a backup that tells what was erased since. Choose the backup itself: it has the same name without “.since”.")},
		{backup.ErrNotBackup, CodeInvalid, wording.T("This file is not a backup of Holdfast. Choose another one; Holdfast's own end in .age.")},
		{backup.ErrTruncated, CodeDamaged, wording.T("This backup is cut off: its end is missing. Nothing was restored. Copy it again from where it was made, or take another one.")},
		{backup.ErrAltered, CodeDamaged, wording.T("This backup is not as it was written: it was changed or is damaged. Nothing was restored. Take another one.")},
		{backup.ErrForged, CodeDamaged, wording.T("Somebody else made this backup, or changed who made it. Nothing was restored. Take another one, and find out where this one came from.")},
		{backup.ErrUnproven, CodeInvalid, CautionUnproven.Words()},
		{backup.ErrNewer, CodeNewer, wording.T("This backup was made by a newer Holdfast. Update the program; nothing is wrong with the backup.")},
		{backup.ErrOtherBoard, CodeInvalid, wording.T("This is a backup of another board. Restore it into a folder of its own.")},
		{backup.ErrOlder, CodeInvalid, CautionOlder.Words()},
		{ErrUnplugged, CodeInvalid, wording.T("The stick or disk does not answer any more: perhaps it was pulled out, or it is failing. This was not finished; what was there before is as it was. Put it in again or take another one, then try again.")},
		{ErrErasuresUnknown, CodeInvalid, CautionErasures.Words()},
		{ErrDiffers, CodeDamaged, wording.T("What was restored for trial is not what is in the backup. Do not rely on this backup: make another one.")},
		{store.ErrRewritten, CodeInvalid, wording.T("The vault was written anew meanwhile, so nothing was finished. Try again.")},
	}
}
