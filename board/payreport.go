package board

import (
	"math/big"
	"slices"
	"time"

	"holdfast/chart"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/report"
	"holdfast/wording"
)

// PayReport is what was paid from one day to another, for the board and those
// who fund it. Figures about fewer than five people are hidden, also where
// they could be had by adding up or subtracting what is shown, within one
// table and between any two.
type PayReport struct {
	From, To record.Date
	Currency string
	// Total is everybody together; People is how many were paid.
	Total  PayRow
	Tables []PayTable
	// Median is how many days lay between the work and its payment, in the
	// middle; false where it would be about fewer than five people.
	Median    int
	AnyMedian bool
	// Equal is how many entries of the time were paid at another rate than the
	// card's, each with a reason; false where that is about fewer than five.
	Equal    int
	AnyEqual bool
}

// PayTable is the same sums by month, fund, activity or role.
type PayTable struct {
	Title wording.Text
	Rows  []PayRow
}

// PayRow is one figure. Where it is Hidden, there is only its label.
type PayRow struct {
	Label  wording.Text
	Hidden bool
	People int
	Paid   compensation.Money
	// Minutes is the time that was paid, Hour what an hour came to; both zero
	// where no time was written down.
	Minutes int
	Hour    compensation.Money
}

// cell is what was paid in one month, from one fund, for one activity, in one
// role.
type cell struct {
	by      [4]string
	people  map[member.ID]bool
	minor   int64
	timed   int64 // the part of minor that has a time
	whole   int64 // minutes of what was paid at once, minutes those of parts
	minutes *big.Rat
}

// Report is what was paid from one day to another in one currency.
func (l Ledger) Report(from, to record.Date, code string) (PayReport, error) {
	p, r, err := l.pays()
	if err != nil {
		return PayReport{}, err
	}
	if err := span(from, to); err != nil {
		return PayReport{}, err
	}
	if code == "" {
		code = r.settings.Pay.Currency
	}
	out := PayReport{From: from, To: to, Currency: code}
	t := newTally(p, r, from, to, code)
	out.Total, out.Tables = t.tables()
	var days []int
	late, unequal := map[member.ID]bool{}, map[member.ID]bool{}
	for _, a := range p.list(r) {
		for _, c := range a.Claims {
			if c.Void || c.Day.Before(from) || c.Day.After(to) {
				continue
			}
			if !c.PaidOn.IsZero() {
				late[a.Member] = true
				days = append(days, max(0, c.Day.DaysUntil(c.PaidOn)))
			}
			if c.RateReason != "" {
				unequal[a.Member] = true
				out.Equal++
			}
		}
	}
	if len(late) >= report.Least {
		slices.Sort(days)
		out.Median, out.AnyMedian = days[len(days)/2], true
	}
	if out.AnyEqual = len(unequal) == 0 || len(unequal) >= report.Least; !out.AnyEqual {
		out.Equal = 0
	}
	return out, nil
}

// tallyPay gathers the cells of a report.
type tallyPay struct {
	code   string
	cells  []*cell
	at     map[[4]string]*cell
	labels [4]map[string]wording.Text
	order  [4][]string
}

func newTally(p *pays, r *roll, from, to record.Date, code string) *tallyPay {
	t := &tallyPay{code: code, at: map[[4]string]*cell{}}
	for i := range t.labels {
		t.labels[i] = map[string]wording.Text{}
	}
	for _, a := range p.list(r) {
		for _, paid := range a.Payments {
			if paid.Void || paid.Amount.Currency != code || paid.Day.Before(from) || paid.Day.After(to) {
				continue
			}
			for _, q := range paid.Portions {
				t.add(p, r, a.Member, paid.Day, q)
			}
		}
	}
	for i := range t.order {
		for name := range t.labels[i] {
			t.order[i] = append(t.order[i], name)
		}
		slices.Sort(t.order[i])
	}
	return t
}

