package main

import (
	"maps"
	"strings"

	"github.com/alecthomas/kong"

	"holdfast/wording"
)

// helps are the sentences of --help in a language, under the names by which
// the words refer to them.
func helps(book *wording.Book) kong.Vars {
	all := kong.Vars{"description": book.Say("The house without a window: the same vault, the same rules.")}
	for _, some := range []kong.Vars{commandHelp(book), keyHelp(book), peopleHelp(book), contactHelp(book), otherHelp(book), leavingHelp(book), payHelp(book), payWordsHelp(book), assessHelp(book), answerHelp(book),
		consentHelp(book), choiceHelp(book), howHelp(book), libraryHelp(book), backupHelp(book)} {
		maps.Copy(all, some)
	}
	return all
}

// worded puts the sentences in place of their names. Kong could do it, but goes
// through all of them for every word, which takes a second by now.
func worded(sentences kong.Vars) kong.Option {
	sentence := func(help *string) {
		if name, ok := strings.CutPrefix(*help, "${"); ok {
			if said, known := sentences[strings.TrimSuffix(name, "}")]; known {
				*help = said
			}
		}
	}
	return kong.PostBuild(func(k *kong.Kong) error {
		return kong.Visit(k.Model, func(node kong.Visitable, next kong.Next) error {
			switch node := node.(type) {
			case *kong.Application:
				sentence(&node.Help)
			case *kong.Node:
				sentence(&node.Help)
			case *kong.Value:
				sentence(&node.Help)
			case *kong.Flag:
				sentence(&node.Value.Help)
			}
			return next(nil)
		})
	})
}

func commandHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"create":   book.Say("Make a new vault."),
		"check":    book.Say("Read every record and the whole journal, and say what is damaged."),
		"salvage":  book.Say("Write everything that can still be read into a new vault."),
		"keys":     book.Say("Who can open the vault, and with what."),
		"import":   book.Say("Bring people in from a spreadsheet."),
		"members":  book.Say("The people of the board."),
		"member":   book.Say("One person."),
		"contact":  book.Say("How to reach a person safely, now."),
		"find":     book.Say("Find people by a name, a part of one, or a number."),
		"today":    book.Say("What needs you, in order."),
		"journal":  book.Say("Who did what kind of act when."),
		"history":  book.Say("What was done about one person."),
		"undo":     book.Say("Take back one act about one person."),
		"settings": book.Say("The board's settings."),
		"compact":  book.Say("Write the vault anew without what is no longer needed."),
		"demo":     book.Say("Make a vault with an invented board."),

		"json":            book.Say("Answer with one JSON document."),
		"now":             book.Say("Take this for the present instant (RFC 3339), so that an answer can be given again."),
		"lang":            book.Say("Language of the answer."),
		"passphrase_file": book.Say("Read the passphrase from FILE; - is standard input. Without it, it is asked for on the terminal."),
		"key":             book.Say("Open with an age identity file or a paper key in FILE instead of a passphrase."),
		"share":           book.Say("Open with two of three sheets: give it twice, each with a sheet as a text file."),
		"plugin":          book.Say("The key in --key is kept by hardware: PATH is the program of its age plugin, and is the only one that is started."),
		"version":         book.Say("Say which version this is."),
		"vault":           book.Say("The vault's folder."),
		"new_vault":       book.Say("A folder that does not exist yet, or is empty."),
		"id":              book.Say("The person's identifier, or its beginning."),
	}
}

func keyHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"keys_list":           book.Say("List the keyholders."),
		"keys_add":            book.Say("Let one more key open the vault."),
		"keys_remove":         book.Say("Take a key away, and write the vault anew under fresh keys."),
		"keys_passphrase":     book.Say("Change a passphrase."),
		"keys_rename":         book.Say("Change what a key is called."),
		"keys_attest":         book.Say("Vouch for the vault, once its fingerprint was compared with the recovery kit."),
		"keys_read_back":      book.Say("Prove a paper key that has just opened the vault."),
		"verify":              book.Say("Prove that downloaded files are those of a release."),
		"verify_files":        book.Say("The files that were downloaded."),
		"verify_sums":         book.Say("The list of sums of the release; its signature lies beside it, as FILE.minisig."),
		"verify_key":          book.Say("The public key of whoever releases, as minisign shows it. Get it elsewhere than the files."),
		"keys_plugins":        book.Say("List the age plugins on the search path, to choose one from. None is started."),
		"keys_try":            book.Say("Try a hardware key: seal something to it and open it again."),
		"keys_rehearse":       book.Say("Prove that a recovery key opens the vault, without opening anything with it, and keep the day."),
		"keys_with":           book.Say("The key to rehearse: a key file or paper key, or two sheets (give it twice)."),
		"keys_with_plugin":    book.Say("The program of the age plugin, where the key to rehearse is kept by hardware."),
		"keys_secret":         book.Say("Read the passphrase of the key to rehearse, or its PIN, from FILE."),
		"keys_shares":         book.Say("Divide the key among three sheets, any two of which open, and write them into the folder DIR; where DIR ends in .pdf, as one PDF with a page for each."),
		"keys_program":        book.Say("The program of the age plugin of a hardware key."),
		"keys_key":            book.Say("The key file that the plugin made."),
		"keys_kind":           book.Say("What kind of key it is."),
		"keys_label":          book.Say("What to call the key, such as where it is kept."),
		"keys_out":            book.Say("Where the key file or the paper key is to lie. A paper key becomes a PDF to print where the name ends in .pdf, otherwise a text."),
		"keys_recipient":      book.Say("The age recipient of somebody who keeps the key elsewhere."),
		"keys_holder":         book.Say("The key's identifier, or its beginning."),
		"keys_whose":          book.Say("Whose passphrase is to change; the one that opened the vault where it is left out."),
		"keys_feared":         book.Say("Somebody may know the old passphrase: write the vault anew under fresh keys."),
		"keys_fingerprint":    book.Say("The fingerprint as it stands on the recovery kit."),
		"new_passphrase_file": book.Say("Read the new passphrase from FILE; - is standard input."),
		"board_name":          book.Say("What the board is called. It shows only while the vault is open."),
		"time_zone":           book.Say("Your time zone, like America/Chicago; the machine's own where it is left out."),
		"first_label":         book.Say("What to call this passphrase in the list of keyholders."),
		"paper":               book.Say("Write the paper key to FILE, for its owner alone, instead of showing it: a PDF where the name ends in .pdf, otherwise a text."),
		"no_paper":            book.Say("Make no paper key. Today will remind that only one key opens the vault."),
	}
}

func peopleHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"members_stage": book.Say("Only people at this stage; may be given several times."),
		"members_find":  book.Say("Only people who fit this text."),
		"members_order": book.Say("How the list is sorted."),
		"member_show":   book.Say("Everything that is kept about a person."),
		"member_add":    book.Say("Take a new person in."),
		"member_edit":   book.Say("Change the fields that a file names, and leave the others."),
		"member_stage":  book.Say("Move a person to another stage, or take the last move back."),
		"member_note":   book.Say("Write a note about a person."),
		"member_set":    book.Say("A JSON file with the fields, named as “member” shows them; - is standard input."),
		"stage":         book.Say("The stage to move to."),
		"stage_on":      book.Say("The day on which that was; today where it is left out."),
		"stage_back":    book.Say("Take the last move back."),
		"note_text":     book.Say("The file with the text of the note; - is standard input."),
		"note_on":       book.Say("The day that the note is about; today where it is left out."),
		"find_text":     book.Say("What to look for. Accents, case and a slip of the finger do not matter."),
		"find_limit":    book.Say("How many results at most."),
	}
}

func contactHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"contact_ask":    book.Say("May this person be reached now: how, and saying what."),
		"contact_sheet":  book.Say("Show the contact sheet, replace it, or confirm it."),
		"contact_log":    book.Say("List the contacts with a person, or write one down."),
		"purpose":        book.Say("What the contact is about: logistics, check_in, consent_question, pay, board_work, emergency or other."),
		"reveal":         book.Say("Show numbers and addresses in full."),
		"sheet_set":      book.Say("A JSON file with the whole sheet, as “contact sheet --json” shows it; - is standard input."),
		"sheet_confirm":  book.Say("The sheet was gone through with the person today."),
		"sheet_as_it_is": book.Say("Confirm it also where no way on it is known to be safe."),
		"sheet_until":    book.Say("The last day on which it holds without being confirmed again."),
		"log_channel":    book.Say("The way: phone, text, signal, whatsapp, email, post, in_person, support_person, other, or the identifier of one on the sheet."),
		"log_outcome":    book.Say("How it went: reached, sent, no_answer, left_message, call_later, broke_off, not_delivered or danger_word."),
		"log_answered":   book.Say("Who answered: person, support_person, someone_else or voicemail."),
		"log_incoming":   book.Say("The person got in touch themselves."),
		"log_at":         book.Say("When it was (RFC 3339); now where it is left out."),
		"log_note":       book.Say("A file with a note about it; - is standard input."),
	}
}

func otherHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"check_full":      book.Say("Also unlock the vault and compare its working copy with the journal."),
		"import_members":  book.Say("Bring the people of a CSV or XLSX file in."),
		"import_file":     book.Say("The spreadsheet."),
		"import_map":      book.Say("Read the list as this file says, instead of guessing."),
		"import_dry_run":  book.Say("Only say what would come in."),
		"import_skip_bad": book.Say("Leave rows behind that can't be taken or that seem to be there already."),
		"since":           book.Say("Only what was done since this instant (RFC 3339)."),
		"sequence":        book.Say("The number of the act, as “history” shows it."),
		"settings_get":    book.Say("Show one setting, or all."),
		"settings_set":    book.Say("Change one setting."),
		"setting":         book.Say("The setting's key, such as confirm_days."),
		"setting_value":   book.Say("Its new value."),
		"demo_people":     book.Say("How many people."),
		"demo_records":    book.Say("How many records at least."),
		"demo_seed":       book.Say("The same seed gives the same board."),
	}
}
