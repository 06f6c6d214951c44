package main

import (
	"github.com/alecthomas/kong"

	"holdfast/wording"
)

// consentHelp is about what people agreed to.
func consentHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"demo_choices":     book.Say("How many choices about being used each person made; 0 is none."),
		"consent":          book.Say("What people agreed to, and what may be done."),
		"consent_may":      book.Say("May this be done: yes, ask first, or no, with the reason."),
		"consent_who":      book.Say("Who may be on a list that goes somewhere: everybody who agreed to it, and nobody else."),
		"consent_give":     book.Say("Write down a yes."),
		"consent_refuse":   book.Say("Write down a no."),
		"consent_withdraw": book.Say("They changed their mind: one purpose, or everything."),
		"consent_end":      book.Say("We end something that was agreed, and say why."),
		"consent_ask":      book.Say("Write down that somebody was asked."),
		"consent_defer":    book.Say("Write down that the answer was put off."),
		"consent_review":   book.Say("Write down that all choices were gone through and nothing changed."),
		"consent_decides":  book.Say("Write down who decides for a person: guardians, who may not, and from which day the person decides alone."),
		"consent_list":     book.Say("The choices of a person, or of everybody."),
		"consent_uses":     book.Say("Where something of a person was used; with --add, write down that it was."),
		"consent_after":    book.Say("What is left to do after a withdrawal, and what was done."),
		"consent_history":  book.Say("All that a person said, the latest first."),
		"consent_audit":    book.Say("What was allowed on a day that is past, and by which rule. Nobody is named."),
		"consent_release":  book.Say("The form of a release of information, to print and sign."),
		"consent_guide":    book.Say("What to tell a person about a purpose, and how to talk about it."),
		"consent_sheet":    book.Say("A person’s choices on a page for them."),
		"consent_receipt":  book.Say("A consent receipt (Kantara 1.1), where the settings allow it."),
		"consent_kind":     book.Say("The kinds of consent, also the board’s own."),
		"consent_page":     book.Say("Scanned pages, such as a signed form."),
		"quote":            book.Say("Quotes and stories in people’s own words."),
		"agreement":        book.Say("Agreements with other organisations."),
	}
}

// choiceHelp is about the parts of a choice.
func choiceHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"consent_purpose":      book.Say("What it is about, as “consent kind” lists it: quote, photo, release, contact.pay … or everything, to refuse or take back all."),
		"consent_to":           book.Say("To whom: one organisation or person."),
		"consent_channel":      book.Say("Where: internal, notes, minutes, meeting_list, annual_report, funder_report, website, social (or social.NETWORK), newsletter, print, press, testimony, training, video, podcast or ai. It may be given several times."),
		"consent_item":         book.Say("Which thing: the identifier of a quote, or words such as “portrait of 3 May”."),
		"consent_version":      book.Say("The version of it, as “consent quote list” shows it."),
		"consent_day":          book.Say("On which day; today where it is left out."),
		"consent_on":           book.Say("The day on which it was said; today where it is left out."),
		"consent_guardian":     book.Say("A guardian said it: who."),
		"consent_by":           book.Say("Who spoke with the person; the keyholder where it is left out."),
		"consent_kind_of_yes":  book.Say("given, limited (less than was asked for) or renewed."),
		"consent_set":          book.Say("A JSON file with more of it, as “consent history --json” shows it; - is standard input."),
		"consent_from":         book.Say("The first day."),
		"consent_until":        book.Say("The last day, inclusive. Without it the rules of the board say when it ends."),
		"consent_what":         book.Say("What exactly."),
		"consent_as":           book.Say("How they are named: anonymous, composite, initials, pseudonym, first_name, chosen_name or legal_name; not at all where it is left out."),
		"consent_shown":        book.Say("The words that stand for the name, such as “a board member”."),
		"consent_reuse":        book.Say("It may be used more than once."),
		"consent_edits":        book.Say("It may be shortened or changed."),
		"consent_review_first": book.Say("They want to see it before it goes out."),
		"consent_review_days":  book.Say("How many days before it goes out they want to see it."),
		"consent_leave_out":    book.Say("What must be left out. It may be given several times."),
		"consent_never_to":     book.Say("Who must not get it. It may be given several times."),
		"consent_reason":       book.Say("Why it is passed on."),
		"consent_method":       book.Say("How it is passed on: in person, by letter."),
	}
}

