package checks

import (
	"slices"
	"strings"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/wording"
)

// asked is a question and the checklist that asks it.
type asked = board.AboutBoard

// NewAbout makes the form about the board. What a question leads to appears as
// it is answered.
func NewAbout(b Board, book *wording.Book, draft []byte) *form.Form {
	questions := func(v form.Values) []asked {
		all, err := b.Assess().AboutBoard(answers(v))
		if err != nil {
			return nil // the form has begun, so the board was there; saving says what is wrong
		}
		return all
	}
	return form.New(book, &form.Simple{
		Title: book.Say("About your board"),
		Note:  book.Say("Asked once, for all checklists. Each answer shows what applies and hides what does not."),
		Start: func() (form.Values, error) { return begun(b) },
		Fields: func(v form.Values) []form.Group {
			var g form.Group
			g.Say = book.Say("If you are not sure, say so: then it is shown, to be safe. Nothing here is passed on.")
			for _, q := range questions(v) {
				g.Inputs = append(g.Inputs, input(book, q, true))
			}
			return []form.Group{g}
		},
		Keep: func(v form.Values) (string, error) {
			return book.Say("Written down. The checklists show what applies."), keep(b, questions(v), v)
		},
	}, draft)
}

// NewCard makes the form of what a state asks: the questions of a checklist
// that are neither about the board nor to be ticked off.
func NewCard(b Board, book *wording.Book, id string, draft []byte) *form.Form {
	var questions []asked
	var title string
	return form.New(book, &form.Simple{
		Title: book.Say("The card of your state"),
		Note:  book.Say("Laws differ from state to state and change. Write down what a lawyer or a state office told you."),
		Start: func() (form.Values, error) {
			c, err := b.Assess().Checklist(id)
			if err != nil {
				return nil, err
			}
			for _, q := range c.About {
				if !q.AboutBoard() {
					questions, title = append(questions, asked{Question: q, Checklist: c.Instrument}), q.Section.Text.In(book.Language())
				}
			}
			return begun(b)
		},
		Fields: func(form.Values) []form.Group {
			g := form.Group{Title: title, Say: book.Say("General information, not legal advice.")}
			for _, q := range questions {
				g.Inputs = append(g.Inputs, input(book, q, false))
			}
			return []form.Group{g}
		},
		Keep: func(v form.Values) (string, error) { return book.Say("The card is kept."), keep(b, questions, v) },
	}, draft)
}

// begun are the facts as values of a form.
func begun(b Board) (form.Values, error) {
	facts, err := b.Assess().Facts()
	v := form.Values{}
	for id, a := range facts {
		v[id] = strings.Join(a.Values, "\n")
	}
	return v, err
}

// answers are values of a form as facts.
func answers(v form.Values) assessment.Answers {
	all := assessment.Answers{}
	for id := range v {
		if values := v.List(id); len(values) > 0 {
			all[id] = assessment.Answer{Values: values}
		}
	}
	return all
}

// input asks a question in the way that its type is answered.
func input(book *wording.Book, q asked, turns bool) form.Input {
	in := form.Input{Name: q.ID, Label: q.Text.In(book.Language()), Help: q.Help.In(book.Language()), Turns: turns}
	for _, c := range q.Checklist.ChoicesOf(q.Item) {
		in.Choices = append(in.Choices, form.Choice{ID: c.Code, Label: c.Text.In(book.Language())})
	}
	switch {
	case q.Repeats:
		in.Kind = form.SomeOf
	case q.Type == assessment.Choose:
		in.Kind = form.OneOf
	case q.Type == assessment.YesNo:
		in.Kind = form.OneOf
		in.Choices = []form.Choice{{ID: "true", Label: book.Say("Yes")}, {ID: "false", Label: book.Say("No")}}
	case q.Type == assessment.Day:
		in.Kind = form.Day
	case q.Type == assessment.Prose:
		in.Kind = form.Lines
	}
	return in
}

// keep saves what differs from what is known.
func keep(b Board, questions []asked, v form.Values) error {
	facts, err := b.Assess().Facts()
	if err != nil {
		return err
	}
	changed := map[string]map[string][]string{}
	for _, q := range questions {
		values := v.List(q.ID)
		if q.Type == assessment.Prose && v.Text(q.ID) != "" {
			values = []string{v.Text(q.ID)}
		}
		if slices.Equal(values, facts[q.ID].Values) {
			continue
		}
		list := q.Checklist.ID
		if changed[list] == nil {
			changed[list] = map[string][]string{}
		}
		changed[list][q.ID] = values
	}
	return b.Assess().SaveFacts(changed)
}
