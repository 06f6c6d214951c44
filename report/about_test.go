package report

import (
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestTheSamePeopleInSeveralPartsAreCountedOnce(t *testing.T) {
	three, five := []int{1, 2, 3}, []int{4, 5, 6, 7, 8}
	for _, c := range []struct {
		name   string
		about  [][]int
		wanted [][]int
		want   []bool
	}{
		{"three people in two months", [][]int{three, three, five}, [][]int{{0, 1, 2}, {0, 1}, {2}}, []bool{true, false, false}},
		{"a sum less the others", [][]int{three, five, five}, [][]int{{0, 1, 2}, {1}, {2}}, []bool{true, true, false}},
		{"everybody, every month", [][]int{five, five}, [][]int{{0, 1}, {0}, {1}}, []bool{true, true, true}},
		{"what is hidden is together about five", [][]int{three, {3, 4, 5}, five}, [][]int{{0, 1, 2}, {2}, {0}, {1}}, []bool{true, true, false, false}},
		{"a month nobody was paid in", [][]int{nil, five}, [][]int{{0, 1}, {0}, {1}}, []bool{true, true, true}},
	} {
		if got := ReleaseAbout(c.about, c.wanted); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Where nobody is in two parts, it is Release.
func TestApartFromEachOtherItIsRelease(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(0, 6), 1, 5).Draw(t, "sizes")
		next, about := 0, make([][]int, len(sizes))
		for i, n := range sizes {
			for range n {
				about[i] = append(about[i], next)
				next++
			}
		}
		wanted := rapid.SliceOfN(rapid.SliceOfNDistinct(rapid.IntRange(0, len(sizes)-1), 0, len(sizes), rapid.ID[int]), 1, 6).Draw(t, "wanted")
		if got, want := ReleaseAbout(about, wanted), Release(sizes, wanted); !slices.Equal(got, want) {
			t.Fatalf("%v %v: %v, and Release says %v", sizes, wanted, got, want)
		}
	})
}

// Whoever is in several parts: what is shown tells of no few people, and
// nothing is hidden for no reason. Looked for with exact fractions, person by
// person.
func TestNoSumsOfWhatPeopleShareTellOfFewerThanFive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		about := rapid.SliceOfN(rapid.SliceOfNDistinct(rapid.IntRange(0, 6), 0, 7, rapid.ID[int]), 1, 7).Draw(t, "about")
		wanted := rapid.SliceOfN(rapid.SliceOfNDistinct(rapid.IntRange(0, len(about)-1), 0, len(about), rapid.ID[int]), 1, 7).Draw(t, "wanted")
		shown := ReleaseAbout(about, wanted)
		if kept := picked(wanted, shown); fewOf(about, kept) {
			t.Fatalf("of %v, %v tell of fewer than five", about, kept)
		}
		for i, figure := range wanted {
			if !shown[i] && !fewOf(about, append(picked(wanted[:i], shown[:i]), figure)) {
				t.Fatalf("%v: %v could have been shown", about, figure)
			}
		}
	})
}

// fewOf says whether some combination of figures is about fewer than five of
// seven people and nobody else.
func fewOf(about [][]int, figures [][]int) bool {
	sizes := make([]int, len(about)) // for exactRank, which asks who has a column
	for i, who := range about {
		sizes[i] = len(who)
	}
	anybody := exactRank(sizes, figures, func(i int) bool { return sizes[i] > 0 })
	for set := range 1 << 7 {
		outside := func(i int) bool {
			return slices.ContainsFunc(about[i], func(p int) bool { return set>>p&1 == 0 })
		}
		if bits.OnesCount(uint(set)) < Least && exactRank(sizes, figures, outside) < anybody {
			return true
		}
	}
	return false
}
