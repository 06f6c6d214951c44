package pay

import (
	"cmp"
	"slices"
	"strconv"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// NumbersState is what the page of dated numbers shows.
type NumbersState struct {
	Trouble string
	Year    int
	Watched []WatchedState
	Numbers []NumberRow
	General string
	Policy  [][2]string
}

// WatchedState is a number that is looked after for everybody, in one year.
type WatchedState struct {
	Title, Note, Source string
	Known               bool
	// Number is how a form about the number is called.
	Number string
	Rows   []ReachRow
}

// ReachRow is what one person was paid in the year.
type ReachRow struct {
	Member                              member.ID
	Who, Paid, Expenses, Payments, Word string
	Reach                               compensation.Reach
}

// NumberRow is one dated number.
type NumberRow struct {
	ID                                              string
	From                                            record.Date
	Name, Value, Holds, Where, Source, Checked, Tag string
	Own                                             bool
}

// ReadNumbers is the page for a calendar year of payment; 0 is this one.
func ReadNumbers(b Board, book *wording.Book, year int) NumbersState {
	now, err := b.Now()
	if year == 0 {
		year = now.Year()
	}
	watched, err2 := b.Pay().Thresholds(year)
	rules, err3 := b.Rules()
	settings, err4 := b.Settings()
	if err := cmp.Or(err, err2, err3, err4); err != nil {
		return NumbersState{Trouble: board.ExplainIn(book, err)}
	}
	s := NumbersState{Year: year, General: book.Render(rule.General()), Policy: policyFacts(book, settings.Pay)}
	for _, w := range watched {
		s.Watched = append(s.Watched, watchedState(book, w))
	}
	numbers := rules.List()
	slices.SortStableFunc(numbers, func(a, b rule.Listed) int { return aboutMoney(b) - aboutMoney(a) })
	for _, r := range numbers {
		s.Numbers = append(s.Numbers, numberRow(book, r))
	}
	return s
}

// aboutMoney puts amounts before the terms for keeping and consenting.
func aboutMoney(r rule.Listed) int {
	if r.Unit.Currency() != "" {
		return 1
	}
	return 0
}

func policyFacts(book *wording.Book, p compensation.Policy) [][2]string {
	yes := func(on bool) string {
		if on {
			return book.Say("yes")
		}
		return book.Say("no")
	}
	return [][2]string{
		{book.Say("Paid within"), book.Count(p.PromisedDays, "{n} day", "{n} days")},
		{book.Say("Called off late, and paid"), book.Count(p.LateNoticeDays, "up to {n} day before", "up to {n} days before")},
		{book.Say("Near from"), book.Say("{n} %", "n", p.NearPercent)},
		{book.Say("Somebody approves first"), yes(p.Approval)},
		{book.Say("Two people sign for cash and cards"), yes(p.TwoSignatures)},
		{book.Say("Gets the payment data"), p.PassedTo()}}
}

func watchedState(book *wording.Book, w board.YearPeople) WatchedState {
	s := WatchedState{Title: book.Render(w.Rule.Label()), Note: book.Render(w.Says), Known: w.Known, Number: w.Rule.ID + "/" + w.Rule.From.String()}
	if w.Rule.Source != "" {
		s.Source = sourceLine(book, w.Rule)
	}
	for _, t := range w.All {
		s.Rows = append(s.Rows, ReachRow{Member: t.Total.Member, Who: t.Name, Paid: t.Total.Pay.In(book.Language()), Expenses: t.Total.Expenses.In(book.Language()),
			Payments: book.Number(t.Total.Times), Word: book.Render(t.Reach.Name()), Reach: t.Reach})
	}
	return s
}

func numberRow(book *wording.Book, r rule.Listed) NumberRow {
	row := NumberRow{ID: r.ID, From: r.From, Name: book.Render(r.Label()), Value: book.Say("not known"), Where: r.Jurisdiction, Source: r.Source,
		Checked: book.Date(r.Checked), Own: r.Own, Holds: book.Say("always")}
	if r.Value.Known() {
		row.Value = book.Say("{value} {unit}", "value", string(r.Value), "unit", unitWords(r.Unit))
	}
	switch {
	case !r.From.IsZero() && !r.To.IsZero():
		row.Holds = book.Say("{from} to {to}", "from", r.From, "to", r.To)
	case !r.From.IsZero():
		row.Holds = book.Say("from {date}", "date", r.From)
	case !r.To.IsZero():
		row.Holds = book.Say("until {date}", "date", r.To)
	}
	switch {
	case r.Own:
		row.Tag = book.Say("Your own")
	case r.Covered:
		row.Tag = book.Say("Yours stands in its place")
	}
	return row
}

// unitWords is a unit inside a sentence.
func unitWords(u rule.Unit) wording.Text {
	switch u {
	case "hours":
		return wording.T("hours")
	case "days":
		return wording.T("days")
	case "months":
		return wording.T("months")
	case "years":
		return wording.T("years")
	case "percent":
		return wording.T("%")
	case "times":
		return wording.T("times")
	default:
		return wording.T("{unit}", "unit", string(u))
	}
}

// Years are the calendar years to choose from: this one, the one before, and
// the next.
func Years(b Board) []form.Choice {
	now, err := b.Now()
	if err != nil {
		return nil
	}
	var all []form.Choice
	for year := now.Year() + 1; year > now.Year()-4; year-- {
		all = append(all, form.Choice{ID: strconv.Itoa(year), Label: compensation.YearWord(year)})
	}
	return all
}

// Forget takes a number of the board's own away.
func (r NumberRow) Forget(b Board, book *wording.Book) Outcome {
	return outcome(book, book.Say("It is taken away. The one that came with the program counts again."), b.RemoveRule(r.ID, r.From))
}
