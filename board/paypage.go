package board

import (
	"cmp"
	"slices"

	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// PayPage is what the page about paying shows.
type PayPage struct {
	Today record.Date
	// Owed is what is open, and OwedLine who and how old: "3 people · oldest 9
	// days".
	Owed     compensation.Owing
	OwedLine wording.Text
	// Funds are the open funds; Limits the people near a limit of their own,
	// the fullest first; Reach the watched rules of this year.
	Funds  []compensation.Standing
	Limits []NearLimit
	Reach  []YearReach
	// ToPay is what is open and what was declined of late, by day.
	ToPay []PayLine
	// Median is how many days it took in the middle of the last year; false
	// where nothing was paid.
	Median    int
	AnyMedian bool
}

// NearLimit is somebody near a limit that they set.
type NearLimit struct {
	Member member.ID
	Name   string
	Used   compensation.Used
	// Left says how far: "$40.00 left this month".
	Left wording.Text
}

// YearReach is one watched rule and how many people come near it this year.
type YearReach struct {
	Rule rule.Rule
	Year int
	// Known says whether the rule has a value; Says is the sentence below the
	// number, with the source where it has none.
	Known         bool
	Value         compensation.Money
	Near, Reached int
	Says          wording.Text
	// People are those who are near or have reached it, the highest first.
	People []compensation.Threshold
}

// PayLine is one line of what is to be paid: all that one person has from one
// meeting, or one entry.
type PayLine struct {
	Member member.ID
	Name   string
	// Claims are the entries, What they are for.
	Claims []record.ID
	What   wording.Text
	Day    record.Date
	Due    record.Date
	// Minutes is the time, Rate the one rate of all of it or nothing.
	Minutes int
	Rate    compensation.Money
	Basis   compensation.Basis
	Open    compensation.Money
	State   compensation.State
	// How is how the person wants it, Tag a short warning beside it.
	How  wording.Text
	Tag  wording.Text
	Fund string
}

// Page is what the page about paying shows.
func (l Ledger) Page() (PayPage, error) {
	p, r, err := l.pays()
	if err != nil {
		return PayPage{}, err
	}
	rules, err := l.b.Rules()
	if err != nil {
		return PayPage{}, err
	}
	today := record.DateOf(l.b.in(r.settings))
	accounts := p.list(r)
	page := PayPage{Today: today, Owed: compensation.OwingOf(accounts, today), Reach: reaches(accounts, today.Year, rules, r.settings.Pay)}
	page.OwedLine = owedLine(page.Owed)
	for _, s := range p.standings(r, today) {
		if !s.Fund.Closed {
			page.Funds = append(page.Funds, s)
		}
	}
	page.Limits = l.limits(p, r, today)
	page.Median, page.AnyMedian = compensation.MedianDays(accounts, today.AddMonths(-12))
	for _, a := range accounts {
		page.ToPay = append(page.ToPay, l.toPay(p, r, a, today)...)
	}
	slices.SortStableFunc(page.ToPay, func(a, b PayLine) int { return a.Day.Compare(b.Day) })
	return page, nil
}

func owedLine(o compensation.Owing) wording.Text {
	if o.People == 0 {
		return wording.T("Nobody is waiting.")
	}
	return wording.T("{people} · {oldest}", "people", wording.N(o.People, "{n} person", "{n} people"),
		"oldest", wording.N(o.Oldest, "oldest {n} day", "oldest {n} days"))
}

// reaches are the watched rules of a year.
func reaches(accounts []*compensation.Account, year int, rules rule.Book, policy compensation.Policy) []YearReach {
	var all []YearReach
	thresholds := compensation.Thresholds(accounts, year, rules, policy)
	last := record.Date{Year: year, Month: 12, Day: 31}
	for _, id := range policy.Watched {
		r, known := rules.At(id, last)
		y := YearReach{Rule: r, Year: year, Known: known, Value: compensation.AmountOf(r)}
		y.Says = wording.T("{value} for payments made in {year}", "value", y.Value, "year", compensation.YearWord(year))
		if !known {
			y.Says = r.Unknown(last)
		}
		for _, t := range thresholds {
			if t.Rule.ID != id {
				continue
			}
			switch t.Reach {
			case compensation.Reached:
				y.Reached++
			case compensation.Near:
				y.Near++
			default:
				continue
			}
			y.People = append(y.People, t)
		}
		slices.SortStableFunc(y.People, func(a, b compensation.Threshold) int { return cmp.Compare(b.Total.Pay.Minor, a.Total.Pay.Minor) })
		all = append(all, y)
	}
	return all
}

// limits are the people near a limit of their own in the period of today.
func (l Ledger) limits(p *pays, r *roll, today record.Date) []NearLimit {
	var near []NearLimit
	for _, id := range r.order() {
		for _, limit := range p.ways[id].Limits {
			used := p.account(id).Use(limit, compensation.Asked{Today: today, Day: today}, r.settings.Pay)
			if used.Near {
				near = append(near, NearLimit{id, r.payName(id), used, used.Words(today)})
			}
		}
	}
	return near
}

// toPay are the lines of one person: what is open, and what they declined
// within a month.
func (l Ledger) toPay(p *pays, r *roll, a *compensation.Account, today record.Date) []PayLine {
	var lines []PayLine
	place := map[record.ID]int{}
	way := p.ways[a.Member]
	for _, c := range a.Claims {
		state := c.State(today)
		if !c.IsOpen() && (state != compensation.Declined || c.Day.DaysUntil(today) > 31) {
			continue
		}
		if i, known := place[c.Act]; known && lines[i].Open.Currency == c.Open.Currency && lines[i].Fund == p.fundName(c.Fund) {
			lines[i].join(c, state)
			continue
		}
		if c.Act != "" {
			place[c.Act] = len(lines)
		}
		line := PayLine{Member: a.Member, Name: r.payName(a.Member), Claims: []record.ID{c.ID}, What: c.Title(), Day: c.Day, Due: c.Due,
			Minutes: c.Minutes, Rate: c.Rate, Basis: c.Basis, Open: c.Open, State: state, How: howPaid(way), Fund: p.fundName(c.Fund)}
		if state == compensation.Declined {
			line.How = howPaid(compensation.Way{Method: compensation.NotAtAll, AskAgain: c.AskAgain})
		}
		line.Tag = l.tag(way, a, c, r, today)
		lines = append(lines, line)
	}
	return lines
}

// join takes another claim of the same meeting into a line.
func (t *PayLine) join(c *compensation.Claim, state compensation.State) {
	t.Claims = append(t.Claims, c.ID)
	t.What = wording.T("{what} + {more}", "what", t.What, "more", c.Title())
	t.Minutes += c.Minutes
	t.Open.Minor += c.Open.Minor
	if t.Rate != c.Rate || t.Basis != c.Basis {
		t.Rate, t.Basis = compensation.Money{}, ""
	}
	if state == compensation.Late {
		t.State = state
	}
}

// fundName is what a fund is called on the board.
func (p *pays) fundName(id record.ID) string {
	for _, f := range p.funds {
		if f.ID == id {
			return f.Name
		}
	}
	return ""
}

// howPaid is how a person wants to be paid, in a line.
func howPaid(w compensation.Way) wording.Text {
	switch {
	case w.Method == compensation.NotAtAll && !w.AskAgain.IsZero():
		return wording.T("Chose not to be paid · ask again on {date}", "date", w.AskAgain)
	case w.Handover != "":
		return wording.T("{method}, {how}", "method", w.Method.Name(), "how", w.Handover)
	default:
		return w.Method.Name()
	}
}

// tag is a short warning beside how somebody wants to be paid.
func (l Ledger) tag(w compensation.Way, a *compensation.Account, c *compensation.Claim, r *roll, today record.Date) wording.Text {
	if c.PutOff.After(today) {
		return wording.T("not before {date}", "date", c.PutOff)
	}
	for _, limit := range w.Limits {
		used := a.Use(limit, compensation.Asked{Today: today, Day: today, More: c.Open, Paying: true}, r.settings.Pay)
		if used.Near && c.IsOpen() && (limit.Expenses || c.Kind == compensation.Work) {
			return limit.Words()
		}
	}
	return wording.Text{}
}
