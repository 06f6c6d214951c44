package keyring

import (
	"regexp"
	"strconv"

	"github.com/trustelem/zxcvbn/match"
)

// days are the forms in which people write a day: with a sign between the
// parts, or run together.
func days() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`^(\d{2})()(\d{2})()(\d{4}|\d{2})$`), regexp.MustCompile(`^(\d{4})()(\d{2})()(\d{2})$`),
		regexp.MustCompile(`^(\d)()(\d{1,2})()(\d{4}|\d{2})$`), regexp.MustCompile(`^(\d{2})()(\d)()(\d{4}|\d{2})$`),
		regexp.MustCompile(`^(\d{4})()(\d{1,2})()(\d{1,2})$`),
		regexp.MustCompile(`^(\d{1,4})([\s/\\_.-])(\d{1,2})([\s/\\_.-])(\d{1,4})$`),
	}
}

// dates finds days in a text: 24/11/1987, 112487, and years alone.
func dates(text string) (found []*match.Match) {
	forms := days()
	for i := range text {
		for j := min(i+10, len(text)); j >= i+4; j-- {
			token := text[i:j]
			if year, sign, ok := day(forms, token); ok {
				found = append(found, &match.Match{Pattern: "date", I: i, J: j - 1, Token: token, Separator: sign, Year: year})
				break // the longest at this place
			}
		}
		if j := i + 4; j <= len(text) && holdsYear(text[i:j]) {
			found = append(found, &match.Match{Pattern: "regex", RegexName: "recent_year", I: i, J: j - 1, Token: text[i:j]})
		}
	}
	return found
}

// day reads a text as one day, in whatever order its parts stand.
func day(forms []*regexp.Regexp, token string) (year int, sign string, ok bool) {
	for _, form := range forms {
		p := form.FindStringSubmatch(token)
		if p == nil || p[2] != p[4] {
			continue
		}
		first, _ := strconv.Atoi(p[1])
		middle, _ := strconv.Atoi(p[3])
		last, _ := strconv.Atoi(p[5])
		if len(p[1]) > 2 { // the year stands first
			first, last = last, first
		}
		low, high := min(first, middle), max(first, middle)
		if low < 1 || low > 12 || high > 31 || last > 99 && (last < 1900 || last > 2050) {
			continue
		}
		switch {
		case last > 99:
		case last > 50:
			last += 1900
		default:
			last += 2000
		}
		return last, p[2], true
	}
	return 0, "", false
}
