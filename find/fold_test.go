package find

import (
	"testing"
	"unicode/utf8"
)

func TestSpellingsOfOneWordFoldTogether(t *testing.T) {
	for _, same := range [][]string{
		{"nunez", "Núñez", "NÚÑEZ", "nu\u0301n\u0303ez"},
		{"obrien", "O'Brien", "O’Brien", "OʼBRIEN", "O´Brien"},
		{"dorde", "Đorđe"},
		{"lodz", "Łódź"},
		{"soren", "Søren", "SØREN"},
		{"strasse", "Straße", "STRASSE", "STRAẞE"},
		{"aesir", "Æsir", "æsir"},
		{"oeuvre", "Œuvre"},
		{"istanbul", "İstanbul", "Istanbul", "ıstanbul"},
		{"thor", "Þór"},
		{"nguyen", "Nguyễn", "NGUYỄN"},
		{"οδυσσευσ", "Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"},
		{"finch", "ﬁnch", "ＦＩＮＣＨ"},
		{"co op", "co op", "co\u00a0op"},
		{"cooperate", "co\u00adoperate", "cooper\u200bate"},
		{"", "", "'", "\u0301"},
	} {
		for _, spelling := range same[1:] {
			if got := Fold(spelling); got != same[0] {
				t.Errorf("Fold(%q) = %q, not %q", spelling, got, same[0])
			}
		}
	}
}

func TestDifferentLettersStayDifferent(t *testing.T) {
	for _, pair := range [][2]string{{"Ana", "Ena"}, {"李", "王"}, {"б", "в"}, {"1", "2"}, {"a-b", "ab"}} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q fold to %q", pair[0], pair[1], Fold(pair[0]))
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, seed := range []string{"", "Núñez", "O’Brien", "STRAẞE", "İı", "\xff\xfe", "각", "が", "ﷺ", "𝔚ren", "ΐ", "ǅ", "a\u0315\u0300", "\ufeffx"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := Fold(text)
		if !utf8.ValidString(once) {
			t.Fatalf("Fold(%q) is not UTF-8", text)
		}
		if twice := Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, and again %q", text, once, twice)
		}
		words, traced := plain(text), trace(text)
		if words != traced.words {
			t.Fatalf("plain %q, traced %q", words, traced.words)
		}
		if n := max(len(words)-1, 0); len(traced.start) != n || len(traced.end) != n {
			t.Fatalf("%d bytes of words, %d starts, %d ends", len(words), len(traced.start), len(traced.end))
		}
		border := borders(text)
		for i := range traced.start {
			if !border[traced.start[i]] || !border[traced.end[i]] || traced.start[i] > traced.end[i] {
				t.Fatalf("byte %d of %q is said to be %d to %d of %q", i, words, traced.start[i], traced.end[i], text)
			}
		}
	})
}

// borders are the offsets where a character of text begins, and its end.
func borders(text string) map[int]bool {
	at := map[int]bool{len(text): true}
	for i := range text {
		at[i] = true
	}
	return at
}
