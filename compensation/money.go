package compensation

import (
	"cmp"
	"maps"
	"math/big"
	"slices"

	"github.com/bojanz/currency"

	"holdfast/wording"
)

// Money is a sum in the minor units of a currency (ISO 4217): 22500 USD are
// $225.00. The zero Money is nothing in no currency.
type Money struct {
	Minor    int64  `json:"minor"`
	Currency string `json:"currency"`
}

// most is the largest sum that is kept: a hundred million dollars. Sums of
// many of them stay far from the end of an int64.
const most = 10_000_000_000

// KnownCurrency says whether a code is a currency of ISO 4217 in use.
func KnownCurrency(code string) bool { return currency.IsValid(code) }

// digits is how many decimals a currency has.
func digits(code string) int {
	n, _ := currency.GetDigits(code)
	return int(n)
}

// In writes the sum as a language does: "$225.00", "225,00 US$".
func (m Money) In(l wording.Language) string {
	amount, err := currency.NewAmountFromInt64(m.Minor, m.Currency)
	if err != nil {
		return "0"
	}
	return currency.NewFormatter(currency.NewLocale(string(l))).Format(amount)
}

// Plain writes the sum without its currency and with a point ("1234.50"), as
// a spreadsheet reads it.
func (m Money) Plain() string {
	return new(big.Rat).SetFrac(big.NewInt(m.Minor), tenTo(digits(m.Currency))).FloatString(digits(m.Currency))
}

func tenTo(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// IsZero says whether it is nothing, in whatever currency.
func (m Money) IsZero() bool { return m.Minor == 0 }

// of is another sum in the same currency.
func (m Money) of(minor int64) Money { return Money{minor, m.Currency} }

// rounded is a number of minor units, halves away from zero.
func rounded(r *big.Rat) int64 {
	twice := new(big.Int).Mul(r.Num(), big.NewInt(2))
	twice.Add(twice, new(big.Int).Mul(r.Denom(), big.NewInt(int64(r.Sign()))))
	return twice.Quo(twice, new(big.Int).Mul(r.Denom(), big.NewInt(2))).Int64()
}

// Split shares a sum out by weights so that the parts add up to it: what does
// not divide goes to the parts that lost the most, the first of them first. A
// negative weight counts as none; without any weight the first gets all.
func Split(m Money, weights ...int64) []Money {
	parts := make([]Money, len(weights))
	for i, minor := range split(m.Minor, weights) {
		parts[i] = m.of(minor)
	}
	return parts
}

func split(whole int64, weights []int64) []int64 {
	parts := make([]int64, len(weights))
	if len(parts) == 0 {
		return parts
	}
	total := new(big.Int)
	for _, w := range weights {
		total.Add(total, big.NewInt(max(0, w)))
	}
	if total.Sign() == 0 {
		parts[0] = whole
		return parts
	}
	left, lost := whole, make([]*big.Int, len(parts))
	for i, w := range weights {
		share := new(big.Int).Mul(big.NewInt(whole), big.NewInt(max(0, w)))
		quotient, rest := share.QuoRem(share, total, new(big.Int))
		parts[i], lost[i] = quotient.Int64(), rest.Abs(rest)
		left -= parts[i]
	}
	order := make([]int, len(parts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return lost[b].Cmp(lost[a]) })
	for i := 0; left != 0; i++ { // fewer than there are parts
		step := int64(cmp.Compare(left, 0))
		parts[order[i]] += step
		left -= step
	}
	return parts
}

// Purse is sums by currency.
type Purse map[string]int64

// Add puts a sum in.
func (p Purse) Add(m Money) {
	if m.Minor != 0 {
		p[m.Currency] += m.Minor
	}
}

// Sums are what is in it, by currency, without the empty ones.
func (p Purse) Sums() []Money {
	var all []Money
	for _, code := range slices.Sorted(maps.Keys(p)) {
		if p[code] != 0 {
			all = append(all, Money{p[code], code})
		}
	}
	return all
}

// Words are the sums one after the other; "nothing" where there are none.
func (p Purse) Words() wording.Text {
	var list wording.List
	for _, m := range p.Sums() {
		list = append(list, m)
	}
	if len(list) == 0 {
		return wording.T("nothing")
	}
	return wording.T("{sums}", "sums", list)
}
