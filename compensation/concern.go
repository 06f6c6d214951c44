package compensation

import (
	"math/big"

	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// About says what a concern is about.
type About string

// What concerns are about.
const (
	OwnLimit     About = "own_limit"     // a limit that the person set
	YearRule     About = "year_total"    // a watched rule comes near, or is not known
	FundRule     About = "fund_rule"     // a rule that binds the fund
	FundShort    About = "fund_short"    // more than the fund has
	NotAsked     About = "not_asked"     // a question of the method is open
	AnswerCare   About = "answer_care"   // an answer asks for care
	OtherMethod  About = "other_method"  // not how the person wants it
	ChoseNothing About = "chose_nothing" // the person chose not to be paid
	NotDueYet    About = "put_off"       // the person wants to wait
)

// Concern is something to know before an entry is made. It refuses nothing.
type Concern struct {
	About About
	Says  wording.Text
}

// Before is what an entry is looked at with before it is made.
type Before struct {
	Account *Account
	Way     Way
	Funds   []Standing
	Rules   rule.Book
	Policy  Policy
	Today   record.Date
}

// Concerns are what to know before the entry is made: a claim before the work
// is accepted, a payment before it is paid. The gravest are first.
func (b Before) Concerns(e Entry) []Concern {
	switch {
	case e.Claim():
		expected := e.Day.AddDays(b.Policy.PromisedDays)
		all := b.limits(e, Asked{Today: b.Today, Day: expected, More: e.Amount})
		return append(append(all, b.caps(e)...), b.short(e.Fund, e.Amount, false)...)
	case e.Kind == Payment:
		all := append(b.method(e), b.limits(e, Asked{Today: b.Today, Day: e.Day, More: e.Amount, Paying: true})...)
		all = append(all, b.year(e)...)
		sums := b.spends(e)
		for _, s := range b.Funds {
			if sum, spent := sums[s.Fund.ID]; spent {
				all = append(all, b.short(s.Fund.ID, sum, true)...)
			}
		}
		return all
	default:
		return nil
	}
}

// limits are those of the person that would be passed or come near.
func (b Before) limits(e Entry, ask Asked) []Concern {
	var all []Concern
	for _, l := range b.Way.Limits {
		if !l.Expenses {
			ask.More = b.income(e)
		}
		if ask.More.IsZero() || !(l.Times > 0 || l.Amount.Currency == ask.More.Currency) {
			continue
		}
		u := b.Account.Use(l, ask, b.Policy)
		if !u.Near {
			continue
		}
		says := wording.T("After this, {left}: a limit that this person set.", "left", u.Words(b.Today))
		if u.Over {
			says = wording.T("After this, {over}. Ask them first, and whether they would like to see a benefits counselor.", "over", u.Words(b.Today))
		}
		all = append(all, Concern{OwnLimit, says})
	}
	return all
}

// income is the part of an entry that is not laid-out money given back.
func (b Before) income(e Entry) Money {
	if e.Kind == Expense {
		return e.Amount.of(0)
	}
	sum := e.Amount
	for _, part := range e.For {
		if c := b.Account.claim(part.Claim); c != nil && c.Kind == Expense {
			sum.Minor -= part.Minor
		}
	}
	return sum
}

func (a *Account) claim(id record.ID) *Claim {
	for _, c := range a.Claims {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// year says whether a payment makes a watched rule near or reached.
func (b Before) year(e Entry) []Concern {
	var all []Concern
	more := b.income(e)
	for _, id := range b.Policy.Watched {
		r, known := b.Rules.At(id, e.Day)
		if r.Unit.Currency() != more.Currency || more.IsZero() {
			continue
		}
		if !known {
			all = append(all, Concern{YearRule, r.Unknown(e.Day)})
			continue
		}
		total := more
		for _, y := range b.Account.Years() {
			if y.Year == e.Day.Year && y.Currency == more.Currency {
				total.Minor += y.Pay.Minor
			}
		}
		switch value := AmountOf(r); reach(total, value, b.Policy) {
		case Reached:
			all = append(all, Concern{YearRule, wording.T("{total} in {year} reaches {value} ({rule}). Whoever files taxes should know.",
				"rule", r.Label(), "total", total, "year", YearWord(e.Day.Year), "value", value)})
		case Near:
			all = append(all, Concern{YearRule, wording.T("{total} in {year} is near {value} ({rule}).",
				"rule", r.Label(), "total", total, "year", YearWord(e.Day.Year), "value", value)})
		}
	}
	return all
}

// method says where a payment is not what the person asked for.
func (b Before) method(e Entry) []Concern {
	var all []Concern
	switch {
	case b.Way.Method == NotAtAll:
		all = append(all, Concern{ChoseNothing, wording.T("This person chose not to be paid. Pay only if they have said otherwise since.")})
	case b.Way.Method == "":
		all = append(all, Concern{NotAsked, wording.T("Nobody has asked how this person wants to be paid.")})
	case b.Way.Method != e.Method:
		all = append(all, Concern{OtherMethod, wording.T("This is not the way that they asked for: {method}.", "method", b.Way.Method.Name())})
	}
	if b.Way.Method == e.Method {
		unasked, care := b.Way.Unasked()
		for _, q := range care {
			all = append(all, Concern{AnswerCare, wording.T("Take care: “{question}” was answered with “{answer}”.", "question", q.Ask, "answer", b.Way.Said(q))})
		}
		for _, q := range unasked {
			all = append(all, Concern{NotAsked, wording.T("Not asked yet: “{question}”", "question", q.Ask)})
		}
	}
	for _, part := range e.For {
		if c := b.Account.claim(part.Claim); c != nil && c.PutOff.After(e.Day) {
			all = append(all, Concern{NotDueYet, wording.T("They asked to wait with this until {date}.", "date", c.PutOff)})
		}
	}
	return all
}

// Said is the answer to a question as it is shown.
func (w Way) Said(q Question) wording.Text {
	switch answer := Choice(w.Answers[q.ID]); answer {
	case Yes, No, "":
		return answer.Name()
	default:
		return wording.T("{text}", "text", string(answer))
	}
}

// caps are the rules that bind the fund of a claim.
func (b Before) caps(e Entry) []Concern {
	fund, known := b.fund(e.Fund)
	if !known || e.Kind != Work {
		return nil
	}
	var all []Concern
	for _, id := range fund.Fund.Rules {
		r, known := b.Rules.At(id, e.Day)
		if !known {
			all = append(all, Concern{FundRule, r.Unknown(e.Day)})
			continue
		}
		value := AmountOf(r)
		if value.Currency != e.Amount.Currency {
			continue
		}
		switch r.Use {
		case rule.HourCap:
			if hour := anHour(e); hour > value.Minor {
				all = append(all, Concern{FundRule, wording.T("{sum} an hour is more than {value} ({rule}). Ask whoever gives the fund beforehand.",
					"sum", value.of(hour), "rule", r.Label(), "value", value)})
			}
		case rule.HourFloor:
			if hour := anHour(e); hour > 0 && hour < value.Minor {
				all = append(all, Concern{FundRule, wording.T("{sum} an hour is less than {value} ({rule}).",
					"sum", value.of(hour), "rule", r.Label(), "value", value)})
			}
		case rule.DayCap:
			if day := b.dayOf(e); day.Minor > value.Minor {
				all = append(all, Concern{FundRule, wording.T("{sum} for one day is more than {value} ({rule}). Ask whoever gives the fund beforehand.",
					"sum", day, "rule", r.Label(), "value", value)})
			}
		}
	}
	return all
}

// anHour is what a claim pays for an hour, 0 where its time is not known.
func anHour(e Entry) int64 {
	if e.Minutes <= 0 {
		return 0
	}
	return rounded(big.NewRat(e.Amount.Minor*60, int64(e.Minutes)))
}

// dayOf is all work of the day from the same fund, with this.
func (b Before) dayOf(e Entry) Money {
	total := e.Amount
	for _, c := range b.Account.Claims {
		if !c.Void && c.Kind == Work && c.Day == e.Day && c.Fund == e.Fund && c.Amount.Currency == total.Currency && c.ID != e.ID {
			total.Minor += c.Amount.Minor
		}
	}
	return total
}

func (b Before) fund(id record.ID) (Standing, bool) {
	for _, s := range b.Funds {
		if s.Fund.ID == id && id != "" {
			return s, true
		}
	}
	return Standing{}, false
}

// spends is what a payment takes from which fund.
func (b Before) spends(e Entry) map[record.ID]Money {
	sums, left := map[record.ID]Money{}, e.Amount.Minor
	add := func(fund record.ID, minor int64) {
		if fund != "" && minor > 0 {
			sums[fund] = e.Amount.of(sums[fund].Minor + minor)
		}
	}
	for _, part := range e.For {
		if c := b.Account.claim(part.Claim); c != nil {
			add(c.Fund, part.Minor)
			left -= part.Minor
		}
	}
	add(e.Fund, left)
	return sums
}

// short warns before a fund is overdrawn.
func (b Before) short(fund record.ID, sum Money, paying bool) []Concern {
	s, known := b.fund(fund)
	if !known || s.Free.Currency != sum.Currency {
		return nil
	}
	there := s.Free
	if paying {
		there = s.Balance
	}
	if left := there.Minor - sum.Minor; left < 0 {
		return []Concern{{FundShort, wording.T("{fund} has {there} left; this is {over} more.",
			"fund", s.Fund.Name, "there", there.of(max(0, there.Minor)), "over", there.of(min(sum.Minor, -left)))}}
	}
	return nil
}

// YearWord keeps a year from being written with its thousands apart.
func YearWord(year int) string { return record.Date{Year: year, Month: 1, Day: 1}.String()[:4] }
