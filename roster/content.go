package roster

import (
	"strings"
	"unicode"

	"holdfast/member"
	"holdfast/roster/table"
)

// sampled is how many rows are looked at to see what a column holds.
const sampled = 500

// values are the first texts of a column, without the empty ones.
func values(t *Table, column int) []string {
	var all []string
	for _, row := range t.Rows[:min(len(t.Rows), sampled)] {
		if c := row.Cells[column]; c.Text != "" && !nothing(c.Text) {
			all = append(all, c.Text)
		}
	}
	return all
}

// mostly says whether most of the values pass a test. Of no values nothing
// can be said.
func mostly(values []string, test func(string) bool) bool {
	n := 0
	for _, v := range values {
		if test(v) {
			n++
		}
	}
	return n > 0 && n*3 >= len(values)*2
}

// looksLikeEmail says whether a text is one email address.
func looksLikeEmail(text string) bool {
	local, domain, ok := strings.Cut(text, "@")
	return ok && local != "" && strings.Contains(strings.Trim(domain, "."), ".") && !strings.ContainsAny(text, " ,;<>\n") &&
		!strings.Contains(domain, "@")
}

// looksLikePhone says whether a text is one phone number: 6 to 15 digits
// (ITU-T E.164 has 15 at most) and the signs that people put between them.
func looksLikePhone(text string) bool {
	digits := 0
	if strings.Contains(text, " / ") {
		return false // two numbers
	}
	for i, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case r == '+' && i == 0, strings.ContainsRune(" -–./()\u00a0", r):
		default:
			text, ok := withoutExtension(text)
			return ok && looksLikePhone(text)
		}
	}
	return digits >= 6 && digits <= 15
}

// withoutExtension takes "ext. 12" from the end.
func withoutExtension(text string) (string, bool) {
	lower := strings.ToLower(text)
	for _, mark := range []string{"ext", " x", "anexo"} {
		if i := strings.LastIndex(lower, mark); i > 0 && isNumber(strings.Trim(lower[i+len(mark):], " .:")) {
			return strings.TrimSpace(text[:i]), true
		}
	}
	return "", false
}

// looksLikeName says whether a text is one to five words of letters.
func looksLikeName(text string) bool {
	if strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" .-'’‘,\u200c\u200d", r)
	}) {
		return false
	}
	n := len(strings.Fields(text))
	return n >= 1 && n <= 5
}

// looksLikeStage says whether a text is the word for a stage.
func looksLikeStage(text string) bool {
	_, ok := member.Recognise(member.StageChoices(), text)
	return ok
}

// looksLikeDay says whether a text is a day in whatever order.
func looksLikeDay(text string) bool {
	_, problem := readDay(table.Cell{Text: text}, DayFirst, table.From1900)
	_, other := readDay(table.Cell{Text: text}, MonthFirst, table.From1900)
	return problem.IsZero() || other.IsZero()
}
