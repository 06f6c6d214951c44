package paper

import (
	"fmt"
	"strings"

	"holdfast/wording"
)

// RecoveryText is the kit as plain text: one line of it is Identity alone, so
// that the file is an identity file for a stock age as it stands.
func RecoveryText(k Kit, b *wording.Book) []byte {
	var out strings.Builder
	comment := func(text string) {
		if text == "" {
			out.WriteString("#\n")
		}
		for _, line := range folded(text, 74) {
			fmt.Fprintf(&out, "# %s\n", line)
		}
	}
	words := kitWords(k, b)
	comment(words.title)
	comment("")
	comment(words.what)
	comment("")
	comment(words.groupsHead)
	for i, g := range k.Groups {
		comment(fmt.Sprintf("%3d  %s-%s", i+1, g.Text, g.Check))
	}
	comment(words.groupsHelp)
	comment("")
	comment(words.printHead + ": " + k.Fingerprint)
	comment(words.printHelp)
	comment("")
	comment(words.todoHead)
	for _, todo := range words.todo {
		for i, line := range folded(todo, 68) {
			lead := "    "
			if i == 0 {
				lead = "[ ] "
			}
			comment(lead + line)
		}
	}
	if words.made != "" {
		comment("")
		comment(words.made)
	}
	comment("")
	comment(words.lineHelp)
	out.WriteString(k.Identity + "\n")
	return []byte(out.String())
}

// folded breaks a text into lines of at most width characters, at spaces. It
// keeps the spaces that a line begins with.
func folded(text string, width int) []string {
	indent := text[:len(text)-len(strings.TrimLeft(text, " "))]
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		switch {
		case line == "":
			line = indent + word
		case len([]rune(line))+1+len([]rune(word)) > width:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
