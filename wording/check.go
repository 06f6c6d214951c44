package wording

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Check gathers what is wrong with what somebody wrote, each problem of a field
// once, so that all of it can be mended in one go.
type Check struct{ all []error }

// Add adds a problem; nil is none.
func (c *Check) Add(problem error) {
	same := func(e error) bool { return e.Error() == problem.Error() && fieldOf(e) == fieldOf(problem) }
	if problem != nil && !slices.ContainsFunc(c.all, same) {
		c.all = append(c.all, problem)
	}
}

// When adds a problem where something is wrong.
func (c *Check) When(wrong bool, problem error) {
	if wrong {
		c.Add(problem)
	}
}

// Prose refuses a text of several lines that is longer than most characters,
// or is not text.
func (c *Check) Prose(field, text string, most int) {
	c.When(!utf8.ValidString(text), Refuse(field, "Some characters here can't be read. Write them again."))
	c.When(utf8.RuneCountInString(text) > most, Refuse(field, "This is too long. Keep it under {n} characters.", "n", most))
}

// Line refuses what Prose does, and what does not fit on one line.
func (c *Check) Line(field, text string, most int) {
	c.Prose(field, text, most)
	c.When(strings.ContainsFunc(text, unicode.IsControl), Refuse(field, "Keep this on one line, without line breaks or tabs."))
}

// Choice refuses an answer that no form offers.
func (c *Check) Choice(field string, offered bool) {
	c.When(!offered, Refuse(field, "Choose one of the answers on the list."))
}

// Len is how many problems there are so far.
func (c *Check) Len() int { return len(c.all) }

// Err is everything that is wrong (see Problems), or nil.
func (c *Check) Err() error { return errors.Join(c.all...) }

func fieldOf(err error) string {
	for _, p := range Problems(err) {
		return p.Field
	}
	return ""
}
