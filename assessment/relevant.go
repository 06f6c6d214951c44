package assessment

import (
	"regexp"
	"strings"

	"holdfast/wording"
)

// What a condition of an XLSForm may be made of.
var (
	formSelected = regexp.MustCompile(`^selected\(\s*\$\{([^}]+)\}\s*,\s*['"]([^'"]*)['"]\s*\)$`)
	formCompared = regexp.MustCompile(`^\$\{([^}]+)\}\s*(=|!=|>=|<=|>|<)\s*(?:'([^']*)'|"([^"]*)"|(-?[0-9]+))$`)
	formWord     = regexp.MustCompile(`\s+(and|or)\s+`)
)

// relevant reads the condition of an XLSForm: comparisons and selected(), all
// joined by “and” or all by “or”. It fails with a wording.Problem.
func relevant(text, at string) (when []Condition, anyOf bool, err error) {
	text = strings.TrimSpace(text)
	joints := formWord.FindAllStringSubmatch(text, -1)
	for n, j := range joints {
		if anyOf = j[1] == "or"; n > 0 && j[1] != joints[0][1] {
			return nil, false, wording.Refuse(at, "{place}: “and” and “or” in one condition are beyond what Holdfast reads of an XLSForm.", "place", at)
		}
	}
	for _, part := range formWord.Split(text, -1) {
		c, ok := formCondition(strings.TrimSpace(part))
		if !ok {
			return nil, false, wording.Refuse(at, "{place}: the condition “{condition}” is beyond what Holdfast reads of an XLSForm.", "place", at, "condition", shortened(part))
		}
		when = append(when, c)
	}
	return when, anyOf, nil
}

func formCondition(part string) (Condition, bool) {
	if m := formSelected.FindStringSubmatch(part); m != nil {
		return Condition{formID(m[1]), Equals, formID(m[2])}, true
	}
	m := formCompared.FindStringSubmatch(part)
	if m == nil {
		return Condition{}, false
	}
	c := Condition{formID(m[1]), Operator(m[2]), m[3] + m[4] + m[5]}
	if c.Value == "" && (c.Is == Equals || c.Is == Not) {
		return Condition{c.Question, Exists, map[bool]string{true: "false", false: "true"}[c.Is == Equals]}, true
	}
	if c.Is == Equals || c.Is == Not {
		if m[5] == "" && !isDay(c.Value) {
			c.Value = formID(c.Value)
		}
	}
	return c, true
}

func isDay(value string) bool { return Day.Takes(value) }

// written is a condition as an XLSForm has it.
func (c Condition) written(several bool) string {
	name := "${" + c.Question + "}"
	switch {
	case c.Is == Exists:
		return name + map[string]string{"true": " != ''", "false": " = ''"}[c.Value]
	case c.Is == Equals && several:
		return "selected(" + name + ", '" + c.Value + "')"
	case Number.Takes(c.Value):
		return name + " " + string(c.Is) + " " + c.Value
	default:
		return name + " " + string(c.Is) + " '" + c.Value + "'"
	}
}
