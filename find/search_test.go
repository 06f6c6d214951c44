package find_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"holdfast/find"
)

func board() *find.Index {
	return find.New([]find.Entry{
		{ID: "wren", Kind: "member", Title: "Wren", Words: []string{"Maria Núñez", "+1 (503) 555-0141", "wren@library.example"}},
		{ID: "heron", Kind: "member", Title: "Heron", Words: []string{"+44 (0)141 496 0000"}},
		{ID: "nunez", Kind: "member", Title: "Ana Núñez"},
		{ID: "ana", Kind: "member", Title: "Ana Maria Öztürk"},
		{ID: "mariana", Kind: "member", Title: "Mariana O’Neill", Words: []string{"0151 496 0777"}},
		{ID: "nguyen", Kind: "member", Title: "Nguyễn Ánh"},
		{ID: "li", Kind: "member", Title: "李 小龍"},
		{ID: "backup", Kind: "screen", Title: "Backups"},
		{ID: "note", Kind: "note", Title: "Note of 3 March", Words: []string{"Asked Heron about the library room"}},
	})
}

func TestTypingLeadsToTheRightPlaceFirst(t *testing.T) {
	for _, c := range []struct{ typed, finds, why string }{
		{"wren", "wren", "the whole title"},
		{"WREN", "wren", "case does not count"},
		{"nunez", "nunez ana wren", "accents do not count, a title comes before other words"},
		{"núñez", "nunez", "accents may be typed"},
		{"nunes", "nunez wren", "one letter is another"},
		{"hern", "heron", "a letter is missing"},
		{"wern", "wren", "two letters changed places"},
		{"herron", "heron", "a letter too many"},
		{"oneill", "mariana", "apostrophes do not count"},
		{"o'neill", "mariana", "apostrophes may be typed"},
		{"nguyen", "nguyen", "Vietnamese"},
		{"ozturk", "ana", "Turkish"},
		{"小龍", "li", "writing without spaces between words"},
		{"maria", "mariana ana wren", "the title begins so, then a word of a title, then of other words"},
		{"ria", "mariana ana wren", "a part of a word"},
		{"nunez ana", "nunez", "all words in any order"},
		{"ana nun", "nunez", "all words, the last half typed"},
		{"mar ozt", "ana", "beginnings of words"},
		{"ana nunes", "nunez", "one of two words misspelt"},
		{"0141", "wren heron", "the end of a number; a trunk zero is not dialled"},
		{"5550141", "wren", "digits without what stands between them"},
		{"503 555 0141", "wren", "another way to write it"},
		{"+44 141 496", "heron", "with its country"},
		{"0044141", "heron", "a country dialled with zeros"},
		{"496", "heron mariana", "a part of two numbers"},
		{"library", "wren note", "an address and a note, not a title"},
		{"wren@lib", "wren", "an address as it is written"},
		{"back", "backup", "screens are found too"},
	} {
		got := found(board().Search(c.typed, 0))
		want := strings.Fields(c.finds)
		if len(got) == 0 || got[0] != want[0] {
			t.Errorf("%q (%s) finds %v first, not %s", c.typed, c.why, got, want[0])
		}
		if i := inOrder(want, got); i < len(want) && c.typed != "nunez" {
			t.Errorf("%q (%s) finds %v: %s is missing or comes too early", c.typed, c.why, got, want[i])
		}
	}
}

func TestNothingIsFoundWhereNothingFits(t *testing.T) {
	for _, typed := range []string{"", " ", "?!", "'", "xyzzy", "qqqqqq", "99999", "an zz", "\xff", strings.Repeat("z", 10_000)} {
		if got := board().Search(typed, 5); len(got) != 0 {
			t.Errorf("%.20q finds %v", typed, found(got))
		}
	}
}

func TestShortWordsAreNotGuessedAt(t *testing.T) {
	index := find.New([]find.Entry{{ID: "ed", Title: "Ed"}, {ID: "uma", Title: "Uma"}, {ID: "ann", Title: "Ann"}})
	for typed, want := range map[string]string{"al": "", "ema": "", "umo": "uma", "anm": "ann"} {
		if got := strings.Join(found(index.Search(typed, 0)), " "); got != want {
			t.Errorf("%q finds %q, not %q", typed, got, want)
		}
	}
}

