package assessment

import (
	"slices"
	"strings"

	"holdfast/wording"
)

// AppliesIf says in words when an item is asked: each sentence has to be true.
// It is empty for what is always asked.
func (in Instrument) AppliesIf(id string, b *wording.Book) []string {
	var said []string
	for _, s := range in.steps() {
		if s.ID != id {
			continue
		}
		for _, gate := range s.gates {
			said = append(said, in.gate(gate, b))
		}
	}
	return said
}

// gate is a condition in words, with the answers to one question together.
func (in Instrument) gate(gate Item, b *wording.Book) string {
	var order, parts []string
	answers := map[string][]string{}
	for _, c := range gate.When {
		q, _ := in.Question(c.Question)
		text := q.Text.In(b.Language())
		if !slices.Contains(order, text) {
			order = append(order, text)
		}
		answers[text] = append(answers[text], in.compared(q, c, b))
	}
	for _, text := range order {
		parts = append(parts, b.Say("“{question}” {answers}", "question", text, "answers", strings.Join(answers[text], " / ")))
	}
	all := strings.Join(parts, "; ")
	if gate.AnyOf && len(order) > 1 {
		return b.Say("Where any of this is so: {conditions}", "conditions", all)
	}
	return b.Say("Only where this is so: {conditions}", "conditions", all)
}

// compared is one comparison in words.
func (in Instrument) compared(q Question, c Condition, b *wording.Book) string {
	value := in.Said(q, c.Value, b)
	switch {
	case c.Is == Exists && c.Value == "true":
		return b.Say("is answered")
	case c.Is == Exists:
		return b.Say("is not answered")
	case c.Is == Equals:
		return value
	case c.Is == Not:
		return b.Say("not {answer}", "answer", value)
	case c.Is == More:
		return b.Say("more than {answer}", "answer", value)
	case c.Is == Less:
		return b.Say("less than {answer}", "answer", value)
	case c.Is == AtLeast:
		return b.Say("at least {answer}", "answer", value)
	default:
		return b.Say("at most {answer}", "answer", value)
	}
}