// add puts a portion of a payment into its cell.
func (t *tallyPay) add(p *pays, r *roll, id member.ID, day record.Date, q compensation.Portion) {
	on, category := day, compensation.Category("")
	if q.Claim != nil {
		on, category = q.Claim.Day, q.Claim.Category
	}
	role := ""
	if held := r.people[id].RolesOn(on); len(held) > 0 {
		role = held[0].Name
	}
	by := [4]string{day.String()[:7], string(q.Fund), string(category), role}
	c := t.at[by]
	if c == nil {
		c = &cell{by: by, people: map[member.ID]bool{}, minutes: new(big.Rat)}
		t.at[by], t.cells = c, append(t.cells, c)
		for i, label := range []wording.Text{monthWords(day), fundWords(p, q.Fund), activityWords(category), roleWords(role)} {
			t.labels[i][by[i]] = label
		}
	}
	c.people[id] = true
	c.minor += q.Money.Minor
	switch {
	case q.Claim == nil || q.Claim.Minutes == 0:
	case q.Money.Minor == q.Claim.Amount.Minor:
		c.timed += q.Money.Minor
		c.whole += int64(q.Claim.Minutes)
	default:
		c.timed += q.Money.Minor
		c.minutes.Add(c.minutes, big.NewRat(int64(q.Claim.Minutes)*q.Money.Minor, q.Claim.Amount.Minor))
	}
}

func monthWords(day record.Date) wording.Text {
	return wording.T("{month} {year}", "month", day.Month, "year", compensation.YearWord(day.Year))
}

func fundWords(p *pays, id record.ID) wording.Text {
	if name := p.fundName(id); name != "" {
		return wording.T("{name}", "name", name)
	}
	return wording.T("No fund named")
}

func activityWords(c compensation.Category) wording.Text {
	if c == "" {
		return wording.T("Advance")
	}
	return c.Name()
}

func roleWords(role string) wording.Text {
	if role == "" {
		return wording.T("No role written down")
	}
	return member.Label(member.Roles(), role)
}

// tables are the total and the four tables, with what must stay hidden.
func (t *tallyPay) tables() (PayRow, []PayTable) {
	titles := []wording.Text{wording.T("By month"), wording.T("By fund"), wording.T("By activity"), wording.T("By role")}
	total := t.row(wording.T("Everybody"), func(*cell) bool { return true })
	tables := make([]PayTable, len(titles))
	for i, title := range titles {
		tables[i].Title = title
		for _, name := range t.order[i] {
			tables[i].Rows = append(tables[i].Rows, t.row(t.labels[i][name], func(c *cell) bool { return c.by[i] == name }))
		}
	}
	hidden := t.hidden()
	if hidden[-1] {
		return total.hide(), nil
	}
	at := 0
	for i := range tables {
		for j := range tables[i].Rows {
			if hidden[at] {
				tables[i].Rows[j] = tables[i].Rows[j].hide()
			}
			at++
		}
	}
	return total, tables
}

func (row PayRow) hide() PayRow { return PayRow{Label: row.Label, Hidden: true} }

// row sums up the cells that belong to it.
func (t *tallyPay) row(label wording.Text, belongs func(*cell) bool) PayRow {
	row, people := PayRow{Label: label, Paid: compensation.Money{Currency: t.code}}, map[member.ID]bool{}
	minutes, timed := new(big.Rat), int64(0)
	for _, c := range t.cells {
		if !belongs(c) {
			continue
		}
		for id := range c.people {
			people[id] = true
		}
		row.Paid.Minor += c.minor
		timed += c.timed
		minutes.Add(minutes, c.minutes)
		minutes.Add(minutes, new(big.Rat).SetInt64(c.whole))
	}
	row.People = len(people)
	whole, _ := minutes.Float64() // shown to the minute
	row.Minutes = int(whole + 0.5)
	if row.Minutes > 0 {
		row.Hour = compensation.Money{Minor: (timed*60 + int64(row.Minutes)/2) / int64(row.Minutes), Currency: t.code}
	}
	return row
}

