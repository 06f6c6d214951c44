package member

import (
	"slices"
	"strings"
	"unicode"

	"holdfast/find"
	"holdfast/wording"
)

// ConcernAbout gives a gentle warning where the name of a custom field, in
// English or Spanish, resembles something that is safer not kept: what was
// done to somebody, immigration status, identity and tax numbers, diagnoses,
// where somebody lives, criminal history. Spelling mistakes count as well. It
// is a warning: the board decides.
func ConcernAbout(name string) (wording.Text, bool) {
	words := meaning(name)
	for _, c := range concerns() {
		if anyPattern(c.except, words) {
			continue
		}
		if anyPattern(c.patterns, words) {
			return c.say, true
		}
	}
	return wording.Text{}, false
}

// meaning is the words of a name that carry its meaning, folded: "SSN_last4",
// "socialSecurity" and "S.S.N." taken apart like a person would.
func meaning(name string) []string {
	var spaced strings.Builder
	var last rune
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(last) || unicode.IsDigit(r) != unicode.IsDigit(last) && last != 0 {
			spaced.WriteByte(' ')
		}
		spaced.WriteRune(r)
		last = r
	}
	all := strings.FieldsFunc(find.Fold(spaced.String()), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	if len(all) > 1 && !slices.ContainsFunc(all, func(w string) bool { return len(w) > 1 }) {
		return []string{strings.Join(all, "")}
	}
	return slices.DeleteFunc(all, func(w string) bool { return slices.Contains(littleWords(), w) })
}

func anyPattern(patterns, words []string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return occurs(strings.Fields(pattern), words) })
}

// occurs says whether the words of a pattern stand one after the other.
func occurs(pattern, words []string) bool {
	for from := 0; from+len(pattern) <= len(words); from++ {
		all := true
		for i, p := range pattern {
			all = all && means(p, words[from+i])
		}
		if all {
			return true
		}
	}
	return false
}

// means says whether a word is the one of a pattern. A pattern that ends in *
// is the beginning of a word; one of six letters or more may be misspelt by
// one letter, but not its first, unless it ends in =.
func means(pattern, word string) bool {
	stem, open := strings.CutSuffix(pattern, "*")
	stem, exact := strings.CutSuffix(stem, "=")
	if word == stem || open && strings.HasPrefix(word, stem) {
		return true
	}
	if exact || len(stem) < 6 || word[0] != stem[0] || slices.Contains(innocentWords(), word) {
		return false
	}
	whole, beginning := find.Mistakes(stem, word, 1)
	return whole <= 1 || open && beginning <= 1
}
