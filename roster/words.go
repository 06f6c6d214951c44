package roster

import (
	"slices"
	"strings"
	"unicode"

	"holdfast/find"
)

// words are the folded words of a text: "¿Teléfono móvil?" is telefono, movil.
func words(text string) []string {
	return strings.FieldsFunc(find.Fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// phrase is words with single spaces.
func phrase(text string) string { return strings.Join(words(text), " ") }

// nothing says whether a cell says in words that there is nothing in it.
func nothing(text string) bool {
	if strings.ContainsAny(text, "✓✔✗✘") {
		return false
	}
	switch phrase(text) {
	case "", "n a", "na", "none", "nothing", "nil", "null", "unknown", "tbd", "tba", "not given", "not known",
		"ninguno", "ninguna", "nada", "no aplica", "s d", "sin dato", "sin datos", "desconocido", "desconocida",
		"pendiente", "por confirmar", "no tiene":
		return true
	}
	return false
}

// saysYes and saysNo are answers that leave no doubt; anything more than the
// bare word is a condition, and no yes.
func saysYes(text string) bool {
	return slices.Contains([]string{"yes", "y", "true", "ok", "okay", "safe", "si", "s", "verdadero", "seguro", "segura",
		"yes safe", "yes ok", "si seguro"}, phrase(text)) || strings.ContainsAny(text, "✓✔") && phrase(text) == ""
}

func saysNo(text string) bool {
	return slices.Contains([]string{"no", "n", "false", "never", "not safe", "unsafe", "not ok", "do not", "don t", "dont", "falso", "nunca",
		"no seguro", "no es seguro", "inseguro", "no not safe", "no never", "no nunca"}, phrase(text)) ||
		strings.ContainsAny(text, "✗✘") && phrase(text) == ""
}
