package board

import (
	"strings"

	"holdfast/assessment"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/store"
)

// askedByName are the instruments that a person answered by name, by the
// words that were seen.
func askedByName(tx *store.Tx, id member.ID) (map[string]assessment.Instrument, error) {
	v := assessing(tx, store.Environment{}, record.Date{})
	responses, err := v.Of(id)
	if err != nil {
		return nil, err
	}
	all := map[string]assessment.Instrument{}
	for _, r := range responses {
		if all[r.Words], err = v.Instrument(r.Instrument, r.Version); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// answers shows a person what they answered by name.
func (t *telling) answers(responses []assessment.Response) []paper.Block {
	var blocks []paper.Block
	language := t.book.Language()
	for _, r := range responses {
		in := t.asked[r.Words]
		blocks = append(blocks, paper.Heading{Text: in.Title.In(language), Sub: true})
		var facts paper.Facts
		for _, q := range in.Questions() {
			a, answered := r.Answers[q.ID]
			if !answered {
				continue
			}
			var said []string
			for _, value := range a.Values {
				said = append(said, in.Said(q, value, t.book))
			}
			if a.Note != "" {
				said = append(said, a.Note)
			}
			facts = append(facts, paper.Line{Label: q.Text.In(language), Text: strings.Join(said, "; ")})
		}
		blocks = append(blocks, facts)
	}
	return blocks
}
