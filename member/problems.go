package member

import (
	"strings"

	"holdfast/wording"
)

// The most that fields hold, in characters and in entries.
const (
	longestLine = 200
	longestText = 5_000
	longestNote = 20_000
	mostEntries = 200
)

// problems are what is wrong with a member.
type problems struct{ wording.Check }

// line checks a text of one line.
func (p *problems) line(field, text string) { p.Line(field, text, longestLine) }

// few checks that a list has not run away.
func (p *problems) few(field string, n int) {
	p.When(n > mostEntries, wording.Refuse(field, "These are too many. Keep it to {n} entries.", "n", mostEntries))
}

// line is a text on one line: space at the ends gone, other space made one.
func line(text string) string { return strings.Join(strings.Fields(text), " ") }

// prose is a text of several lines without space at its ends.
func prose(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return strings.TrimSpace(text)
}

// answer checks a yes or no.
func (p *problems) answer(field string, a Answer) {
	p.When(a != "" && a != Yes && a != No, wording.Refuse(field, "Choose yes or no, or leave it open."))
}
