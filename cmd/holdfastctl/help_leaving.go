package main

import (
	"github.com/alecthomas/kong"

	"holdfast/wording"
)

// leavingHelp is about the end of what is kept, and of whoever keeps it.
func leavingHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"forget":     book.Say("Show everything that is held about a person, and with --yes erase it."),
		"record":     book.Say("Give a person everything that is held about them."),
		"correction": book.Say("What a person asked to have put right, and what became of it."),
		"retention":  book.Say("What was kept long enough, and erasing it."),
		"hold":       book.Say("Legal holds, which stop all erasing."),
		"handover":   book.Say("Hand over to the next coordinator, step by step."),

		"forget_yes":         book.Say("Do it. Without this, nothing is changed."),
		"record_out":         book.Say("Where it is to lie: .age opens with a passphrase that the person chose; .pdf, .html, .json and .zip can be read by anyone."),
		"record_passphrase":  book.Say("Read the passphrase that the person chose from FILE."),
		"correction_list":    book.Say("List them."),
		"correction_ask":     book.Say("Write down what a person asked."),
		"correction_settle":  book.Say("Write down what became of it."),
		"correction_what":    book.Say("What they asked, in their words."),
		"correction_number":  book.Say("The number of the request, or its beginning."),
		"correction_outcome": book.Say("What became of it: corrected, removed, noted (their view stands beside it) or kept."),
		"correction_answer":  book.Say("What they were told."),
		"retention_list":     book.Say("List what is due, and what waits to be erased."),
		"retention_purge":    book.Say("Take something off, to be erased by “retention erase”."),
		"retention_erase":    book.Say("Write the vault anew without what waits to be erased."),
		"retention_tell":     book.Say("Write beside the backups that are there what was erased since they were made."),
		"purge_id":           book.Say("Only of this person."),
		"purge_due":          book.Say("Everything that is due and that no legal hold keeps."),
		"purge_field":        book.Say("What stands in this field, of one person or of everyone."),
		"purge_record":       book.Say("One record, as “forget” and “retention” name it."),
		"hold_list":          book.Say("List the legal holds."),
		"hold_set":           book.Say("Stop all erasing about a person, or on the whole board."),
		"hold_lift":          book.Say("Lift a legal hold."),
		"hold_id":            book.Say("The person; the whole board where it is left out."),
		"hold_why":           book.Say("What it is needed for, such as a letter and its date."),
		"hold_number":        book.Say("The number of the hold, or its beginning."),
		"hold_lift_why":      book.Say("Why it is not needed any more."),

		"handover_status":      book.Say("Where it stands, and what is next."),
		"handover_begin":       book.Say("Begin it."),
		"handover_needs":       book.Say("What the next person needs to know."),
		"handover_seen":        book.Say("Both have gone through that."),
		"handover_coming":      book.Say("Say which key takes over; add it first with “keys add”."),
		"handover_prove":       book.Say("Make a fresh backup and open it with the coming key."),
		"handover_reply":       book.Say("Write down that a person was told, and what they said."),
		"handover_remove":      book.Say("Take the old key away. Open the vault with the new one for this."),
		"handover_finish":      book.Say("Finish it."),
		"handover_receipt":     book.Say("The receipt for both to sign."),
		"handover_give_up":     book.Say("Give it up; all keys stay."),
		"handover_leaving":     book.Say("The key that leaves, by its identifier; the one that opened the vault where it is left out."),
		"handover_needs_out":   book.Say("Write it to FILE, a PDF or HTML page, instead of showing it."),
		"handover_backup":      book.Say("Where the fresh backup is to lie."),
		"handover_key":         book.Say("The coming key: a key file or a paper key."),
		"handover_passphrase":  book.Say("The coming passphrase, or that of the coming key file."),
		"handover_answer":      book.Say("asked, agreed, objected, or unsafe (can't be reached safely now)."),
		"handover_receipt_out": book.Say("The file, a PDF or HTML page."),
	}
}
