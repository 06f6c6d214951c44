package assessment

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
func (in Instrument) Questions() []Question { return in.walk(nil, false) }

// Asked is Questions without those whose conditions are not met by the
// answers. What was answered to a question that is not asked counts as not
// answered.
func (in Instrument) Asked(answers Answers) []Question { return in.walk(answers, true) }

func (in Instrument) walk(answers Answers, conditional bool) []Question {
	w := walker{answers: answers, conditional: conditional, asked: map[string]Item{}}
	for _, i := range in.Items {
		section := Section{}
		if i.Type == Group {
			section = Section{i.ID, i.Text}
		}
		w.visit(i, section)
	}
	return w.all
}

type walker struct {
	answers     Answers
	conditional bool
	asked       map[string]Item // asked so far
	notes       []Words
	all         []Question
}

func (w *walker) visit(i Item, section Section) {
	if w.conditional && !w.open(i) {
		return
	}
	if i.Type == Group {
		kept := w.notes
		if len(i.ContentNote) > 0 {
			w.notes = append(w.notes, i.ContentNote)
		}
		for _, child := range i.Items {
			w.visit(child, section)
		}
		if len(w.notes) > len(kept) { // nothing in the group was asked
			w.notes = kept
		}
		return
	}
	w.all = append(w.all, Question{i, section, w.notes})
	w.notes = nil
	w.asked[i.ID] = i
}

func (w *walker) open(i Item) bool {
	met := 0
	for _, c := range i.When {
		var values []string
		asked, ok := w.asked[c.Question]
		if ok {
			values = w.answers[c.Question].Values
		}
		if c.holds(asked.Type, values) {
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
