package roster

import (
	"slices"
	"strings"
)

// clue is what the name of a column must be made of to mean a target. Every
// word of the name has to belong to it: "phone" is a person's phone, and
// "sister phone" is not, since nothing here knows the word "sister". That is
// how nobody is called on a number of somebody else.
type clue struct {
	to string
	// need holds one word of each group, written with bars: "cell|mobile".
	// A group may have phrases: "time zone|timezone".
	need []string
	// may holds words that may stand beside them.
	may string
}

// recognise is the target that the name of a column means.
func recognise(header string) (string, bool) {
	all := essence(header)
	for _, table := range [][]clue{personClues(), boardClues(), supportClues(), reachClues()} {
		for _, c := range table {
			if c.fits(all) {
				return c.to, true
			}
		}
	}
	return "", false
}

// essence is the words of the name of a column without numbers ("Phone 2"),
// the sign for a number at the end ("Phone no.") and the two answers of a form
// ("Voicemail? yes/no"). Any other "no" stays, since "no llamar" must never be
// read as "llamar"; and so does what stands in brackets, since "Phone
// (sister)" is the sister's.
func essence(header string) []string {
	all := words(header)
	for _, answers := range [][]string{{"yes", "no"}, {"si", "no"}, {"y", "n"}, {"s", "n"}} {
		if i := indexOf(all, answers); i > 0 {
			all = slices.Delete(all, i, i+2)
		}
	}
	if len(all) > 1 {
		all = slices.DeleteFunc(all, isNumber)
	}
	if n := len(all); n > 1 && hasWord("no num n nr", all[n-1]) {
		all = all[:n-1]
	}
	return all
}

func (c clue) fits(name []string) bool {
	rest := slices.Clone(name)
	for _, group := range c.need {
		at, n := -1, 0
		for option := range strings.SplitSeq(group, "|") {
			words := strings.Fields(option)
			if i := indexOf(rest, words); i >= 0 && len(words) > n {
				at, n = i, len(words)
			}
		}
		if at < 0 {
			return false
		}
		rest = slices.Delete(rest, at, at+n)
	}
	for _, w := range rest {
		if !hasWord(c.may, w) && !hasWord(fillers, w) {
			return false
		}
	}
	return true
}

// fillers are words that change nothing, those of a question on a form among
// them. "Not" is none of them.
const fillers = "the a an your their his her my of please optional required member members s o y " +
	"what which is are do does you we us would should " +
	"el la los las un una de del su sus tu por favor opcional obligatorio miembro integrante " +
	"cual cuales es son que " +
	"if any dd mm yyyy aaaa e g eg ej format formato"

// indexOf finds some words one after the other.
func indexOf(all, some []string) int {
	for i := 0; i+len(some) <= len(all); i++ {
		if slices.Equal(all[i:i+len(some)], some) {
			return i
		}
	}
	return -1
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}

func isNumber(word string) bool { return strings.Trim(word, "0123456789") == "" }
