package find

import (
	"strings"
	"unicode/utf8"
)

// vocabulary is every different word of the texts of an index. What most
// words are sorted out by lies in slices of its own, so that a look at all of
// them is a walk through little memory.
type vocabulary struct {
	letters []uint64
	lengths []uint8 // in characters, at most 255
	words   []string
	places  [][]place
}

// place is an entry, and whether the word stands in its title.
type place struct {
	entry int32
	title bool
}

// learn adds a word; of an entry's places for one word the first counts,
// which is the title where the word is in it. known is what it learnt so far.
func (v *vocabulary) learn(known map[string]int, word string, at place) {
	i, ok := known[word]
	if !ok {
		i = len(v.words)
		known[word] = i
		v.words = append(v.words, word)
		v.letters = append(v.letters, letters(word))
		v.lengths = append(v.lengths, uint8(min(utf8.RuneCountInString(word), 255)))
		v.places = append(v.places, nil)
	}
	if places := v.places[i]; len(places) == 0 || places[len(places)-1].entry != at.entry {
		v.places[i] = append(places, at)
	}
}

// holding calls each with the places of every word that holds token, and
// whether the word begins with it.
func (v *vocabulary) holding(token string, each func(begins bool, at []place)) {
	wanted := letters(token)
	for i, set := range v.letters {
		if wanted&^set != 0 {
			continue
		}
		if at := strings.Index(v.words[i], token); at >= 0 {
			each(at == 0, v.places[i])
		}
	}
}

// resembling calls each with the places of every word that token may be a
// misspelling of, and how far the two are apart (see typed.cost).
func (v *vocabulary) resembling(token string, each func(cost uint8, at []place)) {
	t := newTyped(token)
	for i, set := range v.letters {
		if !t.mayResemble(set, int(v.lengths[i])) {
			continue
		}
		if cost := t.cost(v.words[i]); cost != noMatch {
			each(cost, v.places[i])
		}
	}
}

// letters marks which characters occur: a to z and 0 to 9 have a bit each,
// others share the rest.
func letters(word string) uint64 {
	var set uint64
	for _, r := range word {
		switch {
		case r >= 'a' && r <= 'z':
			set |= 1 << (r - 'a')
		case r >= '0' && r <= '9':
			set |= 1 << (26 + r - '0')
		default:
			set |= 1 << (36 + r%28)
		}
	}
	return set
}
