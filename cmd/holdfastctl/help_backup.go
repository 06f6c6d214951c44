package main

import (
	"github.com/alecthomas/kong"

	"holdfast/wording"
)

// backupHelp is about encrypted copies that are kept elsewhere.
func backupHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"backup":                  book.Say("Encrypted copies that are kept elsewhere: make, prove, bring back."),
		"backup_create":           book.Say("Make a backup, and read it back to its last byte."),
		"backup_list":             book.Say("The backups that were made, and whether everything could be got back today."),
		"backup_verify":           book.Say("Read a backup to its last byte. It needs only the file and a key."),
		"backup_inspect":          book.Say("Say what is in a backup, without opening names. It needs only the file and a key."),
		"backup_rehearse":         book.Say("Restore a backup for trial, compare it record by record, and remove it again."),
		"backup_restore":          book.Say("Bring a board back. It needs only the file and a key."),
		"backup_remove":           book.Say("Remove a backup, its file and its line in the list."),
		"backup_settle":           book.Say("Remove the vault that was kept when a backup was restored over it."),
		"backup_new_file":         book.Say("Where the backup is to lie: a new file, or a folder. Without it, the folder of the settings, and older ones are rotated away."),
		"backup_to":               book.Say("One more public key that opens it."),
		"backup_once":             book.Say("Make it open with this passphrase and with nothing else; read it from FILE."),
		"backup_file":             book.Say("The backup."),
		"backup_id":               book.Say("The backup, as “backup list” names it."),
		"backup_verify_vault":     book.Say("Also keep in this vault's list that it was read."),
		"backup_key":              book.Say("Rehearse with this key file or paper key, instead of the key that opens the vault."),
		"backup_passphrase":       book.Say("Rehearse with the passphrase in FILE."),
		"backup_restore_vault":    book.Say("Where to: a new folder, or the vault to be restored over."),
		"backup_dry_run":          book.Say("Only say what would change."),
		"backup_names":            book.Say("Say also by name about whom something would change."),
		"backup_accept":           book.Say("Say yes to something: older (what was done since would be gone), erasures (nothing is known of what was erased since)."),
		"backup_fingerprint":      book.Say("The fingerprint on the recovery kit, where the backup is not proven."),
		"backup_vault_key":        book.Say("The key file of the vault that lies there, where it is another one."),
		"backup_vault_passphrase": book.Say("A file with the passphrase of the vault that lies there, where it is another one."),
	}
}
