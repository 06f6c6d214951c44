package board

import (
	"fmt"
	"math/big"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"holdfast/compensation"
	"holdfast/member"
	"holdfast/report"
	"holdfast/wording"
)

// Everything that the five reports of a year show is laid beside each other,
// all tables, work, time and expenses: no sum or difference of any of it is
// about fewer than five people.
func TestNoReportsOfAYearTogetherTellOfFewerThanFive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const people = 7
		cells := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) *cell {
			month := rapid.IntRange(1, 12).Draw(t, "month")
			c := &cell{people: map[member.ID]bool{}, minor: 100, whole: 60, minutes: new(big.Rat), key: cellKey{quarter: (month + 2) / 3}}
			for i := range c.key.by {
				c.key.by[i] = fmt.Sprint(rapid.IntRange(1, 3).Draw(t, "name"))
			}
			c.key.by[0] = fmt.Sprint(month)
			c.key.expense = rapid.Bool().Draw(t, "expense")
			c.key.timed = !c.key.expense && rapid.Bool().Draw(t, "timed")
			for _, who := range rapid.SliceOfNDistinct(rapid.IntRange(0, people-1), 1, people, rapid.ID[int]).Draw(t, "people") {
				c.people[member.ID(fmt.Sprint(who))] = true
			}
			return c
		}), 1, 14).Draw(t, "cells")
		var told [][]bool // of each figure that is shown, the cells that it is about
		for quarter := range 5 {
			for row, may := range yearTally(cells, quarter).shown() {
				for of := range payFigures {
					if may[of] {
						told = append(told, make([]bool, len(cells)))
						for i, c := range cells {
							told[len(told)-1][i] = row.has(c.key) && of.in(c.key)
						}
					}
				}
			}
		}
		told = independent(told)
		for set := range 1 << people {
			outside := func(i int) bool {
				for who := range people {
					if cells[i].people[member.ID(fmt.Sprint(who))] && set>>who&1 == 0 {
						return true
					}
				}
				return false
			}
			if bits.OnesCount(uint(set)) < report.Least && rankOf(told, outside) < len(told) {
				t.Fatalf("the people %07b can be told from:\n%s", set, describe(cells))
			}
		}
	})
}

// yearTally is what the report of a quarter (0: the year) is made of.
func yearTally(cells []*cell, quarter int) *tallyPay {
	t := &tallyPay{span: ReportSpan{2025, quarter}, at: map[cellKey]*cell{}}
	seen := map[[2]string]bool{}
	for _, c := range cells {
		if quarter != 0 && c.key.quarter != quarter {
			continue
		}
		t.cells = append(t.cells, c)
		for i, name := range c.key.by {
			if at := [2]string{fmt.Sprint(i), name}; !seen[at] {
				seen[at], t.order[i] = true, append(t.order[i], name)
			}
		}
	}
	for i := range t.order {
		slices.Sort(t.order[i]) // as a report has them
	}
	return t
}

func describe(cells []*cell) (text string) {
	for _, c := range cells {
		text += fmt.Sprintln(c.key, c.people)
	}
	return text
}

// independent are figures from which all others follow.
func independent(figures [][]bool) (basis [][]bool) {
	seen := map[string]bool{}
	for _, f := range figures {
		if key := fmt.Sprint(f); seen[key] {
			continue
		} else {
			seen[key] = true
		}
		if more := append(slices.Clip(basis), f); rankOf(more, func(int) bool { return true }) == len(more) {
			basis = more
		}
	}
	return basis
}

// rankOf is how many of the figures are independent, of some cells alone.
func rankOf(figures [][]bool, column func(int) bool) int {
	var echelon [][]*big.Rat
	for _, figure := range figures {
		row := make([]*big.Rat, len(figure))
		for i, in := range figure {
			row[i] = new(big.Rat)
			if in && column(i) {
				row[i].SetInt64(1)
			}
		}
		for _, e := range echelon {
			if at := leadOf(e); row[at].Sign() != 0 {
				by := new(big.Rat).Quo(row[at], e[at])
				for i := range row {
					row[i] = new(big.Rat).Sub(row[i], new(big.Rat).Mul(by, e[i]))
				}
			}
		}
		if leadOf(row) >= 0 {
			echelon = append(echelon, row)
		}
	}
	return len(echelon)
}

func leadOf(row []*big.Rat) int {
	for i, x := range row {
		if x.Sign() != 0 {
			return i
		}
	}
	return -1
}

// What is left out is not in the row either, whoever reads it.
func TestARowHoldsNothingOfWhatIsLeftOut(t *testing.T) {
	c := &cell{key: cellKey{1, [4]string{"2025-01", "f", "meeting", ""}, true, false}, people: map[member.ID]bool{"a": true}, minor: 7500, whole: 60, minutes: new(big.Rat)}
	spent := &cell{key: cellKey{1, [4]string{"2025-01", "f", "mileage", ""}, false, true}, people: map[member.ID]bool{"a": true}, minor: 300, minutes: new(big.Rat)}
	of := yearTally([]*cell{c, spent}, 1)
	for may := range 8 {
		row := of.row(wording.T("Everybody"), paidFor{1, everything, ""}, [payFigures]bool{may&1 > 0, may&2 > 0, may&4 > 0})
		want := PayRow{Label: row.Label, Hidden: may&1 == 0, Timeless: may&2 == 0, Spentless: may&4 == 0, Paid: compensation.Money{}, Expenses: compensation.Money{}}
		if !want.Hidden {
			want.Paid.Minor, want.People = 7500, 1
			if !want.Timeless {
				want.Minutes, want.Hour.Minor = 60, 7500
			}
		}
		if !want.Spentless {
			want.Expenses.Minor = 300
		}
		if fmt.Sprint(row) != fmt.Sprint(want) {
			t.Errorf("%03b: %+v, want %+v", may, row, want)
		}
	}
}

func TestTheTimesOfReportsComeInOneOrderOnly(t *testing.T) {
	wanted := []ReportSpan{{2026, 4}, {2026, 0}, {2026, 3}, {2026, 1}, {2025, 4}, {2025, 0}}
	for range 50 {
		spans := slices.Clone(wanted)
		rand.Shuffle(len(spans), func(i, j int) { spans[i], spans[j] = spans[j], spans[i] })
		if slices.SortFunc(spans, latestSpan); !slices.Equal(spans, wanted) {
			t.Fatalf("the times are offered as %v, wanted %v", spans, wanted)
		}
	}
}
