package board

import "holdfast/wording"

// Place is a page of the window, or an act that begins on one, which can be
// found by its name.
type Place struct {
	// ID says which it is to the window ("members", "lock").
	ID    string
	Title wording.Text
	// Words are other names that lead here.
	Words wording.Text
}

// Places are all pages and acts that can be found.
func Places() []Place {
	return []Place{
		{"today", wording.T("Today"), wording.T("home, what needs me")},
		{"members", wording.T("Members"), wording.T("people, list, everybody")},
		{"member.new", wording.T("Add a person"), wording.T("new member, invite")},
		{"import", wording.T("Bring people in from a spreadsheet"), wording.T("import, Excel, CSV, XLSX")},
		{"backups", wording.T("Backups"), wording.T("back up, copy, restore, rehearse, stick")},
		{"consent", wording.T("Consent"), wording.T("can I, may I, choices, changed their mind, withdraw")},
		{"quotes", wording.T("Quotes and stories"), wording.T("library, words, testimonial")},
		{"agreements", wording.T("Agreements with other organisations"), wording.T("MOU, memorandum, sharing, partner")},
		{"guides", wording.T("Conversation guides"), wording.T("print, ask, notice, release form")},
		{"pay", wording.T("Compensation"), wording.T("pay, money, owed, honorarium, stipend, treasurer, ledger")},
		{"rounds", wording.T("Assessments"), wording.T("round, survey, self-assessment, results, questions, sitting")},
		{"plan", wording.T("The plan"), wording.T("actions, what we try, follow up")},
		{"questions", wording.T("The questions"), wording.T("instrument, questionnaire, editor, XLSForm")},
		{"checklists", wording.T("Checklists"), wording.T("law, VAWA, VOCA, HIPAA, confidentiality, compliance, subpoena, breach, evidence")},
		{"keeping", wording.T("Keeping and handing over"), wording.T("retention, erase, forget, legal hold, delete")},
		{"handover", wording.T("Hand over to the next coordinator"), wording.T("handover, leaving, new coordinator, receipt")},
		{"journal", wording.T("History"), wording.T("journal, who did what, changes")},
		{"settings", wording.T("Settings"), wording.T("preferences, language, theme, text size")},
		{"keyholders", wording.T("Keyholders"), wording.T("keys, passphrase, who can open this")},
		{"passphrase", wording.T("Change the passphrase"), wording.T("password")},
		{"kit", wording.T("Recovery kit"), wording.T("paper key, recovery key, lost passphrase")},
		{"fields", wording.T("Fields of your own"), wording.T("custom fields, hide, rename")},
		{"guide", wording.T("Guide"), wording.T("help, manual, how to, F1")},
		{"shortcuts", wording.T("Keyboard shortcuts"), wording.T("help, keys")},
		{"lock", wording.T("Lock now"), wording.T("close, hide, leave")},
	}
}
