package member

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"holdfast/wording"
)

// The most that fields hold, in characters and in entries.
const (
	longestLine = 200
	longestText = 5_000
	longestNote = 20_000
	mostEntries = 200
)

// problems collects everything that is wrong, so that a person mends it in
// one go.
type problems []error

func (p *problems) add(problem error) { *p = append(*p, problem) }

func (p *problems) when(wrong bool, problem error) {
	if wrong {
		p.add(problem)
	}
}

func (p problems) err() error { return errors.Join(p...) }

// prose checks a text of several lines.
func (p *problems) prose(field, text string, longest int) {
	switch {
	case !utf8.ValidString(text):
		p.add(wording.Refuse(field, "Some characters here can't be read. Write them again."))
	case utf8.RuneCountInString(text) > longest:
		p.add(wording.Refuse(field, "This is too long. Keep it under {n} characters.", "n", longest))
	}
}

// line checks a text of one line.
func (p *problems) line(field, text string) {
	p.prose(field, text, longestLine)
	p.when(strings.ContainsFunc(text, unicode.IsControl),
		wording.Refuse(field, "Keep this on one line, without line breaks or tabs."))
}

// few checks that a list has not run away.
func (p *problems) few(field string, n int) {
	if n > mostEntries {
		p.add(wording.Refuse(field, "These are too many. Keep it to {n} entries.", "n", mostEntries))
	}
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
	p.when(a != "" && a != Yes && a != No, wording.Refuse(field, "Choose yes or no, or leave it open."))
}
