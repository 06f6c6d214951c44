package report

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatMayBeShownBesideEachOther(t *testing.T) {
	all := [][]int{{0, 1, 2}, {0}, {1}, {2}} // everybody, members, staff, partners
	for _, c := range []struct {
		parts []int
		want  string
	}{
		{[]int{4, 0, 0}, "..SP"},
		{[]int{5, 0, 0}, "AMSP"}, // nobody in a group is no secret
		{[]int{6, 3, 0}, "A..P"}, // members would tell of the three
		{[]int{3, 6, 0}, "A..P"},
		{[]int{6, 6, 2}, "AM.."}, // staff would tell of the two
		{[]int{6, 3, 2}, "AM.."}, // five are left together
		{[]int{6, 2, 2}, "A..."}, // four are left together
		{[]int{5, 5, 5}, "AMSP"},
		{[]int{1, 1, 1}, "...."},
		{[]int{4, 4, 4}, "A..."},
	} {
		got := ""
		for i, shown := range Release(c.parts, all) {
			if shown {
				got += "AMSP"[i : i+1]
			} else {
				got += "."
			}
		}
		if got != c.want {
			t.Errorf("%v: shown %s, not %s", c.parts, got, c.want)
		}
	}
}

// fewKnown looks, with exact fractions and without the shortcuts of Release,
// for a combination of shown figures that depends on fewer than five people.
func fewKnown(parts []int, shown [][]int) bool {
	for set := 1; set < 1<<len(parts); set++ {
		people := 0
		for i, n := range parts {
			if set>>i&1 == 1 {
				people += n
			}
		}
		if people == 0 || people >= Least {
			continue
		}
		outside := func(i int) bool { return parts[i] > 0 && set>>i&1 == 0 }
		anybody := func(i int) bool { return parts[i] > 0 }
		if exactRank(parts, shown, outside) < exactRank(parts, shown, anybody) {
			return true
		}
	}
	return false
}

func exactRank(parts []int, shown [][]int, column func(int) bool) int {
	var m [][]*big.Rat
	for _, figure := range shown {
		var row []*big.Rat
		for i := range parts {
			if column(i) {
				x := new(big.Rat)
				if slices.Contains(figure, i) {
					x.SetInt64(1)
				}
				row = append(row, x)
			}
		}
		m = append(m, row)
	}
	done := 0
	for c := 0; len(m) > 0 && c < len(m[0]); c++ {
		p := slices.IndexFunc(m[done:], func(r []*big.Rat) bool { return r[c].Sign() != 0 })
		if p < 0 {
			continue
		}
		m[done], m[done+p] = m[done+p], m[done]
		for i := done + 1; i < len(m); i++ {
			by := new(big.Rat).Quo(m[i][c], m[done][c])
			for j := range m[i] {
				m[i][j] = new(big.Rat).Sub(m[i][j], new(big.Rat).Mul(by, m[done][j]))
			}
		}
		if done++; done == len(m) {
			break
		}
	}
	return done
}

func picked(wanted [][]int, shown []bool) [][]int {
	var all [][]int
	for i, figure := range wanted {
		if shown[i] {
			all = append(all, figure)
		}
	}
	return all
}

// Every way in which up to seven people can be in four groups, with every
// union of groups wanted, in an order that begins anywhere.
func TestNoGroupUnderFiveCanBeWorkedOutExhaustively(t *testing.T) {
	var unions [][]int
	for set := 1; set < 16; set++ {
		var u []int
		for i := range 4 {
			if set>>i&1 == 1 {
				u = append(u, i)
			}
		}
		unions = append(unions, u)
	}
	for n := range 8 * 8 * 8 * 8 {
		parts := []int{n % 8, n / 8 % 8, n / 64 % 8, n / 512}
		from := n % len(unions)
		wanted := append(slices.Clone(unions[from:]), unions[:from]...)
		shown := Release(parts, wanted)
		if fewKnown(parts, picked(wanted, shown)) {
			t.Fatalf("%v: of %v, %v shown", parts, wanted, shown)
		}
		for i, figure := range wanted { // and nothing is hidden for no reason
			if !shown[i] && !fewKnown(parts, append(picked(wanted, shown), figure)) {
				t.Fatalf("%v: %v could have been shown", parts, figure)
			}
		}
	}
}

func TestNoTableTellsOfFewerThanFive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 4).Draw(t, "rows"), rapid.IntRange(1, 3).Draw(t, "columns")
		counts := make([][]int, rows)
		var parts []int
		for r := range counts {
			counts[r] = rapid.SliceOfN(rapid.IntRange(0, 9), columns, columns).Draw(t, fmt.Sprint("row", r))
			parts = append(parts, counts[r]...)
		}
		table := Count(make([]string, rows), make([]string, columns), counts)
		var shown [][]int
		see := func(f Figure, about []int) {
			sum := 0
			for _, i := range about {
				sum += parts[i]
			}
			switch {
			case f.Shown && f.N != sum:
				t.Fatalf("%v: %d shown for %d", counts, f.N, sum)
			case !f.Shown && f.N != 0:
				t.Fatalf("%v: a hidden figure holds %d", counts, f.N)
			case f.Shown && 0 < sum && sum < Least:
				t.Fatalf("%v: %d shown", counts, sum)
			case f.Shown:
				shown = append(shown, about)
			}
		}
		see(table.Total, span(0, len(parts), 1))
		for r := range rows {
			see(table.RowTotals[r], span(r*columns, (r+1)*columns, 1))
			for c := range columns {
				see(table.Cells[r][c], []int{r*columns + c})
			}
		}
		for c := range columns {
			see(table.ColumnTotals[c], span(c, len(parts), columns))
		}
		if fewKnown(parts, shown) {
			t.Fatalf("%v: %+v", counts, table)
		}
	})
}

func BenchmarkATableOfManySmallCells(b *testing.B) {
	counts := make([][]int, 8)
	for r := range counts {
		counts[r] = []int{1, 2, 1, 1, 6}
	}
	for b.Loop() {
		Count(make([]string, 8), make([]string, 5), counts)
	}
}
