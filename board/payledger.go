package board

import (
	"cmp"
	"slices"
	"strings"

	"holdfast/compensation"
	"holdfast/find"
	"holdfast/member"
	"holdfast/record"
)

// LedgerFilter says which entries are wanted; the zero one wants all.
type LedgerFilter struct {
	Member   member.ID
	Kinds    []compensation.Kind
	Category compensation.Category
	Fund     record.ID
	// From and To are the first and last day of the entry's own day.
	From, To record.Date
	// Open wants only claims of which something is open.
	Open bool
	// Text wants only entries in which these words stand: the name, the code,
	// the fund, and whatever was typed.
	Text string
}

// LedgerRow is one entry as a list shows it.
type LedgerRow struct {
	*compensation.Entry
	Name string
	// State is that of a claim, or void for what was taken back; Open is what
	// is open of a claim. Fund is the fund's name.
	State  compensation.State
	IsOpen compensation.Money
	Fund   string
	// Today is the day that the state is of.
	Today record.Date
}

// Entries are the lines of the ledger, the latest day first.
func (l Ledger) Entries(f LedgerFilter) ([]LedgerRow, error) {
	p, r, err := l.pays()
	if err != nil {
		return nil, err
	}
	today := record.DateOf(l.b.in(r.settings))
	f.Text = find.Fold(f.Text)
	var rows []LedgerRow
	for _, a := range p.list(r) {
		if f.Member != "" && a.Member != f.Member {
			continue
		}
		claims := map[record.ID]*compensation.Claim{}
		for _, c := range a.Claims {
			claims[c.ID] = c
		}
		name := r.payName(a.Member)
		for i := range a.Entries {
			e := &a.Entries[i]
			c := claims[e.ID]
			if !f.wants(e, c) {
				continue
			}
			row := LedgerRow{Entry: e, Name: name, Fund: p.fundName(e.Fund), Today: today}
			if f.Text != "" && !row.has(f.Text) {
				continue
			}
			if c != nil {
				row.State, row.IsOpen = c.State(today), c.Open
			} else if a.Void(e.ID) {
				row.State = compensation.Voided
			}
			rows = append(rows, row)
		}
	}
	// Tens of thousands of rows are sorted by what is not larger than a word.
	order := make([]int32, len(rows))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		a, b := rows[i].Entry, rows[j].Entry
		return cmp.Or(byDay(b.Day, a.Day), b.Number-a.Number, int(i-j))
	})
	sorted := make([]LedgerRow, len(rows))
	for to, from := range order {
		sorted[to] = rows[from]
	}
	return sorted, nil
}

func (f LedgerFilter) wants(e *compensation.Entry, c *compensation.Claim) bool {
	return (len(f.Kinds) == 0 || slices.Contains(f.Kinds, e.Kind)) &&
		(f.Category == "" || e.Category == f.Category) && (f.Fund == "" || e.Fund == f.Fund) &&
		(f.From.IsZero() || !e.Day.Before(f.From)) && (f.To.IsZero() || !e.Day.After(f.To)) &&
		(!f.Open || c != nil && c.IsOpen())
}

// has says whether folded words stand in a row.
func (r LedgerRow) has(words string) bool {
	return slices.ContainsFunc([]string{r.Name, r.Fund, compensation.Code(r.Member), r.Note, r.Reason, r.RateReason, r.Reference, r.Store, r.Card,
		r.Handed, r.Witness, r.Approver, r.Amount.Plain(), string(r.ID)}, func(text string) bool { return strings.Contains(find.Fold(text), words) })
}

// YearPeople is one watched rule in a year with everybody who was paid.
type YearPeople struct {
	YearReach
	All []NamedThreshold
}

// NamedThreshold is a threshold and whose it is.
type NamedThreshold struct {
	compensation.Threshold
	Name string
}

// Thresholds are the watched rules in a calendar year of payment (0: this
// one), with everybody who was paid in it, the highest first.
func (l Ledger) Thresholds(year int) ([]YearPeople, error) {
	p, r, err := l.pays()
	if err != nil {
		return nil, err
	}
	rules, err := l.b.Rules()
	if err != nil {
		return nil, err
	}
	if year == 0 {
		year = l.b.in(r.settings).Year()
	}
	accounts := p.list(r)
	var years []YearPeople
	for _, y := range reaches(accounts, year, rules, r.settings.Pay) {
		of := YearPeople{YearReach: y}
		for _, t := range compensation.Thresholds(accounts, year, rules, r.settings.Pay) {
			if t.Rule.ID == y.Rule.ID {
				of.All = append(of.All, NamedThreshold{t, r.payName(t.Total.Member)})
			}
		}
		slices.SortStableFunc(of.All, func(a, b NamedThreshold) int { return cmp.Compare(b.Total.Pay.Minor, a.Total.Pay.Minor) })
		years = append(years, of)
	}
	return years, nil
}

// byDay is the order of two days, quickly: a list of tens of thousands is
// sorted by it.
func byDay(a, b record.Date) int { return cmp.Or(a.Year-b.Year, int(a.Month-b.Month), a.Day-b.Day) }
