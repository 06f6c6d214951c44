package settings

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"holdfast/board"
	"holdfast/wording"
)

// BoardForm is what the board decided about itself while it is typed: as
// text, because it may still be wrong. It is what a draft holds.
type BoardForm struct {
	Name        string `json:"board_name"`
	Zone        string `json:"time_zone"`
	ConfirmDays string `json:"confirm_days"`
	TermMonths  string `json:"term_months"`
	TermsInARow string `json:"terms_in_a_row"`
	BreakMonths string `json:"break_months"`
	PromptDays  string `json:"prompt_days"`
	History     string `json:"history_months"`
	Rehearse    string `json:"rehearse_months"`
}

// Line is one field of the form: its key, its words and where it is typed.
type Line struct {
	Key, Label, Help string
	At               func(*BoardForm) *string
}

// BoardForm is the form as it is kept now; trouble is why there is none.
func (m *Model) BoardForm() (form BoardForm, trouble string) {
	set, err := m.board.Settings()
	if err != nil {
		return BoardForm{}, m.Explain(err)
	}
	days := make([]string, len(set.Terms.PromptDays))
	for i, d := range set.Terms.PromptDays {
		days[i] = strconv.Itoa(d)
	}
	return BoardForm{
		Name: set.Name, Zone: set.Zone, ConfirmDays: strconv.Itoa(set.ConfirmDays),
		TermMonths: strconv.Itoa(set.Terms.TermMonths), TermsInARow: strconv.Itoa(set.Terms.TermsInARow),
		BreakMonths: strconv.Itoa(set.Terms.BreakMonths), PromptDays: strings.Join(days, ", "),
		History: strconv.Itoa(set.HistoryMonths), Rehearse: strconv.Itoa(set.RehearseEvery()),
	}, ""
}

// NumberLines are the fields that hold numbers, those about terms apart.
func (m *Model) NumberLines() (terms, keeping []Line) {
	terms = []Line{
		{"term_months", m.book.Say("How long a term usually lasts"), m.book.Say("In months. 0 where there is no usual length."),
			func(f *BoardForm) *string { return &f.TermMonths }},
		{"terms_in_a_row", m.book.Say("Terms in a row, at most"), m.book.Say("0 where there is no limit."),
			func(f *BoardForm) *string { return &f.TermsInARow }},
		{"break_months", m.book.Say("Pause after which the count begins anew"), m.book.Say("In months. 0 where it never does."),
			func(f *BoardForm) *string { return &f.BreakMonths }},
		{"prompt_days", m.book.Say("Remind before a term ends"), m.book.Say("Days before the end, such as 90, 60, 30."),
			func(f *BoardForm) *string { return &f.PromptDays }},
	}
	keeping = []Line{
		{"confirm_days", m.book.Say("Go through a contact sheet again after"), m.book.Say("In days, 7 to 365. An older sheet warns before it is used."),
			func(f *BoardForm) *string { return &f.ConfirmDays }},
		{"history_months", m.book.Say("History of earlier versions"), m.book.Say("In months. 0 keeps all of it. Older versions go when the vault is next written anew."),
			func(f *BoardForm) *string { return &f.History }},
		{"rehearse_months", m.book.Say("Rehearse recovery keys again after"), m.book.Say("In months. 0 does not remind."),
			func(f *BoardForm) *string { return &f.Rehearse }},
	}
	return terms, keeping
}

// SaveBoard keeps the form. mistakes are what is wrong by key, trouble is what
// is wrong with keeping it; both are empty where it was kept.
func (m *Model) SaveBoard(form BoardForm) (mistakes map[string]string, trouble string) {
	set, err := m.board.Settings()
	if err != nil {
		return nil, m.Explain(err)
	}
	// What can't be read is joined with what is out of range, so that all of
	// it is said at once.
	err = form.onto(&set)
	if err == nil {
		_, err = m.board.SaveSettings(set)
	} else {
		err = errors.Join(err, set.Validate())
	}
	return m.mistakes(err)
}

// onto puts what is typed into settings.
func (f BoardForm) onto(s *board.Settings) error {
	s.Name, s.Zone = strings.TrimSpace(f.Name), strings.TrimSpace(f.Zone)
	rehearse := s.RehearseEvery()
	defer func() { s.SetRehearseEvery(rehearse) }()
	return errors.Join(
		number("rehearse_months", f.Rehearse, &rehearse),
		number("confirm_days", f.ConfirmDays, &s.ConfirmDays),
		number("term_months", f.TermMonths, &s.Terms.TermMonths),
		number("terms_in_a_row", f.TermsInARow, &s.Terms.TermsInARow),
		number("break_months", f.BreakMonths, &s.Terms.BreakMonths),
		number("history_months", f.History, &s.HistoryMonths),
		numbers("prompt_days", f.PromptDays, &s.Terms.PromptDays))
}

func number(key, text string, to *int) error {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return wording.Refuse(key, "This is a whole number.")
	}
	*to = n
	return nil
}

func numbers(key, text string, to *[]int) error {
	var all []int
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		n, err := strconv.Atoi(part)
		if err != nil {
			return wording.Refuse(key, "These are whole numbers with commas between them, like 90,60,30.")
		}
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b int) int { return b - a })
	*to = slices.Compact(all)
	return nil
}
