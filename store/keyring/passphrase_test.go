package keyring

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/sethvargo/go-diceware/diceware"
)

func TestGeneratedWordsAreKindAndDifferent(t *testing.T) {
	list := map[string]bool{}
	each := diceware.WordListEffLarge()
	for n := range 66667 {
		if w := each.WordAt(n); w != "" {
			list[w] = true
		}
	}
	seen := map[string]bool{}
	for range 300 {
		words := strings.Split(must[string](t)(Generate(rand.Reader, 6)), " ")
		if len(words) != 6 {
			t.Fatalf("%q", words)
		}
		for _, w := range words {
			if !list[w] {
				t.Errorf("%q is not a word of the list", w)
			}
			seen[w] = true
		}
	}
	if len(seen) < 1400 {
		t.Errorf("1,800 draws gave %d different words", len(seen))
	}
	unkind := strings.Fields(unkindWords)
	for _, w := range unkind {
		if seen[w] {
			t.Errorf("%q is offered", w)
		}
		if !list[w] {
			t.Errorf("%q is kept out and is not in the list", w)
		}
	}
	for _, w := range []string{"captive", "handcuff", "survivor", "imprison", "traffic", "evict", "deport", "smuggling", "recapture"} {
		if !slices.Contains(unkind, w) {
			t.Errorf("%q may be offered", w)
		}
	}
	// What is left is still worth 12.8 bits a word.
	if left := len(list) - len(unkind); left < 7000 {
		t.Errorf("%d words are left", left)
	}
	if _, err := Generate(bytes.NewReader(nil), 6); err == nil {
		t.Error("words are drawn without randomness")
	}
}

func TestAGeneratedPassphraseIsStrongAndCanBeUsed(t *testing.T) {
	text := must[string](t)(Generate(rand.Reader, 6))
	if e := Strength(text); e.Score != 4 || len(e.Advice) != 0 || e.Says.IsZero() {
		t.Errorf("%q: %+v", text, e)
	}
	if err := checkPassphrase(text); err != nil {
		t.Error(err)
	}
}

func TestWeakPassphrasesSayWhy(t *testing.T) {
	for text, want := range map[string]string{
		"password":            "common words",
		"Hope2024":            "Years and dates",
		"tgbyhnujm":           "side by side",
		"abcdefgh":            "abc or 123",
		"aaaaaaaaaa":          "Repeating",
		"p@ssw0rd":            "Signs in place of letters",
		"Riverside Coalition": "belongs to this board",
		"marisol2019":         "belongs to this board",
	} {
		e := Strength(text, "Riverside Survivor Coalition", "Marisol")
		if e.Score > 2 {
			t.Errorf("%q scores %d", text, e.Score)
			continue
		}
		var said []string
		for _, a := range e.Advice {
			said = append(said, a.String())
		}
		if !strings.Contains(strings.Join(said, " "), want) || len(said) > 3 || !strings.Contains(said[len(said)-1], "Six random words") {
			t.Errorf("%q: %q", text, said)
		}
	}
	for _, text := range []string{"", "é", "\xff\xfe", strings.Repeat("a", 3)} {
		if e := Strength(text); e.Score != 0 || len(e.Advice) == 0 {
			t.Errorf("%q: %+v", text, e)
		}
	}
}

func TestEveryScoreHasWordsOfItsOwn(t *testing.T) {
	said := map[string]bool{}
	for score := range 5 {
		said[says(score).String()] = true
	}
	if len(said) != 5 || said[""] {
		t.Errorf("%v", said)
	}
}

// Judging 2,000 characters took the library half a minute; only the first 64
// count, so that the end may be anything.
func TestOnlyTheFirst64CharactersAreJudged(t *testing.T) {
	long := strings.Repeat("no two words alike ", 5)[:mostJudged]
	one, two := Strength(long), Strength(long+strings.Repeat("zxcvbn qwerty 1234 ", 5000))
	if one.Score != two.Score {
		t.Errorf("%d and %d", one.Score, two.Score)
	}
	wide := strings.Repeat("ñ", mostJudged)
	if one, two := Strength(wide), Strength(wide+strings.Repeat("Ω", 100)); one.Score != two.Score {
		t.Errorf("%d and %d", one.Score, two.Score)
	}
}

func TestCalibratingStaysWithinTheBounds(t *testing.T) {
	for name, c := range map[string]struct {
		step time.Duration
		want Cost
	}{
		"a slow machine":   {3 * time.Second, Cost{MemoryKiB: leastMemory, Time: 3}},
		"about a second":   {time.Second, Cost{MemoryKiB: leastMemory, Time: 3}},
		"a stopped clock":  {0, Cost{MemoryKiB: mostMemory, Time: 3}},
		"a fast machine":   {250 * time.Millisecond, Cost{MemoryKiB: mostMemory, Time: 12}},
		"a very fast one":  {time.Millisecond, Cost{MemoryKiB: mostMemory, Time: readTime}},
		"a clock set back": {-time.Second, Cost{MemoryKiB: mostMemory, Time: 3}},
	} {
		got, err := calibrate(t.Context(), func(Cost) time.Duration { return c.step })
		if err != nil {
			t.Fatal(err)
		}
		c.want.Threads = got.Threads
		if got != c.want || got.writable() != nil || got.readable() != nil {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
	real, err := Calibrate(t.Context(), nil)
	if err != nil || real.writable() != nil {
		t.Errorf("this machine: %+v, %v", real, err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := Calibrate(ended, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("it goes on after the end: %v", err)
	}
	if err := (Cost{MemoryKiB: readMemory, Time: readTime, Threads: readThreads}).readable(); err != nil {
		t.Errorf("the most that is read is refused: %v", err)
	}
	if (Cost{MemoryKiB: readMemory, Time: 3, Threads: 4}).writable() == nil {
		t.Error("more is written than may be")
	}
	if !errors.Is(Cost{}.readable(), ErrWeakened) {
		t.Error("no work at all is accepted")
	}
}
