package compensation

import (
	"math/big"
	"slices"

	"holdfast/rule"
	"holdfast/wording"
)

// Basis is what a rate is for.
type Basis string

// The bases. A stipend is for one month.
const (
	PerHour        Basis = "hour"
	PerMeeting     Basis = "meeting"
	PerDay         Basis = "day"
	PerDeliverable Basis = "deliverable"
	Stipend        Basis = "stipend"
	PerMile        Basis = "mile"
	Lump           Basis = "other"
)

// Bases are the bases of a rate card, as a form offers them.
func Bases() []Basis {
	return []Basis{PerHour, PerMeeting, PerDay, PerDeliverable, Stipend, Lump}
}

// Known says whether b is a basis.
func (b Basis) Known() bool { return b == PerMile || slices.Contains(Bases(), b) }

// Name is the basis after an amount: "an hour".
func (b Basis) Name() wording.Text {
	switch b {
	case PerHour:
		return wording.T("an hour")
	case PerMeeting:
		return wording.T("a meeting")
	case PerDay:
		return wording.T("a day")
	case PerDeliverable:
		return wording.T("a piece of work")
	case Stipend:
		return wording.T("a month")
	case PerMile:
		return wording.T("a mile")
	default:
		return wording.T("in all")
	}
}

// Priced is what time or a quantity comes to at a rate: minutes of an hour's
// rate, or so many of the others; no quantity is one. The exact product is
// rounded once, half a minor unit away from zero. A sum beyond what is kept is
// refused with a wording.Problem.
func Priced(rate Money, basis Basis, minutes int, quantity rule.Number) (Money, error) {
	times := new(big.Rat).SetFrac64(int64(minutes), 60)
	if basis != PerHour {
		times = atLeastOne(quantity)
	}
	return sum(rate.Currency, times.Mul(times, new(big.Rat).SetInt64(rate.Minor)))
}

// Miled is what miles come to under a rule of mileage, rounded in the same
// way.
func Miled(r rule.Rule, miles rule.Number) (Money, error) {
	code := r.Unit.Currency()
	minor := new(big.Rat).Mul(r.Value.Rat(), miles.Rat())
	return sum(code, minor.Mul(minor, new(big.Rat).SetInt(tenTo(digits(code)))))
}

func atLeastOne(quantity rule.Number) *big.Rat {
	if !quantity.Known() {
		return big.NewRat(1, 1)
	}
	return quantity.Rat()
}

func sum(code string, exact *big.Rat) (Money, error) {
	if exact.Cmp(new(big.Rat).SetInt64(most)) > 0 {
		return Money{}, wording.Refuse("amount", "This is more than Holdfast keeps as one sum.")
	}
	m := Money{rounded(exact), code}
	if m.Minor <= 0 {
		return Money{}, wording.Refuse("amount", "An amount is more than nothing.")
	}
	return m, nil
}
