package keyring

import (
	"strings"
	"unicode/utf8"

	"github.com/trustelem/zxcvbn/match"

	"holdfast/wording"
)

// Estimate says how hard a passphrase is to guess.
type Estimate struct {
	// Score runs from 0 (guessed at once) to 4 (hard even for somebody with
	// much time and many machines). Below 3, ask for another.
	Score int
	// Says is the score in words.
	Says wording.Text
	// Advice is what would make it better, at most three sentences.
	Advice []wording.Text
}

// mostJudged is how much of a passphrase is looked at: judging takes more
// than the square of the length, and what is longer is strong anyway.
const mostJudged = 64

// Strength judges a passphrase (zxcvbn). words are what somebody who knows
// the board would try: its name, people's names, places. It takes up to a few
// hundred milliseconds: keep it off the UI goroutine.
func Strength(text string, words ...string) Estimate {
	var known []string
	for _, phrase := range words {
		for _, word := range append(strings.Fields(phrase), phrase) {
			if utf8.RuneCountInString(word) >= 3 {
				known = append(known, strings.ToLower(word))
			}
		}
	}
	spaced := normalised(text)
	score, weak := judge(spaced, known)
	// A space between two words counts for a lot there, as if nobody guessed
	// that it is a space.
	if together := strings.ReplaceAll(spaced, " ", ""); together != spaced {
		if s, w := judge(together, known); s < score {
			score, weak = s, w
		}
	}
	e := Estimate{Score: score, Says: says(score)}
	if score < 3 {
		e.Advice = advice(spaced, weak)
	}
	return e
}

func judge(text string, known []string) (score int, weak []*match.Match) {
	runes := []rune(text)
	tries, made := guesses(string(runes[:min(len(runes), mostJudged)]), known)
	for _, limit := range scores {
		if tries >= limit {
			score++
		}
	}
	return score, made
}

// scores are the guesses from which on a passphrase holds out against
// somebody who is let try only slowly, who is not, who has a copy of the
// sealed key, and who has many machines as well. The five more are zxcvbn's.
var scores = [...]float64{1e3 + 5, 1e6 + 5, 1e8 + 5, 1e10 + 5}

func says(score int) wording.Text {
	switch score {
	case 0:
		return wording.T("Very easy to guess")
	case 1:
		return wording.T("Easy to guess")
	case 2:
		return wording.T("Could be guessed")
	case 3:
		return wording.T("Hard to guess")
	default:
		return wording.T("Very hard to guess")
	}
}

// advice gives a reason for each kind of weakness, the most telling first.
func advice(text string, weak []*match.Match) []wording.Text {
	found := map[string]bool{"date": holdsYear(text)}
	for _, m := range weak {
		kind := m.Pattern
		switch {
		case m.DictionaryName == "user_inputs":
			kind = "known"
		case m.L33t:
			found["swapped"] = true
		case kind == "regex":
			kind = "date"
		}
		found[kind] = true
	}
	var all []wording.Text
	say := func(kind string, t wording.Text) {
		if found[kind] && len(all) < 2 {
			all = append(all, t)
		}
	}
	say("known", wording.T("It holds a name or word that belongs to this board. People who know the board try those first."))
	say("date", wording.T("Years and dates are tried early."))
	say("spatial", wording.T("Keys that lie side by side are tried early."))
	say("sequence", wording.T("Runs such as abc or 123 are tried early."))
	say("repeat", wording.T("Repeating a letter or word adds little."))
	say("swapped", wording.T("Signs in place of letters, such as @ for a, add little."))
	say("dictionary", wording.T("One or two common words are tried early."))
	return append(all, wording.T("Six random words are easy to remember and hard to guess."))
}

// holdsYear says whether four digits in a row look like a year of somebody's
// life; the library's own list of years ends early.
func holdsYear(text string) bool {
	for i := range len(text) - 3 {
		century, year := text[i:i+2], text[i+2:i+4]
		if (century == "19" || century == "20") && !strings.ContainsFunc(year, notDigit) {
			return true
		}
	}
	return false
}

func notDigit(r rune) bool { return r < '0' || r > '9' }
