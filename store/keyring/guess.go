package keyring

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/trustelem/zxcvbn/adjacency"
	"github.com/trustelem/zxcvbn/frequency"
	"github.com/trustelem/zxcvbn/match"
	"github.com/trustelem/zxcvbn/scoring"
)

// Here the patterns that a passphrase is made of are found; zxcvbn knows the
// words and reckons how many guesses the patterns are worth. Its own search
// keeps ten megabytes of tables from the start of the program to its end, for
// the few minutes in a year in which a passphrase is chosen. This one goes
// through the word lists instead, a few milliseconds each time. A test holds
// it against the original.

// guesses is after how many tries a text would be found, and what it is made
// of. known are words that somebody who knows the board would try first.
func guesses(text string, known []string) (float64, []*match.Match) {
	if !utf8.ValidString(text) {
		return 0, nil
	}
	lists := map[string][]string{"user_inputs": known}
	for name, words := range frequency.FrequencyLists {
		lists[name] = words
	}
	lower := lowered(text)
	found := inLists(text, lower, lists)
	for _, m := range inLists(reversed(text), reversed(lower), lists) {
		m.Reversed, m.Token, m.I, m.J = true, reversed(m.Token), len(text)-1-m.J, len(text)-1-m.I
		found = append(found, m)
	}
	for _, plain := range unswapped(lower) {
		for _, m := range inLists(text, plain.text, lists) {
			if m.J > m.I && lower[m.I:m.J+1] != m.MatchedWord {
				m.L33t, m.Sub = true, plain.signsIn(m.Token)
				found = append(found, m)
			}
		}
	}
	found = slices.Concat(found, sideBySide(text), inRuns(text), dates(text), repeats(text))
	match.Sort(found)
	best := scoring.MostGuessableMatchSequence(text, found, false)
	return best.Guesses, best.Sequence
}

// inLists finds the words of lists in a text. plain is the text as it is
// compared: byte for byte as long.
func inLists(text, plain string, lists map[string][]string) (found []*match.Match) {
	for name, words := range lists {
		for rank, word := range words {
			for from := 0; word != ""; {
				at := strings.Index(plain[from:], word)
				if at < 0 {
					break
				}
				i := from + at
				j := i + len(word)
				found = append(found, &match.Match{Pattern: "dictionary", DictionaryName: name, Rank: rank + 1,
					I: i, J: j - 1, Token: text[i:j], MatchedWord: word})
				from = i + 1
			}
		}
	}
	return found
}

// lowered has no capital letters and as many bytes as text.
func lowered(text string) string {
	return strings.Map(func(r rune) rune {
		if small := unicode.ToLower(r); utf8.RuneLen(small) == utf8.RuneLen(r) {
			return small
		}
		return r
	}, text)
}

func reversed(text string) string {
	runes := []rune(text)
	slices.Reverse(runes)
	return string(runes)
}

// swaps are signs that people put in place of letters.
func swaps() [][2]string {
	return [][2]string{
		{"4", "a"}, {"@", "a"}, {"8", "b"}, {"(", "c"}, {"{", "c"}, {"[", "c"}, {"<", "c"}, {"3", "e"}, {"6", "g"}, {"9", "g"},
		{"1", "il"}, {"!", "i"}, {"|", "il"}, {"0", "o"}, {"$", "s"}, {"5", "s"}, {"+", "t"}, {"7", "lt"}, {"%", "x"}, {"2", "z"},
	}
}

// plainText is a text with letters in place of signs.
type plainText struct {
	text string
	subs map[string]string
}

func (p plainText) signsIn(token string) map[string]string {
	in := map[string]string{}
	for sign, letter := range p.subs {
		if strings.Contains(token, sign) {
			in[sign] = letter
		}
	}
	return in
}

// unswapped are the texts that may have been meant: a sign may stand for
// several letters, but for the same one everywhere.
func unswapped(text string) []plainText {
	all := []plainText{{text: text, subs: map[string]string{}}}
	for _, swap := range swaps() {
		if !strings.Contains(text, swap[0]) {
			continue
		}
		var more []plainText
		for _, before := range all {
			for _, letter := range strings.Split(swap[1], "") {
				subs := map[string]string{swap[0]: letter}
				for sign, other := range before.subs {
					subs[sign] = other
				}
				more = append(more, plainText{strings.ReplaceAll(before.text, swap[0], letter), subs})
			}
		}
		all = more
	}
	if len(all[0].subs) == 0 {
		return nil
	}
	return all
}

// inRuns finds letters or digits at equal distances: abc, 9753.
func inRuns(text string) (found []*match.Match) {
	for i := 0; i < len(text)-1; {
		step := int(text[i+1]) - int(text[i])
		j := i + 1
		for j+1 < len(text) && int(text[j+1])-int(text[j]) == step {
			j++
		}
		if size := max(step, -step); size > 0 && size <= 5 && (j-i > 1 || size == 1) {
			space := 26
			if !strings.ContainsFunc(text[i:j+1], notDigit) {
				space = 10
			}
			found = append(found, &match.Match{Pattern: "sequence", I: i, J: j, Token: text[i : j+1],
				SequenceSpace: space, Ascending: step > 0})
		}
		i = j
	}
	return found
}

// repeats finds what stands several times in a row: aaaa, abcabc.
func repeats(text string) (found []*match.Match) {
	for i := 0; i < len(text); {
		length, period := 0, 0
		for p := 1; i+2*p <= len(text); p++ {
			n := p
			for i+n+p <= len(text) && text[i+n:i+n+p] == text[i:i+p] {
				n += p
			}
			if n > p && n > length {
				length, period = n, p
			}
		}
		if length == 0 {
			i++
			continue
		}
		base := text[i : i+period]
		worth, made := guesses(base, nil)
		found = append(found, &match.Match{Pattern: "repeat", I: i, J: i + length - 1, Token: text[i : i+length],
			BaseToken: base, BaseGuesses: worth, BaseMatches: made, RepeatCount: length / period})
		i += length
	}
	return found
}

// sideBySide finds keys that lie side by side: qwerty, 159.
func sideBySide(text string) (found []*match.Match) {
	for _, keys := range adjacency.Graphs {
		for i := 0; i < len(text)-1; {
			j, turns, shifted, way := i, 0, 0, -1
			if strings.ContainsFunc(text[i:i+1], isShifted) {
				shifted++
			}
			for ; j+1 < len(text); j++ {
				next := slices.IndexFunc(keys.Graph[text[j:j+1]], func(key string) bool { return strings.Contains(key, text[j+1:j+2]) })
				if next < 0 {
					break
				}
				if strings.Index(keys.Graph[text[j:j+1]][next], text[j+1:j+2]) == 1 {
					shifted++
				}
				if next != way {
					turns, way = turns+1, next
				}
			}
			if j-i > 1 {
				found = append(found, &match.Match{Pattern: "spatial", Graph: keys.Name, I: i, J: j, Token: text[i : j+1],
					Turns: turns, ShiftedCount: shifted})
			}
			i = j + 1
		}
	}
	return found
}

func isShifted(r rune) bool {
	return strings.ContainsRune(`~!@#$%^&*()_+{}|:"<>?`, r) || r >= 'A' && r <= 'Z'
}
