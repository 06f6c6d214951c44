package board

import (
	"slices"
	"strings"

	"holdfast/assessment"
	"holdfast/wording"
)

// where says where a name stands that somebody has typed, and where it goes by
// itself.
func (n names) where(collection string, raw []byte) wording.Text {
	switch collection {
	case assessment.CheckSchema().Collection:
		if !n.hinted(n.unsigned(raw)) {
			return wording.T("an item of a checklist that they look after or signed: the name is taken off it")
		}
		return wording.T("an item of a checklist: who looks after it, who signed, or what shows it")
	case assessment.FactsSchema().Collection:
		return wording.T("what the checklists know about the board")
	case assessment.ActionSchema().Collection:
		return wording.T("something of the plan")
	case assessment.RoundSchema().Collection:
		return wording.T("a round of questions: what it is called, or what the board was told of it")
	case assessment.TallySchema().Collection:
		return wording.T("what people wrote in a round of questions")
	case assessment.ResponseSchema().Collection:
		return wording.T("answers to a round of questions")
	case assessment.KeptSchema().Collection:
		return wording.T("questions of the board’s own")
	default:
		return heldKind(collection).count(1)
	}
}

// unsigned is an item of a checklist without the names of the forgotten as who
// looks after it and who signed, and without the earlier answers' texts in
// which they stand: those nobody can change any more. What the latest answer
// says is shown before, and is for a person to change.
func (n names) unsigned(raw []byte) []byte {
	v, ok := parsed(raw)
	if !ok {
		return raw
	}
	envelope, _ := v.(map[string]any)
	data, _ := envelope["d"].(map[string]any)
	marks, _ := data["marks"].([]any)
	for i, one := range marks {
		mark, _ := one.(map[string]any)
		for _, field := range []string{"owner", "signed_by", "note", "link"} {
			text, _ := mark[field].(string)
			words := folded(text)
			named := slices.ContainsFunc(n.whole, func(name string) bool { return strings.Contains(words, name) })
			if !named || i == len(marks)-1 && (field == "note" || field == "link") {
				continue
			}
			delete(mark, field)
			if field == "signed_by" {
				delete(mark, "signed_on")
			}
		}
	}
	return rewritten(v, raw)
}
