package compensation

import (
	"cmp"
	"math/big"
	"slices"

	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// Year is what one person was paid in a calendar year, by the day of
// payment, in one currency.
type Year struct {
	Member   record.ID
	Year     int
	Currency string
	// Pay is what was paid for work, advances and donations among it, gift
	// cards and cash like everything else. Expenses is what was laid out and
	// given back; it is not in Pay.
	Pay, Expenses Money
	// Donated is the part of Pay that went to a cause at the person's wish.
	Donated Money
	// Times is how many payments there were, Methods how much went which way.
	Times   int
	Methods map[Method]int64
}

// Years are the totals of a person, by year and currency. What came back
// counts for nothing in the year of its payment.
func (a *Account) Years() []Year {
	type key struct {
		year int
		code string
	}
	found := map[key]*Year{}
	for _, p := range a.Payments {
		if p.Void || len(p.Portions) == 0 {
			continue
		}
		k := key{p.Day.Year, p.Amount.Currency}
		y := found[k]
		if y == nil {
			nothing := p.Amount.of(0)
			y = &Year{Member: a.Member, Year: k.year, Currency: k.code, Pay: nothing, Expenses: nothing, Donated: nothing, Methods: map[Method]int64{}}
			found[k] = y
		}
		y.Times++
		for _, q := range p.Portions {
			y.Methods[p.Method] += q.Money.Minor
			if q.Claim != nil && q.Claim.Kind == Expense {
				y.Expenses.Minor += q.Money.Minor
				continue
			}
			y.Pay.Minor += q.Money.Minor
			if p.Method == Donation {
				y.Donated.Minor += q.Money.Minor
			}
		}
	}
	all := make([]Year, 0, len(found))
	for _, y := range found {
		all = append(all, *y)
	}
	slices.SortFunc(all, func(x, y Year) int {
		return cmp.Or(x.Year-y.Year, cmp.Compare(x.Currency, y.Currency))
	})
	return all
}

// Reach is how near a year's total comes to a rule.
type Reach string

// How near. Unknown says that the rule has no value for that year.
const (
	Unknown Reach = "unknown"
	Below   Reach = "below"
	Near    Reach = "near"
	Reached Reach = "reached"
)

// Name is the reach in words.
func (r Reach) Name() wording.Text {
	switch r {
	case Below:
		return wording.T("below")
	case Near:
		return wording.T("near")
	case Reached:
		return wording.T("reached")
	default:
		return wording.T("not known")
	}
}

// Threshold is one rule, one person and one year.
type Threshold struct {
	Rule  rule.Rule
	Total Year
	Value Money // zero where Reach is Unknown
	Reach Reach
}

// Thresholds hold a year's totals against the watched rules. A rule is
// reached at its value and not only above it: sources differ, and this side
// warns. A rule in another currency than the payments is left out.
func Thresholds(accounts []*Account, year int, book rule.Book, p Policy) []Threshold {
	day := record.Date{Year: year, Month: 12, Day: 31}
	var all []Threshold
	for _, id := range p.Watched {
		r, known := book.At(id, day)
		for _, a := range accounts {
			for _, total := range a.Years() {
				if total.Year != year || r.Unit.Currency() != total.Currency {
					continue
				}
				t := Threshold{Rule: r, Total: total, Reach: Unknown}
				if known {
					t.Value = AmountOf(r)
					t.Reach = reach(total.Pay, t.Value, p)
				}
				all = append(all, t)
			}
		}
	}
	return all
}

func reach(total, value Money, p Policy) Reach {
	switch {
	case total.Minor >= value.Minor:
		return Reached
	case total.Minor*100 >= value.Minor*int64(p.NearPercent):
		return Near
	default:
		return Below
	}
}

// AmountOf is the value of a rule as a sum, fractions of a minor unit
// rounded; nothing where it has no value or no currency.
func AmountOf(r rule.Rule) Money {
	code := r.Unit.Currency()
	if code == "" || !r.Value.Known() {
		return Money{}
	}
	exact := r.Value.Rat()
	return Money{rounded(exact.Mul(exact, new(big.Rat).SetInt(tenTo(digits(code))))), code}
}