func TestBetterFitsComeBeforeWorse(t *testing.T) {
	index := find.New([]find.Entry{
		{ID: "misspelt", Title: "Rabin"},
		{ID: "any order", Title: "x", Words: []string{"Hood a Robin b"}},
		{ID: "inside other", Title: "xx", Words: []string{"Arobin Hoods"}},
		{ID: "inside", Title: "Arobin hood"},
		{ID: "begins other", Title: "xxx", Words: []string{"Robin Hood"}},
		{ID: "begins word", Title: "Old Robin Hood"},
		{ID: "begins heavy", Title: "Robin Hood Junior", Weight: 1},
		{ID: "begins", Title: "Robin Hoods"},
		{ID: "whole", Title: "Robin Hood"},
	})
	want := []string{"whole", "begins heavy", "begins", "begins word", "begins other", "inside", "inside other", "any order"}
	if got := found(index.Search("robin hood", 0)); !slices.Equal(got, want) {
		t.Errorf("found %q\n not %q", got, want)
	}
	if got := found(index.Search("robin", 0)); got[len(got)-1] != "misspelt" {
		t.Errorf("a misspelling is not last in %q", got)
	}
	if got := found(index.Search("robin hood", 3)); !slices.Equal(got, want[:3]) {
		t.Errorf("the best three are %q", got)
	}
}

func TestMatchedPartsAreShownWhereTheyStand(t *testing.T) {
	for _, c := range []struct{ title, typed, marked string }{
		{"Ana Núñez", "nunez", "Ana [Núñez]"},
		{"Ana Nu\u0301n\u0303ez!", "nun", "Ana [Nu\u0301n\u0303]ez!"},
		{"Mariana O’Neill", "one", "Mariana [O’Ne]ill"},
		{"Straße 5", "strass", "[Straß]e 5"},
		{"Straße 5", "stras", "[Straß]e 5"},
		{"Ana Maria", "mar an", "[An]a [Mar]ia"},
		{"Banana, Ana", "ana", "Banana, [Ana]"},
		{"Wren Hill", "wern", "[Wren] Hill"},
		{"李 小龍", "小龍", "李 [小龍]"},
		{"Ana, María", "ana maria", "[Ana, María]"},
	} {
		results := find.New([]find.Entry{{Title: c.title}}).Search(c.typed, 1)
		if len(results) != 1 {
			t.Errorf("%q does not find %q", c.typed, c.title)
			continue
		}
		if got := marked(c.title, results[0].Ranges); got != c.marked || results[0].In != -1 {
			t.Errorf("%q marks %s in %d, not %s", c.typed, got, results[0].In, c.marked)
		}
	}
}

func TestAResultSaysWhichWordsMatched(t *testing.T) {
	results := board().Search("5550141", 1)
	if len(results) != 1 || results[0].In != 1 || results[0].Ranges != nil {
		t.Errorf("digits matched %+v", results)
	}
	results = board().Search("wren@lib", 1)
	if len(results) != 1 || results[0].In != 2 || marked(results[0].Entry.Words[2], results[0].Ranges) != "[wren@lib]rary.example" {
		t.Errorf("an address matched %+v", results)
	}
}

func TestAnIndexDoesNotFollowLaterChangesOfItsEntries(t *testing.T) {
	entries := []find.Entry{{ID: "1", Title: "Wren"}}
	index := find.New(entries)
	entries[0] = find.Entry{ID: "2", Title: "Heron"}
	if got := index.Search("wren", 1); len(got) != 1 || got[0].Entry.ID != "1" {
		t.Errorf("found %v", got)
	}
}

func TestManyMayAskAtOnce(t *testing.T) {
	index := board()
	want := fmt.Sprint(index.Search("mar nunes", 3))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if got := fmt.Sprint(index.Search("mar nunes", 3)); got != want {
					t.Errorf("found %s, not %s", got, want)
				}
			}
		})
	}
	group.Wait()
}

