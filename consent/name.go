package consent

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// same says whether two names mean one: case, spaces, accents and what can't be
// seen do not matter, so that nobody who is excluded passes for somebody else.
func same(a, b string) bool {
	if a == b {
		return true
	}
	if a == "" || b == "" {
		return strings.TrimSpace(a) == strings.TrimSpace(b)
	}
	return folded(a) == folded(b)
}

func folded(name string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Mn, unicode.Cf) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(name))
	return strings.Join(strings.Fields(plain), " ")
}

// nobodySpecial says whether a recipient is everybody, or nobody in
// particular, in either language.
func nobodySpecial(recipient string) bool {
	switch folded(recipient) {
	case "everyone", "everybody", "anyone", "anybody", "all", "the public", "public", "whoever", "any", "others", "various",
		"todos", "todas", "todo el mundo", "cualquiera", "cualquier persona", "el publico", "publico", "quien sea", "varios", "*":
		return true
	}
	return false
}
