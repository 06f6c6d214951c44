package assessment

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Question is an item that is asked or read, and the section that it is in.
type Question struct {
	Item
	// Section is the outermost group, empty where there is none.
	Section Section
	// Notes are the content notes of the groups that begin with this item.
	Notes []Words
}

// Section is an outermost group of an instrument.
type Section struct {
	ID   string
	Text Words
}

// Answers are what one person has answered, by the IDs of questions.
type Answers map[string]Answer

// Answer is one answer. Values are codes, "true" or "false", numbers, days in
// their ISO form, or a text; several only where the question repeats.
type Answer struct {
	Values []string `json:"values,omitempty"`
	// Note is what the person added, and Share whether it may be shown. For a
	// question that is answered in words, Share is about these words.
	Note  string `json:"note,omitempty"`
	Share Share  `json:"share,omitempty"`
}

// Share is what a person allows with their own words.
type Share string

// What may be done with somebody's own words. The empty Share allows nothing.
const (
	ShareNot       Share = ""
	ShareReworded  Share = "reworded"   // by a keyholder, who reads them
	ShareAsWritten Share = "as-written" // in the results, word for word
)

// Questions are everything that may be asked or read, in order.
func (in Instrument) Questions() []Question {
	var all []Question
	for _, s := range in.steps() {
		all = append(all, s.Question)
	}
	return all
}

// Asked is Questions without those whose conditions are not met by the
// answers. What was answered to a question that is not asked counts as not
// answered.
func (in Instrument) Asked(answers Answers) []Question {
	var all []Question
	eachAsked(in.steps(), answers, func(q *Question) { all = append(all, *q) })
	return all
}

// step is one item of the way through an instrument, with the items whose
// conditions have to be met: itself, and the groups that it is in.
type step struct {
	Question
	gates []Item
}

// steps is the way through an instrument.
func (in Instrument) steps() []step {
	w := walker{}
	for _, i := range in.Items {
		section := Section{}
		if i.Type == Group {
			section = Section{i.ID, i.Text}
		}
		w.visit(i, section, nil)
	}
	return w.all
}

type walker struct {
	notes []Words
	all   []step
}

func (w *walker) visit(i Item, section Section, gates []Item) {
	if len(i.When) > 0 {
		gates = append(slices.Clip(gates), Item{When: i.When, AnyOf: i.AnyOf})
	}
	if i.Type != Group {
		w.all = append(w.all, step{Question{i, section, w.notes}, gates})
		w.notes = nil
		return
	}
	if len(i.ContentNote) > 0 {
		w.notes = append(w.notes, i.ContentNote)
	}
	for _, child := range i.Items {
		w.visit(child, section, gates)
	}
}

// eachAsked goes the way that somebody goes who answers so.
func eachAsked(steps []step, answers Answers, each func(*Question)) {
	asked := map[string]Type{}
	for n := range steps {
		s := &steps[n]
		if slices.ContainsFunc(s.gates, func(gate Item) bool { return !open(gate, asked, answers) }) {
			continue
		}
		asked[s.ID] = s.Type
		each(&s.Question)
	}
}

// open says whether the conditions of an item are met.
func open(i Item, asked map[string]Type, answers Answers) bool {
	met := 0
	for _, c := range i.When {
		var values []string
		t, was := asked[c.Question]
		if was {
			values = answers[c.Question].Values
		}
		if c.holds(t, values) {
			met++
		}
	}
	return met == len(i.When) || i.AnyOf && met > 0
}

// ChoicesOf are the choices of a question.
func (in Instrument) ChoicesOf(i Item) []Choice {
	if i.Scale == "" {
		return i.Choices
	}
	for _, s := range in.Scales {
		if s.ID == i.Scale {
			return s.Choices
		}
	}
	return nil
}

// Question is the question of an ID.
func (in Instrument) Question(id string) (Question, bool) {
	for _, q := range in.Questions() {
		if q.ID == id && q.Type.Asks() {
			return q, true
		}
	}
	return Question{}, false
}

// Said is an answer to a question in a language.
func (in Instrument) Said(q Question, value string, b *wording.Book) string {
	for _, c := range in.ChoicesOf(q.Item) {
		if c.Code == value {
			return c.Text.In(b.Language())
		}
	}
	switch {
	case q.Type == YesNo && value == "true":
		return b.Say("Yes")
	case q.Type == YesNo:
		return b.Say("No")
	case q.Type == Day:
		if d, err := record.ParseDate(value); err == nil {
			return b.Date(d)
		}
	}
	return value
}
