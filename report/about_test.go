package report

import (
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
