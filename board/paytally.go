package board

import (
	"maps"
	"math/big"
	"slices"

	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/report"
	"holdfast/wording"
)

// cell is what was paid in one month, from one fund, for one activity, in one
// role.
type cell struct {
	key     cellKey
	people  map[member.ID]bool
	minor   int64
	whole   int64 // minutes of what was paid at once, minutes those of parts
	minutes *big.Rat
}

// cellKey is which cell it is: by is the month, the fund, the activity and the
// role. What has a time is apart from what has none, since the pay of an hour
// and the hours tell of the one, and the sum of both.
type cellKey struct {
	quarter        int
	by             [4]string
	timed, expense bool
}

// payFigure is what a row says: the pay for work, its time, and what people laid
// out and got back.
type payFigure int

const (
	payOfWork payFigure = iota
	timeOfWork
	payOfExpenses
	payFigures
)

// in says whether a figure is about a cell.
func (f payFigure) in(k cellKey) bool {
	return k.expense == (f == payOfExpenses) && (k.timed || f != timeOfWork)
}

// tallyPay gathers the cells of a report.
type tallyPay struct {
	span   ReportSpan
	code   string
	cells  []*cell
	at     map[cellKey]*cell
	labels [4]map[string]wording.Text
	order  [4][]string
}

func newTally(p *pays, r *roll, span ReportSpan, code string) *tallyPay {
	from, to := span.Days()
	t := &tallyPay{span: span, code: code, at: map[cellKey]*cell{}}
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
	on, category, timed, expense := day, compensation.Category(""), false, false
	if q.Claim != nil {
		on, category, timed, expense = q.Claim.Day, q.Claim.Category, q.Claim.Minutes > 0, q.Claim.Kind == compensation.Expense
	}
	role := ""
	if held := r.people[id].RolesOn(on); len(held) > 0 {
		role = held[0].Name
	}
	key := cellKey{quarterOf(day), [4]string{day.String()[:7], string(q.Fund), string(category), role}, timed && !expense, expense}
	c := t.at[key]
	if c == nil {
		c = &cell{key: key, people: map[member.ID]bool{}, minutes: new(big.Rat)}
		t.at[key], t.cells = c, append(t.cells, c)
		for i, label := range []wording.Text{monthWords(day), fundWords(p, q.Fund), activityWords(category), roleWords(role)} {
			t.labels[i][key.by[i]] = label
		}
	}
	c.people[id] = true
	c.minor += q.Money.Minor
	switch {
	case !key.timed:
	case q.Money.Minor == q.Claim.Amount.Minor:
		c.whole += int64(q.Claim.Minutes)
	default:
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

// paidFor is a row of a report: what was paid in a quarter (0: the year) for one
// name of one table, or in all.
type paidFor struct {
	quarter, table int
	name           string
}

// everything is no table, but all of them.
const everything = -1

func (f paidFor) has(k cellKey) bool {
	return (f.quarter == 0 || f.quarter == k.quarter) && (f.table == everything || k.by[f.table] == f.name)
}

// tables are the total and the four tables, with what must stay hidden.
func (t *tallyPay) tables() (PayRow, []PayTable) {
	titles := []wording.Text{wording.T("By month"), wording.T("By fund"), wording.T("By activity"), wording.T("By role")}
	shown := t.shown()
	row := func(label wording.Text, table int, name string) PayRow {
		f := paidFor{t.span.Quarter, table, name}
		return t.row(label, f, shown[f])
	}
	total := row(wording.T("Everybody"), everything, "")
	if total.Hidden {
		return total, nil
	}
	tables := make([]PayTable, len(titles))
	for i, title := range titles {
		tables[i].Title = title
		for _, name := range t.order[i] {
			tables[i].Rows = append(tables[i].Rows, row(t.labels[i][name], i, name))
		}
	}
	return total, tables
}

// row sums up what may be shown of the cells that belong to it.
func (t *tallyPay) row(label wording.Text, f paidFor, may [payFigures]bool) PayRow {
	row := PayRow{Label: label, Hidden: !may[payOfWork], Timeless: !may[timeOfWork], Spentless: !may[payOfExpenses],
		Paid: compensation.Money{Currency: t.code}, Expenses: compensation.Money{Currency: t.code}}
	worked, spent := map[member.ID]bool{}, map[member.ID]bool{}
	minutes, timed := new(big.Rat), int64(0)
	for _, c := range t.cells {
		switch {
		case !f.has(c.key):
		case c.key.expense && may[payOfExpenses]:
			row.Expenses.Minor += c.minor
			maps.Copy(spent, c.people)
		case !c.key.expense && may[payOfWork]:
			row.Paid.Minor += c.minor
			maps.Copy(worked, c.people)
			if c.key.timed && may[timeOfWork] {
				timed += c.minor
				minutes.Add(minutes, c.minutes)
				minutes.Add(minutes, new(big.Rat).SetInt64(c.whole))
			}
		}
	}
	row.People = len(worked)
	if row.People == 0 && !row.Hidden {
		row.People = len(spent)
	}
	whole, _ := minutes.Float64() // shown to the minute
	if row.Minutes = int(whole + 0.5); row.Minutes > 0 {
		row.Hour = compensation.Money{Minor: (timed*60 + int64(row.Minutes)/2) / int64(row.Minutes), Currency: t.code}
	}
	return row
}

// shown says which figures of each row may be shown, beside every other one of
// every table and, in a year, beside the reports of its quarters. Those come
// first: they were given first, and what the year tells can't take them back.
func (t *tallyPay) shown() map[paidFor][payFigures]bool {
	quarters := []int{t.span.Quarter}
	if t.span.Quarter == 0 {
		quarters = []int{1, 2, 3, 4, 0}
	}
	type figure struct {
		paidFor
		payFigure
	}
	var figures []figure
	var wanted [][]int
	for _, quarter := range quarters {
		rows := []paidFor{{quarter, everything, ""}}
		for table := range t.order {
			for _, name := range t.order[table] {
				rows = append(rows, paidFor{quarter, table, name})
			}
		}
		for of := range payFigures {
			for _, row := range rows {
				figures, wanted = append(figures, figure{row, of}), append(wanted, t.parts(row, of))
			}
		}
	}
	shown := map[paidFor][payFigures]bool{}
	for i, may := range report.ReleaseAbout(t.about(), wanted) {
		of := shown[figures[i].paidFor]
		of[figures[i].payFigure] = may
		shown[figures[i].paidFor] = of
	}
	return shown
}

// parts are the numbers of the cells that a figure of a row is about.
func (t *tallyPay) parts(row paidFor, of payFigure) []int {
	var parts []int
	for i, c := range t.cells {
		if row.has(c.key) && of.in(c.key) {
			parts = append(parts, i)
		}
	}
	return parts
}

// about are the people of each cell, by numbers.
func (t *tallyPay) about() [][]int {
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
	return about
}
