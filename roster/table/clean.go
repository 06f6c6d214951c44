package table

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean makes a cell of what a file holds: what can't be seen is taken out,
// since a name with a hidden character in it would never be found again, and
// a right-to-left override shows one number and dials another.
func clean(raw string) Cell {
	if plainASCII(raw) {
		return bounded(strings.TrimSpace(raw))
	}
	text := strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r' || r == utf8.RuneError:
			// A carriage return comes before a line feed; a letter that was
			// lost before the file was made stays visible as lost.
			if r == '\r' {
				return -1
			}
			return r
		case unicode.Is(unicode.Zs, r) || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u200c' || r == '\u200d':
			return r // joiners belong to the spelling of Persian and Indic names
		case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, raw)
	return bounded(strings.TrimSpace(norm.NFC.String(text)))
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' {
			return false
		}
	}
	return true
}

func bounded(text string) Cell {
	if len(text) > MaxCell && utf8.RuneCountInString(text) > MaxCell {
		return Cell{Fault: TooLong}
	}
	return Cell{Text: text}
}

// literal takes off what people and programs put around a value to make a
// spreadsheet program leave it alone: ="0412" and '+61. Nothing is evaluated.
func literal(text string) string {
	if inner, ok := strings.CutPrefix(text, `="`); ok {
		if inner, ok = strings.CutSuffix(inner, `"`); ok && !strings.Contains(inner, `"`) {
			return inner
		}
	}
	if rest, ok := strings.CutPrefix(text, "'"); ok && rest != "" && strings.ContainsRune("=+-@|%0123456789", rune(rest[0])) {
		return rest
	}
	return text
}
