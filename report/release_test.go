package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
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

// Tables of the same question, asked up to three times, each shown beside those
// before it: nothing of all of them together tells of a few, if whoever
// answered several times gave the same answer.
func TestNoTablesTellOfFewerThanFive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const rows, groups = 2, 2
		times := rapid.IntRange(1, 3).Draw(t, "times")
		counts := make([][][]int, times)
		ends := make([][]int, rows*groups) // of each cell, over the times
		for i := range counts {
			for range rows {
				counts[i] = append(counts[i], rapid.SliceOfN(rapid.IntRange(0, 9), groups, groups).Draw(t, "row"))
			}
			for cell, n := range slices.Concat(counts[i]...) {
				ends[cell] = append(ends[cell], n)
			}
		}
		// The people of a cell stand in one order; each time has the first so many.
		var parts []int
		about := make([][rows * groups][]int, times)
		for cell := range ends {
			from := 0
			for _, end := range slices.Sorted(slices.Values(ends[cell])) {
				for i := range times {
					if ends[cell][i] >= end {
						about[i][cell] = append(about[i][cell], len(parts))
					}
				}
				parts, from = append(parts, end-from), end
			}
		}
		var before []Asked
		var shown [][]int
		for i := range times {
			table := Count(make([]string, rows), counts[i], before...)
			before = append(before, Asked{counts[i], table})
			see := func(f Figure, parted []int) {
				n := 0
				for _, p := range parted {
					n += parts[p]
				}
				if f.Shown && f.N != n || !f.Shown && f.N != 0 {
					t.Fatalf("%v: %+v for %d", counts, f, n)
				}
				if f.Shown {
					shown = append(shown, parted)
				}
			}
			see(table.Total, slices.Concat(about[i][:]...))
			for r, f := range table.Figures {
				see(f, slices.Concat(about[i][r*groups:(r+1)*groups]...))
			}
		}
		if fewKnown(parts, shown) {
			t.Fatalf("%v: %+v", counts, before)
		}
	})
}

func TestATableIsHeldBesideTheOneBefore(t *testing.T) {
	one := func(yes, no int) [][]int { return [][]int{{yes}, {no}} }
	for _, c := range []struct {
		before, now [][]int
		want        string // total, yes, no
	}{
		{nil, one(8, 6), "14 8 6"},
		{nil, one(12, 2), "14 . ."},
		{one(8, 6), one(8, 6), "14 8 6"},
		{one(8, 6), one(10, 10), "20 . ."}, // two more said yes, four no
		{one(8, 6), one(14, 11), "25 14 11"},
		{one(8, 6), one(8, 8), ". . ."}, // two more, who said no
		{nil, one(0, 4), ". . ."},
		{one(7, 0), one(7, 6), "13 7 6"},
	} {
		var before []Asked
		if c.before != nil {
			before = []Asked{{c.before, Count([]string{"yes", "no"}, c.before)}}
		}
		table := Count([]string{"yes", "no"}, c.now, before...)
		var got []string
		for _, f := range append([]Figure{table.Total}, table.Figures...) {
			if f.Shown {
				got = append(got, fmt.Sprint(f.N))
			} else {
				got = append(got, ".")
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%v then %v: %s, not %s", c.before, c.now, got, c.want)
		}
	}
}

// The most that a question has: ten choices, three groups, asked four times,
// few people to each.
func BenchmarkATableOfManySmallCells(b *testing.B) {
	counts := func(time int) [][]int {
		rows := make([][]int, 10)
		for r := range rows {
			for g := range 3 {
				rows[r] = append(rows[r], (r*(time+3)+g*5+time)%7)
			}
		}
		return rows
	}
	for b.Loop() {
		var before []Asked
		for time := range 4 {
			before = append(before, Asked{counts(time), Count(make([]string, 10), counts(time), before...)})
		}
	}
}
