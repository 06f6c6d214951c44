package pay

import (
	"slices"
	"strings"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// mostRows is how many lines of what is to be paid the page shows.
const mostRows = 40

// PageState is what the first page shows.
type PageState struct {
	Trouble string
	Stats   []Stat
	// Sources say where the watched numbers were read; the last line is that
	// none of it is advice.
	Sources []string
	Rows    []PayRow
	// More says how many lines are not shown, Quiet that there are none.
	More, Quiet string
}

// Stat is one figure of the page.
type Stat struct {
	Label, Figure, Note string
	// Share is how much of a fund is spent, 0 to 1; below 0 there is no bar.
	Share float64
}

// PayRow is one line of what is to be paid.
type PayRow struct {
	Member                                              member.ID
	Who, Work, Date, Time, Rate, Amount, How, Tag, Fund string
	Late, Declined                                      bool
}

// ReadPage is the page as it is now.
func ReadPage(b Board, book *wording.Book) PageState {
	p, err := b.Pay().Page()
	if err != nil {
		return PageState{Trouble: board.ExplainIn(book, err)}
	}
	s := PageState{Stats: []Stat{{Label: book.Say("Owed now"), Figure: capital(book.Render(p.Owed.Sums.Words())), Note: owedNote(book, p), Share: -1}}}
	s.Stats = append(s.Stats, fundStat(book, p.Funds)...)
	s.Stats = append(s.Stats, limitStat(book, p.Limits))
	for _, r := range p.Reach {
		s.Stats = append(s.Stats, reachStat(book, r))
		if r.Rule.Source != "" {
			s.Sources = append(s.Sources, sourceLine(book, r.Rule))
		}
	}
	s.Sources = append(s.Sources, book.Render(rule.General()))
	slices.SortStableFunc(p.ToPay, func(a, b board.PayLine) int { return declined(a) - declined(b) })
	for _, line := range p.ToPay[:min(mostRows, len(p.ToPay))] {
		s.Rows = append(s.Rows, payRow(book, line))
	}
	if n := len(p.ToPay) - len(s.Rows); n > 0 {
		s.More = book.Count(n, "{n} more line stands in the ledger.", "{n} more lines stand in the ledger.")
	}
	if len(s.Rows) == 0 {
		s.Quiet = book.Say("Nobody is waiting to be paid. Enter a meeting or add work, and what is owed stands here.")
	}
	return s
}

// declined puts what was declined below what is open.
func declined(l board.PayLine) int {
	if l.State == compensation.Declined {
		return 1
	}
	return 0
}

func owedNote(book *wording.Book, p board.PayPage) string {
	note := book.Render(p.OwedLine)
	if p.AnyMedian {
		note = book.Say("{owed} · half are paid within {days}", "owed", p.OwedLine, "days", wording.N(p.Median, "{n} day", "{n} days"))
	}
	return note
}

// fundStat is the fund that runs out first, or the first one.
func fundStat(book *wording.Book, funds []compensation.Standing) []Stat {
	if len(funds) == 0 {
		return nil
	}
	f := slices.MinFunc(funds, func(a, b compensation.Standing) int { return runsOut(a).Compare(runsOut(b)) })
	s := Stat{Label: f.Fund.Name, Figure: book.Say("{sum} left", "sum", f.Balance), Note: forecast(book, f), Share: share(f.Spent.Minor, f.Fund.Budget.Minor)}
	if n := len(funds) - 1; n > 0 {
		s.Note = strings.TrimPrefix(s.Note+" · "+book.Count(n, "{n} more fund", "{n} more funds"), " · ")
	}
	return []Stat{s}
}

// runsOut is when a fund comes to nothing; one that lasts, long after any
// other.
func runsOut(f compensation.Standing) record.Date {
	if f.RunsOut.IsZero() {
		return record.Date{Year: 9999, Month: 12, Day: 31}
	}
	return f.RunsOut
}

func share(part, whole int64) float64 {
	if whole <= 0 {
		return 0
	}
	return min(1, max(0, float64(part)/float64(whole)))
}

// forecast is how long a fund lasts.
func forecast(book *wording.Book, f compensation.Standing) string {
	switch {
	case f.Free.Minor < 0:
		return book.Say("{sum} is missing for what is owed already.", "sum", compensation.Money{Minor: -f.Free.Minor, Currency: f.Free.Currency})
	case !f.RunsOut.IsZero():
		return book.Say("Lasts until about {date}, if paying goes on as it has", "date", f.RunsOut)
	case !f.Ends.IsZero():
		return book.Say("About {sum} left on {date}", "sum", f.Forecast, "date", f.Ends)
	default:
		return ""
	}
}

func limitStat(book *wording.Book, near []board.NearLimit) Stat {
	s := Stat{Label: book.Say("Near a limit they set"), Figure: book.Say("Nobody"), Share: -1}
	if n := len(near); n > 0 {
		people := map[member.ID]bool{}
		for _, one := range near {
			people[one.Member] = true
		}
		s.Figure = book.Count(len(people), "{n} person", "{n} people")
		s.Note = book.Say("{name}: {left}", "name", near[0].Name, "left", near[0].Left)
	}
	return s
}

func reachStat(book *wording.Book, r board.YearReach) Stat {
	s := Stat{Label: book.Say("{rule}, {year}", "rule", r.Rule.Label(), "year", compensation.YearWord(r.Year)), Note: book.Render(r.Says), Share: -1}
	if r.Rule.ID == rule.TaxForm {
		s.Label = book.Say("Tax form threshold {year}", "year", compensation.YearWord(r.Year))
	}
	switch {
	case !r.Known:
		s.Figure = book.Say("Not known yet")
	case r.Reached > 0 && r.Near > 0:
		s.Figure = book.Say("{near} near, {reached} reached", "near", r.Near, "reached", r.Reached)
	case r.Reached > 0:
		s.Figure = book.Count(r.Reached, "{n} reached", "{n} reached")
	default:
		s.Figure = book.Count(r.Near, "{n} near", "{n} near")
	}
	return s
}

// sourceLine says where a number was read, and when.
func sourceLine(book *wording.Book, r rule.Rule) string {
	return book.Say("{rule} · source: {source}, looked up {date}", "rule", r.Label(), "source", r.Source, "date", r.Checked)
}

// unbroken stays on one line.
func unbroken(text string) string { return strings.ReplaceAll(text, " ", "\u00a0") }

func payRow(book *wording.Book, l board.PayLine) PayRow {
	row := PayRow{Member: l.Member, Who: l.Name, Work: book.Render(l.What), Date: unbroken(book.DayMonth(l.Day)), Time: dash(unbroken(compensation.Length(l.Minutes))),
		Rate: "—", Amount: l.Open.In(book.Language()), How: book.Render(l.How), Tag: book.Render(l.Tag), Fund: dash(l.Fund),
		Late: l.State == compensation.Late, Declined: l.State == compensation.Declined}
	if !l.Rate.IsZero() {
		row.Rate = l.Rate.In(book.Language())
	}
	if row.Declined {
		row.Amount = book.Render(l.State.Name())
	}
	if (row.Late || l.State == compensation.ReturnedTo) && row.Tag == "" {
		row.Tag = book.Render(l.State.Name())
	}
	return row
}
