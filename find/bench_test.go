package find_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"holdfast/find"
)

// people invents n entries as a large board would have them: two names of
// many, a number, an address, a line of other words.
func people(n int) []find.Entry {
	r := rand.New(rand.NewPCG(1, 2))
	syllables := []string{"ma", "ri", "án", "na", "lo", "pé", "zu", "ñez", "tra", "wil", "fö", "ber", "gui", "sol", "ka", "ren", "dø", "hu", "xi", "ngu"}
	word := func(least, most int) string {
		w := ""
		for range least + r.IntN(most-least+1) {
			w += syllables[r.IntN(len(syllables))]
		}
		return w
	}
	entries := make([]find.Entry, n)
	for i := range entries {
		first, last := word(2, 3), word(2, 4)
		entries[i] = find.Entry{
			ID: fmt.Sprint(i), Kind: "member", Title: first + " " + last,
			Words: []string{
				word(2, 3),
				fmt.Sprintf("+1 (%d) 555-%04d", 200+r.IntN(700), r.IntN(10_000)),
				fmt.Sprintf("%s@%s.example", first, word(2, 3)),
				"committee lead, note taker, speaker or trainer",
			},
		}
	}
	return entries
}

// typing is what goes into the search field while somebody types: every
// beginning of names, misspelt names, two words, digits, nonsense.
func typing(entries []find.Entry) []string {
	r := rand.New(rand.NewPCG(3, 4))
	var queries []string
	for range 60 {
		name := []rune(entries[r.IntN(len(entries))].Title)
		for n := 1; n <= len(name); n++ {
			queries = append(queries, string(name[:n]))
		}
		wrong := slices.Clone(name)
		at := 1 + r.IntN(len(wrong)-2)
		wrong[at], wrong[at+1] = wrong[at+1], wrong[at]
		queries = append(queries, string(wrong), string(name[2:]), "zzzz"+string(name), fmt.Sprintf("555%04d", r.IntN(10_000)))
	}
	return append(queries, "committee", "e", "lead speaker", "aaaaaaaaaaaa", "qwertyuiop asdfghjkl zxcvbnm qwertyuiop asdf ghjk zxcv bnmq")
}

// BenchmarkTypingAmongTenThousand reports how long one query takes: the
// median, the 99th percentile and the longest, in microseconds.
func BenchmarkTypingAmongTenThousand(b *testing.B) {
	entries := people(10_000)
	index, queries := find.New(entries), typing(entries)
	took := make([]time.Duration, 0, b.N*len(queries))
	for b.Loop() {
		for _, q := range queries {
			begun := time.Now()
			index.Search(q, 20)
			took = append(took, time.Since(begun))
		}
	}
	slices.Sort(took)
	µs := func(share float64) float64 {
		return float64(took[min(int(share*float64(len(took))), len(took)-1)].Nanoseconds()) / 1000
	}
	b.ReportMetric(µs(0.5), "p50-µs")
	b.ReportMetric(µs(0.99), "p99-µs")
	b.ReportMetric(µs(1), "max-µs")
}

func BenchmarkMakingAnIndexOfTenThousand(b *testing.B) {
	entries := people(10_000)
	for b.Loop() {
		find.New(entries)
	}
}
