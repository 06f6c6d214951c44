package assessment

import (
	"slices"
	"strconv"

	"holdfast/record"
	"holdfast/wording"
)

// conditions holds that each condition looks at a question before it, which
// also keeps conditions from going in circles, and compares what can be
// compared.
func (v *validation) conditions(i Item, at string) {
	v.when(len(i.When) > MaxChoices, wording.Refuse(at, "{place}: these are too many conditions.", "place", at))
	for _, c := range i.When {
		asked, ok := v.earlier[c.Question]
		if !ok {
			v.add(wording.Refuse(at, "{place}: the condition looks at “{question}”, which is no question before it; a condition only looks back, never ahead, at itself or in a circle.",
				"place", at, "question", shortened(c.Question)))
			continue
		}
		v.when(!c.suits(asked, v.in.ChoicesOf(asked)), wording.Refuse(at, "{place}: the condition compares “{question}” with something that can't be its answer.", "place", at, "question", c.Question))
	}
}

func (c Condition) suits(asked Item, choices []Choice) bool {
	if c.Is == Exists {
		return c.Value == "true" || c.Value == "false"
	}
	ordered := slices.Contains([]Operator{More, Less, AtLeast, AtMost}, c.Is)
	if !ordered && c.Is != Equals && c.Is != Not {
		return false
	}
	switch asked.Type {
	case Choose:
		return !ordered && slices.Contains(codes(choices), c.Value)
	case YesNo:
		return !ordered && (c.Value == "true" || c.Value == "false")
	default:
		return asked.Type.Takes(c.Value) && asked.Type != Line && asked.Type != Prose
	}
}

// Takes says whether a text can be the answer to a question of a type without
// choices.
func (t Type) Takes(value string) bool {
	switch t {
	case YesNo:
		return value == "true" || value == "false"
	case Number:
		n, err := strconv.Atoi(value)
		return err == nil && strconv.Itoa(n) == value && -1_000_000_000 <= n && n <= 1_000_000_000
	case Day:
		d, err := record.ParseDate(value)
		return err == nil && !d.IsZero()
	case Line, Prose:
		return value != "" && ownWords(value)
	default:
		return false
	}
}

// holds says whether a condition is met by the values that the question was
// answered with, as FHIR has it: one of them fits, or with Not, none is equal.
func (c Condition) holds(t Type, values []string) bool {
	switch c.Is {
	case Exists:
		return (len(values) > 0) == (c.Value == "true")
	case Not:
		return !slices.Contains(values, c.Value)
	}
	return slices.ContainsFunc(values, func(value string) bool {
		switch order := compared(t, value, c.Value); c.Is {
		case Equals:
			return order == 0
		case More:
			return order > 0
		case Less:
			return order < 0
		case AtLeast:
			return order >= 0
		default:
			return order <= 0
		}
	})
}

func compared(t Type, a, b string) int {
	if t == Number {
		x, _ := strconv.Atoi(a)
		y, _ := strconv.Atoi(b)
		return x - y
	}
	switch { // days in their ISO form sort like texts
	case a < b:
		return -1
	case a > b:
		return 1
	default:
		return 0
	}
}
