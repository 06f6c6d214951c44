package payform

import (
	"cmp"
	"errors"
	"strconv"

	"holdfast/app/form"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/wording"
)

// mostLimits is how many limits of a person the form has room for.
const mostLimits = 3

// way asks how somebody wants to be paid, and what is safe for them.
func (k keeper) way(id member.ID, draft []byte) *form.Form {
	w := &wayForm{keeper: k, id: id}
	return form.New(k.book, w, draft)
}

type wayForm struct {
	keeper
	id         member.ID
	name, code string
}

// Begin gives what is known.
func (w *wayForm) Begin() (form.Values, error) {
	today, s, err := w.today()
	if err != nil {
		return nil, err
	}
	w.code = s.Pay.Currency
	way, err := w.board.Pay().Way(w.id)
	v := form.Values{"method": string(way.Method), "handover": way.Handover, "words": way.Words, "receipt": string(way.Receipt),
		"ask_again": way.AskAgain.String(), "confirmed": today.String()}
	for id, answer := range way.Answers {
		v["answer_"+id] = answer
	}
	for i, l := range way.Limits[:min(mostLimits, len(way.Limits))] {
		at := strconv.Itoa(i)
		v["limit_"+at], v["times_"+at], v["per_"+at], v["expenses_"+at] = w.plain(l.Amount), number(l.Times), string(l.Per), form.Truth(l.Expenses)
		v["more_"+at] = form.True
	}
	var err2 error
	w.name, err2 = w.keeper.name(w.id)
	return v, cmp.Or(err, err2)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Head is the title.
func (w *wayForm) Head(form.Values) (title, note string) {
	return w.book.Say("How {name} wants to be paid", "name", w.name), w.book.Say("Ask, and write down what they say. It is theirs to decide, and can change each time.")
}

// Groups are the way, its questions, and the person's own limits.
func (w *wayForm) Groups(v form.Values) []form.Group {
	m := compensation.Method(v["method"])
	g := form.Group{Title: w.book.Say("The way"), Inputs: []form.Input{
		{Kind: form.OneOf, Name: "method", Label: w.book.Say("How"), Turns: true, Choices: choices(w.book, compensation.Methods())},
		{Kind: form.Said, Says: []string{w.book.Render(m.Shows())}}}}
	if m == compensation.NotAtAll {
		g.Inputs = append(g.Inputs, form.Input{Kind: form.Day, Name: "ask_again", Label: w.book.Say("Ask again from"), Help: w.book.Say("Leave it empty where they named no day.")})
	} else if m != "" {
		g.Inputs = append(g.Inputs, form.Input{Name: "handover", Label: w.book.Say("How it reaches them"), Help: w.book.Say("Such as: in person, after the meeting.")},
			form.Input{Name: "words", Label: w.book.Say("What to say with it")},
			form.Input{Kind: form.OneOf, Name: "receipt", Label: w.book.Say("Is signing for it all right?"), Choices: yesNo(w.book)})
	}
	g.Inputs = append(g.Inputs, form.Input{Kind: form.Day, Name: "confirmed", Label: w.book.Say("Gone through with them on")})
	groups := []form.Group{g}
	if questions := m.Questions(); len(questions) > 0 {
		ask := form.Group{Title: w.book.Say("Is it safe?"), Say: w.book.Say("Ask each of these. What is not asked yet stays empty.")}
		for _, q := range questions {
			in := form.Input{Name: "answer_" + q.ID, Label: w.book.Render(q.Ask)}
			if q.YesNeedsCare {
				in.Kind, in.Choices = form.OneOf, yesNo(w.book)
			}
			ask.Inputs = append(ask.Inputs, in)
		}
		groups = append(groups, ask)
	}
	return append(groups, w.limits(v)...)
}

func yesNo(book *wording.Book) []form.Choice {
	return []form.Choice{{ID: "", Label: book.Say("Not asked yet")}, {ID: string(compensation.Yes), Label: book.Say("Yes")}, {ID: string(compensation.No), Label: book.Say("No")}}
}

// limits are the person's own, one after the other.
func (w *wayForm) limits(v form.Values) []form.Group {
	g := form.Group{Title: w.book.Say("Limits of their own"), Say: w.book.Say("How much, or how often, they want to be paid at most. What it is for need not be said.")}
	periods := []form.Choice{{ID: string(compensation.PerMonth), Label: w.book.Say("A month")}, {ID: string(compensation.PerQuarter), Label: w.book.Say("A quarter")}, {ID: string(compensation.PerYear), Label: w.book.Say("A year")}}
	for i := range mostLimits {
		at := strconv.Itoa(i)
		g.Inputs = append(g.Inputs, form.Input{Kind: form.Yes, Name: "more_" + at, Label: w.limitLabel(i), Turns: true})
		if !v.On("more_" + at) {
			break
		}
		g.Inputs = append(g.Inputs, form.Input{Name: "limit_" + at, Label: w.book.Say("At most this much")},
			form.Input{Name: "times_" + at, Label: w.book.Say("Or at most so many payments")},
			form.Input{Kind: form.OneOf, Name: "per_" + at, Label: w.book.Say("In"), Choices: periods},
			form.Input{Kind: form.Yes, Name: "expenses_" + at, Label: w.book.Say("Expenses given back count too")})
	}
	return []form.Group{g}
}

func (w *wayForm) limitLabel(i int) string {
	if i == 0 {
		return w.book.Say("They have a limit")
	}
	return w.book.Say("They have another limit")
}

// Turned does nothing: no answer follows from another.
func (w *wayForm) Turned(form.Values, string) {}

// Save keeps what they said.
func (w *wayForm) Save(v form.Values) (string, error) {
	way := compensation.Way{Member: w.id, Method: compensation.Method(v["method"]), Confirmed: v.Day("confirmed"), Answers: map[string]string{}}
	if way.Method == compensation.NotAtAll {
		way.AskAgain = v.Day("ask_again")
	} else {
		way.Handover, way.Words, way.Receipt = v.Text("handover"), v.Text("words"), compensation.Choice(v["receipt"])
	}
	for _, q := range way.Method.Questions() {
		if answer := v.Text("answer_" + q.ID); answer != "" {
			way.Answers[q.ID] = answer
		}
	}
	unread := wording.Check{}
	for i := range mostLimits {
		at := strconv.Itoa(i)
		if !v.On("more_" + at) {
			break
		}
		l, err := w.limit(v, at)
		unread.Add(err)
		way.Limits = append(way.Limits, l)
	}
	if err := unread.Err(); err != nil {
		return "", errors.Join(err, way.Validate())
	}
	return w.book.Say("Kept: how {name} wants to be paid.", "name", w.name), w.board.Pay().SaveWay(way)
}

func (w *wayForm) limit(v form.Values, at string) (l compensation.Limit, err error) {
	l = compensation.Limit{Per: compensation.Period(v["per_"+at]), Expenses: v.On("expenses_" + at)}
	amount, times := v.Text("limit_"+at), v.Text("times_"+at)
	wrong := wording.Check{}
	if amount != "" {
		l.Amount, err = w.money(v, "limit_"+at, w.code)
		wrong.Add(err)
	}
	if times != "" {
		l.Times, err = strconv.Atoi(times)
		wrong.When(err != nil || l.Times < 1, wording.Refuse("times_"+at, "Write a whole number of payments, such as 3."))
	}
	wrong.When((amount == "") == (times == ""), wording.Refuse("limit_"+at, "A limit is an amount or a number of payments, one of the two."))
	wrong.When(l.Per == "", wording.Refuse("per_"+at, "A limit is for a month, a quarter or a year."))
	return l, wrong.Err()
}

// payee asks for the name that a payment needs.
func (k keeper) payee(id member.ID, draft []byte) *form.Form {
	var name string
	return k.simple(draft, &form.Simple{Title: k.book.Say("The name for payments"),
		Note: k.book.Say("It is kept apart from everything else, and shown only where a payment is made."),
		Start: func() (form.Values, error) {
			p, err := k.board.Pay().Payee(id)
			if err == nil {
				name, err = k.name(id)
			}
			return form.Values{"name": p.Name, "business": p.Business, "reference": p.Reference, "form_on_file": p.FormOnFile.String()}, err
		},
		Fields: func(form.Values) []form.Group {
			return []form.Group{{Title: name, Inputs: []form.Input{
				{Name: "name", Label: k.book.Say("Name on a check or an account"), Help: k.book.Say("Only where it is not the name that the board knows.")},
				{Name: "business", Label: k.book.Say("Their business"), Help: k.book.Say("It stands in place of the name.")},
				{Name: "reference", Label: k.book.Say("What the finance office calls them"), Help: k.book.Say("A vendor number. Never a tax number.")},
				{Kind: form.Day, Name: "form_on_file", Label: k.book.Say("Tax form with finance since"), Help: k.book.Say("Only that it is there. Its number is never kept here.")}}}}
		},
		Keep: func(v form.Values) (string, error) {
			err := k.board.Pay().SavePayee(compensation.Payee{Member: id, Name: v.Text("name"), Business: v.Text("business"), Reference: v.Text("reference"), FormOnFile: v.Day("form_on_file")})
			return k.book.Say("Kept, apart from everything else."), err
		}})
}
