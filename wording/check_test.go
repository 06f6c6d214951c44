package wording_test

import (
	"strings"
	"testing"

	"holdfast/wording"
)

func TestACheckSaysEachProblemOfAFieldOnce(t *testing.T) {
	var c wording.Check
	if c.Err() != nil {
		t.Fatal("nothing was checked and something is wrong:", c.Err())
	}
	c.Line("name", "Wren", 4)
	c.Prose("words", "two\nlines", 20)
	c.Choice("method", true)
	c.Add(nil)
	if c.Err() != nil {
		t.Fatal("what is right was refused:", c.Err())
	}
	c.Line("name", strings.Repeat("é", 5), 4)
	c.Line("name", strings.Repeat("é", 6), 4)
	c.Line("other", "12345", 4)
	c.Line("lines", "a\tb", 4)
	c.Prose("bytes", "\xff", 4)
	c.Choice("method", false)
	var fields []string
	for _, p := range wording.Problems(c.Err()) {
		fields = append(fields, p.Field)
	}
	if got := strings.Join(fields, " "); got != "name other lines bytes method" {
		t.Errorf("problems in %q", got)
	}
}