// hidden are the rows of all tables, in order, that must not be shown; -1 is
// the total. Each row is tried beside what is shown already of its own table
// and of every other one.
func (t *tallyPay) hidden() map[int]bool {
	type figure struct {
		table int
		name  string
	}
	var figures []figure
	for i := range t.order {
		for _, name := range t.order[i] {
			figures = append(figures, figure{i, name})
		}
	}
	hidden := map[int]bool{}
	about, cells := t.about()
	everybody := make([]int, len(cells))
	for i := range cells {
		everybody[i] = i
	}
	hidden[-1] = len(cells) > 0 && !report.ReleaseAbout(about, [][]int{everybody})[0]
	for a := range t.order {
		for b := a + 1; b < len(t.order); b++ {
			joint, at := t.joint(a, b)
			wanted, of := [][]int{}, []int{}
			every := []int{}
			for i := range joint {
				every = append(every, i)
			}
			wanted = append(wanted, every)
			of = append(of, -1)
			for i, f := range figures {
				if f.table != a && f.table != b || hidden[i] {
					continue
				}
				var parts []int
				for j, names := range at {
					if f.table == a && names[0] == f.name || f.table == b && names[1] == f.name {
						parts = append(parts, j)
					}
				}
				wanted, of = append(wanted, parts), append(of, i)
			}
			for k, shown := range report.ReleaseAbout(joint, wanted) {
				hidden[of[k]] = hidden[of[k]] || !shown
			}
		}
	}
	return hidden
}

// about are the people of each cell, by numbers.
func (t *tallyPay) about() ([][]int, []*cell) {
	numbers := map[member.ID]int{}
	about := make([][]int, len(t.cells))
	for i, c := range t.cells {
		for id := range c.people {
			if _, known := numbers[id]; !known {
				numbers[id] = len(numbers)
			}
			about[i] = append(about[i], numbers[id])
		}
	}
	return about, t.cells
}

// joint are the cells of two tables alone, with the people in each.
func (t *tallyPay) joint(a, b int) (people [][]int, at [][2]string) {
	about, cells := t.about()
	place := map[[2]string]int{}
	for i, c := range cells {
		names := [2]string{c.by[a], c.by[b]}
		j, known := place[names]
		if !known {
			j = len(people)
			place[names], people, at = j, append(people, nil), append(at, names)
		}
		people[j] = append(people[j], about[i]...)
	}
	return people, at
}

// Document is the report to be printed, each table with bars beside it.
func (p PayReport) Document(settings Settings, at time.Time, book *wording.Book) paper.Document {
	d := paper.Document{Title: book.Say("Payments from {from} to {to}", "from", p.From, "to", p.To), Size: settings.Paper, Day: record.DateOf(at)}
	facts := paper.Facts{}
	if p.Total.Hidden {
		facts = append(facts, paper.Line{Label: book.Say("Paid"), Text: hiddenWord(book)})
	} else {
		facts = append(facts, paper.Line{Label: book.Say("Paid"), Text: p.Total.Paid.In(book.Language())},
			paper.Line{Label: book.Say("People"), Text: book.Number(p.Total.People)},
			paper.Line{Label: book.Say("Hours"), Text: compensation.Length(p.Total.Minutes)})
	}
	if p.AnyMedian {
		facts = append(facts, paper.Line{Label: book.Say("Days until paid, in the middle"), Text: book.Number(p.Median)})
	}
	if p.AnyEqual {
		facts = append(facts, paper.Line{Label: book.Say("Paid at another rate than the card’s, with a reason"), Text: book.Number(p.Equal)})
	}
	d.Blocks = append(d.Blocks, facts)
	for _, t := range p.Tables {
		table := paper.Table{Columns: []paper.Column{{Head: book.Say("What")}, {Head: book.Say("People"), Right: true},
			{Head: book.Say("Hours"), Right: true}, {Head: book.Say("An hour"), Right: true}, {Head: book.Say("Paid"), Right: true}}}
		for _, row := range t.Rows {
			table.Rows = append(table.Rows, row.cells(book))
		}
		d.Blocks = append(d.Blocks, paper.Together{paper.Heading{Text: book.Render(t.Title)}, t.Chart(chart.Print(), book)}, table)
	}
	d.Blocks = append(d.Blocks, paper.Paragraph{Look: paper.Quiet, Text: book.Count(report.Least,
		"Figures about fewer than {n} person are left out, also where they could be worked out from the others.",
		"Figures about fewer than {n} people are left out, also where they could be worked out from the others.")})
	return d
}

func hiddenWord(book *wording.Book) string { return book.Say("left out") }

func (row PayRow) cells(book *wording.Book) []string {
	if row.Hidden {
		return []string{book.Render(row.Label), "", "", "", hiddenWord(book)}
	}
	hour := ""
	if !row.Hour.IsZero() {
		hour = row.Hour.In(book.Language())
	}
	return []string{book.Render(row.Label), book.Number(row.People), compensation.Length(row.Minutes), hour, row.Paid.In(book.Language())}
}