func TestEveryNameIsFoundByAnyOfItsParts(t *testing.T) {
	name := rapid.StringMatching(`[A-Za-zÁÉÑØŁßçÿ]{3,12}( [A-Za-zÁÉÑØŁßçÿ]{3,12}){0,2}`)
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(name, 1, 20).Draw(t, "names")
		entries := make([]find.Entry, len(names))
		for i, n := range names {
			entries[i] = find.Entry{ID: fmt.Sprint(i), Title: n}
		}
		index := find.New(entries)
		i := rapid.IntRange(0, len(names)-1).Draw(t, "which")
		runes := []rune(names[i])
		from := rapid.IntRange(0, len(runes)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(runes)).Draw(t, "to")
		part := string(runes[from:to])
		if strings.TrimSpace(part) == "" {
			return
		}
		if !slices.Contains(found(index.Search(part, 0)), fmt.Sprint(i)) {
			t.Fatalf("%q does not find %q", part, names[i])
		}
	})
}

func TestOneMistakeInALongWordIsForgiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[a-z]{4,12}`).Draw(t, "name")
		at := rapid.IntRange(0, len(name)-1).Draw(t, "at")
		letter := rapid.StringMatching(`[a-z]`).Draw(t, "letter")
		mistakes := []string{name[:at] + letter + name[at:], name[:at] + letter + name[at+1:]}
		if len(name) > 4 {
			mistakes = append(mistakes, name[:at]+name[at+1:])
		}
		if at > 0 {
			mistakes = append(mistakes, name[:at-1]+name[at:at+1]+name[at-1:at]+name[at+1:])
		}
		index := find.New([]find.Entry{{ID: "1", Title: name}})
		for _, typed := range mistakes {
			if len(index.Search(typed, 1)) != 1 {
				t.Fatalf("%q does not find %q", typed, name)
			}
		}
	})
}

func TestALimitCutsAndNeverReorders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(rapid.StringMatching(`[ab]{1,4}( [ab]{1,3})?`), 0, 300).Draw(t, "names")
		entries := make([]find.Entry, len(names))
		for i, n := range names {
			entries[i] = find.Entry{ID: fmt.Sprint(i), Title: n, Weight: i % 3}
		}
		index := find.New(entries)
		typed := rapid.StringMatching(`[ab]{1,4}( [ab]{1,3})?`).Draw(t, "typed")
		limit := rapid.IntRange(1, 20).Draw(t, "limit")
		all, some := found(index.Search(typed, 0)), found(index.Search(typed, limit))
		if want := all[:min(limit, len(all))]; !slices.Equal(some, want) {
			t.Fatalf("the best %d for %q are %v, not %v", limit, typed, some, want)
		}
	})
}

func FuzzSearch(f *testing.F) {
	f.Add("Ana Núñez", "+1 503 555 0141", "nunez")
	f.Add("Straße", "O’Brien (0)141", "ss 0141")
	f.Add("\xff", "a\u0301\u0301", "é")
	f.Add("ﬃ ﷺ", "ǅ", "ffi")
	f.Fuzz(func(t *testing.T, title, words, typed string) {
		index := find.New([]find.Entry{{ID: "1", Title: title, Words: []string{words}}, {ID: "2", Title: words}})
		results := index.Search(typed, 2)
		for _, r := range results {
			text := r.Entry.Title
			if r.In >= 0 {
				text = r.Entry.Words[r.In]
			}
			last := 0
			for _, m := range r.Ranges {
				if m.Start < last || m.End <= m.Start || m.End > len(text) {
					t.Fatalf("%q marks %v in %q", typed, r.Ranges, text)
				}
				if utf8.ValidString(text) && !utf8.ValidString(text[m.Start:m.End]) {
					t.Fatalf("%q cuts a character of %q at %v", typed, text, m)
				}
				last = m.End
			}
		}
		if again := index.Search(typed, 2); fmt.Sprint(again) != fmt.Sprint(results) {
			t.Fatalf("%q finds %v, and then %v", typed, results, again)
		}
	})
}

func found(results []find.Result) []string {
	ids := make([]string, len(results))
	for i, r := range results {
		ids[i] = r.Entry.ID
	}
	return ids
}

// inOrder is how many of want, from the first, stand in got in their order.
func inOrder(want, got []string) int {
	n := 0
	for _, id := range got {
		if n < len(want) && id == want[n] {
			n++
		}
	}
	return n
}

func marked(text string, ranges []find.Range) string {
	var out strings.Builder
	last := 0
	for _, r := range ranges {
		out.WriteString(text[last:r.Start] + "[" + text[r.Start:r.End] + "]")
		last = r.End
	}
	return out.String() + text[last:]
}
