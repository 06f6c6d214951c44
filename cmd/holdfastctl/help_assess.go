package main

import (
	"github.com/alecthomas/kong"

	"holdfast/wording"
)

// assessHelp is about self-assessments and checklists.
func assessHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"assess":               book.Say("Self-assessments and checklists."),
		"assess_list":          book.Say("What can be asked."),
		"assess_import":        book.Say("Bring questions in: our JSON, or an XLSForm as XLSX or CSV."),
		"assess_export":        book.Say("Write questions to a file."),
		"assess_copy":          book.Say("Begin a draft: a copy under a name of its own, or the next version."),
		"assess_as":            book.Say("The name of the copy; without it, the next version is begun."),
		"assess_release_draft": book.Say("Release a draft: from then on it can be asked, and its words never change."),
		"assess_remove":        book.Say("Take a draft away."),
		"assess_round":         book.Say("Ask people."),
		"assess_answer":        book.Say("Enter answers that were given on paper, all at once."),
		"assess_packet":        book.Say("Make the file with which people answer on other laptops."),
		"assess_reply":         book.Say("Answer a packet, without any vault; without answers, show what it asks."),
		"assess_collect":       book.Say("Take in the answers that came back. Wait until several are there."),
		"assess_results":       book.Say("What a closed round may show."),
		"assess_comments":      book.Say("Comments that wait to be said in other words."),
		"assess_plan":          book.Say("What the board means to do because of what it found."),
		"assess_checklist":     book.Say("Checklists, how they stand, and ticking off."),
		"assess_file":          book.Say("The file with the questions."),
		"assess_release":       book.Say("Release it at once: its words never change after that."),
		"assess_instrument":    book.Say("The name of the questions, as the list has it."),
		"assess_version":       book.Say("Which version; without it, the latest."),
		"assess_out":           book.Say("Where it is to lie: .json is whole, .xlsx and .csv are an XLSForm."),

		"round":         book.Say("The round's identifier, its beginning, or its title."),
		"round_list":    book.Say("List the rounds."),
		"round_open":    book.Say("Open a round."),
		"round_codes":   book.Say("Draw codes for packets, to be printed and drawn by lot. They are shown this once."),
		"round_paper":   book.Say("Print the questions to be answered by hand."),
		"round_close":   book.Say("Close a round for good: answers become figures, and single answers are erased."),
		"round_give_up": book.Say("End a round with all its answers and without results."),
		"round_tell":    book.Say("Write down what the board was told of the results."),
		"round_adjust":  book.Say("Change what an open round is called, when it is meant to be closed, or how many are asked."),
		"round_back":    book.Say("Take what somebody answered by name out of a round again, with its history; without a name, say who answered."),
		"round_who":     book.Say("Who answered: their name, or the identifier of a member."),
		"round_title":   book.Say("What the round is called."),
		"round_asked":   book.Say("How many of this group are asked."),
		"round_named":   book.Say("Keep who answered what. Without this, the round is anonymous."),
		"round_from":    book.Say("The first day on which answers are taken; today where it is left out."),
		"round_to":      book.Say("The day on which the round is meant to be closed."),
		"round_side":    book.Say("For which group."),
		"round_count":   book.Say("How many codes."),
		"round_renew":   book.Say("Make the codes of this group that were not used yet worth nothing."),
		"round_slips":   book.Say("Write slips to be cut apart as a PDF instead of showing the codes."),
		"round_what":    book.Say("What the board was told."),
		"round_on":      book.Say("On which day; today where it is left out."),
	}
}

// answerHelp is about answering, results and checklists.
func answerHelp(book *wording.Book) kong.Vars {
	return kong.Vars{
		"demo_rounds":        book.Say("How many closed rounds of the self-assessment it has."),
		"answer_file":        book.Say("A JSON list of answers, each with its side."),
		"packet_out":         book.Say("Where the packet is to lie."),
		"reply_packet":       book.Say("The packet."),
		"reply_answers":      book.Say("A JSON object with the answers."),
		"reply_words":        book.Say("Read the words that open the packet from FILE; - is standard input."),
		"reply_code":         book.Say("The code that was drawn."),
		"reply_out":          book.Say("The folder for the file with the answers."),
		"collect_files":      book.Say("The files that came back."),
		"results_out":        book.Say("Write them to a file: .pdf, .html or .csv whole, .svg or .png one chart."),
		"results_chart":      book.Say("Which chart: principles, parts, lenses, heat, spread, groups or dont-know."),
		"comment_id":         book.Say("The comment's identifier, or its beginning."),
		"comment_reword":     book.Say("Say it in the words of FILE."),
		"comment_remove":     book.Say("Take the comment away."),
		"plan_set":           book.Say("Add an action, or change the one of that identifier, from a JSON file."),
		"plan_remove":        book.Say("Take the action of that identifier out of the plan."),
		"checklist_id":       book.Say("The checklist's name; without it, all are listed."),
		"checklist_fact":     book.Say("Answer a question about the board, which decides what applies."),
		"checklist_mark":     book.Say("Answer an item."),
		"checklist_status":   book.Say("How it stands: done, in-progress, not-yet, does-not-apply or ask-a-lawyer."),
		"checklist_note":     book.Say("What shows that it is so."),
		"checklist_link":     book.Say("Where that lies."),
		"checklist_owner":    book.Say("The role that looks after it."),
		"checklist_review":   book.Say("When to look at it again."),
		"checklist_signed":   book.Say("Who stands for it."),
		"checklist_attach":   book.Say("A file that shows it: PDF, JPEG or PNG."),
		"checklist_evidence": book.Say("Write the file of that identifier to --out."),
		"checklist_history":  book.Say("Show everything that was answered to an item."),
	}
}
