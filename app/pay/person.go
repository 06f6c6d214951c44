package pay

import (
	"cmp"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// PersonState is what a person's own tab shows.
type PersonState struct {
	Trouble, Name string
	// Stats are what is owed, what was paid this year, and what was paid ahead.
	Stats []Stat
	// Limits are the person's own, with how far each is used up.
	Limits []LimitLine
	// How is their way, Shows what it shows to whom, Words what to say, Answers
	// what they said about their safety; Confirmed is when that was gone
	// through.
	How, Shows, Words, Confirmed string
	Answers                      [][2]string
	// Rows are their entries, the latest first.
	Rows []board.LedgerRow
	// Letters are those to whom a letter may go, NoLetter why none may.
	Letters  []form.Choice
	NoLetter string
	Owed     bool
}

// LimitLine is a limit and how far it is used up.
type LimitLine struct {
	Limit, Left string
	Care        bool
}

// ReadPerson is the tab of somebody as it is now.
func ReadPerson(b Board, book *wording.Book, id member.ID) PersonState {
	m, err := b.Member(id)
	a, err2 := b.Pay().Account(id)
	way, err3 := b.Pay().Way(id)
	rows, err4 := b.Pay().Entries(board.LedgerFilter{Member: id})
	settings, err5 := b.Settings()
	now, err6 := b.Now()
	if err := cmp.Or(err, err2, err3, err4, err5, err6); err != nil {
		return PersonState{Trouble: board.ExplainIn(book, err)}
	}
	today := record.DateOf(now)
	s := PersonState{Name: m.Name, Rows: rows, Owed: len(a.OpenClaims()) > 0}
	s.stats(book, a, today)
	s.How, s.Shows, s.Words = book.Render(way.Method.Name()), book.Render(way.Method.Shows()), way.Words
	switch {
	case way.Method == compensation.NotAtAll && !way.AskAgain.IsZero():
		s.How = book.Say("Chose not to be paid · ask again on {date}", "date", way.AskAgain)
	case way.Handover != "":
		s.How = book.Say("{method}, {how}", "method", way.Method.Name(), "how", way.Handover)
	}
	if !way.Confirmed.IsZero() {
		s.Confirmed = book.Date(way.Confirmed)
	}
	for _, q := range way.Method.Questions() {
		s.Answers = append(s.Answers, [2]string{book.Render(q.Ask), book.Render(way.Said(q))})
	}
	if way.Method != "" && way.Method != compensation.NotAtAll {
		s.Answers = append(s.Answers, [2]string{book.Say("Is signing for it all right?"), book.Render(way.Receipt.Name())})
	}
	for _, l := range way.Limits {
		used := a.Use(l, compensation.Asked{Today: today, Day: today}, settings.Pay)
		s.Limits = append(s.Limits, LimitLine{capital(book.Render(l.Words())), book.Render(used.Words(today)), used.Near})
	}
	s.letters(b, book, id)
	return s
}

func (s *PersonState) stats(book *wording.Book, a *compensation.Account, today record.Date) {
	owing := compensation.OwingOf([]*compensation.Account{a}, today)
	note := ""
	if owing.People > 0 {
		note = book.Count(owing.Oldest, "oldest {n} day", "oldest {n} days")
	}
	s.Stats = []Stat{{Label: book.Say("Owed now"), Figure: capital(book.Render(owing.Sums.Words())), Note: note, Share: -1}}
	paid, spent, times := compensation.Purse{}, compensation.Purse{}, 0
	for _, y := range a.Years() {
		if y.Year == today.Year {
			paid.Add(y.Pay)
			spent.Add(y.Expenses)
			times += y.Times
		}
	}
	s.Stats = append(s.Stats, Stat{Label: book.Say("Paid in {year}", "year", compensation.YearWord(today.Year)), Figure: capital(book.Render(paid.Words())), Share: -1,
		Note: book.Count(times, "{n} payment · expenses apart: {sum}", "{n} payments · expenses apart: {sum}", "sum", spent.Words())})
	if ahead := a.Advances(); len(ahead.Sums()) > 0 {
		s.Stats = append(s.Stats, Stat{Label: book.Say("Paid ahead"), Figure: book.Render(ahead.Words()), Note: book.Say("For nothing yet; what comes next is paid from it."), Share: -1})
	}
}

func (s *PersonState) letters(b Board, book *wording.Book, id member.ID) {
	to, err := b.Pay().LetterTo(id)
	for _, who := range to {
		s.Letters = append(s.Letters, form.Choice{ID: who, Label: who})
	}
	switch {
	case err != nil:
		s.NoLetter = board.ExplainIn(book, err)
	case len(to) == 0:
		s.NoLetter = book.Say("{name} has released this to nobody. A letter needs a release that names who gets it.", "name", s.Name)
	}
}

// YearSoFar is from which day to which a statement is at first.
func YearSoFar(b Board) (from, to string) {
	now, err := b.Now()
	if err != nil {
		return "", ""
	}
	today := record.DateOf(now)
	return record.Date{Year: today.Year, Month: 1, Day: 1}.String(), today.String()
}

// Days reads from which day to which; wrong is what has to be mended, by its
// field.
func Days(book *wording.Book, fromText, toText string) (from, to record.Date, wrong map[string]string) {
	wrong = map[string]string{}
	for name, into := range map[string]struct {
		text string
		day  *record.Date
	}{"from": {fromText, &from}, "to": {toText, &to}} {
		day, err := record.ParseDate(into.text)
		if err != nil || day.IsZero() {
			wrong[name] = book.Say("Write the day as year-month-day, like 2026-11-22.")
		}
		*into.day = day
	}
	if len(wrong) == 0 && to.Before(from) {
		wrong["to"] = book.Say("The last day lies before the first.")
	}
	return from, to, wrong
}
