package contact

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"holdfast/wording"
)

// The longest texts that are kept, in characters: nobody says more than that
// about one thing, and a slip of the clipboard is stopped.
const (
	longestLine  = 300
	longestProse = 4000
)

// problems gathers what is wrong, each problem once.
type problems []error

func (p *problems) when(bad bool, problem error) {
	said := func(e error) bool { return e.Error() == problem.Error() && field(e) == field(problem) }
	if bad && !slices.ContainsFunc(*p, said) {
		*p = append(*p, problem)
	}
}

func field(err error) string {
	for _, p := range wording.Problems(err) {
		return p.Field
	}
	return ""
}

// choice refuses an answer that no form offers.
func (p *problems) choice(field string, offered bool) {
	p.when(!offered, wording.Refuse(field, "Choose one of the answers on the list."))
}

// line refuses what is too long for one line, or does not fit on one.
func (p *problems) line(field, text string) {
	p.when(utf8.RuneCountInString(text) > longestLine,
		wording.Refuse(field, "This is too long. Keep it under {n} characters.", "n", longestLine))
	p.when(slices.ContainsFunc([]rune(text), unicode.IsControl),
		wording.Refuse(field, "Keep this on one line, without line breaks or tabs."))
}

// prose refuses what is too long.
func (p *problems) prose(field, text string) {
	p.when(utf8.RuneCountInString(text) > longestProse,
		wording.Refuse(field, "This is too long. Keep it under {n} characters.", "n", longestProse))
}

// word refuses a word that does not fit on one line, and a meaning without a
// word.
func (p *problems) word(field string, w Word) {
	p.line(field, w.Say)
	p.prose(field, w.Means)
	p.when(w.Say == "" && w.Means != "", wording.Refuse(field, "Write down the word that this is the meaning of."))
}
