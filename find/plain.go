package find

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain is a folded text with one space before, between and after its words
// (" ana maria "), so that " ma" is the beginning of a word and "ari" a part
// of one. A text without words is "".
func plain(text string) string {
	var out strings.Builder
	out.Grow(len(text) + 2)
	open := false
	for _, r := range Fold(text) {
		if !inWord(r) {
			open = false
			continue
		}
		if !open {
			out.WriteByte(' ')
			open = true
		}
		out.WriteRune(r)
	}
	if out.Len() == 0 {
		return ""
	}
	out.WriteByte(' ')
	return out.String()
}

// A traced text is plain and knows where in the original each of its bytes
// begins and ends.
type traced struct {
	words      string
	start, end []int
}

// trace makes the same words as plain, slower.
func trace(text string) traced {
	type origin struct{ start, end int }
	var origins []origin
	folded := fold(text, func(at, n int) {
		_, size := utf8.DecodeRuneInString(text[at:])
		if n == 0 && len(origins) > 0 && origins[len(origins)-1].end == at {
			// A mark belongs to the letter before it.
			for i := len(origins) - 1; i >= 0 && origins[i].end == at; i-- {
				origins[i].end = at + size
			}
		}
		for range n {
			origins = append(origins, origin{at, at + size})
		}
	})
	t := traced{words: plain(text)}
	open := false
	for at, r := range string(folded) {
		if !inWord(r) {
			open = false
			continue
		}
		if !open {
			t.start, t.end, open = append(t.start, origins[at].start), append(t.end, origins[at].start), true
		}
		for i := range utf8.RuneLen(r) {
			t.start, t.end = append(t.start, origins[at+i].start), append(t.end, origins[at+i].end)
		}
	}
	return t
}

// piece is the range of the original that words[from:to] came from.
func (t traced) piece(from, to int) Range {
	return Range{Start: t.start[from], End: t.end[to-1]}
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mc, r))
}
