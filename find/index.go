package find

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Entry is something that can be found.
type Entry struct {
	// ID and Kind say what it is to whoever made the index.
	ID, Kind string
	// Title is what a result shows.
	Title string
	// Words are further texts that lead here: another name, a number.
	Words []string
	// Weight lifts an entry above others that fit equally well.
	Weight int
}

// Index answers queries over the entries that it was made of. It does not
// change and may be asked from several goroutines at once.
type Index struct {
	entries []Entry
	// texts holds for each entry the plain title and the plain words after it,
	// each on a line of its own, and titles how long the title is in it.
	texts  []string
	titles []int
	// digits holds for each entry its numbers without anything between the
	// digits, each on a line of its own.
	digits []string
	// order is where each entry stands among those that fit equally well.
	order      []int32
	vocabulary vocabulary
}

// New makes an index. The order of entries decides between results that fit
// equally well in every other way.
func New(entries []Entry) *Index {
	x := &Index{
		entries: slices.Clone(entries),
		order:   order(entries),
		texts:   make([]string, len(entries)),
		titles:  make([]int, len(entries)),
		digits:  make([]string, len(entries)),
	}
	known := map[string]int{}
	for i, e := range entries {
		title := plain(e.Title)
		lines := make([]string, 0, 1+len(e.Words))
		lines = append(lines, title)
		var numbers []string
		for _, w := range e.Words {
			lines = append(lines, plain(w))
			if n := number(w); n != "" {
				numbers = append(numbers, n)
			}
		}
		x.texts[i], x.titles[i] = strings.Join(lines, "\n"), len(title)
		x.digits[i] = strings.Join(numbers, "\n")
		for w := range strings.FieldsSeq(title) {
			x.vocabulary.learn(known, w, place{int32(i), true})
		}
		for w := range strings.FieldsSeq(x.texts[i][len(title):]) {
			x.vocabulary.learn(known, w, place{int32(i), false})
		}
	}
	return x
}

// number is the digits of a text that looks like a telephone number: at least
// four digits and nothing else but what is written between them. A trunk zero
// in brackets, as in +44 (0)141, is not dialled and left out.
func number(text string) string {
	text = strings.Replace(text, "(0)", "", 1)
	digits := onlyDigits(text)
	if len(digits) < 4 {
		return ""
	}
	return digits
}

// onlyDigits is the digits 0 to 9 of a text that holds no letters, or "".
func onlyDigits(text string) string {
	var out strings.Builder
	for _, r := range Fold(text) {
		switch {
		case r >= '0' && r <= '9':
			out.WriteRune(r)
		case inWord(r) || r == '@' || r == utf8.RuneError:
			return ""
		}
	}
	return out.String()
}
