package contact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const dots = "•••"

// Mask is a number or address as a screen shows it until somebody asks for
// more. A number keeps its last two digits ("••• •• 41") and an email address
// its first letter ("w•••@•••"), enough to tell two apart; anything else keeps
// nothing. What was never written down stays empty.
func Mask(kind Kind, value string) string {
	value = strings.TrimSpace(value)
	switch {
	case value == "":
		return ""
	case kind == Email:
		return initial(value) + dots + "@" + dots
	case kind.numbered() && looksNumbered(value):
		return dots + " •• " + lastDigits(value)
	case kind == Signal || kind == WhatsApp:
		return initial(value) + dots
	default:
		return dots
	}
}

// initial is the first letter of a name that is long enough to keep the rest
// of it secret.
func initial(value string) string {
	local, _, _ := strings.Cut(value, "@")
	first, _ := utf8.DecodeRuneInString(local)
	if utf8.RuneCountInString(local) < 3 || !unicode.IsLetter(first) {
		return ""
	}
	return string(unicode.ToLower(first))
}

// looksNumbered says whether a value has enough digits for two of them to give
// nothing away.
func looksNumbered(value string) bool {
	digits, letters := 0, 0
	for _, r := range value {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits >= 6 && letters < digits
}

func lastDigits(value string) string {
	var all []rune
	for _, r := range value {
		if unicode.IsDigit(r) {
			all = append(all, r)
		}
	}
	return string(all[len(all)-2:])
}
