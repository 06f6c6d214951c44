package editor

import (
	"slices"
	"strconv"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/wording"
)

// A condition is three fields: the question that it looks at, how it compares,
// and with what. There is always one more than is filled in.

// How a condition compares, beside the operators.
const (
	answered    = "answered"
	notAnswered = "not-answered"
)

func whenNames(n int) (question, is, value string) {
	i := strconv.Itoa(n)
	return "when" + i, "is" + i, "value" + i
}

// fillWhen puts a condition into its fields.
func fillWhen(v form.Values, n int, c assessment.Condition) {
	question, is, value := whenNames(n)
	v[question], v[is], v[value] = c.Question, string(c.Is), c.Value
	if c.Is == assessment.Exists {
		v[is] = answered
		if c.Value == "false" {
			v[is] = notAnswered
		}
		v[value] = ""
	}
}

// openWhen leaves one condition open after those that are filled in.
func openWhen(v form.Values) {
	for n := range assessment.MaxChoices {
		question, _, _ := whenNames(n)
		if v[question] == "" {
			v[question] = none
		}
		if v[question] == none {
			return
		}
	}
}

// earlier are the questions that a condition may look at: those before the
// item, or before the place of a new one.
func (f *QuestionForm) earlier() []assessment.Question {
	var all []assessment.Question
	own := itemNames([]assessment.Item{f.item})
	for _, q := range f.in.Questions() {
		if f.item.ID != "" && slices.Contains(own, q.ID) {
			break
		}
		if q.Type.Asks() {
			all = append(all, q)
		}
		if f.item.ID == "" && q.ID == f.after {
			break
		}
	}
	return all
}

// when asks on what the item depends.
func (f *QuestionForm) when(v form.Values) form.Group {
	g := form.Group{Title: f.book.Say("When it is asked"), Say: f.book.Say("Always, or only after certain answers to questions before it.")}
	earlier := f.earlier()
	if len(earlier) == 0 {
		g.Inputs = append(g.Inputs, form.Input{Kind: form.Said, Says: []string{f.book.Say("Always: there is no question before it.")}})
		return g
	}
	questions := []form.Choice{{ID: none, Label: f.book.Say("Always")}}
	for _, q := range earlier {
		questions = append(questions, form.Choice{ID: q.ID, Label: q.Text.In(f.book.Language())})
	}
	filled := 0
	for n := range assessment.MaxChoices {
		question, is, value := whenNames(n)
		if n == 1 {
			questions = append([]form.Choice{{ID: none, Label: f.book.Say("No other")}}, questions[1:]...)
		}
		if n > 0 { // a line of its own for each
			g.Inputs = append(g.Inputs, form.Input{Kind: form.Said, Says: []string{f.book.Say("One more condition, if there is one:")}})
		}
		g.Inputs = append(g.Inputs, form.Input{Kind: form.OneOf, Name: question, Label: f.book.Say("Question before it"), Choices: questions, Turns: true})
		at := slices.IndexFunc(earlier, func(q assessment.Question) bool { return q.ID == v[question] })
		if at < 0 {
			break
		}
		filled++
		g.Inputs = append(g.Inputs, f.compares(earlier[at], is), f.with(earlier[at], v[is], value))
		if v[is] == answered || v[is] == notAnswered {
			g.Inputs = g.Inputs[:len(g.Inputs)-1]
		}
	}
	if filled > 1 {
		g.Inputs = append(g.Inputs, form.Input{Kind: form.OneOf, Name: "any", Label: f.book.Say("How many have to be so"),
			Choices: []form.Choice{{ID: "all", Label: f.book.Say("All of them")}, {ID: "any", Label: f.book.Say("Any one of them")}}})
	}
	return g
}

// compares asks how.
func (f *QuestionForm) compares(q assessment.Question, name string) form.Input {
	in := form.Input{Kind: form.OneOf, Name: name, Label: f.book.Say("Its answer"), Turns: true}
	add := func(id, label string) { in.Choices = append(in.Choices, form.Choice{ID: id, Label: label}) }
	if q.Type != assessment.Line && q.Type != assessment.Prose {
		add(string(assessment.Equals), f.book.Say("is"))
		add(string(assessment.Not), f.book.Say("is not"))
	}
	if q.Type == assessment.Number || q.Type == assessment.Day {
		add(string(assessment.More), f.book.Say("is more than, or after"))
		add(string(assessment.Less), f.book.Say("is less than, or before"))
	}
	add(answered, f.book.Say("is there"))
	add(notAnswered, f.book.Say("is not there"))
	return in
}

// with asks for what it is compared with.
func (f *QuestionForm) with(q assessment.Question, is, name string) form.Input {
	in := form.Input{Kind: form.OneOf, Name: name, Label: f.book.Say("This")}
	for _, c := range f.in.ChoicesOf(q.Item) {
		in.Choices = append(in.Choices, form.Choice{ID: c.Code, Label: c.Text.In(f.book.Language())})
	}
	switch q.Type {
	case assessment.YesNo:
		in.Choices = []form.Choice{{ID: "true", Label: f.book.Say("Yes")}, {ID: "false", Label: f.book.Say("No")}}
	case assessment.Number:
		in.Kind = form.Line
	case assessment.Day:
		in.Kind = form.Day
	}
	return in
}

// conditions are what was chosen.
func (f *QuestionForm) conditions(v form.Values) (all []assessment.Condition, anyOf bool, err error) {
	for n := range assessment.MaxChoices {
		question, is, value := whenNames(n)
		if chosen(v, question) == "" {
			break
		}
		c := assessment.Condition{Question: v[question], Is: assessment.Operator(v[is]), Value: v.Text(value)}
		switch {
		case v[is] == answered:
			c.Is, c.Value = assessment.Exists, "true"
		case v[is] == notAnswered:
			c.Is, c.Value = assessment.Exists, "false"
		case v[is] == "":
			return nil, false, wording.Refuse(is, "Choose how its answer has to be.")
		case c.Value == "":
			return nil, false, wording.Refuse(value, "Choose with what it is compared.")
		}
		all = append(all, c)
	}
	return all, len(all) > 1 && v["any"] == "any", nil
}