// howHelp is about how a choice was made.
func howHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"consent_form":        book.Say("written, spoken (with a witness) or recorded."),
		"consent_form_no":     book.Say("How it was said, where you want to keep that: written, spoken or recorded. Any form counts."),
		"consent_witness":     book.Say("Who was there when it was said."),
		"consent_language":    book.Say("The language in which it was talked about."),
		"consent_interpreter": book.Say("The interpreter, where there was one."),
		"consent_support":     book.Say("The support person, where there was one."),
		"consent_discussed":   book.Say("What can go wrong, and what could be done instead, was talked about."),
		"consent_condition":   book.Say("They were told that neither their place nor their pay depends on it."),
		"consent_copy":        book.Say("What became of a copy: given, declined or not_safe."),
		"consent_signed":      book.Say("The identifier of the scanned page, as “consent page add” gives it."),
		"consent_why":         book.Say("Why."),
		"consent_again":       book.Say("The day from which to ask again."),
		"consent_decides_set": book.Say("A JSON file: permission_needed, decides_from, guardians, excluded, alone."),
		"consent_list_id":     book.Say("The person’s identifier, or its beginning; everybody where it is left out."),
		"consent_since":       book.Say("Only what is new since the last review."),
		"use_add":             book.Say("What was used, so that it can be found again: page 12 of the annual report."),
		"use_link":            book.Say("Where to find it: an address, a shelf mark."),
		"use_on":              book.Say("The day on which it was used; today where it is left out."),
		"after_use":           book.Say("Which use, by its identifier or the beginning of it."),
		"after_done":          book.Say("What was done about it: asked_to_remove, removed or cannot_be_recalled."),
		"after_note":          book.Say("What else there is to say."),
		"after_told":          book.Say("The person was told what became of it."),
		"audit_day":           book.Say("The day."),
		"audit_out":           book.Say("Also write the answer as a table (CSV) to this file."),
	}
}

// libraryHelp is about quotes, agreements, kinds and pages.
func libraryHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"paper_out":       book.Say("The file to write, which must not exist yet."),
		"receipt_event":   book.Say("The identifier of the yes."),
		"receipt_without": book.Say("Leave the name of the organisation out."),
		"quote_list":      book.Say("List them, with what may be done with each in a place."),
		"quote_save":      book.Say("Keep a quote or a story, or new words of one."),
		"quote_approve":   book.Say("The person has seen it as it stands, and it may go out within what they agreed to."),
		"quote_export":    book.Say("Give out what may go to a place, and nothing else."),
		"quote_words":     book.Say("A file with the exact words; - is standard input."),
		"quote_which":     book.Say("The identifier of the quote."),
		"quote_title":     book.Say("A title that tells it apart; it goes out nowhere."),
		"quote_story":     book.Say("It is a story."),
		"quote_note":      book.Say("What somebody who reads it should know first. It may be given several times."),
		"quote_retire":    book.Say("Keep it for the record, and never export it again."),
		"agreement_list":  book.Say("List them."),
		"agreement_save":  book.Say("Keep one."),
		"agreement_set":   book.Say("A JSON file: parties, purpose, may_pass, personal_information, start, end, review, note; with id to change one."),
		"kind_list":       book.Say("List them."),
		"kind_save":       book.Say("Add a kind of the board’s own, or change one."),
		"kind_set":        book.Say("A JSON file: name, says, risks, alternatives, to_somebody, public; with id to change one."),
		"page_add":        book.Say("Keep a scanned page (PDF, JPEG or PNG) in the vault."),
		"page_list":       book.Say("List the pages."),
		"page_owner":      book.Say("The identifier of the person, or of the agreement, or its beginning."),
		"page_get":        book.Say("Write a page out to a file."),
		"page_file":       book.Say("The scanned page."),
		"page_which":      book.Say("The identifier of the page."),
	}
}
