package find

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings the spellings of one word together: compatibility forms taken
// apart (NFKD, UAX #15), marks dropped, lower case, the letters that Unicode
// does not take apart (đ ł ø ß æ œ ı …) written in plain ones, apostrophes
// left out. "Núñez", "NUNEZ" and "nuñez" fold to the same text, and so do
// "O'Brien" and "O’Brien". Folding twice changes nothing.
func Fold(text string) string {
	return string(fold(text, func(int, int) {}))
}

// fold is Fold; it tells each character's offset in text and how many bytes
// came of it.
func fold(text string, each func(at, n int)) []byte {
	out := make([]byte, 0, len(text))
	var parts [norm.MaxSegmentSize]byte
	for at, r := range text {
		before := len(out)
		switch {
		case r >= 'A' && r <= 'Z':
			out = append(out, byte(r)+'a'-'A')
		case r == '\'' || r == '`' || r == '´':
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		default:
			for _, part := range string(norm.NFKD.AppendString(parts[:0], string(r))) {
				out = appendPlain(out, unicode.ToLower(part))
			}
		}
		each(at, len(out)-before)
	}
	return out
}

// appendPlain adds one lower-case character that is already taken apart.
func appendPlain(out []byte, r rune) []byte {
	switch r {
	case '\'', '`', '’', '‘', 'ʼ', 'ʻ', 'ʹ':
		return out
	case 'đ', 'ð', 'ɖ':
		return append(out, 'd')
	case 'ł', 'ƚ':
		return append(out, 'l')
	case 'ø':
		return append(out, 'o')
	case 'ı':
		return append(out, 'i')
	case 'ħ':
		return append(out, 'h')
	case 'ŧ':
		return append(out, 't')
	case 'ŋ':
		return append(out, 'n')
	case 'ß':
		return append(out, "ss"...)
	case 'æ':
		return append(out, "ae"...)
	case 'œ':
		return append(out, "oe"...)
	case 'þ':
		return append(out, "th"...)
	case 'ς':
		return append(out, "σ"...)
	}
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || unicode.Is(unicode.Cf, r) {
		return out
	}
	return utf8.AppendRune(out, r)
}
