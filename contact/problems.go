package contact

import "holdfast/wording"

// The longest texts that are kept, in characters: nobody says more than that
// about one thing, and a slip of the clipboard is stopped.
const (
	longestLine  = 300
	longestProse = 4000
)

// problems are what is wrong with a sheet or an entry.
type problems struct{ wording.Check }

func (p *problems) line(field, text string) { p.Line(field, text, longestLine) }

func (p *problems) prose(field, text string) { p.Prose(field, text, longestProse) }

// word refuses a word that does not fit on one line, and a meaning without a
// word.
func (p *problems) word(field string, w Word) {
	p.line(field, w.Say)
	p.prose(field, w.Means)
	p.When(w.Say == "" && w.Means != "", wording.Refuse(field, "Write down the word that this is the meaning of."))
}
